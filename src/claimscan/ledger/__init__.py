"""What the records of many articles say together: who beats whom, where they disagree, when, and who praises himself."""

from claimscan.ledger.filters import Filter, UnknownName
from claimscan.ledger.report import Report, report_of

__all__ = ["Filter", "Report", "UnknownName", "report_of"]
