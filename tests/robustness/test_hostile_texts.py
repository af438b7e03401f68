"""Texts made to take long are read in time that grows with their length alone."""

import subprocess
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from claimscan import Document, Extractor
from tests.robustness.hostile import COUNTED, LONG

LENGTH = 4_000
MOST_GROWTH = 2.3
READ = """
import sys
from claimscan import Document, Extractor
from claimscan.record import record_values
from tests.robustness.hostile import LONG
text = LONG[sys.argv[1]](int(sys.argv[2]))
record_values(Extractor(ner={"en": "none"})(Document("a", text, language="en")))
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """The program without its network, whose work is one piece of text after the other."""
    return Extractor(ner={"en": "none"})


def calls(run: Callable[[], object]) -> int:
    """How many functions are called, in Python or from it, while something runs."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("text", COUNTED.values(), ids=COUNTED)
def test_work_grows_with_the_text_alone(text: Callable[[int], str], extractor: Extractor) -> None:
    short, long = (Document("a", text(length), language="en") for length in (LENGTH, 2 * LENGTH))
    extractor(long)  # what is worked out once for each word is kept
    assert calls(lambda: extractor(long)) <= MOST_GROWTH * calls(lambda: extractor(short))


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_text_is_read_whole(text: Callable[[int], str], extractor: Extractor) -> None:
    document = Document("a", text(20_000), language="en")
    assert extractor(document).document.text == document.text


@pytest.mark.parametrize("name", ["full stops", "blanks before a pipe", "blanks behind a table row", "an address of full stops"])
def test_a_text_that_once_hung_does_not(name: str) -> None:
    assert subprocess.run([sys.executable, "-c", READ, name, "300000"], check=False, timeout=60).returncode == 0
