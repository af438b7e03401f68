"""Names that the catalogue does not know, gathered from records, and the entries that would add them."""

from pathlib import Path

import pytest
import yaml

from claimscan.find.names import find_names
from claimscan.model import Document, Entity, Kind, Record, Span
from claimscan.render.unknown_entries import write
from claimscan.render.unknown_formats import UnknownView
from claimscan.rulebook.catalogue import Catalogue, load_catalogue
from claimscan.rulebook.located import Problems
from claimscan.sources.prose import prose_view
from claimscan.unknown import Origin, UnknownName, UnknownNames, catalogue_entry, unknown_names

RULES = Path(__file__).parents[1] / "rules"
NOTE = "The language model Zorvane-2 by OpenAI beats GPT-4o. "


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue([(RULES, "rules")], Problems())


def record(text: str, catalogue: Catalogue, seen: dict[str, Kind] | None = None, given: tuple[str, ...] = (), id: str = "a") -> Record:  # noqa: A002
    """The names of a text; `seen` are words that a recogniser marks where they first stand."""
    entities = [Entity(kind, Span(text.index(words), text.index(words) + len(words))) for words, kind in (seen or {}).items()]
    return Record(Document(id, text, names=given), find_names(prose_view(text), catalogue, entities, given))


def found(text: str, catalogue: Catalogue, seen: dict[str, Kind] | None = None, given: tuple[str, ...] = ()) -> UnknownNames:
    return unknown_names([record(text, catalogue, seen, given)], catalogue)


def only(names: UnknownNames) -> UnknownName:
    (name,) = names.names
    return name


def test_catalogued_names_are_not_listed(catalogue: Catalogue) -> None:
    assert found("GPT-4o by OpenAI leads MMLU.", catalogue) == UnknownNames((), 1)


def test_people_and_organisations_are_not_listed(catalogue: Catalogue) -> None:
    text = "Kim Roe of the Dunmore Gazette likes GPT-4o."
    assert found(text, catalogue, {"Kim Roe": Kind.PERSON, "Dunmore Gazette": Kind.ORGANISATION}).names == ()


def test_members_of_a_family_are_one_name_with_their_spellings(catalogue: Catalogue) -> None:
    name = only(found(NOTE + "The model Zorvane-2 costs less than Zorvane-2 mini and Zorvane-3.", catalogue))
    assert (name.kind, name.name, name.mentions, name.documents) == (Kind.MODEL, "Zorvane", 4, 1)
    assert name.written == (("Zorvane-2", 2), ("Zorvane-2 mini", 1), ("Zorvane-3", 1))


def test_the_vendor_is_the_one_that_the_text_names(catalogue: Catalogue) -> None:
    assert only(found(NOTE, catalogue)).vendors == ("OpenAI",)


@pytest.mark.parametrize(
    ("text", "seen", "given", "origin"),
    [
        (NOTE, {}, (), Origin.SHAPE),
        (NOTE, {"Zorvane-2": Kind.MODEL}, (), Origin.SHAPE),
        ("Marlo sings beside GPT-4o.", {"Marlo": Kind.MODEL}, (), Origin.RECOGNISER),
        ("Marlo sings better than GPT-4o.", {}, ("Marlo",), Origin.GIVEN),
    ],
)
def test_what_made_a_name_of_the_words_is_told(
    text: str, seen: dict[str, Kind], given: tuple[str, ...], origin: Origin, catalogue: Catalogue
) -> None:
    assert only(found(text, catalogue, seen, given)).origins == (origin,)


def test_spellings_that_differ_in_case_blanks_and_hyphens_are_one_and_resembling_ones_are_not(catalogue: Catalogue) -> None:
    text = "GPT-4o was bought by Quor-Labs. Then Quor Labs and Quor sold it."
    seen = {"Quor-Labs": Kind.VENDOR, "Quor Labs": Kind.VENDOR, "Quor sold": Kind.VENDOR}
    names = found(text, catalogue, seen)
    assert [(name.name, name.mentions) for name in names.names] == [("Quor-Labs", 2), ("Quor sold", 1)]


