"""Many documents: the same work on each, in any process, with every one accounted for."""

from claimscan.batch.course import Plan, Summary, run
from claimscan.batch.work import Outcome, Work, Worker

__all__ = ["Outcome", "Plan", "Summary", "Work", "Worker", "run"]
