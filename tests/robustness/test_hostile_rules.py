"""Rule files made to take long or to fill the memory: refused at the place, or read in time that grows with the file alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimscan import Document, Extractor
from claimscan.errors import RuleError
from claimscan.rulebook import Rulebooks
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer

CLAIM = """schema: 1
words:
  few: [a, b]
{words}
rules:
  - id: r
    relation: outperforms
    pattern: "{pattern}"
    examples: [x]
    counterexamples: [y]
"""
DOUBLING = "\n".join(f"  l{n}: [<l{n - 1}> <l{n - 1}>]" for n in range(1, 60))
NESTED = "\n".join(f"  l{n}: [<l{n + 1}>]" for n in range(3000)) + "\n  l3000: [a]"
CUBED = "\n".join(
    f"  - {{id: a{n}, relation: outperforms, pattern: ({'<w> ' * 3}), examples: [x], counterexamples: [y]}}" for n in range(99)
)

Load = Callable[[str], Rulebooks]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """The rules of a language with a `claims.yml` of this text."""

    def rules(text: str) -> Rulebooks:
        (tmp_path / "en").mkdir()
        (tmp_path / "en" / "language.yml").write_text("schema: 1\nlanguage: en\nname: English\n", encoding="utf-8")
        (tmp_path / "en" / "claims.yml").write_text(text, encoding="utf-8")
        return load_layers([Layer(tmp_path, "mine")])

    return rules


@pytest.mark.parametrize(
    ("pattern", "words", "message"),
    [
        pytest.param("(" * 5000 + "a" + ")" * 5000, "", "more than 20 brackets in one another", id="brackets"),
        pytest.param("{subject} a? ... " * 5000 + "b", "", "a pattern of more than 60 parts; write two patterns", id="parts"),
        pytest.param("a " * 100_000, "", "a phrase of more than 40 words", id="words in a row"),
        pytest.param("<l59>", "  l0: [a]\n" + DOUBLING, "a phrase of more than 40 words", id="doubled lists"),
        pytest.param("<l59>", "  l0: [a, b]\n" + DOUBLING, "stands for more than 20000 phrases", id="squared lists"),
        pytest.param("<l0>", NESTED, "more than 20 word lists in one another", id="lists in lists"),
        pytest.param("(<few> <few> <few> <few> <few>) " * 9 + "<few> <x", "", "'<' is never closed", id="many groups"),
        pytest.param("a", f"  big: [{', '.join(f'w{n}' for n in range(30_000))}]", "stands for more than 20000 phrases", id="list"),
    ],
)
def test_a_pattern_that_stands_for_too_much_is_refused(pattern: str, words: str, message: str, load: Load) -> None:
    with pytest.raises(RuleError, match=r"mine/en/claims\.yml:\d+:\d+: ") as refused:
        load(CLAIM.format(pattern=pattern, words=words))
    assert message in str(refused.value)


def test_patterns_that_together_stand_for_too_much_are_refused(load: Load) -> None:
    with pytest.raises(RuleError, match="more than 1000000 phrases up to here"):
        load(f"schema: 1\nwords:\n  w: [{', '.join(f'w{n}' for n in range(27))}]\nrules:\n{CUBED}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[" * 100_000, "1:42: nested more than 40 levels deep", id="lists"),
        pytest.param("- " * 100_000, "1:83: nested more than 40 levels deep", id="items"),
        pytest.param("{a: " * 100_000, "nested more than 40 levels deep", id="keys"),
        pytest.param("a: &a [x, x]\n" + "b: &b [*a, *a]\n" * 100, "'&a' would name something", id="aliases"),
        pytest.param("schema: 1\na: !!python/object/apply:os.getcwd []\n", "unknown key 'a'", id="tags"),
        pytest.param("schema: 1\n" + "".join(f"k{n}: 1\n" for n in range(5000)), "unknown key 'k4999'", id="unknown keys"),
        pytest.param("\ufffe", "broken YAML", id="no character"),
        pytest.param("a: b\x00", "broken YAML", id="NUL"),
        pytest.param("", "file is empty", id="empty"),
    ],
)
def test_yaml_that_goes_too_far_is_refused(text: str, message: str, load: Load) -> None:
    with pytest.raises(RuleError) as refused:
        load(text)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("zorbs " + "... a " * 12 + "... q", id="gaps"),
        pytest.param("zorbs " + "a? " * 30 + "q", id="optional words"),
        pytest.param("zorbs " + "(a | a a | a a a)? ... " * 12 + "q", id="optional groups and gaps"),
        pytest.param("q " + "... (a | a a)? " * 12 + "zorbs", id="gaps before the word"),
    ],
)
def test_a_pattern_of_many_ways_is_matched_all_the_same(pattern: str, load: Load) -> None:
    extractor = Extractor(load(CLAIM.format(pattern=pattern, words="")), ner={"en": "none"})
    record = extractor(Document("a", "Zorblax " + "a " * 60 + "zorbs " + "a " * 900, language="en", names=("Zorblax",)))
    assert record.claims == ()
