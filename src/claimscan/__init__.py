"""claimscan: a ledger of what the news claims about AI models."""
