"""Names and sentences in, claims and results out."""

from claimscan.claims.read import ClaimReader, read_claims
from claimscan.claims.reading import Reading

__all__ = ["ClaimReader", "Reading", "read_claims"]
