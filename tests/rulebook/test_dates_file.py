"""dates.yml becomes a grammar, and every mistake in it is told at its place."""

from pathlib import Path

import pytest

from claimscan.rulebook.date_compiler import Compiler
from claimscan.rulebook.date_grammar import compiled
from claimscan.rulebook.date_notation import Vocabulary, parse
from claimscan.rulebook.date_values import Anchor, Expression, Point, Relation, Unit, padded, read_expression
from claimscan.rulebook.dates import NEUTRAL, load_dates
from claimscan.rulebook.located import Problems, Text
from claimscan.rulebook.rules import Place

WORDS = Vocabulary(
    values={"month": {"01": ["Zan", "Zan."], "05": ["Mau"]}, "n": {"2": ["du"]}},
    words={"part": ["fru", "fine de"], "th": ["th"]},
)

FILE = """schema: 1
values:
  month: {{01: [Zan], 05: [Mau]}}
rules:
  - id: tago
    pattern: "{pattern}"
    value: "{value}"
    examples:
      - {{text: "{{date:5 Mau}}", value: XXXX-05-05}}
    counterexamples: ["Mau."]
"""


def load(path: Path, text: str) -> list[str]:
    """What is wrong with a dates.yml."""
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    load_dates(path, "dates.yml", problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        ("{month} {day}", "Zan 5 x", "Zan 5"),
        ("{month} {day}", "ZAN. 5", "ZAN. 5"),
        ("{month} {day}", "zan 5", None),
        ("{month} {day}", "Zan\n5", "Zan\n5"),
        ("{month} {day}", "Zan\n\n5", None),
        ("{month} {day}", "Zan 45", None),
        ("{month} {day}", "Zan 5a", None),
        ("{day}<th>? {month}", "5th Mau", "5th Mau"),
        ("(<part> )?{month}", "Fine de Mau", "Fine de Mau"),
        ("{month}( |-){year}", "Mau–2025", "Mau–2025"),
        ("{month}( |-){year}", "Mau 20255", None),
        ("{n} (jaro | jaroj)", "du jaroj", "du jaroj"),
        ("{n} (jaro | jaroj)", "3 jaro", "3 jaro"),
        ("la '{yy}", "La ’97", "La ’97"),
        ("{month}\\?", "Mau?", "Mau?"),
        ("{month} {day}(, {year})?", "Mau 5, 2025", "Mau 5, 2025"),
    ],
)
def test_pattern_matches_what_it_says(pattern: str, text: str, matched: str | None) -> None:
    piece = parse(Text(pattern, Place("dates.yml", 1, 1)), WORDS, {}, Problems())
    assert piece is not None
    found = compiled(piece.expression + r"(?!\w)").match(text)
    assert (found.group() if found else None) == matched


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("{month} {day}", {("zan", "0"), ("mau", "0")}),
        ("(<part> )?{month}", {("fru", "zan"), ("fru", "mau"), ("fine", "de"), ("zan",), ("mau",)}),
        ("Q{quarter} {year}", {("q", "0")}),
        ("'{yy}", {("'", "0")}),
    ],
)
def test_pattern_knows_how_it_begins(pattern: str, starts: set[tuple[str, ...]]) -> None:
    piece = parse(Text(pattern, Place("dates.yml", 1, 1)), WORDS, {}, Problems())
    assert piece is not None
    assert piece.starts == starts


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{monat} 5", "dates.yml:6:15: unknown slot 'monat', did you mean 'month'?"),
        ("{month} <parts>", "dates.yml:6:23: no list 'parts' under 'words'"),
        ("{month} (a|b", "dates.yml:6:23: this '(' is not closed"),
        ("{month})", "dates.yml:6:22: this ')' closes nothing"),
        ("{month}?", "dates.yml:6:15: a pattern must hold more than optional parts"),
        ("la {month}oj", "dates.yml:6:25: letters cannot be joined to letters; write each word out"),
        ("{month} }", "dates.yml:6:23: '}' cannot stand here; put a backslash before it to mean the sign itself"),
        (", {month}", "dates.yml:6:14: a pattern must begin with a word, a number or an apostrophe"),
        ("{month}" + " {day}?" * 17, "dates.yml:6:128: the pattern can be read in too many ways; write two patterns, or fewer words"),
        ("{month} " + "(b |b )" * 40, "dates.yml:6:128: the pattern can be read in too many ways; write two patterns, or fewer words"),
        ("{month} *" + " *" * 9, "dates.yml:6:29: the pattern can be read in too many ways; write two patterns, or fewer words"),
        ("(" * 900 + "{month}" + ")" * 900, "dates.yml:6:35: more than 20 brackets in one another"),
    ],
)
def test_broken_pattern_is_told_at_its_place(tmp_path: Path, pattern: str, message: str) -> None:
    assert message in load(tmp_path / "dates.yml", FILE.format(pattern=pattern, value="XXXX-{month}"))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("XXXX-{monht}", "dates.yml:7:12: a pattern has no slot 'monht', did you mean 'month'?"),
        ("XXXX/{month}", "dates.yml:7:12: 'XXXX/01' is no date value"),
        ("today -1 fortnight", "dates.yml:7:12: 'today -1 fortnight' is no date value"),
        ("XXXX-{month} beside today", "dates.yml:7:12: 'XXXX-01 beside today' is no date value"),
    ],
)
def test_broken_value_is_told(tmp_path: Path, value: str, message: str) -> None:
    assert load(tmp_path / "dates.yml", FILE.format(pattern="{month} {day}", value=value)) == [message]


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("    counterexamples:", "    gegenbeispiele:", "unknown key 'gegenbeispiele'"),
        ('    counterexamples: ["Mau."]\n', "", "a date rule needs counterexamples"),
        ("value: XXXX-05-05}", "reference: 2025-01-01}", "an example needs one value for each {date:...} in its text"),
        ("{date:5 Mau}", "{tag:5 Mau}", "unknown mark 'tag'; write {date:words} or {name}"),
        ("id: tago", "id: La Tago", "id 'La Tago' must be small letters, digits and single hyphens"),
        ("    pattern:", "    muster:", "a rule needs 'pattern' or 'patterns'"),
        ("05: [Mau]", "05: [Mau, zan]", "'zan' stands for 01 already"),
        ("month: {01: [Zan], 05: [Mau]}", "month: [Zan, Mau]", "'month' must hold values with their words"),
        ("schema: 1", "schema: 2", "this program reads schema 1"),
        ("rules:", "regeln:", "key 'rules' is missing"),
        ("rules:", 'never: ["#5 Mau"]\nrules:', "what is never a date must begin with a word, a number or an apostrophe"),
    ],
)
def test_broken_file_is_told(tmp_path: Path, written: str, instead: str, message: str) -> None:
    whole = FILE.format(pattern="{month} {day}", value="XXXX-{month}-{day}")
    assert written in whole
    assert message in "\n".join(load(tmp_path / "dates.yml", whole.replace(written, instead)))


