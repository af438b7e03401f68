"""What is found in a text by the catalogue: names, their one spelling, their parts, and what is no name."""

from itertools import pairwise
from pathlib import Path

import pytest

from claimscan.find.names import find_names
from claimscan.model import Entity, Kind, Mention, Span
from claimscan.rulebook.catalogue import Catalogue, load_catalogue
from claimscan.rulebook.located import Problems

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    problems = Problems()
    loaded = load_catalogue([(RULES, "rules")], problems)
    problems.raise_if_any()
    return loaded


def named(text: str, mentions: tuple[Mention, ...], kind: Kind = Kind.MODEL) -> list[tuple[str, str]]:
    """The words and the names of the mentions of one kind."""
    return [(mention.span.of(text), mention.name.name) for mention in mentions if mention.name.kind is kind]


def names(text: str, catalogue: Catalogue, kind: Kind = Kind.MODEL) -> list[str]:
    """The names of one kind, in order of place."""
    return [name for _, name in named(text, find_names(text, catalogue), kind)]


@pytest.mark.parametrize("noun", ["7B models", "7B chat models", "7B-Modelle"])
def test_a_size_that_describes_models_names_none(catalogue: Catalogue, noun: str) -> None:
    assert names(f"Mistral 7B beats other {noun}, the 7B wins.", catalogue) == ["Mistral 7B", "Mistral 7B"]


@pytest.mark.parametrize("text", ["Why it beats ChatGPT\n1. Code", "ChatGPT\nFast and versatile"])
def test_a_name_ends_with_its_line(catalogue: Catalogue, text: str) -> None:
    assert names(text, catalogue) == ["ChatGPT"]


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("Qwen 2.5", "Qwen2.5"),
        ("Qwen2.5", "Qwen2.5"),
        ("Qwen-2.5", "Qwen2.5"),
        ("Qwen\u00a02.5", "Qwen2.5"),
        ("GPT-4o", "GPT-4o"),
        ("GPT\u20114o", "GPT-4o"),
        ("gpt4o", "GPT-4o"),
        ("GPT 4o", "GPT-4o"),
        ("GPT-3,5", "GPT-3.5"),
        ("Claude 3,5 Sonnet", "Claude 3.5 Sonnet"),
        ("GPT-4o mini", "GPT-4o mini"),
        ("GPT-4o-mini", "GPT-4o mini"),
        ("Llama-2-70b", "Llama 2 70B"),
        ("Llama 2 70B", "Llama 2 70B"),
        ("LLaMA2 70B", "Llama 2 70B"),
        ("Claude 4 Opus", "Claude Opus 4"),
        ("Claude Opus 4", "Claude Opus 4"),
        ("Claude Sonnet 3.5", "Claude 3.5 Sonnet"),
        ("Midjourney V6", "Midjourney v6"),
        ("Midjourney 6", "Midjourney v6"),
        ("DeepSeek V3", "DeepSeek-V3"),
        ("Deepseek-V3", "DeepSeek-V3"),
        ("Stable-Diffusion XL", "SDXL"),
        ("Mixtral 8x22B Instruct", "Mixtral 8x22B Instruct"),
        ("Qwen3-235B-A22B", "Qwen3-235B-A22B"),
        ("Claude-3-5-Sonnet", "Claude 3.5 Sonnet"),
        ("claude-3-7-sonnet-20250219", "Claude 3.7 Sonnet 20250219"),
        ("claude-opus-4-1", "Claude Opus 4.1"),
        ("gemini-1-5-flash", "Gemini 1.5 Flash"),
        ("Llama-3-8B", "Llama 3 8B"),
        ("BitNet b1.58 3B", "BitNet b1.58 3B"),
        ("Flux.1 [dev]", "Flux.1 Dev"),
    ],
)
def test_one_name_for_all_spellings(spelled: str, name: str, catalogue: Catalogue) -> None:
    text = f"We ran {spelled} for a day."
    assert named(text, find_names(text, catalogue)) == [(spelled, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPT-4, GPT-4o and GPT-4.1 differ.", ["GPT-4", "GPT-4o", "GPT-4.1"]),
        ("Llama 3.1 is a family, Llama 3.1 405B its largest member.", ["Llama 3.1", "Llama 3.1 405B"]),
        ("Phi-3 and Phi-3.5 differ.", ["Phi-3", "Phi-3.5"]),
        ("o1, o1-mini and o3 reason.", ["o1", "o1-mini", "o3"]),
    ],
)
def test_members_of_a_family_are_never_merged(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert names(text, catalogue) == expected


def test_a_name_is_taken_apart_into_family_version_variant_and_size(catalogue: Catalogue) -> None:
    (mention,) = find_names("Qwen2.5-Coder-32B-Instruct", catalogue)
    name = mention.name
    assert (name.family, name.version, name.variant, name.size, name.known) == ("Qwen", "2.5", "Coder Instruct", "32B", True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Entwickler lobten GPT-4s Antworten.", "GPT-4"),
        ("Das Gemini-Modell der KI-Firma war schneller.", "Gemini"),
        ("Die KI-Branche staunte: Viele Claude-Nutzer wechselten.", "Claude"),
        ("ChatGPTs Antworten wurden kürzer.", "ChatGPT"),
        ("Der Abstand zu Deepseek-V3 schrumpft.", "Deepseek-V3"),
        ("Grok 4's answers were longer.", "Grok 4"),
        ("**Llama 3**: a short test", "Llama 3"),
    ],
)
def test_a_mention_holds_no_genitive_and_no_head_noun(text: str, words: str, catalogue: Catalogue) -> None:
    assert [spelled for spelled, _ in named(text, find_names(text, catalogue))] == [words]


