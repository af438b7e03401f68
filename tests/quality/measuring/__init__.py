"""Measuring claimscan: annotated corpora, sentences of its own, renamed names, and the floors that figures are held to."""
