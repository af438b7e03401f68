"""Names that texts hold and the catalogue does not: how often, where, and the entry that would add each."""

from claimscan.unknown.collect import unknown_names as unknown_names
from claimscan.unknown.entries import catalogue_entry as catalogue_entry
from claimscan.unknown.names import KINDS as KINDS
from claimscan.unknown.names import Origin as Origin
from claimscan.unknown.names import Passage as Passage
from claimscan.unknown.names import UnknownName as UnknownName
from claimscan.unknown.names import UnknownNames as UnknownNames