@pytest.mark.parametrize(
    ("text", "vendor", "model"),
    [
        ("Am Dienstag stellte man Metas Llama 3 vor.", "Meta", "Llama 3"),
        ("OpenAIs GPT-4 lag vorn.", "OpenAI", "GPT-4"),
        ("Users like ChatGPT (OpenAI) best.", "OpenAI", "ChatGPT"),
        ("Google Gemini is here.", "Google", "Gemini"),
        ("Anthropic said Claude 3 Opus was ahead.", "Anthropic", "Claude 3 Opus"),
    ],
)
def test_a_model_has_its_vendor_where_the_text_names_it(text: str, vendor: str, model: str, catalogue: Catalogue) -> None:
    found = find_names(text, catalogue)
    assert {(m.name.name, m.name.vendor) for m in found} == {(vendor, None), (model, vendor)}


def test_a_model_has_no_vendor_where_the_text_names_none(catalogue: Catalogue) -> None:
    (mention,) = find_names("GPT-4 lag vorn.", catalogue)
    assert mention.name.vendor is None


@pytest.mark.parametrize(
    "text",
    [
        "A Falcon 9 rocket lifted off.",
        "Her zodiac sign is Gemini, his is Leo.",
        "Llamas outrun alpacas in the hills.",
        "Claude Monet painted the pond at dawn.",
        "They sailed on the Aurora towards the Arctic.",
        "See https://example.org/gpt-4/llama-3 for more.",
        "Thanks to @claude and #gemini for the tip.",
        "Write to llama@gpt-4.example today.",
        "ein Barde ohne Laute",
    ],
)
def test_other_things_of_the_same_name_are_no_models(text: str, catalogue: Catalogue) -> None:
    assert names(text, catalogue) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claude is a chatbot.", ["Claude"]),
        ("Claude outdid Gemini.", ["Claude", "Gemini"]),
        ("Gemini outdid GPT-4.", ["Gemini", "GPT-4"]),
        ("Claude 3 came first.", ["Claude 3"]),
        ("IBM ships Granite with its language models.", ["Granite"]),
    ],
)
def test_a_common_word_is_a_model_in_the_right_company(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert names(text, catalogue) == expected


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The startup DeepSeek surprised everyone in AI.", "DeepSeek", Kind.VENDOR),
        ("DeepSeek released GPT-4 rivals.", "DeepSeek", Kind.VENDOR),
        ("Das KI-Unternehmen Mistral plant ein Rechenzentrum.", "Mistral", Kind.VENDOR),
        ("We asked the chatbot DeepSeek for advice.", "DeepSeek", Kind.MODEL),
        ("Small models such as Gemma 2, Mistral and Phi-3 run on laptops.", "Mistral", Kind.MODEL),
        ("Firms such as OpenAI, Mistral and Anthropic hire.", "Mistral", Kind.VENDOR),
        ("Midjourney draws better hands than DALL-E 3.", "Midjourney", Kind.MODEL),
    ],
)
def test_maker_or_model_is_told_by_what_stands_around(text: str, words: str, kind: Kind, catalogue: Catalogue) -> None:
    assert [m.name.kind for m in find_names(text, catalogue) if m.span.of(text) == words] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DeepSeek praised it: R1 is cheap.", ["DeepSeek-R1"]),
        ("Kimi K2 came in July, K2.5 in January.", ["Kimi K2", "Kimi K2.5"]),
        ("Claude 3 Opus is slow; Opus also costs more.", ["Claude 3 Opus", "Claude 3 Opus"]),
        ("Llama 4 has members; Maverick is one.", ["Llama 4", "Llama 4 Maverick"]),
        ("Llama 3 and Llama 4 have members. Maverick is one.", ["Llama 3", "Llama 4", "Llama Maverick"]),
        ("Meta shows the Llama 4 models, Scout and Maverick; Llama 3 is old.", ["Llama 4", "Llama 4 Scout", "Llama 4 Maverick", "Llama 3"]),
        ("DeepSeek R1 is cheap. Google's own V2 is not.", ["DeepSeek-R1"]),
        ("Google's Gemini 3 Deep Think is out. Deep Think is slow.", ["Gemini 3 Deep Think", "Gemini 3 Deep Think"]),
        ("Google's Gemini 2.5 Flash-Lite is out. Flash-Lite is small.", ["Gemini 2.5 Flash-Lite", "Gemini 2.5 Flash-Lite"]),
        ("Google's Gemini 2.5 Flash is out. Adobe Flash is old.", ["Gemini 2.5 Flash"]),
        ("Google's Gemini 2.5 Pro is out. Flash is next.", ["Gemini 2.5 Pro"]),
        ("GPT-4o is new. We like 4o.", ["GPT-4o", "GPT-4o"]),
        ("Llama 3.1 8B, 70B and 405B were tested.", ["Llama 3.1 8B", "Llama 3.1 70B", "Llama 3.1 405B"]),
        ("Llama 3.1 70B is large. The 70B needs two cards.", ["Llama 3.1 70B", "Llama 3.1 70B"]),
        ("Gemini 1.5 Pro und Flash sind schnell.", ["Gemini 1.5 Pro", "Gemini 1.5 Flash"]),
        ("Gemini 2.5 Pro is dear, 2.5 Flash is not; 2.5 million people use it.", ["Gemini 2.5 Pro", "Gemini 2.5 Flash"]),
        ("GPT-4.1 is dear. The new 4.1 mini is not.", ["GPT-4.1", "GPT-4.1 mini"]),
        ("we ran gpt-4o and 2.5 flash", ["GPT-4o", "Gemini 2.5 Flash"]),
        ("Quarzit 3 Flash is no GPT-4o.", ["Quarzit 3 Flash", "GPT-4o"]),
        ("Qwen3.5/3.6 laufen hier.", ["Qwen3.5", "Qwen3.6"]),
        ("Rivals are o1, o3 and R1.", ["o1", "o3", "DeepSeek-R1"]),
        ("Sonnet 4.5 writes code for AI firms.", ["Claude Sonnet 4.5"]),
    ],
)
def test_short_forms_go_to_the_name_meant(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert names(text, catalogue) == expected


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4 runs on the M2 chip and needs 70B of something.",
        "GPT-4 came in Q3, R2 did not.",
        "ChatGPT 400 million users later, GPT-4 followed.",
    ],
)
def test_a_short_form_without_a_full_name_is_left_alone(text: str, catalogue: Catalogue) -> None:
    assert set(names(text, catalogue)) <= {"GPT-4", "ChatGPT"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It scored 80 on MMLU-Pro.", ["MMLU-Pro"]),
        ("Results on AIME 2025 rose.", ["AIME 2025"]),
        ("Im MMLU-Benchmark lag es vorn.", ["MMLU"]),
    ],
)
def test_benchmarks_keep_their_year(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert names(text, catalogue, Kind.BENCHMARK) == expected


def test_mentions_are_in_order_and_overlap_nowhere(catalogue: Catalogue) -> None:
    text = (
        "Meta AI's Llama 3.1 405B, Google Gemini 2.5 Pro, DeepSeek-R1-Distill-Qwen-32B, Mistral Large 2, Code Llama 34B on MMLU-Pro. " * 3
    )
    spans = [mention.span for mention in find_names(text, catalogue)]
    assert spans == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert len(spans) == 24


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "İstanbul ſ ß GPT-4", "\ud800 GPT-4", "GPT-4" * 2000, "[" * 5000, "A-" * 5000, "用GPT-4测试"]
)
def test_any_text_gives_spans_that_lie_in_it(text: str, catalogue: Catalogue) -> None:
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in find_names(text, catalogue))


