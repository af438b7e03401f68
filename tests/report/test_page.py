import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger.making import OWN, says

from claimscan.ledger import report_of
from claimscan.render.report_page import embedded, page, visible
from report.hostile import records


class Tags(HTMLParser):
    """The elements of a page with their attributes, and what stands in its scripts."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside += [""] * (tag in ("script", "style"))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.inside[-1] += data


LOADING = re.compile(r"@import|url\((?!#)|fetch\(|XMLHttpRequest|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(")
PLAIN = page(report_of([says("a", "Aro 3 beats Bex-2.", "Aro 3", "Bex-2", **OWN)]))
HOSTILE = page(report_of(records()))


def test_a_hostile_article_adds_no_element() -> None:
    assert Tags(HOSTILE).tags == Tags(PLAIN).tags


def test_nothing_is_loaded_and_nothing_leaves() -> None:
    attributes = {name for _, attributes in Tags(HOSTILE).tags for name in attributes}
    assert attributes.isdisjoint({"src", "srcset", "action", "data", "poster", "style", "onclick", "onerror", "onload"})
    assert {
        attributes["href"] for tag, attributes in Tags(HOSTILE).tags if "href" in attributes and not attributes["href"].startswith("#")
    } == set()
    assert not LOADING.search(PLAIN)


def test_the_policy_allows_only_the_style_and_script_of_the_page() -> None:
    (policy,) = (attributes["content"] for tag, attributes in Tags(PLAIN).tags if attributes.get("http-equiv") == "Content-Security-Policy")
    style, _, script = Tags(PLAIN).inside
    style_digest, script_digest = (base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() for content in (style, script))
    allowed = f"style-src 'sha256-{style_digest}'; script-src 'sha256-{script_digest}'"
    assert policy == f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def test_the_same_ledger_gives_the_same_page() -> None:
    assert page(report_of(records())) == HOSTILE


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Aro\u202e3", "Aro[U+202E]3"),
        ("\u200eAro\u2069", "[U+200E]Aro[U+2069]"),
        ("a\x00b\x1b[31m", "a[U+0000]b[U+001B][31m"),
        ("half \ud83d", "half [U+D83D]"),
        ("two\nlines\tand\u2028one", "two lines and[U+2028]one"),
        ("tag \U000e0041", "tag [U+E0041]"),
        ("Jürgen 你好 👩\u200d💻 مرحبا", "Jürgen 你好 👩\u200d💻 مرحبا"),
    ],
)
def test_characters_that_are_not_seen_are_shown_by_their_numbers(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.recursive(st.text() | st.none() | st.booleans(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_embedded_values_cannot_leave_their_element(values: object) -> None:
    written = embedded(values)
    assert not set("<>&\u2028\u2029\u202e") & set(written)
    written.encode("utf-8")
    json.loads(written)
