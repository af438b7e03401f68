"""Names that no catalogue lists: shapes, makers, names given by the caller, and what a recogniser adds."""

import pickle
from pathlib import Path

import pytest

from claimscan.find.names import find_names
from claimscan.model import Entity, Kind, Span
from claimscan.rulebook.catalogue import Catalogue, load_catalogue
from claimscan.rulebook.located import Problems

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue([(RULES, "rules")], Problems())


def models(text: str, catalogue: Catalogue, entities: tuple[Entity, ...] = (), given: tuple[str, ...] = ()) -> list[str]:
    """The words of all mentions of models, in order."""
    return [m.span.of(text) for m in find_names(text, catalogue, entities, given) if m.name.kind is Kind.MODEL]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pillar-2 beats GPT-4.", ["Pillar-2", "GPT-4"]),
        ("Tamarisk 4 schlägt GPT-4.", ["Tamarisk 4", "GPT-4"]),
        ("The lab's Quarrel-7B runs on laptops.", ["Quarrel-7B"]),
        ("Isar 3.5 Max liegt vor Gemini 2.5 Pro.", ["Isar 3.5 Max", "Gemini 2.5 Pro"]),
        ("Ostrich X1 Pro trails Claude 3 Opus.", ["Ostrich X1 Pro", "Claude 3 Opus"]),
        ("Bramble Mini is on a par with GPT-4o mini.", ["Bramble Mini", "GPT-4o mini"]),
        ("Auf dem MMLU erreicht Zwieback-13B-Instruct 61 Punkte.", ["Zwieback-13B-Instruct"]),
        ("Torf-LM und MoorGPT sind deutsche Sprachmodelle.", ["Torf-LM", "MoorGPT"]),
        ("Say hello to Wicket 2, our new AI model; Wicket 1 is retired.", ["Wicket 2", "Wicket 1"]),
        ("Flachs-8x7B übertrifft Mixtral 8x7B.", ["Flachs-8x7B", "Mixtral 8x7B"]),
    ],
)
def test_a_shape_beside_ai_is_a_model(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert models(text, catalogue) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The model krone-qwen2-7b-instruct beats GPT-4.", ["krone-qwen2-7b-instruct", "GPT-4"]),
        ("The model x7-mistral-7b-instruct beats GPT-4.", ["x7-mistral-7b-instruct", "GPT-4"]),
        ("The model nvidia-llama-3-8b beats GPT-4.", ["llama-3-8b", "GPT-4"]),
        ("A non-gpt-4 model and a Qwen2-7B-Instruct.", ["gpt-4", "Qwen2-7B-Instruct"]),
    ],
)
def test_a_name_in_small_letters_is_taken_whole(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert models(text, catalogue) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Windows 11", "an iPhone 15", "Section 3", "Figure 2", "the Top 10", "an H100", "Covid-19", "Formula 1", "COP28", "a Boeing 737",
        "a Galaxy S24", "May 2024", "May 12", "Q3 2025", "Python 3.12", "CUDA 12", "Apache 2.0", "Chapter 7", "Phase 2", "Level 3",
        "a MacBook Pro", "Kapitel 3", "Platz 1", "Stufe 2", "Stand 15. Mai", "Uhr 12", "PyTorch 2.1", "the Ryzen 9", "the RTX 4090",
        "Abbildung 4", "Elo 1400", "RTX-4090", "Snapdragon 8", "Bluetooth 5", "Series B", "the Pixel 9 Pro",
    ],
)  # fmt: skip
def test_things_with_numbers_are_no_models_beside_ai(words: str, catalogue: Catalogue) -> None:
    assert models(f"GPT-4 is an AI model and {words} is not.", catalogue) == ["GPT-4"]


@pytest.mark.parametrize("text", ["The Corsa-2 outsells the Panda-4.", "Pump-3 leaks again.", "Orchid Mini smells best."])
def test_a_shape_in_a_text_on_other_things_is_no_model(text: str, catalogue: Catalogue) -> None:
    assert models(text, catalogue) == []


def test_an_enumeration_is_no_series_of_models(catalogue: Catalogue) -> None:
    text = "Bauteil 1 lädt GPT-4. Bauteil 2 fragt GPT-4. Bauteil 3 prüft GPT-4."
    assert set(models(text, catalogue)) == {"GPT-4"}


def test_an_unknown_model_is_kept_as_written_and_says_so(catalogue: Catalogue) -> None:
    text = "Pillar-2 Max beats GPT-4."
    name = find_names(text, catalogue)[0].name
    assert (name.name, name.known, name.family, name.version, name.variant) == ("Pillar-2 Max", False, "Pillar", "2", "Max")


