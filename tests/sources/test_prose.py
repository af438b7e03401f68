import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimscan.sources.prose import prose_view

# (text, what must be left of it when blanks are joined)
CASES = {
    "plain prose": ("Aro 3 beats Bex.", "Aro 3 beats Bex."),
    "fenced code": ("Before.\n```python\nx = 1  # Aro beats Bex\n```\nAfter.", "Before. After."),
    "fence with a longer end": ("~~~\nAro\n~~~~\nAfter.", "After."),
    "fence never closed is prose": ("A.\n```\nAro beats Bex.", "A. Aro beats Bex."),
    "pipe table": ("A.\n\n| Model | Score |\n|---|---|\n| Aro | 3 |\n\nB.", "A. B."),
    "pipe table without frame": ("A.\n\nModel | Score\n--- | ---\nAro | 3\n\nB.", "A. B."),
    "rows cut out of a table": ("| Aro | 3 |\n| Bex | 4 |\nB.", "B."),
    "one line with a bar is prose": ("Aro | the magazine", "Aro | the magazine"),
    "HTML table": ("A <table><tr><td>Aro beats Bex</td></tr></table> B", "A B"),
    "script": ("A <script>aro(1)</script> B", "A B"),
    "element never closed loses its tag alone": ("A <pre> B", "A B"),
    "tags": ("<p>Aro <b>beats</b> Bex</p>", "Aro beats Bex"),
    "comparison signs are no tags": ("Aro < Bex and Cor > Dun", "Aro < Bex and Cor > Dun"),
    "comment": ("A <!-- Aro beats Bex --> B", "A B"),
    "link": ("[Aro](https://example.org/bex_(v2)) beats Bex.", "Aro beats Bex."),
    "link with title": ('[Aro](x.html "Aro beats Cor") beats Bex.', "Aro beats Bex."),
    "linked image": ("[![Logo](a.png)](https://example.org) Aro", "Logo Aro"),
    "reference link": ("[Aro][1] beats Bex.\n\n[1]: https://example.org/bex", "Aro beats Bex."),
    "bare address": ("See https://example.org/aro-beats-bex. Aro.", "See . Aro."),
    "autolink": ("See <https://example.org/aro> now", "See now"),
    "mail address": ("Write to bex@example.org today", "Write to today"),
    "footnote mark": ("Aro[3] beats Bex[^12].", "Aro beats Bex ."),
    "emphasis": ("**Aro** _beats_ ***Bex***.", "Aro beats Bex ."),
    "arithmetic is no emphasis": ("3 * 4 and 5*6 and a_b_c", "3 * 4 and 5*6 and a_b_c"),
    "inline code keeps its words": ("`Aro-7B` beats Bex", "Aro-7B beats Bex"),
    "row of hashtags": ("Aro beats Bex. #aro #bex `#ai`", "Aro beats Bex."),
    "one hashtag is a word": ("#Aro beats Bex.", "#Aro beats Bex."),
    "front matter": ("---\ntitle: Aro beats Bex\ntags: [a]\n---\nText.", "Text."),
    "a rule at the head is no front matter": ("---\nAro beats Bex.\n---\nText.", "--- Aro beats Bex. --- Text."),
    "unusual blanks": ("Aro\u00a03\u2009beats\tBex", "Aro 3 beats Bex"),
}


@pytest.mark.parametrize(("text", "left"), CASES.values(), ids=CASES.keys())
def test_what_is_not_prose_is_blanked(text: str, left: str) -> None:
    view = prose_view(text)
    assert " ".join(view.split()) == left
    assert len(view) == len(text)


@given(st.text(alphabet=string.printable + "äß“„—|`*_[]()<>#~\u2028\ud800", max_size=300))
def test_every_character_that_is_left_stands_in_its_place(text: str) -> None:
    view = prose_view(text)
    assert len(view) == len(text)
    assert [c for c, old in zip(view, text, strict=True) if c not in (old, " ", "\n", "\ufffd")] == []
    assert [i for i, old in enumerate(text) if old == "\n" and view[i] not in "\n "] == []


@pytest.mark.parametrize("piece", ["[", "](", "<a ", "<pre>", "```\n", "|-", "#a ", "**", "_a", "![a](", "<!--", "http://", "a@b."])
def test_a_long_hostile_text_is_read(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    assert len(prose_view(text)) == len(text)