def test_offsets_hold_where_lower_case_is_longer(catalogue: Catalogue) -> None:
    text = "İİİ GPT-4o   mini and   Stable\n  Diffusion 3"
    assert [words for words, _ in named(text, find_names(text, catalogue))] == ["GPT-4o", "Stable\n  Diffusion 3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qwen 2.5-Max is out. Qwen writes well, says an AI lab.", ["Qwen2.5-Max", "Qwen2.5-Max"]),
        ("Gemma 4 ist da. Mit Gemma arbeitet es sich gut.", ["Gemma 4", "Gemma 4"]),
        ("Qwen writes well. Qwen 2.5-Max is out.", ["Qwen", "Qwen2.5-Max"]),
        ("Qwen 2.5 and Qwen3 differ. Qwen writes well.", ["Qwen2.5", "Qwen3", "Qwen"]),
        ("Qwen 2.5-Max is out. The Qwen family grows.", ["Qwen2.5-Max", "Qwen"]),
        ("Qwen 2.5-Max ist da. Die Qwen-Modelle wachsen.", ["Qwen2.5-Max", "Qwen"]),
        ("GLM-5 is out. Chinese models (GLM, Qwen) sell.", ["GLM-5", "GLM", "Qwen"]),
        ("Qwen 2.5-Max is out. Alibaba's Qwen sells.", ["Qwen2.5-Max", "Qwen"]),
        ("Claude 3 Opus is an AI. Claude writes well.", ["Claude 3 Opus", "Claude"]),
        ("Pillar-2 beats GPT-4. Critics love Pillar.", ["Pillar-2", "GPT-4", "Pillar-2"]),
    ],
)
def test_a_bare_family_name_means_the_one_member_named_before(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert names(text, catalogue) == expected


def test_a_short_form_joined_to_another_word_is_not_the_known_model(catalogue: Catalogue) -> None:
    assert "GPT-4o" not in names("Quarzit-4o is an AI model by OpenAI.", catalogue)


def test_an_adverb_of_time_before_a_verb_of_the_passive_is_no_name(catalogue: Catalogue) -> None:
    text = "MiniMax M2 led the open models. Later it was overtaken by GPT-4o."
    assert names(text, catalogue) == ["MiniMax-M2", "GPT-4o"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gemini Ultra is out. In tests, Ultra beats GPT-4.", ["Gemini Ultra", "Gemini Ultra", "GPT-4"]),
        (
            "Google's Gemini comes in two sizes, Ultra and Pro. Ultra, the larger one, is slow.",
            ["Gemini", "Gemini Ultra", "Gemini Pro", "Gemini Ultra"],
        ),
        ("Gemini 1.5 Pro is out; on charts Pro leads.", ["Gemini 1.5 Pro", "Gemini 1.5 Pro"]),
    ],
)
def test_a_variant_alone_means_the_model_named_in_full(catalogue: Catalogue, text: str, expected: list[str]) -> None:
    assert names(text, catalogue) == expected


