"""How long a report on many claims takes, how large its page is, and how soon a browser shows it.

`python benchmarks/report_ledger.py [CLAIMS]`; the time of the browser needs Chromium, its driver and selenium.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from claimscan.ledger import report_of
from claimscan.render.report_page import page

FAMILIES = {
    "Alba": "Bexel",
    "Cora": "Dunlin",
    "Eider": "Fulmar",
    "Gannet": "Heron",
    "Ibis": "Jaçana",
    "Kestrel": "Lanner",
    "Merlin": "Noddy",
}
VARIANTS = ("2", "2.5 Pro", "3", "3 mini", "R1")
MODELS = {f"{family} {variant}": vendor for family, vendor in FAMILIES.items() for variant in VARIANTS}
BENCHMARKS = ("MMLU", "GPQA", "MathBowl", "SWE-bench")
WAYS = ("outperforms", "beats", "clearly surpasses", "is ahead of", "leaves behind")
PLACES = ("in our own trials", "according to a study", "after weeks of work", "to the surprise of many", "in every discipline that counts")
TAILS = ("and costs half as much.", "which few had expected.", "as the figures show.", "although it is smaller.", "and it is open.")


def records(claims: int, seed: int = 5) -> Iterator[dict[str, Any]]:
    """Records of invented articles, as the values of `claimscan/1`, with this many claims in all."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    number = 0
    while claims > 0:
        count = min(claims, chance.randint(1, 6))
        yield _record(number, count, chance)
        claims -= count
        number += 1


def _record(number: int, count: int, chance: random.Random) -> dict[str, Any]:
    day = (date(2024, 1, 1) + timedelta(days=chance.randrange(700))).isoformat()
    told = [_claim(f"{number}-{place}", chance) for place in range(count)]
    named = sorted({name for claim in told for name in (claim["subject"], *claim["objects"])})
    return {
        "schema": "claimscan/1",
        "document": {"id": f"news/{number:05}.txt", "title": f"Article {number}", "language": "en", "date": day},
        "models": [{"name": name, "vendor": MODELS[name], "family": name.split()[0]} for name in named],
        "vendors": [],
        "claims": told,
        "results": [_result(named[0], number, chance)] * (number % 9 == 0),
    }


def _result(model: str, number: int, chance: random.Random) -> dict[str, Any]:
    score = 70 + number % 25
    return {"model": model, "benchmark": chance.choice(BENCHMARKS), "value": f"{score}.{number % 10}", "number": score, "unit": None}


def _claim(identity: str, chance: random.Random) -> dict[str, Any]:
    ranked = list(MODELS)
    winner, loser = (ranked[int(place)] for place in sorted((chance.triangular(0, 35, 4), chance.uniform(0, 35))))
    if winner == loser or chance.random() < 0.12:
        winner, loser = loser, ranked[(ranked.index(winner) + 7) % len(ranked)]
    source = chance.choice((MODELS[winner], MODELS[winner], "Ada Quill", "The Gull", None))
    benchmark = chance.choice((None, None, *BENCHMARKS))
    way = chance.choice(WAYS)
    head = f"{source} says that " if source else ""
    sentence = f"{head}{winner} {way} {loser}{f' on {benchmark}' if benchmark else ''} {chance.choice(PLACES)}, {chance.choice(TAILS)}"
    spans = {
        "subject": _span(sentence, winner), "objects": [_span(sentence, loser)], "trigger": _span(sentence, way),
        "source": _span(sentence, source) if source else None, "cues": [_span(sentence, "says that")] if source else [],
    }  # fmt: skip
    return {
        "id": identity, "relation": "outperforms", "subject": winner, "objects": [loser], "generic_object": None,
        "polarity": "affirmed", "stance": "attributed" if source else "asserted", "source": source,
        "self_reported": source == MODELS[winner], "aspect_kind": "quality", "aspects": [],
        "benchmarks": [benchmark] if benchmark else [], "margin": None, "date": None, "sentence": sentence, "start": 0,
        "end": len(sentence), "spans": spans, "rule": "en/outperforms-verb", "confidence": 0.9,
    }  # fmt: skip


def _span(sentence: str, words: str) -> list[int]:
    start = sentence.index(words)
    return [start, start + len(words)]


def first_view(path: Path) -> tuple[float, float] | None:
    """Seconds from the beginning of loading to the first paint, and to all of the page drawn; None where Chromium is not installed."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        return None
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900"):
        options.add_argument(argument)
    with webdriver.Chrome(options, webdriver.ChromeService(driver)) as browser:
        browser.get(path.as_uri())
        asked = "const d = arguments[0]; new PerformanceObserver(l => d(l.getEntriesByName('first-contentful-paint')[0].startTime))"
        paint = browser.execute_async_script(f"{asked}.observe({{type: 'paint', buffered: true}})")
        drawn = browser.execute_script("return performance.getEntriesByName('drawn')[0].startTime")
        return float(paint) / 1000, float(drawn) / 1000


def main() -> None:
    """Print the figures."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    ledger = list(records(claims))
    begun = time.perf_counter()
    report = report_of(ledger)
    told = time.perf_counter()
    content = page(report)
    written = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(content, encoding="utf-8")
        seen = first_view(path)
        print(f"{claims:,} claims of {len(ledger):,} articles, {len(report.wordings):,} wordings")
        print(f"report {told - begun:.2f} s, page {written - told:.2f} s, {path.stat().st_size / 1e6:.2f} MB")
        print("first view: no Chromium" if seen is None else f"first view {seen[0]:.2f} s, all drawn {seen[1]:.2f} s")


if __name__ == "__main__":
    main()
