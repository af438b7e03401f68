"""How it is measured whether confidence means something."""

import pytest
from measuring.trust import Bin, Judged, calibration_error, cross_validated, fitted, log_loss, reliability


def said(confidence: float, right: int, wrong: int) -> list[Judged]:
    """Claims of one confidence, each from a text of its own."""
    return [Judged(f"{confidence}-{place:02}", confidence, place < right) for place in range(right + wrong)]


CALIBRATED = said(0.25, 5, 15) + said(0.75, 15, 5)
TIMID = said(0.3, 10, 10) + said(0.6, 18, 2)


def test_a_table_of_reliability_tells_what_was_said_and_what_is_right() -> None:
    assert reliability(CALIBRATED) == [Bin(0.2, 20, 0.25, 0.25), Bin(0.7, 20, 0.75, 0.75)]


def test_calibrated_claims_have_no_error_and_timid_ones_have() -> None:
    assert calibration_error(CALIBRATED) == 0
    assert calibration_error(TIMID) == pytest.approx((0.2 + 0.3) / 2)


def test_a_fitted_map_keeps_what_is_calibrated_and_lifts_what_is_timid() -> None:
    keep, lift = fitted(CALIBRATED), fitted(TIMID)
    assert (keep.slope, keep.offset) == pytest.approx((1, 0), abs=0.01)
    assert (lift(0.3), lift(0.6)) == pytest.approx((0.5, 0.9), abs=0.01)


def test_cross_validation_tells_of_every_claim_and_lowers_the_error() -> None:
    told = cross_validated(TIMID)
    assert [(each.text, each.right) for each in told] == [(each.text, each.right) for each in TIMID]
    assert calibration_error(told) < calibration_error(TIMID)
    assert log_loss(told) < log_loss(TIMID)
