"""YAML rule folders in, checked and compiled rulebooks out."""

from claimscan.rulebook.books import Rulebook, Rulebooks
from claimscan.rulebook.load import load_rulebooks

__all__ = ["Rulebook", "Rulebooks", "load_rulebooks"]
