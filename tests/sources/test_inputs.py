import os
from pathlib import Path

import pytest

from claimscan.model import Document, Failure
from claimscan.sources.inputs import Input, Pick, Skipped, gather
from claimscan.sources.kinds import InputKind
from claimscan.sources.options import Reading
from claimscan.sources.read import read_documents


def ids(root: Path) -> list[str]:
    return [entry.id for entry in gather([str(root)]).entries]


def read(path: Path, reading: Reading | None = None) -> Document | Failure:
    (only,) = read_documents(gather([str(path)]), reading or Reading())
    return only


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/.hidden.txt", ".git/d.txt", "e.png", "sub/f.JSONL"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text", encoding="utf-8")
    return tmp_path


def test_a_folder_is_walked_in_order_and_hidden_files_are_left_out(tree: Path) -> None:
    assert [Path(name).relative_to(tree).as_posix() for name in ids(tree)] == ["a.md", "b.txt", "sub/c.html", "sub/f.JSONL"]


def test_files_of_other_kinds_in_a_folder_are_counted(tree: Path) -> None:
    assert gather([str(tree)]).skipped == (Skipped(str(tree), 1),)


def test_links_that_lead_in_circles_are_walked_once(tree: Path) -> None:
    before = ids(tree)
    (tree / "sub" / "again").symlink_to(tree, target_is_directory=True)
    (tree / "zz").symlink_to(tree / "sub", target_is_directory=True)
    assert ids(tree) == before


def test_a_link_that_leads_nowhere_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    assert isinstance(read(tmp_path / "gone.txt"), Failure)
    assert [entry.id for entry in gather([str(tmp_path)]).entries] == [str(tmp_path / "gone.txt")]


def test_a_folder_without_texts_is_a_failure_that_names_the_endings(tmp_path: Path) -> None:
    (failure,) = gather([str(tmp_path)]).entries
    assert isinstance(failure, Failure)
    assert failure.what == "folder holds no texts"
    assert ".txt" in failure.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_an_unreadable_file_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("text", encoding="utf-8")
    path.chmod(0)
    assert read(path) == Failure(str(path), "cannot be read: Permission denied")


def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "looping.txt"
    path.symlink_to(path)
    failure = read(path)
    assert isinstance(failure, Failure)
    assert failure.what.startswith("cannot be read:")


@pytest.mark.parametrize(
    ("paths", "single"),
    [(["one.txt"], True), (["-"], True), (["one.jsonl"], False), (["one.txt", "two.txt"], False), (["folder"], False)],
)
def test_one_file_that_is_one_document_is_known_beforehand(tmp_path: Path, paths: list[str], single: bool) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "only.txt").write_text("text", encoding="utf-8")
    given = [path if path == "-" else str(tmp_path / path) for path in paths]
    assert gather(given).single is single


def test_a_file_of_unknown_ending_that_was_asked_for_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "article.news"
    path.write_text('{"text": "Aro beats Bex.", "id": 7}\n', encoding="utf-8")
    assert gather([str(path)]).entries == (Input(str(path), path, None),)
    document = read(path)
    assert isinstance(document, Document)
    assert (document.id, document.text) == (f"{path}#7", "Aro beats Bex.")


def test_the_caller_can_say_how_to_read(tmp_path: Path) -> None:
    path = tmp_path / "article.news"
    path.write_text('{"text": "Aro beats Bex."}', encoding="utf-8")
    document = read(path, Reading(kind=InputKind.TEXT))
    assert isinstance(document, Document)
    assert document.text == '{"text": "Aro beats Bex."}'


@pytest.mark.parametrize(
    ("pick", "names"),
    [
        (Pick(include=("*.txt",)), ["b.txt"]),
        (Pick(include=("sub/*",)), ["sub/c.html", "sub/f.JSONL"]),
        (Pick(include=("*.png", "a.*")), ["a.md", "e.png"]),
        (Pick(exclude=("*.html", "a*")), ["b.txt", "sub/f.JSONL"]),
        (Pick(exclude=("sub",)), ["a.md", "b.txt"]),
        (Pick(exclude=("sub/c*",)), ["a.md", "b.txt", "sub/f.JSONL"]),
        (Pick(("*.md", "*.html"), ("sub",)), ["a.md"]),
    ],
)
def test_globs_pick_files_of_a_folder(tree: Path, pick: Pick, names: list[str]) -> None:
    found = gather([str(tree)], pick).entries
    assert [Path(entry.id).relative_to(tree).as_posix() for entry in found] == names


def test_globs_that_match_nothing_are_a_failure_that_names_them(tree: Path) -> None:
    (failure,) = gather([str(tree)], Pick(("*.rst",), ("sub",))).entries
    assert failure == Failure(str(tree), "folder holds no texts", "asked for: *.rst not sub")


def test_globs_do_not_touch_files_that_were_named(tree: Path) -> None:
    assert len(gather([str(tree / "b.txt")], Pick(exclude=("*",))).entries) == 1
