"""Texts that nobody writes but to see a reader hang, of any length."""

import string
from collections.abc import Callable, Mapping


def name(number: int) -> str:
    """A name that no catalogue has, another one for each number."""
    letters = (string.ascii_lowercase[number // 26**place % 26] for place in range(4))
    return "Z" + "".join(letters)


def repeated(words: str) -> Callable[[int], str]:
    """The words again and again, up to a length."""
    return lambda length: (words * (length // len(words) + 1))[:length]


def told(sentence: str) -> Callable[[int], str]:
    """A sentence with another `NAME` each time, up to about a length."""
    return lambda length: "".join(sentence.replace("NAME", name(number)) for number in range(length // len(sentence)))


# What the Python of the program does with these is counted: the calls must grow with the text alone.
COUNTED: Mapping[str, Callable[[int], str]] = {
    "names": lambda length: "GPT-4o, " + told("NAME-2, ")(length),
    "known names": repeated("GPT-4o, "),
    "verbs": repeated("outperforms "),
    "words of comparison": repeated("better than "),
    "pronouns": repeated("it beats it, "),
    "list items": repeated("- GPT-4o is better\n"),
    "list items without names": lambda length: repeated("- Faster.\n")(length) + "GPT-4o.",
    "headings": repeated("# GPT-4o\n\nIt is better.\n\n"),
    "claims": told("NAME-2 beats GPT-4o. "),
    "claims with days": repeated("GPT-4o beats Claude 3 on 2025-01-01. "),
    "claims in open quotation marks": repeated('"GPT-4o beats Claude 3. '),
    "predecessors": told("GPT-4o of NAME beats its predecessor. "),
    "makers": told("GPT-4o, NAME Labs. "),
    "short forms": told("NAME R1 and R2, 2.5 and 8B. "),
    "scores": repeated("MMLU 88.1, "),
    "days": repeated("January 2025-01-01 "),
    "hyphens": repeated("-"),
    "brackets": repeated("("),
    "full stops": repeated(". "),
    "table rows": repeated("|-"),
}

# What regular expressions do with these is not counted by Python; they are read at full length.
LONG: Mapping[str, Callable[[int], str]] = {
    "no space": repeated("x"),
    "no space in names": repeated("Ab3-"),
    "digits": repeated("1"),
    "digits and commas": repeated("1,"),
    "full stops": repeated("."),
    "ellipses": repeated("…"),
    "quotation marks": repeated('"'),
    "opening quotation marks": repeated("“"),
    "combining marks": repeated("\u0301"),
    "soft hyphens": repeated("a\u00ad"),
    "marks inside a word": lambda length: "a" + "`" * length + "}",
    "ends of links inside a word": lambda length: "a" + "](b)" * (length // 4) + "}",
    "blank lines": repeated("\n"),
    "line ends": repeated("\r\n"),
    "blanks": repeated(" "),
    "blanks before a pipe": lambda length: " " * length + "|x",
    "blanks behind a table row": lambda length: "|--|--" + " " * length + "x",
    "zero-width spaces": repeated("\u200b"),
    "right-to-left": repeated("نموذج "),
    "Chinese": repeated("模型"),
    "stars": repeated("*"),
    "backticks": repeated("`"),
    "fences": repeated("```\n"),
    "pipes": repeated("|\n"),
    "open tables": repeated("<table>"),
    "open comments": repeated("<!--"),
    "an address": lambda length: "http://" + "a" * length,
    "an address of full stops": lambda length: "http://" + "." * length,
    "addresses of mail": repeated("a@a.b "),
    "hashtags": repeated("#a "),
    "entities": repeated("&nbsp;"),
    "front matter": lambda length: "---\na: b\n" + "a: b\n" * (length // 5),
    "letters that grow": repeated("İ"),
}
