import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimscan.batch.work import Work, Worker, fingerprint, keyed
from claimscan.extractor import Extractor
from claimscan.model import Document, Failure, Record
from claimscan.rulebook import load_rulebooks
from claimscan.sources.inputs import gather
from claimscan.sources.kinds import InputKind
from claimscan.sources.options import Reading
from claimscan.sources.pieces import Piece

CLAIM = "Qwen2.5-Max outperforms GPT-4o on MMLU-Pro. That is what the company said in a statement to reporters.\n"
RULEBOOKS = load_rulebooks()
WORKER = Worker(Work(ner={"en": "none"}), RULEBOOKS)
SCHEMA = json.loads(resources.files("claimscan.schema").joinpath("claimscan-1.json").read_text(encoding="utf-8"))


def piece(content: bytes = CLAIM.encode(), kind: InputKind = InputKind.TEXT, line: int | None = None) -> Piece:
    return Piece("a.txt", kind, content=content, line=line)


def test_a_piece_becomes_the_record_that_extract_writes() -> None:
    outcome = WORKER(piece())
    values = json.loads(outcome.line)
    assert (outcome.id, outcome.failure, outcome.claims) == ("a.txt", None, len(values["claims"]))
    assert [(claim["subject"], claim["objects"]) for claim in values["claims"]] == [("Qwen2.5-Max", ["GPT-4o"])]


@pytest.mark.parametrize(
    "item",
    [
        piece(b"\x00"),
        piece(b"", InputKind.HTML),
        piece(b"<html></html>", InputKind.HTML),
        piece(b"%PDF-1.4", InputKind.PDF),
        piece(b"PK", InputKind.DOCX),
        piece(b"{", InputKind.JSONL, 3),
        piece(b'{"text": "\\ud83d", "id": "\\udc00"}', InputKind.JSONL, 3),
        Piece("gone.txt", InputKind.TEXT, "gone.txt"),
        Failure("name\udcff.txt", "cannot be read", "see \udcff"),
        piece("ü".encode("utf-16") * 40),
    ],
)
def test_every_piece_becomes_one_record_of_the_schema(item: Piece | Failure) -> None:
    outcome = WORKER(item)
    values = json.loads(outcome.line.encode("utf-8"))
    assert list(Draft202012Validator(SCHEMA).iter_errors(values)) == []
    assert (outcome.failure is not None) is ("error" in values)


class Mistaken(Extractor):
    """Fails at texts that tell it to."""

    def __call__(self, document: Document) -> Record:
        if "mistake" in document.text:
            raise ZeroDivisionError("division by zero")
        return super().__call__(document)

    def many(self, documents: Iterable[Document]) -> Iterator[Record]:
        return map(self, documents)


def test_a_mistake_of_ours_costs_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WORKER, "_extractor", Mistaken(RULEBOOKS, ner={"en": "none"}))
    before, failed, after = WORKER.many([piece(), piece(b"A mistake."), piece()])
    assert failed.failure is not None
    assert failed.failure.what == "internal error: ZeroDivisionError: division by zero"
    assert before == after == WORKER(piece())


def test_pieces_taken_at_once_become_what_each_becomes_by_itself() -> None:
    pieces = [piece(), piece(b"\x00"), piece(CLAIM.replace("GPT-4o", "Ember 4").encode()), Failure("gone.txt", "is gone"), piece(b"")]
    assert WORKER.many(pieces) == list(map(WORKER, pieces))


def test_strict_work_fails_what_has_warnings() -> None:
    failure = Worker(Work(strict=True), RULEBOOKS)(piece(b"")).failure
    assert failure is not None
    assert failure.what.startswith("left out for its warnings: is empty")


def test_uncertain_claims_can_be_left_out() -> None:
    assert Worker(Work(min_confidence=1.0, ner={"en": "none"}), RULEBOOKS)(piece()).claims == 0


@pytest.mark.parametrize(
    "other",
    [
        piece(CLAIM.upper().encode()),
        replace(piece(), source="b.txt"),
        replace(piece(), kind=InputKind.MARKDOWN),
        replace(piece(), line=1),
        Failure("a.txt", CLAIM),
    ],
)
def test_another_piece_has_another_key(other: Piece | Failure) -> None:
    assert keyed(other, "x")[0] != keyed(piece(), "x")[0] == keyed(piece(), "x")[0]


@pytest.mark.parametrize(
    "other",
    [
        Work(Reading(date="2025")),
        Work(Reading(language="en")),
        Work(ner={"en": "none"}),
        Work(min_confidence=0.5),
        Work(strict=True),
        Work(with_text=True),
    ],
)
def test_other_work_has_another_fingerprint(other: Work) -> None:
    assert fingerprint(other, RULEBOOKS) != fingerprint(Work(), RULEBOOKS) == fingerprint(Work(), RULEBOOKS)


def test_other_rules_have_another_fingerprint() -> None:
    assert fingerprint(Work(), replace(RULEBOOKS, digest="other")) != fingerprint(Work(), RULEBOOKS)


def test_the_months_that_worker_and_parent_know_do_not_matter() -> None:
    assert fingerprint(Work(Reading(months={"mai": 5})), RULEBOOKS) == fingerprint(Work(), RULEBOOKS)


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CLAIM, encoding="utf-8")
    entry = gather([str(path)]).entries[0]
    (key, _), (again, _) = (keyed(Piece(entry.id, InputKind.TEXT, str(path)), "x") for _ in range(2))
    path.write_text(CLAIM + "More.", encoding="utf-8")
    changed, _ = keyed(Piece(entry.id, InputKind.TEXT, str(path)), "x")
    assert key == again != changed
