"""claimscan: a ledger of what the news claims about AI models."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimscan.api import extract as extract
    from claimscan.api import extract_many as extract_many
    from claimscan.errors import ClaimscanError as ClaimscanError
    from claimscan.errors import ExitCode as ExitCode
    from claimscan.errors import RuleError as RuleError
    from claimscan.errors import RuleProblem as RuleProblem
    from claimscan.errors import SourceError as SourceError
    from claimscan.extractor import Extractor as Extractor
    from claimscan.model import AspectKind as AspectKind
    from claimscan.model import Claim as Claim
    from claimscan.model import ClaimSpans as ClaimSpans
    from claimscan.model import DateOrigin as DateOrigin
    from claimscan.model import Document as Document
    from claimscan.model import Failure as Failure
    from claimscan.model import Kind as Kind
    from claimscan.model import Mention as Mention
    from claimscan.model import Name as Name
    from claimscan.model import Polarity as Polarity
    from claimscan.model import Record as Record
    from claimscan.model import Relation as Relation
    from claimscan.model import Result as Result
    from claimscan.model import Span as Span
    from claimscan.model import Stance as Stance
    from claimscan.model import Timex as Timex
    from claimscan.record import record_values as record_values
    from claimscan.rulebook.load import load_rulebooks as load_rulebooks
    from claimscan.sources.inputs import gather as gather
    from claimscan.sources.options import Keys as Keys
    from claimscan.sources.options import Reading as Reading
    from claimscan.sources.read import read_documents as read_documents
    from claimscan.stores import read_records as read_records

# Loaded when asked for: the command line must not wait for what it does not use.
_HOMES = {
    "claimscan.api": "extract extract_many",
    "claimscan.errors": "ClaimscanError ExitCode RuleError RuleProblem SourceError",
    "claimscan.extractor": "Extractor",
    "claimscan.model": "AspectKind Claim ClaimSpans DateOrigin Document Failure Kind Mention Name Polarity Record Relation Result Span "
    "Stance Timex",
    "claimscan.record": "record_values",
    "claimscan.rulebook.load": "load_rulebooks",
    "claimscan.sources.inputs": "gather",
    "claimscan.sources.options": "Keys Reading",
    "claimscan.sources.read": "read_documents",
    "claimscan.stores": "read_records",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """A public name, from the module it lives in."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'claimscan' has no attribute '{name}'")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(_HOME_OF)
