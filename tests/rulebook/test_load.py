from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from claimscan.errors import RuleError
from claimscan.model import AspectKind, Polarity, Relation, Stance
from claimscan.rulebook import Rulebook, Rulebooks, load_rulebooks
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer
from claimscan.rulebook.rules import ClaimRule, Gender, Number, Pick, Reach, Refers

LANGUAGE = """
schema: 1
language: en
name: English
abbreviations: [e.g., Mr.]
classes:
  determiners: [the, a]
  relatives: [which, in which, what*]
"""
CLAIMS = """
schema: 1
words:
  beats: [beats, <tops>, edges out]
  tops: [tops]
rules:
  - id: beats
    relation: outperforms
    pattern: "{subject} ... <beats> <determiners>? {object}"
    examples: ["{subject:Aro 3} beats {object:Bex}."]
    counterexamples: ["{Aro 3} beats the clock."]
  - id: cheapest
    relation: leads
    patterns: ["{subject} is the cheapest", "the cheapest is {subject}"]
    aspect_kind: cost
    stance: hedged
    weight: 0.5
    examples: [{text: "{subject:Aro 3} is the cheapest.", aspects: [price, tokens]}]
    counterexamples: ["{Aro 3} is the oldest."]
    todo: ["Nothing costs less than {subject:Aro 3}."]
"""
CUES = """
schema: 1
cues:
  - id: not
    sets: {polarity: negated}
    pattern: (not | never)
    except: [not only]
    stop: [but, <tops>]
    examples: [{text: "{subject:Aro 3} does not beat {object:Bex}.", polarity: negated}]
  - id: according-to
    sets: {stance: attributed}
    pattern: according to {source}
    reach: sentence
    examples: [{text: "According to {source:Acme}, {subject:Aro 3} beats {object:Bex}.", stance: attributed}]
"""
DISCOURSE = """
schema: 1
anaphors:
  - id: the-latter
    pattern: the latter
    refers: any
    number: plural
    gender: f
    pick: latter
    examples: ["{subject:Aro 3} is out. The latter beats {object:Bex}."]
groups:
  - id: experts
    pattern: experts
    source: true
    examples: ["{subject:Aro 3} beats {object:Bex}, say {source:experts}."]
"""
ASPECTS = """
schema: 1
kinds:
  speed: [fast, <quick>]
introduced_by: [in, when it comes to]
stop: [than]
words:
  quick: [quick*]
"""
RESULTS = """
schema: 1
rules:
  - id: scores
    pattern: "{model} scored {value} on {benchmark}"
    examples: ["{model:Aro 3} scored {value:86.1%} on {benchmark:MMLU}."]
    counterexamples: ["{Aro 3} scored."]
"""
FILES = {"language": LANGUAGE, "claims": CLAIMS, "cues": CUES, "discourse": DISCOURSE, "aspects": ASPECTS, "results": RESULTS}

Loader = Callable[..., Rulebooks]


@pytest.fixture
def load(tmp_path: Path) -> Loader:
    """Loads English rules from texts by file name, each mapping laid over the one before."""

    def loaded(*layers: Mapping[str, str]) -> Rulebooks:
        roots = []
        for number, files in enumerate(layers):
            folder = tmp_path / str(number) / "en"
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in files.items():
                (folder / f"{name}.yml").write_text(text, encoding="utf-8")
            roots.append(Layer(folder.parent, str(number)))
        return load_layers(roots)

    return loaded


@pytest.fixture
def english(load: Loader) -> Rulebook:
    return load(FILES).languages["en"]


def claims_by_id(rulebook: Rulebook) -> dict[str, ClaimRule]:
    return {rule.id: rule for rule in rulebook.claims}