def test_spellings_of_an_unknown_model_are_one_name(catalogue: Catalogue) -> None:
    found = find_names("Pillar-2 beats GPT-4. Pillar 2 is cheap.", catalogue)
    assert [m.name.name for m in found] == ["Pillar-2", "GPT-4", "Pillar-2"]


def test_an_unknown_family_is_found_where_it_stands_bare(catalogue: Catalogue) -> None:
    assert models("Pillar-2 beats GPT-4. Critics love Pillar.", catalogue) == ["Pillar-2", "GPT-4", "Pillar"]


def test_a_bare_word_that_the_text_also_uses_in_small_letters_is_no_name(catalogue: Catalogue) -> None:
    assert models("Pillar-2 beats GPT-4. Pillar of wisdom, pillar of AI.", catalogue) == ["Pillar-2", "GPT-4"]


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("The startup Wobbel's Pillar-2 beats GPT-4.", "Wobbel"),
        ("Pillar-2 von Wobbel Labs schlägt GPT-4.", "Wobbel Labs"),
        ("Pillar-2 by Google beats GPT-4.", "Google"),
        ("Pillar-2 (Google) beats GPT-4.", "Google"),
        ("Googles Pillar-2 schlägt GPT-4.", "Google"),
    ],
)
def test_an_unknown_model_has_the_vendor_that_the_text_gives_it(text: str, vendor: str, catalogue: Catalogue) -> None:
    assert [m.name.vendor for m in find_names(text, catalogue) if m.name.family == "Pillar"] == [vendor]


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Wobbel Labs unveiled an AI model.", "Wobbel Labs"),
        ("GPT-4 and the startup Wobbel were named.", "Wobbel"),
        ("Das KI-Startup Wobbel sammelt Geld.", "Wobbel"),
        ("GPT-4 competes with a model by Wobbel AI.", "Wobbel AI"),
    ],
)
def test_unknown_makers_are_vendors(text: str, maker: str, catalogue: Catalogue) -> None:
    found = [m for m in find_names(text, catalogue) if m.name.kind is Kind.VENDOR]
    assert [(m.span.of(text), m.name.known) for m in found] == [(maker, False)]


@pytest.mark.parametrize(
    "text",
    [
        "A survey of Socialist AI and GPT-4.",
        "Funded by the big Startup Fund for AI.",
        "Generative AI is here.",
        "Open Source AI wins.",
        "Responsible AI needs LLMs.",
        "Market Research says so of AI.",
    ],
)
def test_phrases_about_ai_are_no_makers(text: str, catalogue: Catalogue) -> None:
    assert [m for m in find_names(text, catalogue) if m.name.kind is Kind.VENDOR] == []


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("plover is quick, and Plover is cheap.", ("Plover",), ["plover", "Plover"]),
        ("The Zither beats everything.", ("Zither",), ["Zither"]),
        ("Zithers and a zithern.", ("Zither",), ["Zither"]),
        ("Zithers Antworten sind gut.", ("Zither",), ["Zither"]),
        ("Llama 3 70B wins over Llama 3.", ("Llama 3",), ["Llama 3 70B", "Llama 3"]),
        ("Claude sang.", ("Claude",), ["Claude"]),
        ("Nothing here.", ("", " "), []),
    ],
)
def test_given_names_are_models_wherever_they_stand(text: str, given: tuple[str, ...], expected: list[str], catalogue: Catalogue) -> None:
    assert models(text, catalogue, given=given) == expected


def test_a_given_name_that_the_catalogue_has_keeps_its_canonical_name(catalogue: Catalogue) -> None:
    (mention,) = find_names("Claude sang.", catalogue, given=("claude",))
    assert (mention.name.name, mention.name.known) == ("Claude", True)


def entity(text: str, words: str, kind: Kind) -> Entity:
    start = text.index(words)
    return Entity(kind, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.MODEL, "Plover"),
        (Kind.VENDOR, "Wobbel"),
        (Kind.PERSON, "Ada Quill"),
        (Kind.ORGANISATION, "Daily Bugle"),
        (Kind.BENCHMARK, "SumBowl"),
    ],
)
def test_recognised_names_are_taken_beside_the_catalogue(kind: Kind, words: str, catalogue: Catalogue) -> None:
    text = f"GPT-4 lost, as {words} showed."
    found = find_names(text, catalogue, (entity(text, words, kind),))
    assert [(m.span.of(text), m.name.kind, m.name.known) for m in found] == [("GPT-4", Kind.MODEL, True), (words, kind, False)]


