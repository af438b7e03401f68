"""Figures on the annotated corpora keep their floors. The corpora lie beside the project; where they are absent these tests are skipped."""

import pytest
from measuring.corpora import SHARED
from measuring.floors import SUITES, Held, fallen, holds, load_floors, measured, raised

HELD = load_floors()
FIGURES = [(suite, language, name) for (suite, language), held in HELD.items() if SUITES[suite].corpus for name in held.floors]


@pytest.mark.parametrize(("suite", "language", "name"), FIGURES, ids=lambda value: value)
def test_figure_keeps_its_floor(suite: str, language: str, name: str) -> None:
    if not SUITES[suite].is_there:
        pytest.skip(f"the corpus {SUITES[suite].corpus} is not in {SHARED}")
    held = HELD[suite, language]
    if held.digest != SUITES[suite].digest:
        pytest.skip(f"{SUITES[suite].corpus} is not the corpus of the floors; set them anew: python benchmarks/quality.py --update")
    value = measured(suite, language)[name]
    assert holds(name, value, held.floors[name]), f"{suite} {language} {name} is {value:.4f}, held at {held.floors[name]}"


def test_floors_rise_with_the_figures_and_never_fall_by_themselves() -> None:
    held = Held({"pairs_f1": 0.8, "pairs_p": 0.9, "invented_in_traps": 2})
    found = {"pairs_f1": 0.85, "pairs_p": 0.904, "invented_in_traps": 3}
    assert raised(held, found, 0.01, allow_lower=False) == {"pairs_f1": 0.84, "pairs_p": 0.9, "invented_in_traps": 2}
    assert raised(held, found, 0.01, allow_lower=True) == {"pairs_f1": 0.84, "pairs_p": 0.894, "invented_in_traps": 3}


def test_a_figure_below_its_floor_is_told() -> None:
    held = {("dev", "en"): Held({"pairs_f1": 0.8, "invented_in_traps": 1})}
    found = {("dev", "en"): {"pairs_f1": 0.79, "invented_in_traps": 2}}
    assert fallen(held, found) == ["dev en pairs_f1: 0.790, was held at 0.800", "dev en invented_in_traps: 2.000, was held at 1.000"]
    assert fallen(held, {("dev", "en"): {"pairs_f1": 0.8, "invented_in_traps": 0}}) == []
