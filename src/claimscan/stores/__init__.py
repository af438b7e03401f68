"""Ledgers: the records of many documents in one file, as JSON Lines, CSV, Parquet or SQLite."""

from claimscan.stores.files import StoreError, StoreKind, check_writable, kind_of_store, read_lines, read_records, write_lines

__all__ = ["StoreError", "StoreKind", "check_writable", "kind_of_store", "read_lines", "read_records", "write_lines"]
