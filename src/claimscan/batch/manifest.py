"""What stands beside a ledger: what made it, from which share of which inputs, and the key of each of its records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from claimscan.batch.work import Work, fingerprint, recognisers
from claimscan.errors import ClaimscanError
from claimscan.rulebook import Rulebooks

ENDING = ".run"


@dataclass(frozen=True, slots=True)
class Shard:
    """One share of the inputs: every `of`-th, from the `index`-th on; counts from 1."""

    index: int = 1
    of: int = 1

    def has(self, position: int) -> bool:
        """Whether the input at this position, from 0, belongs to the share."""
        return position % self.of == self.index - 1


@dataclass(frozen=True, slots=True)
class Made:
    """What made a ledger; `fingerprint` sums up program, rules, recognisers and options."""

    program: str
    rules: str
    recognisers: dict[str, str]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a ledger holds. `inputs` counts the inputs of all shares; `listing` is a digest of their names in order."""

    made: Made
    shard: Shard
    inputs: int
    listing: str


def made_by(work: Work, rulebooks: Rulebooks) -> Made:
    """What a run of this work is made by."""
    return Made(version("claimscan"), rulebooks.digest, recognisers(work, rulebooks), fingerprint(work, rulebooks))


def beside(ledger: Path) -> Path:
    """Where the manifest of a ledger stands."""
    return ledger.with_name(ledger.name + ENDING)


def write_manifest(ledger: Path, manifest: Manifest, keys: Iterable[str]) -> None:
    """Write the manifest and the keys of the records in their order; it appears whole."""
    part = ledger.with_name(f"{ledger.name}{ENDING}.writing")
    with part.open("w", encoding="utf-8", newline="\n") as out:
        out.write(json.dumps(asdict(manifest)) + "\n")
        out.writelines(key + "\n" for key in keys)
    part.replace(beside(ledger))


def read_manifest(ledger: Path) -> Manifest:
    """The manifest beside a ledger. Raises ClaimscanError if there is none."""
    path = beside(ledger)
    try:
        with path.open(encoding="utf-8") as file:
            values = json.loads(file.readline())
        return Manifest(Made(**values["made"]), Shard(**values["shard"]), values["inputs"], values["listing"])
    except OSError as error:
        raise ClaimscanError(f"{path}: {error.strerror}; claimscan batch writes it beside {ledger.name}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise ClaimscanError(f"{path}: is not what claimscan batch writes beside {ledger.name}") from error


def read_keys(ledger: Path) -> Iterator[str]:
    """The keys of a ledger's records in their order."""
    with beside(ledger).open(encoding="utf-8") as file:
        file.readline()
        yield from (line.rstrip("\n") for line in file)