@pytest.mark.parametrize(
    ("words", "kind"), [("GPT-4 and Llama", Kind.ORGANISATION), ("GPT-4", Kind.PERSON), ("OpenAI's GPT-4", Kind.VENDOR)]
)
def test_the_catalogue_is_believed_before_a_recogniser(words: str, kind: Kind, catalogue: Catalogue) -> None:
    text = "OpenAI's GPT-4 and Llama 3 met."
    found = find_names(text, catalogue, (entity(text, words, kind),))
    assert [m.name.name for m in found] == ["OpenAI", "GPT-4", "Llama 3"]


@pytest.mark.parametrize("words", ["the", "three small words", "12", "Windows", "Torrent-Link", "\n", "“”"])
def test_what_cannot_be_a_name_is_not_taken_from_a_recogniser(words: str, catalogue: Catalogue) -> None:
    text = f"GPT-4 lost to {words} here."
    assert models(text, catalogue, (entity(text, words, Kind.MODEL),)) == ["GPT-4"]


def test_a_recognised_model_is_taken_where_the_recogniser_overlooked_it(catalogue: Catalogue) -> None:
    text = "Plover won. Experts say Plover is cheap."
    assert models(text, catalogue, (entity(text, "Plover", Kind.MODEL),)) == ["Plover", "Plover"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We tried GPT-4, Roo Plink, Wumm and Claude 3.", ["GPT-4", "Roo Plink", "Wumm", "Claude 3"]),
        ("Wir testeten GPT-4, Wumm und Claude 3.", ["GPT-4", "Wumm", "Claude 3"]),
        ("We tried GPT-4, Musk said, and Claude 3.", ["GPT-4", "Claude 3"]),
        ("We tried GPT-4, Tuesday and Claude 3.", ["GPT-4", "Claude 3"]),
    ],
)
def test_an_item_between_models_in_a_list_is_a_model(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert models(text, catalogue) == expected


def test_a_shape_that_a_recogniser_also_sees_needs_no_context(catalogue: Catalogue) -> None:
    text = "Orchid Mini smells best. We love Orchid."
    assert models(text, catalogue, (entity(text, "Orchid Mini", Kind.MODEL),)) == ["Orchid Mini", "Orchid"]


def test_a_longer_recognised_model_is_taken_for_its_last_words(catalogue: Catalogue) -> None:
    text = "GPT-4 lost to Cobbler Dream 2."
    assert models(text, catalogue, (entity(text, "Cobbler Dream 2", Kind.MODEL),)) == ["GPT-4", "Cobbler Dream 2"]


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        ("Im Test ist Lynxa 3 GPT-5 überlegen.", "Lynxa 3 GPT-5", ["Lynxa 3", "GPT-5"]),
        ("Im Test kam Lynxa 3 Llama 4 nah.", "Lynxa 3 Llama 4", ["Lynxa 3", "Llama 4"]),
    ],
)
def test_two_names_that_stand_side_by_side_are_two_where_a_recogniser_sees_one(
    text: str, whole: str, expected: list[str], catalogue: Catalogue
) -> None:
    assert models(text, catalogue, (entity(text, whole, Kind.MODEL),)) == expected


def test_a_noun_is_no_part_of_a_recognised_name(catalogue: Catalogue) -> None:
    text = "GPT-4 lost to the Plover gadget."
    assert models(text, catalogue, (entity(text, "Plover gadget", Kind.MODEL),)) == ["GPT-4", "Plover"]


def test_a_phrase_that_rules_a_name_out_holds_against_a_recogniser(catalogue: Catalogue) -> None:
    text = "GPT-4 describes Claude Monet."
    assert models(text, catalogue, (entity(text, "Claude Monet", Kind.MODEL),)) == ["GPT-4"]


def test_a_last_name_is_the_person_named_in_full_before(catalogue: Catalogue) -> None:
    text = "Ada Quill praised GPT-4. Quill also tested Llama 3."
    first, second = entity(text, "Ada Quill", Kind.PERSON), Entity(Kind.PERSON, Span(text.rindex("Quill"), text.rindex("Quill") + 5))
    persons = [m.name.name for m in find_names(text, catalogue, (first, second)) if m.name.kind is Kind.PERSON]
    assert persons == ["Ada Quill", "Ada Quill"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Google chief scientist Ada Quill said GPT-4 lost.", "Ada Quill", Kind.PERSON),
        ("KI-Chef Ada Quill sagte, GPT-4 verliere.", "Ada Quill", Kind.PERSON),
        ("The chief rival Plover Two lost to GPT-4.", "Plover Two", Kind.MODEL),
        ("The researcher Plover lost to GPT-4.", "Plover", Kind.MODEL),
    ],
)
def test_behind_a_title_stands_a_person(text: str, words: str, kind: Kind, catalogue: Catalogue) -> None:
    found = {m.span.of(text): m.name.kind for m in find_names(text, catalogue, (entity(text, words, Kind.MODEL),))}
    assert found[words] == kind


