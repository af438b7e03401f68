"""A report as CSV: who is said to beat whom, one row a pair."""

from __future__ import annotations

import csv
from typing import TextIO

from claimscan.ledger import Report
from claimscan.render.report_view import ReportView

COLUMNS = ("winner", "winner_vendor", "loser", "loser_vendor", "claims", "sources", "self_reported", "hedged", "denied")


def write(report: Report, out: TextIO, view: ReportView) -> None:  # noqa: ARG001 - a row is a row in every view
    """Write a head line and a row for each pair."""
    vendors = report.names.vendors
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for pair in report.pairs:
        counts = (pair.claims, pair.sources, pair.self_reported, pair.hedged, pair.denied)
        rows.writerow((pair.winner, vendors.get(pair.winner, ""), pair.loser, vendors.get(pair.loser, ""), *counts))
