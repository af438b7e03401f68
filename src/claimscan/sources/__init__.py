"""Anything in, documents out: files, folders, standard input and JSON Lines."""

from claimscan.sources.inputs import Inputs, gather
from claimscan.sources.kinds import InputKind
from claimscan.sources.options import Keys, Reading
from claimscan.sources.read import read_documents

__all__ = ["InputKind", "Inputs", "Keys", "Reading", "gather", "read_documents"]
