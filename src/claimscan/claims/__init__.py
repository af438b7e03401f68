"""Names and sentences in, claims and results out."""

from claimscan.claims.read import ClaimReader, Reading, read_claims

__all__ = ["ClaimReader", "Reading", "read_claims"]
