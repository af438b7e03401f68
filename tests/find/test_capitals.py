import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimscan.find.capitals import recased
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.load import load_rulebooks
from claimscan.rulebook.vocabulary import Vocabulary

RULEBOOKS = load_rulebooks()
KNOWN = Vocabulary(RULEBOOKS.languages).has


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return RULEBOOKS.catalogue


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("DEEPSEEK-R1 BEATS OPENAI O1", "DeepSeek-R1 beats OpenAI o1"),
        ("QWEN 2.5 ÜBERTRIFFT GPT-4O DEUTLICH", "Qwen 2.5 übertrifft GPT-4o deutlich"),
        ("GPT-4 TURBO DID NOT OUTPERFORM OPENAI'S O3", "GPT-4 Turbo did not outperform OpenAI's o3"),
        ("PELLUCID 4 SURPASSES MIXTRAL 8X7B", "Pellucid 4 surpasses Mixtral 8x7B"),
        ("NIMBEX PRO DID BETTER THAN GEMINI ULTRA", "Nimbex Pro did better than Gemini Ultra"),
        ("Brindle 3 Is Better Than Gemini Pro", "Brindle 3 is better than Gemini Pro"),
    ],
)
def test_only_names_keep_their_capitals_in_a_headline(line: str, written: str, catalogue: Catalogue) -> None:
    assert recased(line, catalogue, KNOWN) == written


@pytest.mark.parametrize(
    "line",
    [
        "Brindle 3 beats GPT-4o in coding, says OpenAI",
        "MMLU, GSM8K",
        "- DROP : Komplexe Aufgaben und lange Texte",
        "OpenAI hat GPT-5 vorgestellt",
    ],
)
def test_other_lines_stay_as_they_are(line: str, catalogue: Catalogue) -> None:
    assert recased(line, catalogue, KNOWN) == line


def test_a_word_is_written_as_in_the_rest_of_the_text(catalogue: Catalogue) -> None:
    text = "QUILLON BEATS WOMBATS AND GPT-4O\n\nThe model QuiLLon beats wombats."
    assert recased(text, catalogue, KNOWN).startswith("QuiLLon beats wombats and GPT-4o\n")


@given(st.text(alphabet="ABCZÄß İŉ4-.'’\nabc", max_size=60))
def test_every_letter_stays_in_its_place(text: str) -> None:
    recast = recased(text, RULEBOOKS.catalogue, KNOWN)
    assert len(recast) == len(text)
    assert recast.upper() == text.upper()