def test_claim_rules_are_compiled_in_order_with_all_they_set(english: Rulebook) -> None:
    beats, cheapest = english.claims
    assert (beats.id, beats.relation, beats.polarity, beats.stance, beats.aspect_kind, beats.weight) == (
        *("beats", Relation.OUTPERFORMS, None, None, None),
        0.8,
    )
    assert (cheapest.relation, cheapest.stance, cheapest.aspect_kind, cheapest.weight) == (
        Relation.LEADS,
        Stance.HEDGED,
        AspectKind.COST,
        0.5,
    )
    assert [pattern.source for pattern in cheapest.patterns] == ["{subject} is the cheapest", "the cheapest is {subject}"]
    assert str(beats.patterns[0].place) == "0/en/claims.yml:9:14"


def test_word_lists_hold_other_lists_and_are_seen_in_all_files(english: Rulebook) -> None:
    alternatives = [getattr(element, "alternatives", None) for element in english.claims[0].patterns[0].elements]
    assert (("beats",), ("tops",), ("edges", "out")) in alternatives
    assert (("the",), ("a",)) in alternatives
    assert english.cues[0].stops == (("but",), ("tops",))


def test_word_list_can_be_written_in_lines(load: Loader) -> None:
    lines = CLAIMS.replace("[beats, <tops>, edges out]", "\n    - [beats, <tops>]\n    - edges out")
    in_lines, plain = (load({**FILES, "claims": text}).languages["en"].claims[0].patterns[0] for text in (lines, CLAIMS))
    assert in_lines.elements == plain.elements


def test_facts_of_the_language_are_read(english: Rulebook) -> None:
    assert (english.language, english.name, english.facts.abbreviations) == ("en", "English", ("e.g.", "Mr."))
    assert english.facts.phrases("relatives") == (("which",), ("in", "which"), ("what*",))
    assert english.facts.single_words("relatives") == frozenset({"which"})
    assert english.facts.phrases("unheard") == ()


def test_cues_discourse_aspects_and_results_are_compiled(english: Rulebook) -> None:
    negation, source = english.cues
    assert (negation.polarity, negation.stance, negation.reach, negation.excepts) == (
        Polarity.NEGATED,
        None,
        Reach.FORWARD,
        (("not", "only"),),
    )
    assert (source.polarity, source.stance, source.reach) == (None, Stance.ATTRIBUTED, Reach.SENTENCE)
    latter = english.anaphors[0]
    assert (latter.refers, latter.number, latter.gender, latter.pick) == (Refers.ANY, Number.PLURAL, Gender.FEMININE, Pick.LATTER)
    assert [(group.id, group.source) for group in english.groups] == [("experts", True)]
    assert english.aspects.kinds == {AspectKind.SPEED: (("fast",), ("quick*",))}
    assert (english.aspects.introduced_by, english.aspects.stops) == ((("in",), ("when", "it", "comes", "to")), (("than",),))
    assert [rule.id for rule in english.results] == ["scores"]


def test_examples_keep_text_marks_and_expectations_apart(english: Rulebook) -> None:
    example = english.claims[1].trials.examples[0]
    assert (example.text, example.expects) == ("Aro 3 is the cheapest.", {"aspects": ("price", "tokens")})
    assert [(mark.role, example.text[mark.start : mark.end]) for mark in example.planted] == [("subject", "Aro 3")]
    assert [trial.text for trial in english.claims[1].trials.todo] == ["Nothing costs less than Aro 3."]


def test_a_language_needs_no_more_than_its_language_file(load: Loader) -> None:
    rulebook = load({"language": LANGUAGE}).languages["en"]
    assert (rulebook.claims, rulebook.cues, rulebook.anaphors, rulebook.groups, rulebook.results, rulebook.dates) == (
        (),
        (),
        (),
        (),
        (),
        None,
    )


def overlay(rules: str) -> dict[str, str]:
    return {"claims": f"schema: 1\n{rules}"}


NEW_RULE = """
    relation: matches
    pattern: "{subject} ties with {object}"
    examples: ["{subject:Aro 3} ties with {object:Bex}."]
    counterexamples: ["{Aro 3} ties knots."]
"""


def test_overlay_adds_a_rule_behind_the_others(load: Loader) -> None:
    rulebook = load(FILES, overlay(f"rules:\n  - id: ties{NEW_RULE}")).languages["en"]
    assert [rule.id for rule in rulebook.claims] == ["beats", "cheapest", "ties"]
    assert rulebook.name == "English"


