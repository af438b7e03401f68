import pytest

from claimscan.language import LIKELY, detect, told_by_words
from claimscan.model import Span

SUPPORTED = ("de", "en")
GERMAN_WITH_ENGLISH_NAMES = (
    "Mit Gemini 3 Flash Thinking, GPT-6 mini, Claude Opus Next und Llama Scout Instruct stehen vier Modelle bereit. "
    "Apple Intelligence, Microsoft Copilot Studio und Google Workspace nutzen sie bereits."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The new model beats its rivals in most of the tests that were run.", "en"),
        ("Das neue Modell schlägt seine Konkurrenten in den meisten Tests.", "de"),
        ("Het nieuwe model verslaat zijn concurrenten in de meeste tests.", "nl"),
        ("Le nouveau modèle dépasse ses concurrents dans la plupart des tests.", "fr"),
        ("El nuevo modelo supera a sus competidores en casi todas las pruebas.", "es"),
        ("Nowy model pokonuje swoich konkurentów w większości testów.", "pl"),
        ("今天阿里巴巴发布了 Qwen 9 Max 模型", "zh"),
        ("アリババは新しいモデル Qwen 9 を発表した", "ja"),
        ("알리바바가 새 모델 Qwen 9를 발표했다", "ko"),
    ],
)
def test_a_sentence_is_told_by_its_language(text: str, language: str) -> None:
    found = detect(text, SUPPORTED)
    assert (found.language, found.certain) == (language, True)


def test_a_german_text_full_of_english_product_names_is_german() -> None:
    assert detect(GERMAN_WITH_ENGLISH_NAMES, SUPPORTED).language == "de"


@pytest.mark.parametrize("text", ["", " \n ", "12 34 5.6", "GPT-4o vs. o3", "QWEN3 → GPT5", "😀 … —"])
def test_where_nothing_speaks_for_a_language_none_is_told(text: str) -> None:
    found = detect(text, SUPPORTED)
    assert (found.language, found.certain) == (None, False)


@pytest.mark.parametrize("text", ["Aro 3 ist da", GERMAN_WITH_ENGLISH_NAMES * 50, "Per Acme: Aro > Bex on code."])
def test_the_answer_never_changes(text: str) -> None:
    assert len({detect(text, SUPPORTED) for _ in range(5)}) == 1


def test_known_names_do_not_count() -> None:
    text = "Der Turm von Babel beats The Winner Takes It All And More Of That"
    name = "The Winner Takes It All And More Of That"
    start = text.index(name)
    assert detect(text, SUPPORTED, [Span(start, start + len(name))]).language == "de"


def test_only_the_head_of_a_long_text_is_read() -> None:
    german = "Das neue Modell schlägt seine Konkurrenten in den meisten Tests. " * 80
    assert detect(german + "The rest is in English. " * 5000, SUPPORTED).language == "de"


def test_blanked_front_matter_does_not_use_up_the_sample() -> None:
    assert detect(" \n" * 10_000 + "Das neue Modell schlägt seine Konkurrenten.", SUPPORTED).language == "de"


@pytest.mark.parametrize("supported", [("fi",), ("de", "en", "fi")])
def test_a_language_that_there_are_rules_for_is_told(supported: tuple[str, ...]) -> None:
    assert detect("Uusi malli päihittää kilpailijansa useimmissa testeissä.", supported).language == "fi"


def test_a_language_without_a_profile_does_no_harm() -> None:
    assert detect("The new model beats its rivals in most of the tests.", ("en", "xx")).language == "en"


WORDS = {
    "en": frozenset(
        ["the", "a", "of", "in", "on", "to", "and", "is", "was", "that", "which", "it", "its", "for", "with", "than", "by", "as"]
    ),
    "de": frozenset(
        ["der", "die", "das", "den", "dem", "ein", "eine", "und", "ist", "war", "dass", "es", "in", "von", "mit", "als", "im", "auf", "für"]
    ),
}
ENGLISH = "The model that was shown in May is faster than its rivals, and it is cheaper to run on the chips of the company. "
GERMAN = "Das Modell, das im Mai gezeigt wurde, ist schneller als die Konkurrenz, und es ist auf den Chips der Firma günstiger. "
DUTCH = "Het model dat in mei werd getoond, is sneller dan de concurrentie en goedkoper op de chips van het bedrijf. "


@pytest.mark.parametrize(("text", "language"), [(ENGLISH * 2, "en"), (GERMAN * 2, "de"), (GERMAN * 14 + ENGLISH * 90, "de")])
def test_clear_function_words_tell_the_language(text: str, language: str) -> None:
    found = told_by_words(text, WORDS)
    assert found is not None
    assert (found.language, found.certain) == (language, True)


@pytest.mark.parametrize("text", ["", "GPT-5 is out", DUTCH * 4, GERMAN * 3 + ENGLISH * 3, "Veltora Quendel Halcyon " * 40])
def test_doubtful_function_words_tell_nothing(text: str) -> None:
    assert told_by_words(text, WORDS) is None


def test_without_languages_no_word_tells_one() -> None:
    assert told_by_words(ENGLISH * 2, {}) is None


@pytest.mark.parametrize("text", ["Ember 4 thinks like o1 and it talks like GPT-4o.", "I like the Ember better than my own."])
def test_a_few_words_tell_the_likely_language(text: str) -> None:
    words = {**WORDS, "en": WORDS["en"] | {"like", "my", "i"}}
    found = told_by_words(text, words, LIKELY)
    assert found is not None
    assert found.language == "en"


def test_likely_is_not_said_of_another_language() -> None:
    assert told_by_words("Ember 4 is beter dan Lark 2 in alle tests", WORDS, LIKELY) is None
