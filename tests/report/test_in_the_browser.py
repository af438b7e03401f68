"""The page in headless Chromium: it draws what the report says, its filters and keys work, hostile articles stay text."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimscan.ledger import Filter, report_of
from claimscan.render.report_page import page
from report.hostile import IMAGE, LINK, records

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from report_ledger import records as many

FEW = list(many(300))
PAGE = page(report_of(FEW))


def texts(browser: Any, selector: str) -> list[str]:
    """The texts of elements, also of those that are folded."""
    found: list[str] = browser.execute_script("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector)
    return found


def settled(browser: Any, selector: str, expected: Callable[[list[str]], bool]) -> list[str]:
    """The texts of elements as soon as they are as expected, or what they are after three seconds."""
    for _ in range(30):
        if expected(texts(browser, selector)):
            break
        time.sleep(0.1)
    return texts(browser, selector)


def choose(browser: Any, field: str, value: object) -> None:
    """Give a filter a value as a user would, with its event."""
    script = (
        "const f = document.getElementById(arguments[0]); f.type === 'checkbox' ? (f.checked = arguments[1]) : (f.value = arguments[1]);"
        "f.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    browser.execute_script(script, f"f-{field}", value)


def status(browser: Any, wordings: int, total: int) -> list[str]:
    return settled(browser, "#status", lambda found: found == [f"{wordings:,} of {total:,} wordings"])


def drawn_pairs(browser: Any) -> set[tuple[str, str, int]]:
    """Winner, loser and claims of each cell of the matrix."""
    script = (
        "const heads = [...document.querySelectorAll('.matrix thead th')].map(h => h.textContent);"
        "return [...document.querySelectorAll('.matrix tbody tr')].flatMap(row => [...row.querySelectorAll('button')]"
        ".map(b => [row.cells[0].textContent, heads[b.closest('td').cellIndex - 1], Number(b.textContent)]))"
    )
    return {tuple(cell) for cell in browser.execute_script(script)}


@pytest.fixture
def ready(opened: Any) -> Any:
    return opened(PAGE)


def test_it_loads_without_complaint(ready: Any) -> None:
    assert ready.get_log("browser") == []
    report = report_of(FEW)
    assert texts(ready, "#about") == [f"300 claims in {len(report.wordings)} wordings from {report.documents} documents."]


def test_it_counts_as_the_report_does(ready: Any) -> None:
    report = report_of(FEW)
    ready.execute_script("const s = document.getElementById('matrix-size'); s.value = '40'; s.dispatchEvent(new Event('change'))")
    assert drawn_pairs(ready) == {(pair.winner, pair.loser, pair.claims) for pair in report.pairs}
    rows = ready.execute_script(
        "return [...document.querySelectorAll('#ranking-body tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
    )
    expected = [
        [one.name, str(place), one.vendor, f"{one.balance:+d}" if one.balance > 0 else str(one.balance).replace("-", "−"),
         *map(str, (one.wins, one.losses, one.sources, one.self_reported, one.matches, one.leads))]
        for place, one in enumerate(report.ranking[:12], start=1)
    ]  # fmt: skip
    assert rows == expected
    praise = ready.execute_script(
        "return [...document.querySelectorAll('#praise-body tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
    )
    assert {tuple(row[:4]) for row in praise} == {
        (one.source, str(len(one.wordings)), str(one.claimed), str(one.confirmed)) for one in report.self_praise
    }


@pytest.mark.parametrize(
    ("field", "value", "chosen"),
    [
        ("model", "Cora 3", Filter(models=("Cora 3",))),
        ("vendor", "Heron", Filter(vendors=("Heron",))),
        ("source", "Ada Quill", Filter(sources=("Ada Quill",))),
        ("benchmark", "GPQA", Filter(benchmarks=("GPQA",))),
        ("since", "2025-03-01", Filter(since="2025-03-01")),
        ("until", "2024-06-30", Filter(until="2024-06-30")),
        ("others", True, Filter(not_self_reported=True)),
    ],
)
def test_each_filter_leaves_what_the_command_leaves(ready: Any, field: str, value: object, chosen: Filter) -> None:
    left = len(report_of(FEW, chosen).wordings)
    total = len(report_of(FEW).wordings)
    assert 0 < left < total
    choose(ready, field, value)
    assert status(ready, left, total) == [f"{left:,} of {total:,} wordings"]
    ready.execute_script("document.getElementById('reset').click()")
    assert status(ready, total, total) == [f"{total:,} of {total:,} wordings"]


def test_the_search_finds_words_of_sentences(ready: Any) -> None:
    choose(ready, "text", "LEAVES behind costs")
    found = settled(ready, "#claims blockquote", lambda found: all("leaves behind" in text for text in found))
    assert found
    assert all("leaves behind" in text and "costs" in text for text in found)


def test_a_click_on_a_cell_shows_the_sentences_of_the_pair(ready: Any) -> None:
    ready.execute_script("document.querySelector('.matrix button').click()")
    winner, loser, claims = ready.execute_script(
        "const [, w, l, n] = document.querySelector('.matrix button').title.match(/^(.*) beats (.*): (\\d+)/); return [w, l, Number(n)]"
    )
    assert [text.startswith(f"{winner} beats {loser}") for text in texts(ready, "#claims h3")] == [True] * claims


def test_spans_are_marked_in_every_sentence(ready: Any) -> None:
    marked = "['subject', 'trigger', 'object'].every(role => quote.querySelector(`mark.${role}`))"
    roles = ready.execute_script(f"return [...document.querySelectorAll('#claims blockquote')].map(quote => {marked})")
    assert roles == [True] * 40


def test_the_keyboard_reaches_filters_graph_and_matrix(ready: Any) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    body = ready.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    assert ready.switch_to.active_element.text == "Skip to the claims"
    first = ready.find_element(By.CSS_SELECTOR, ".matrix button")
    ready.execute_script("arguments[0].focus()", first)
    first.send_keys(Keys.ARROW_RIGHT)
    moved = ready.switch_to.active_element
    assert moved.get_attribute("tabindex") == "0"
    assert moved != first
    assert ready.execute_script("return document.querySelectorAll('.matrix button[tabindex=\"0\"]').length") == 1
    moved.send_keys(Keys.ENTER)
    assert ready.switch_to.active_element.get_attribute("id") == "claims"
    node = ready.find_element(By.CSS_SELECTOR, ".node")
    name = node.get_attribute("aria-label").split(":")[0]
    ready.execute_script("arguments[0].focus()", node)
    node.send_keys(Keys.ENTER)
    assert ready.execute_script("return document.getElementById('f-model').value") == name


def test_columns_are_sorted_by_their_heads(ready: Any) -> None:
    ready.execute_script("[...document.querySelectorAll('#ranking .sort')].find(b => b.textContent === 'Losses').click()")
    losses = [int(text) for text in texts(ready, "#ranking tbody td:nth-child(6)")]
    assert losses == sorted(losses, reverse=True)
    assert texts(ready, "#ranking [aria-sort=descending]") == ["Losses"]


def test_every_control_has_a_name_and_every_id_is_single(ready: Any) -> None:
    nameless = (
        "return [...document.querySelectorAll('button, [role=button], input, select, summary')].filter(e => !(e.textContent.trim() ||"
        "e.getAttribute('aria-label') || e.labels?.length)).map(e => e.outerHTML)"
    )
    doubled = "const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, at) => ids.indexOf(id) !== at)"
    assert ready.execute_script(nameless) == []
    assert ready.execute_script(doubled) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_it_never_scrolls_sideways(ready: Any, width: int) -> None:
    ready.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True})
    wide = ready.execute_script("return document.documentElement.scrollWidth")
    ready.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_its_ground(ready: Any, theme: str) -> None:
    ready.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    script = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
    assert ready.execute_script(script) == []


def test_the_theme_can_be_chosen(ready: Any) -> None:
    grounds = "const b = document.getElementById('theme'); b.click(); return getComputedStyle(document.body).backgroundColor"
    light, dark = ready.execute_script(grounds), ready.execute_script(grounds)
    assert light != dark
    assert texts(ready, "#theme") == ["Theme: dark"]


def test_a_hostile_article_is_shown_as_text(opened: Any) -> None:
    browser = opened(page(report_of(records())))
    shown = " ".join(texts(browser, "main"))
    assert IMAGE in shown
    assert LINK in shown
    assert "window.hacked = 1</script>" in shown
    assert "Aro[U+202E]3[U+2066][U+200B][U+2028]" in shown
    assert browser.execute_script(
        "return [window.hacked ?? null, document.querySelectorAll('main img, main script, main a, main iframe').length]"
    ) == [None, 0]
    assert browser.get_log("browser") == []


def test_five_thousand_claims_are_drawn_and_can_all_be_reached(opened: Any) -> None:
    report = report_of(many(5000))
    browser = opened(page(report))
    assert browser.get_log("browser") == []
    assert status(browser, len(report.wordings), len(report.wordings)) == [f"{len(report.wordings):,} of {len(report.wordings):,} wordings"]
    browser.execute_script("let more; while (!(more = document.querySelector('#claims .more')).hidden) more.click()")
    assert len(texts(browser, "#claims .claims > li h3")) == len(report.wordings)
