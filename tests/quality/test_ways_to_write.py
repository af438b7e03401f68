"""Claims stay when a text is written in another way: odd signs, blanks and lines, other spellings, capitals."""

import pytest
from measuring.robustness import kept, sample
from measuring.typography import CAPITALS, SPELLING, TYPOGRAPHY, rewrites

# A name run together with its number has lost what tells the two apart; so has a line that is shorter than any column.
HARD = {"hashtags": 0.7, "hashtags with blanks": 0.85, "lines of 40": 0.65, "lines of 45, words cut": 0.65}
FLOORS = {
    **dict.fromkeys(TYPOGRAPHY, 0.97),
    **HARD,
    **dict.fromkeys((name for ways in SPELLING.values() for name in ways), 0.95),
    **dict.fromkeys(CAPITALS, 0.85),
}
CASES = [(language, name) for language in ("en", "de") for name in rewrites(language)]


@pytest.mark.parametrize(("language", "name"), CASES, ids=str)
def test_claims_are_kept_however_a_text_is_written(language: str, name: str) -> None:
    found = kept(language, name, sample(language))
    assert found.claims >= 15
    assert found.share >= FLOORS[name], (
        f"{name}: {found.kept} of {found.claims} claims are kept; "
        f'what changes: python benchmarks/robustness.py --changes {language} "{name}"'
    )
