import pytest

from claimscan.claims.confidence import chance_of, raw_of


@pytest.mark.parametrize("raw", [0.05, 0.3, 0.6, 0.9])
def test_the_map_can_be_undone(raw: float) -> None:
    assert raw_of(chance_of(raw)) == pytest.approx(raw)


def test_a_better_reading_is_never_less_likely() -> None:
    chances = [chance_of(raw / 20) for raw in range(21)]
    assert chances == sorted(chances)
    assert 0 < chances[0] < chances[-1] < 1
