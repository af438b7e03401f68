from pathlib import Path

import pytest
import typer

from claimscan.cli.options import choose_format, with_json
from claimscan.render.formats import ENDINGS, Format


@pytest.mark.parametrize(
    ("given", "name", "chosen"),
    [
        (None, "a.json", Format.JSON),
        (None, "a.JSONL", Format.JSONL),
        (None, "a.csv", Format.CSV),
        (None, "a.md", Format.MARKDOWN),
        (None, "a.txt", Format.TABLE),
        (None, None, Format.TABLE),
        (Format.CSV, None, Format.CSV),
        (Format.CSV, "a.json", Format.CSV),
        (Format.CSV, "a", Format.CSV),
    ],
)
def test_the_format_is_what_was_asked_for_else_what_the_ending_tells(given: Format | None, name: str | None, chosen: Format) -> None:
    assert choose_format(Format, ENDINGS, given, Path(name) if name else None) is chosen


def test_an_ending_that_tells_no_format_is_refused() -> None:
    with pytest.raises(typer.BadParameter, match="tells no format"):
        choose_format(Format, ENDINGS, None, Path("a.xyz"))


@pytest.mark.parametrize(
    ("given", "json", "asked"),
    [(None, True, Format.JSON), (Format.JSON, True, Format.JSON), (Format.CSV, False, Format.CSV), (None, False, None)],
)
def test_json_is_short_for_its_format(given: Format | None, json: bool, asked: Format | None) -> None:
    assert with_json(Format, given, json=json) is asked
