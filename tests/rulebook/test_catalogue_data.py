"""The names that come with the program: complete, consistent, and no everyday words."""

from collections import Counter
from collections.abc import Iterable

import pytest

from claimscan.find.names import find_names
from claimscan.model import Kind
from claimscan.rulebook.catalogue import Catalogue, load_catalogue
from claimscan.rulebook.located import Problems
from claimscan.rulebook.naming import Context, Entry, fold
from claimscan.rulebook.overlay import built_in

KINDS = {
    Kind.VENDOR: {"company", "lab", "university", "institute", "host", "chipmaker", "evaluator", "community"},
    Kind.ORGANISATION: {"press", "analyst", "bank", "investor", "tester", "authority", "association", "institute", "university", "company"},
    Kind.BENCHMARK: {
        "knowledge", "reasoning", "math", "code", "agent", "language", "translation", "instruction", "dialogue", "long-context",
        "retrieval", "safety", "vision", "image", "video", "speech", "music", "science", "medicine", "law", "finance", "robot",
        "hardware", "exam", "leaderboard",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def problems() -> Problems:
    return Problems()


@pytest.fixture(scope="module")
def catalogue(problems: Problems) -> Catalogue:
    layer = built_in()
    return load_catalogue([(layer.root, layer.shown)], problems)


def spellings(entries: Iterable[Entry]) -> list[str]:
    """The spellings of all entries as they are looked up, each entry's own once."""
    return [spelling for entry in entries for spelling in {fold(name).replace(" ", "") for name in (entry.name, *entry.aliases)}]


def twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def test_files_load_without_problems(catalogue: Catalogue, problems: Problems) -> None:
    assert catalogue.entries
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize(("kind", "least"), [(Kind.VENDOR, 600), (Kind.BENCHMARK, 700), (Kind.ORGANISATION, 500)])
def test_field_is_covered(catalogue: Catalogue, kind: Kind, least: int) -> None:
    assert len([entry for entry in catalogue.entries if entry.kind is kind]) >= least


def test_families_cover_the_field(catalogue: Catalogue) -> None:
    assert len(catalogue.families) >= 1000


def test_no_spelling_stands_under_two_entries(catalogue: Catalogue) -> None:
    assert twice(spellings(catalogue.entries)) == []


def test_no_spelling_stands_under_two_families(catalogue: Catalogue) -> None:
    families = catalogue.families.values()
    assert twice(name for family in families for name in {fold(each).replace(" ", "") for each in (family.name, *family.aliases)}) == []


def test_every_maker_of_a_family_is_a_vendor(catalogue: Catalogue) -> None:
    vendors = {entry.name for entry in catalogue.entries if entry.kind is Kind.VENDOR}
    assert {maker for family in catalogue.families.values() for maker in family.vendors} - vendors == set()


@pytest.mark.parametrize("kind", KINDS)
def test_entries_are_sorted_by_known_kinds(catalogue: Catalogue, kind: Kind) -> None:
    assert {entry.sort for entry in catalogue.entries if entry.kind is kind} <= KINDS[kind]


def test_a_name_that_waits_for_a_fuller_one_has_a_fuller_one(catalogue: Catalogue) -> None:
    waiting = [entry for entry in catalogue.entries if entry.context is Context.VENDOR]
    assert [entry.name for entry in waiting if not any(" " in fold(name) for name in (entry.name, *entry.aliases))] == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Researchers of the Qwen team answered for Tongyi Lab.", Kind.VENDOR, "Alibaba"),
        ("All OpenAI models read images.", Kind.VENDOR, "OpenAI"),
        ("Zhipu, now known as Z.ai, sells access to the model.", Kind.VENDOR, "Zhipu AI"),
        ("Forscher der Technischen Universität München prüften das Modell.", Kind.VENDOR, "TU München"),
        ("Facebook AI Research wrote the paper.", Kind.VENDOR, "Meta"),
        ("It answers half of Humanity’s Last Exam.", Kind.BENCHMARK, "Humanity's Last Exam"),
        ("The model fixed most tickets of SWE-bench Verified.", Kind.BENCHMARK, "SWE-bench Verified"),
        ("Auf τ²-Bench liegt das Modell vorn.", Kind.BENCHMARK, "tau2-bench"),
        ("In the ranking of the Berkeley Function Calling Leaderboard it is third.", Kind.BENCHMARK, "BFCL"),
        ("Das berichtet die Süddeutsche Zeitung.", Kind.ORGANISATION, "Süddeutsche Zeitung"),
        ("Nach Angaben der Deutschen Presse-Agentur ist das Modell fertig.", Kind.ORGANISATION, "dpa"),
    ],
)
def test_other_names_lead_to_the_entry(catalogue: Catalogue, text: str, kind: Kind, name: str) -> None:
    assert (kind, name) in {(mention.name.kind, mention.name.name) for mention in find_names(text, catalogue)}


@pytest.mark.parametrize(
    "text",
    [
        "The AI model draws a shape, paints a palm tree and cites multiple sources.",
        "At scale AI needs power, and to bring together AI people costs money.",
        "We had apple pie and wrote a meta-analysis of the chatbot's answers.",
        "The squad races down the arc, the glue drops, and a spider eats cola.",
        "See Figure 3 and the notion of perplexity in the language model.",
        "Open AI models are a snowflake, an oracle, a moonshot and a block in the road.",
        "The policy gradient of the model reached an inflection point on the runway.",
        "Die Welt spricht über KI, und das Bild im Kopf der Zeit ist ein anderes.",
        "Der Arm des Modells hält ein Glas, während die Meta-Ebene der KI wartet.",
        "Der Code des Modells steht unter MIT-Lizenz.",
    ],
)
def test_everyday_words_are_no_names(catalogue: Catalogue, text: str) -> None:
    assert [mention.span.of(text) for mention in find_names(text, catalogue)] == []