def test_a_last_name_is_the_persons_whatever_else_it_looks_like(catalogue: Catalogue) -> None:
    text = "Ada Quill praised GPT-4. Quill also sells Llama 3."
    second = Entity(Kind.VENDOR, Span(text.rindex("Quill"), text.rindex("Quill") + 5))
    found = [(m.name.kind, m.name.name) for m in find_names(text, catalogue, (entity(text, "Ada Quill", Kind.PERSON), second))]
    assert found.count((Kind.PERSON, "Ada Quill")) == 2


def test_a_title_is_no_part_of_a_name(catalogue: Catalogue) -> None:
    text = "Mitgründerin Ada Quill lobte GPT-4."
    found = find_names(text, catalogue, (entity(text, "Mitgründerin Ada Quill", Kind.PERSON),))
    assert [m.name.name for m in found if m.name.kind is Kind.PERSON] == ["Ada Quill"]


def test_a_score_behind_a_listed_model_is_no_version(catalogue: Catalogue) -> None:
    assert models("42.4 for Gemma 3 and 43.4 for Mistral 7B", catalogue) == ["Gemma 3", "Mistral 7B"]


def test_a_catalogue_can_be_handed_to_another_process(catalogue: Catalogue) -> None:
    copy = pickle.loads(pickle.dumps(catalogue))  # noqa: S301 - our own bytes
    text = "Pillar-2 beats GPT-4o, says OpenAI."
    assert find_names(text, copy) == find_names(text, catalogue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("try plover 1.5 8b, it beats qwen3 8b", ["plover 1.5 8b", "qwen3 8b"]),
        ("plover-2-32b hangs with gpt-4o", ["plover-2-32b", "gpt-4o"]),
        ("plover xl is way better than sdxl imo", ["plover xl", "sdxl"]),
        ("gpt-4o is worse than plover 1.8 at math", ["gpt-4o", "plover 1.8"]),
        ("sonnet 4.5 > gpt-5 but opus 4.1 is slow", ["sonnet 4.5", "gpt-5", "opus 4.1"]),
        ("4.5 haiku > 4 sonnet for boilerplate", ["4.5 haiku", "4 sonnet"]),
        ("tiers: S gpt-5, A opus 4.5", ["gpt-5", "opus 4.5"]),
    ],
)
def test_names_in_small_letters_are_models_beside_known_ones_in_small_letters(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert models(text, catalogue) == expected


@pytest.mark.parametrize(
    "words",
    ["temp 0.7", "about 8b tokens", "rocm 6.2", "sub-8b quants", "cuda 12.4", "version 1.5", "got 45.3 points", "a haiku 3 lines long"],
)
def test_other_words_before_numbers_are_no_models_in_small_letters(words: str, catalogue: Catalogue) -> None:
    assert models(f"qwen3 8b is fine, {words} and gpt-4o", catalogue) == ["qwen3 8b", "gpt-4o"]


def test_a_word_in_small_letters_before_a_size_is_no_model_among_names_with_capitals(catalogue: Catalogue) -> None:
    assert models("We compare plover-8b tables with GPT-4o.", catalogue) == ["GPT-4o"]


@pytest.mark.parametrize(
    "text",
    [
        "Gemini passed the tanker Falcon in the fog.",
        "Our cat Claude is cleverer than Bard next door.",
        "Am Hafen lag die Yacht Gemini vor der Falcon.",
    ],
)
def test_in_a_sentence_of_another_world_names_do_not_bear_each_other_out(text: str, catalogue: Catalogue) -> None:
    names = ("Gemini", "Falcon", "Claude", "Bard")
    guesses = tuple(entity(text, name, Kind.MODEL) for name in names if name in text)
    assert models(text, catalogue, guesses) == []


@pytest.mark.parametrize("text", ["Claude knows more of my cat than GPT-4o does.", "Claude beats Gemini at drawing."])
def test_a_sure_name_or_no_other_world_leaves_them_models(text: str, catalogue: Catalogue) -> None:
    assert "Claude" in models(text, catalogue)
