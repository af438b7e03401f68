"""The recogniser: which pipeline is loaded, what it gives, and how long texts and missing packages are met."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from claimscan.errors import ClaimscanError
from claimscan.find.recognise import PIECE, load_recogniser
from claimscan.model import Kind, Span


def python(code: str, *path: Path) -> str:
    """What a fresh interpreter prints for `code`."""
    lines = "".join(f"import sys; sys.path.insert(0, {str(folder)!r})\n" for folder in path)
    return subprocess.run([sys.executable, "-c", lines + code], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def borrowed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small pipeline of somebody else's, with other labels than ours."""
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    patterns = {"PER": "Grete Ahorn", "ORG": "Werft Nord", "LOC": "Husum", "PRODUCT": "Krabbe"}
    ruler.add_patterns([{"label": label, "pattern": name} for label, name in patterns.items()])
    nlp.meta.update(name="borrowed", version="2.1")
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return folder


def test_importing_the_module_leaves_spacy_alone() -> None:
    assert python("import claimscan.find.recognise, sys; print('spacy' in sys.modules)") == "False"


def test_loading_leaves_spacys_command_line_alone() -> None:
    code = "from claimscan.find.recognise import load_recogniser as l; l(None, 'en'); import sys; print('spacy.cli' in sys.modules)"
    assert python(code) == "False"


@pytest.mark.parametrize("call", ["spacy.info(silent=True)['spacy_version']", "spacy.cli.info(silent=True)['spacy_version']"])
def test_spacys_command_line_is_there_when_asked_for(call: str) -> None:
    code = f"from claimscan.find.recognise import load_recogniser as l; l(None, 'en'); import spacy, spacy.cli; print({call})"
    assert python(code) == spacy.__version__


def test_a_spacy_laid_out_differently_is_imported_whole(tmp_path: Path) -> None:
    package = tmp_path / "spacy"
    (package / "cli").mkdir(parents=True)
    (package / "__init__.py").write_text("from .cli.info import other\n")
    (package / "cli" / "__init__.py").write_text("")
    (package / "cli" / "info.py").write_text("other = 'whole'\n")
    assert python("from claimscan.find.light_spacy import import_spacy; print(import_spacy().other)", tmp_path) == "whole"


@pytest.mark.parametrize("language", ["en", "de"])
def test_none_finds_nothing(language: str) -> None:
    recogniser = load_recogniser("none", language)
    assert (recogniser.name, recogniser("OpenAI released GPT-5.")) == ("none", ())


def test_a_language_without_a_pipeline_has_none() -> None:
    assert load_recogniser(None, "fi").name == "none"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_shipped_pipeline_names_itself(language: str) -> None:
    assert load_recogniser(None, language).name.startswith("claimscan-ner-")


EN_QUOTE = "“It is a start,” said Priya Rahman, a professor at Tollbridge University."
DE_QUOTE = "„Das ist erst der Anfang“, sagte Marlies Ostendorf, Professorin an der Universität Husum."


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "Veltora Labs released Quendel 3.5, its largest language model.", "Quendel 3.5", Kind.MODEL),
        ("en", "Veltora Labs released Quendel 3.5, its largest language model.", "Veltora Labs", Kind.VENDOR),
        ("en", EN_QUOTE, "Priya Rahman", Kind.PERSON),
        ("en", EN_QUOTE, "Tollbridge University", Kind.ORGANISATION),
        ("en", "The model scored 71.3% on HarborBench, ahead of Quendel 3.5.", "HarborBench", Kind.BENCHMARK),
        ("de", "Das Start-up Nebelhorn KI hat mit Quendel 3.5 ein neues Sprachmodell vorgestellt.", "Quendel 3.5", Kind.MODEL),
        ("de", "Das Start-up Nebelhorn KI hat mit Quendel 3.5 ein neues Sprachmodell vorgestellt.", "Nebelhorn KI", Kind.VENDOR),
        ("de", DE_QUOTE, "Marlies Ostendorf", Kind.PERSON),
        ("de", DE_QUOTE, "Universität Husum", Kind.ORGANISATION),
        ("de", "Auf HafenBench erreicht das Modell 71,3 Prozent.", "HafenBench", Kind.BENCHMARK),
        ("de", "Das Quendel-3.5-Modell liegt vorn.", "Quendel-3.5", Kind.MODEL),
    ],
)
def test_names_that_nobody_ever_listed_are_found(language: str, text: str, name: str, kind: Kind) -> None:
    found = {(entity.span.of(text), entity.kind) for entity in load_recogniser(None, language)(text) if entity.sure}
    assert (name, kind) in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It rained in Bristol, and the bus to the station was late again."),
        ("de", "Am Dienstag regnete es in Bremen, und die Straßenbahn kam zu spät."),
    ],
)
def test_a_text_without_names_has_no_sure_entities(language: str, text: str) -> None:
    assert [entity for entity in load_recogniser(None, language)(text) if entity.sure] == []


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b", "…", "🚀" * 50, "\ud83d", "a" * (PIECE + 1), "名" * 5000])
def test_odd_texts_are_read(text: str) -> None:
    spans = [entity.span for entity in load_recogniser(None, "en")(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("separator", [" ", "\n", "🚀 ", "\r\n"])
def test_spans_count_code_points_across_pieces(separator: str) -> None:
    sentence = "Veltora Labs hired Priya Rahman, a professor at Tollbridge University."
    text = separator.join([sentence] * 300)
    recogniser = load_recogniser(None, "en")
    words = {entity.span.of(text) for entity in recogniser(text) if entity.sure}
    assert words == {"Veltora Labs", "Priya Rahman", "Tollbridge University"}


def test_the_same_text_gives_the_same_entities_again() -> None:
    text = "Veltora Labs released Quendel 3.5. Grete Ahorn of Tollbridge University tested it on HarborBench."
    recogniser = load_recogniser(None, "en")
    first = recogniser(text)
    recogniser("Another text about Zarnoxia 9 by Krellwerk stands between the two.")
    assert recogniser(text) == first


def test_a_pipeline_of_the_users_is_read_with_its_own_labels(borrowed: Path) -> None:
    text = "Grete Ahorn verließ die Werft Nord in Husum und nahm Krabbe mit."
    recogniser = load_recogniser(str(borrowed), "de")
    assert recogniser.name == "borrowed-2.1"
    assert [(entity.kind, entity.span) for entity in recogniser(text)] == [
        (Kind.PERSON, Span(0, 11)),
        (Kind.ORGANISATION, Span(24, 34)),
        (Kind.MODEL, Span(53, 59)),
    ]


def test_a_pipeline_that_is_not_installed_is_said_to_be_missing() -> None:
    with pytest.raises(ClaimscanError, match="de_core_news_xyz"):
        load_recogniser("de_core_news_xyz", "de")


def test_a_folder_without_a_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimscanError, match="cannot be loaded"):
        load_recogniser(str(tmp_path), "de")


def test_a_pipeline_without_an_entity_recogniser_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    with pytest.raises(ClaimscanError, match="no entity recogniser"):
        load_recogniser(str(tmp_path), "de")