def test_a_name_without_a_number_is_not_cut(catalogue: Catalogue) -> None:
    name = only(found("Plain Reasoning beats GPT-4o.", catalogue, {"Plain Reasoning": Kind.MODEL}))
    assert (name.name, catalogue_entry(name)) == ("Plain Reasoning", {"name": "Plain Reasoning"})


def test_counts_run_over_documents_and_excerpts_come_from_the_first_ones(catalogue: Catalogue) -> None:
    records = [record(NOTE * number, catalogue, id=id) for id, number in (("a", 2), ("b", 1), ("c", 3))]  # noqa: A001
    name = only(unknown_names(records, catalogue, passages=2))
    assert (name.mentions, name.documents) == (6, 3)
    assert [(place.document, place.span, place.words) for place in name.passages] == [
        ("a", Span(19, 28), "Zorvane-2"),
        ("b", Span(19, 28), "Zorvane-2"),
    ]
    assert name.passages[1].excerpt == NOTE.strip()


def test_an_excerpt_stays_in_its_paragraph_on_one_line(catalogue: Catalogue) -> None:
    text = "A heading\n\nNews:\nthe language model\tZorvane-2 \u202ebeats GPT-4o " + "by far " * 20 + "\n\nMore."
    excerpt = only(found(text, catalogue)).passages[0].excerpt
    assert excerpt == "News: the language model Zorvane-2 beats GPT-4o by far by far by far by far by far by far by …"


def test_names_of_more_documents_come_first(catalogue: Catalogue) -> None:
    records = [record(NOTE, catalogue), record("The model Brackle-7 is by Quor Labs. " * 3, catalogue), record(NOTE, catalogue)]
    names = unknown_names(records, catalogue).names
    assert [(name.kind, name.name) for name in names] == [(Kind.MODEL, "Zorvane"), (Kind.MODEL, "Brackle"), (Kind.VENDOR, "Quor Labs")]


def test_rare_names_and_other_kinds_can_be_left_out(catalogue: Catalogue) -> None:
    records = [record(NOTE * 2 + "Brackle-7 is by Quor Labs.", catalogue)]
    assert [name.name for name in unknown_names(records, catalogue, least=2).names] == ["Zorvane"]
    assert [name.name for name in unknown_names(records, catalogue, kinds=[Kind.VENDOR]).names] == ["Quor Labs"]


@pytest.mark.parametrize(
    ("written", "entry"),
    [
        ("Zorvane-2", {"name": "Zorvane", "join": "-", "context": True}),
        ("Zorvane 2.5", {"name": "Zorvane", "context": True}),
        ("Zorvane2.5", {"name": "Zorvane", "join": "", "context": True}),
        ("Zorvane-V2", {"name": "Zorvane", "join": "-", "mark": "V", "context": True}),
        ("ZorVane-7B", {"name": "ZorVane", "join": "-"}),
        ("Zorvane Spark 2.5", {"name": "Zorvane Spark"}),
        ("ZRV-2.5", {"name": "ZRV", "join": "-", "needs": "version"}),
    ],
)
def test_the_entry_of_a_family_says_how_its_versions_are_written(written: str, entry: dict[str, object], catalogue: Catalogue) -> None:
    text = f"The language model {written} beats GPT-4o."
    assert catalogue_entry(only(found(text, catalogue, {written: Kind.MODEL}))) == entry


def test_the_entry_of_a_benchmark_leaves_the_year_to_its_versions(catalogue: Catalogue) -> None:
    text = "GPT-4o was measured on PonderBowl 2024 and PonderBowl 2025."
    name = only(found(text, catalogue, {"PonderBowl 2024": Kind.BENCHMARK, "PonderBowl 2025": Kind.BENCHMARK}))
    assert catalogue_entry(name) == {"name": "PonderBowl", "versions": True}


@pytest.mark.parametrize("words", ["Zor: Vane", "Zor 'Vane", '"Zor" Vane', "Nö: {Zor}, [Vane]", "Zor&Vane", "4.10 Zor", "🎉Zor"])
def test_names_survive_being_written_as_yaml(words: str, catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "models.yml"
    names = found(f"The model {words} beats GPT-4o.", catalogue, given=(words,))
    with path.open("w", encoding="utf-8") as out:
        write(names, out, UnknownView())
    assert [entry["name"] for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["models"]] == [only(names).name]
