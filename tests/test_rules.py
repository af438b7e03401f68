"""Every example in the built-in rules, a case each."""

import pytest

from claimscan.rulebook import load_rulebooks
from claimscan.trial import Trial, trials

TRIALS = tuple(trials(load_rulebooks()))


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.id)
def test_rule_reads_its_example_as_it_says(trial: Trial) -> None:
    wrong = trial.run()
    assert wrong is None, f"{wrong}\n{trial.example.text}"
