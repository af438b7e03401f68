import pytest

from claimscan.sources.lines import unwrapped

# (lines, how many are left)
CASES = {
    "a full line runs on in small letters": (
        ["The quick new model that everybody had been waiting for was", "released on Monday and wins."],
        1,
    ),
    "a full line runs on in capitals": (
        ["The new model, of which nobody outside of the company had heard until", "Monday, beats all that Cora has shown.", "It is free."],
        2,
    ),
    "a heading stays apart": (["Aro beats Bex", "The new model wins."], 2),
    "list items stay apart": (["- first item of a list that is as long as a line of a mail may be", "- second item"], 2),
    "a heading below an item stays apart": (["- loses the thread when a letter is long, and forgets half of it", "Where Aro Wins"], 2),
    "paragraphs stay apart": (["The quick new model that everybody had been waiting for was", "", "released on Monday."], 3),
    "what follows a full stop stays apart": (["The quick new model that everybody had been waiting for is there.", "It wins."], 2),
}


@pytest.mark.parametrize(("lines", "left"), CASES.values(), ids=CASES.keys())
def test_only_full_lines_run_on(lines: list[str], left: int) -> None:
    text = "\n".join(lines)
    assert len(unwrapped(text).split("\n")) == left
    assert unwrapped(text).replace(" ", "\n") == text.replace(" ", "\n")
