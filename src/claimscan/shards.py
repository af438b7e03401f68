"""The ledgers of all shares of one run put together to the ledger that one machine would have written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from claimscan.batch.manifest import Manifest, Shard, read_keys, read_manifest, write_manifest
from claimscan.errors import ClaimscanError
from claimscan.stores import check_writable, read_lines, write_lines

Item = TypeVar("Item")


def merge(ledgers: Sequence[Path], output: Path) -> int:
    """Write one ledger of the ledgers of all shares, in any order; how many records it holds.

    Raises ClaimscanError if a share is missing or given twice, if the shares are not of one run, or if one lacks records.
    """
    check_writable(output)
    shares = _in_order({ledger: read_manifest(ledger) for ledger in ledgers})
    whole = next(iter(shares.values()))
    paths = tuple(shares)
    write_lines(_dealt([read_lines(path) for path in paths], whole.inputs, paths), output)
    keys = _dealt([read_keys(path) for path in paths], whole.inputs, paths)
    write_manifest(output, Manifest(whole.made, Shard(), whole.inputs, whole.listing), keys)
    return whole.inputs


def _in_order(shares: dict[Path, Manifest]) -> dict[Path, Manifest]:
    """The shares from the first to the last."""
    first_path, first = next(iter(shares.items()))
    for path, share in shares.items():
        for what, one, other in (
            ("rules, recognisers or options", first.made.fingerprint, share.made.fingerprint),
            ("inputs", (first.inputs, first.listing), (share.inputs, share.listing)),
            ("number of shards", first.shard.of, share.shard.of),
        ):
            if one != other:
                raise ClaimscanError(f"{path} and {first_path} are not of one run: their {what} differ")
    given = sorted(share.shard.index for share in shares.values())
    missing = [str(index) for index in range(1, first.shard.of + 1) if index not in given]
    if missing:
        raise ClaimscanError(f"shard{'s' * (len(missing) > 1)} {', '.join(missing)} of {first.shard.of} missing")
    if len(given) > first.shard.of:
        twice = next(index for index in given if given.count(index) > 1)
        raise ClaimscanError(f"shard {twice} of {first.shard.of} is given twice")
    return dict(sorted(shares.items(), key=lambda share: share[1].shard.index))


def _dealt(parts: Sequence[Iterator[Item]], total: int, paths: Sequence[Path]) -> Iterator[Item]:
    """One of each part in turn, until there are as many as the inputs were."""
    end = object()
    for position in range(total):
        item = next(parts[position % len(parts)], end)
        if item is end:
            raise ClaimscanError(f"{paths[position % len(parts)]} holds fewer records than its share has inputs")
        yield item  # type: ignore[misc]
    for path, part in zip(paths, parts, strict=True):
        if next(part, end) is not end:
            raise ClaimscanError(f"{path} holds more records than its share has inputs")
