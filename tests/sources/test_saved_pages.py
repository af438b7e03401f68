"""Saved web pages, made for these tests: the article is read, what surrounds it is not."""

from pathlib import Path

import pytest

from claimscan.model import DateOrigin, Document
from claimscan.sources.inputs import gather
from claimscan.sources.options import Reading
from claimscan.sources.read import read_documents

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Document:
    (found,) = read_documents(gather([str(PAGES / name)]), Reading())
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("name", "title", "date", "language"),
    [
        ("english.html", "Vexa says its new model edges past Aro 3", "2031-03-14", "en"),
        ("german.html", "Neues Sprachmodell aus Graz: Schneller als Aro 3", "2031-05-02", "de"),
    ],
)
def test_title_date_and_language_come_from_the_metadata(name: str, title: str, date: str, language: str) -> None:
    found = page(name)
    assert (found.title, found.date, found.date_origin, found.language) == (title, date, DateOrigin.METADATA, language)
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("english.html", "which, it says, outperforms Aro 3 in three of five public tests."),
        ("english.html", "“Vexa-2 is the first of our models that I would trust with my own tax return,”"),
        ("english.html", "found that Aro 3 still writes better code, while Vexa-2 answers twice as fast."),
        ("english.html", "existing customers will be moved over in April."),
        ("german.html", "das nach eigenen Angaben doppelt so schnell antwortet wie Aro 3."),
        ("german.html", "„Murwerk 1 läuft auf einem gewöhnlichen Rechner“, sagte die Gründerin."),
        ("german.html", "übertrifft Aro 3 das Modell aus der Steiermark weiterhin deutlich."),
        ("german.html", "über Preise für Firmen wird noch verhandelt."),
    ],
)
def test_the_prose_is_read_to_its_end(name: str, sentence: str) -> None:
    assert sentence in page(name).text


@pytest.mark.parametrize("words", ["cookies", "Subscribe", "Bex-9", "Aro 2", "newsletter", "Sign up", "Advertisement", "Imprint", "garden"])
def test_what_surrounds_the_english_article_is_left_out(words: str) -> None:
    assert words.lower() not in page("english.html").text.lower()


@pytest.mark.parametrize("words", ["Cookies", "Startseite", "Abo", "Bex-9", "Wetter", "Impressum", "akzeptieren"])
def test_what_surrounds_the_german_article_is_left_out(words: str) -> None:
    assert words.lower() not in page("german.html").text.lower()
