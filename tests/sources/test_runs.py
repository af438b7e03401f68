import re

from hypothesis import given
from hypothesis import strategies as st

from claimscan.sources.runs import Runs


@given(st.one_of(st.text(), st.text(st.characters(codec="ascii")), st.text("aZ_09 -\n\x1c'.")))
def test_runs_are_those_that_an_expression_finds(text: str) -> None:
    assert (Runs(r"\w")(text), Runs(r"[^\W\d_]")(text)) == (re.findall(r"\w+", text), re.findall(r"[^\W\d_]+", text))