@pytest.mark.parametrize(
    "rest",
    ["Ultra users pay more.", "It runs on the Ultra X2.", "The phone is sold to Plus, Ultra and Free users.", "Apple's Ultra is a watch."],
)
def test_a_variant_beside_other_names_or_buyers_names_no_model(catalogue: Catalogue, rest: str) -> None:
    assert names(f"Gemini Ultra is out. {rest}", catalogue) == ["Gemini Ultra"]


def test_initials_in_brackets_behind_a_model_stand_for_it(catalogue: Catalogue) -> None:
    text = "Google's AlphaFold 3 (AF3) is out. AF3 beats RoseTTAFold."
    found = named(text, find_names(text, catalogue, given=("AF3",)))
    assert found[:3] == [("AlphaFold 3", "AlphaFold 3"), ("AF3", "AlphaFold 3"), ("AF3", "AlphaFold 3")]


@pytest.mark.parametrize("remark", ["a startup from Oslo", "a small Norwegian startup founded in 2022"])
def test_a_remark_tells_that_a_name_is_a_maker(catalogue: Catalogue, remark: str) -> None:
    text = f"Fjordmind, {remark}, has unveiled a model. It beats GPT-4o."
    assert "Fjordmind" in names(text, catalogue, Kind.VENDOR)


def test_a_place_before_a_remark_is_no_maker(catalogue: Catalogue) -> None:
    text = "In Oslo, a startup, unknown so far, has built a rival of GPT-4o."
    assert names(text, catalogue, Kind.VENDOR) == []


def test_a_place_is_no_maker_and_no_model_whoever_takes_it_for_one(catalogue: Catalogue) -> None:
    text = "Models from Jordan trail GPT-4o."
    place = Span(text.index("Jordan"), text.index("Jordan") + len("Jordan"))
    guesses = [Entity(kind, place) for kind in (Kind.VENDOR, Kind.MODEL)]
    assert [named(text, find_names(text, catalogue, [guess])) for guess in guesses] == [[("GPT-4o", "GPT-4o")]] * 2