def test_ids_are_not_shared(tmp_path: Path) -> None:
    whole = FILE.format(pattern="{month} {day}", value="XXXX-{month}-{day}")
    assert load(tmp_path / "dates.yml", whole + whole[whole.index("  - id") :]) == [
        "dates.yml:11:5: id 'tago' stands here twice (first in line 5)"
    ]


@pytest.mark.parametrize("text", ["", "[]", "schema: 1\nrules: [", "- a"])
def test_file_that_is_no_mapping_gives_no_grammar(tmp_path: Path, text: str) -> None:
    path = tmp_path / "dates.yml"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    assert load_dates(path, "dates.yml", problems) is None
    assert list(problems)


@pytest.mark.parametrize(
    ("source", "expression"),
    [
        ("REL", Expression("REL")),
        ("XXXX-05-02", Expression("XXXX-05-02")),
        ("2025-W05-WE", Expression("2025-W05-WE")),
        ("199", Expression("199")),
        ("today", Expression(anchor=Anchor(Point.TODAY))),
        ("then +2 day", Expression(anchor=Anchor(Point.THEN, 2, Unit.DAY))),
        ("XXXX-SU before today", Expression("XXXX-SU", Relation.BEFORE, Anchor(Point.TODAY))),
        ("XXXX-WXX-3 in today -1 week", Expression("XXXX-WXX-3", Relation.IN, Anchor(Point.TODAY, -1, Unit.WEEK))),
    ],
)
def test_value_is_read_as_expression(source: str, expression: Expression) -> None:
    assert read_expression(source) == expression


@pytest.mark.parametrize("source", ["", "2025-13", "2025-5", "2025-05 today", "in today", "2025-05 in", "now", "today 1 day", "20255"])
def test_what_is_no_value_is_refused(source: str) -> None:
    assert read_expression(source) is None


@pytest.mark.parametrize(
    ("slot", "digits", "value"),
    [("day", "5", "05"), ("m2", "7", "07"), ("yy", "97", "1997"), ("yy", "24", "2024"), ("decade", "1990", "199"), ("century", "19", "18")],
)
def test_digits_are_written_as_in_a_value(slot: str, digits: str, value: str) -> None:
    assert padded(slot, digits) == value


def test_neutral_grammar_knows_no_words() -> None:
    assert NEUTRAL.months == {}
    assert set(NEUTRAL.starts) == {"0", "0000", "q", "h"}


def test_grammar_tells_its_months(tmp_path: Path) -> None:
    path = tmp_path / "dates.yml"
    path.write_text(FILE.format(pattern="{month} {day}", value="XXXX-{month}-{day}"), encoding="utf-8")
    grammar = load_dates(path, "dates.yml", Problems())
    assert grammar is not None
    assert grammar.months == {"zan": 1, "mau": 5}


def test_numeric_forms_compile_without_problems() -> None:
    problems = Problems()
    Compiler(Vocabulary(), problems).grammar((), (), ())
    assert list(problems) == []
