"""`claimscan explain`: stands in."""

EXAMPLE = "claimscan explain SENTENCE"


def explain() -> None:
    """Explain."""