def test_overlay_replaces_a_rule_by_its_id(load: Loader) -> None:
    rulebook = load(FILES, overlay(f"rules:\n  - id: beats{NEW_RULE}")).languages["en"]
    assert [(rule.id, rule.relation) for rule in rulebook.claims] == [("beats", Relation.MATCHES), ("cheapest", Relation.LEADS)]


def test_overlay_disables_a_rule(load: Loader) -> None:
    rulebook = load(FILES, overlay("disable: [beats]")).languages["en"]
    assert [rule.id for rule in rulebook.claims] == ["cheapest"]


def test_overlay_extends_a_word_list_wherever_it_is_used(load: Loader) -> None:
    rulebook = load(FILES, overlay("extend: {tops: [trounces], relatives: [whose]}")).languages["en"]
    alternatives = [getattr(element, "alternatives", ()) for element in rulebook.claims[0].patterns[0].elements]
    assert (("beats",), ("tops",), ("trounces",), ("edges", "out")) in alternatives
    assert rulebook.facts.phrases("relatives")[-1] == ("whose",)


def test_overlay_replaces_a_word_list(load: Loader) -> None:
    rulebook = load(FILES, overlay("words: {tops: [trounces]}")).languages["en"]
    assert rulebook.cues[0].stops == (("but",), ("trounces",))


def test_last_overlay_wins(load: Loader) -> None:
    first, second = (overlay(f"words: {{tops: [{word}]}}") for word in ("trounces", "whips"))
    assert load(FILES, first, second).languages["en"].cues[0].stops == (("but",), ("whips",))


def test_overlay_adds_abbreviations_and_aspect_words(load: Loader) -> None:
    more = {
        "language": "schema: 1\nlanguage: en\nabbreviations: [Inc.]\n",
        "aspects": "schema: 1\nkinds: {speed: [brisk], cost: [dear]}\n",
    }
    rulebook = load(FILES, more).languages["en"]
    assert rulebook.facts.abbreviations == ("e.g.", "Mr.", "Inc.")
    assert rulebook.aspects.kinds == {AspectKind.SPEED: (("fast",), ("quick*",), ("brisk",)), AspectKind.COST: (("dear",),)}


def test_overlay_adds_a_language(load: Loader, tmp_path: Path) -> None:
    load(FILES)
    folder = tmp_path / "more" / "fr"
    folder.mkdir(parents=True)
    (folder / "language.yml").write_text("schema: 1\nlanguage: fr\nname: French\n", encoding="utf-8")
    found = load_layers([Layer(tmp_path / "0", "0"), Layer(tmp_path / "more", "more")])
    assert {code: rulebook.name for code, rulebook in found.languages.items()} == {"en": "English", "fr": "French"}


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("disable: [beat]", "1/en/claims.yml:2:11: no rule 'beat' to disable, did you mean 'beats'?"),
        ("extend: {top: [trounces]}", "1/en/claims.yml:2:10: unknown word list 'top', did you mean 'tops'?"),
    ],
)
def test_overlay_that_misses_its_aim_is_refused(load: Loader, rules: str, message: str) -> None:
    with pytest.raises(RuleError) as error:
        load(FILES, overlay(rules))
    assert str(error.value) == message


def test_word_list_of_two_files_is_refused(load: Loader) -> None:
    with pytest.raises(RuleError) as error:
        load({**FILES, "aspects": "schema: 1\nwords: {tops: [a]}\n"})
    assert "word list 'tops' stands here twice" in str(error.value)


def test_digest_tells_whether_any_file_changed(load: Loader) -> None:
    plain, again = load(FILES).digest, load(FILES).digest
    changed, laid_over = load({**FILES, "cues": f"{CUES}\n# more\n"}).digest, load(FILES, overlay("disable: [beats]")).digest
    assert plain == again
    assert len({plain, changed, laid_over}) == 3


def test_built_in_rules_load() -> None:
    assert {"de", "en"} <= set(load_rulebooks().languages)
