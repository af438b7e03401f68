"""What once broke the program, and what the fuzzer starts from, keeps every promise; the fuzzer itself is not needed."""

from importlib import import_module
from pathlib import Path

import pytest

FUZZ = Path(__file__).parents[2] / "fuzz"
TARGETS = sorted(path.stem for path in (FUZZ / "targets").glob("[a-z]*.py"))
CASES = sorted(path for folder in ("seeds", "found") for path in (FUZZ / folder).glob("*/*"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case.relative_to(FUZZ).parts))
def test_a_kept_case_keeps_every_promise(case: Path) -> None:
    import_module(f"fuzz.targets.{case.parent.name}").check(case.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_has_seeds(target: str) -> None:
    assert any((FUZZ / "seeds" / target).iterdir())


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe\xff", "\u0301\u200b\u202e🚀e\u0301".encode(), b"\xed\xa0\x80", b"\n" * 300])
@pytest.mark.parametrize("target", TARGETS)
def test_a_target_takes_any_bytes(target: str, data: bytes) -> None:
    import_module(f"fuzz.targets.{target}").check(data)
