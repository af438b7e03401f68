"""Nothing leaves the machine: no command, in none of its processes, connects to anything or asks for an address."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimscan.errors import ExitCode

FORBIDDEN = 99
# Python runs it at the start of every process, also of those that batch begins.
FORBIDDING = f"""
import os, sys
ASKING = {{"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto", "socket.sendmsg",
          "urllib.Request"}}
# A library looks whether there is IPv6 by binding a socket to the machine's own address.
def forbid(event, arguments):
    if event in ASKING or (event == "socket.bind" and arguments[1][0] not in ("localhost", "::1", "127.0.0.1")):
        os.write(2, f"asked for the network: {{event}} {{arguments}}".encode())
        os._exit({FORBIDDEN})
sys.addaudithook(forbid)
"""
PAGE = """<html lang=en><head><title>T</title><base href="http://news.example.org/">
<link rel=stylesheet href="http://static.example.org/a.css"><link rel=canonical href="http://news.example.org/a">
<script src="http://static.example.org/a.js"></script><meta property="og:url" content="http://news.example.org/a"></head>
<body><article><img src="http://static.example.org/a.png">{}</article></body></html>""".format(
    "<p>On January 29, Alibaba said <a href='http://example.org/q'>Qwen2.5-Max</a> outperforms GPT-4o on MMLU-Pro.</p>" * 5
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with inputs of several kinds, a ledger, and what forbids the network."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "sitecustomize.py").write_text(FORBIDDING)
    (folder / "in").mkdir()
    (folder / "in" / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "in" / "note.txt").write_text("Laut https://example.org/x übertrifft Qwen2.5-Max das Modell GPT-4o.", encoding="utf-8")
    run = alone(folder, "-m", "claimscan", "batch", "in", "-o", "ledger.jsonl", "-q", "-j1")
    assert (run.returncode, run.stderr) == (ExitCode.OK, b"")
    return folder


def alone(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A run of Python that ends at once if it asks for the network."""
    paths = os.pathsep.join((str(folder), *filter(None, [os.environ.get("PYTHONPATH")])))
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, check=False, cwd=folder, env=os.environ | {"PYTHONPATH": paths}, input=PAGE.encode(), capture_output=True
    )


@pytest.mark.parametrize(
    "command",
    [
        "extract in --json",
        "extract - --from html",
        "extract - --from text --format markdown",
        "batch in -o out.sqlite -q -j2",
        "batch in -o out.parquet -q -j2",
        "batch in -o part.jsonl -q --shard 1/1",
        "merge ledger.jsonl -o merged.sqlite",
        "report ledger.jsonl --html report.html",
        "report ledger.jsonl",
        "names in",
        "explain Qwen2.5-Max outperforms GPT-4o. --lang en",
        "rules check",
        "rules list",
        "rules schema",
        "rules test -q",
        "schema",
        "--version",
        "--help",
    ],
)
def test_no_command_asks_for_the_network(command: str, folder: Path) -> None:
    run = alone(folder, "-m", "claimscan", *command.split(" "))
    assert (run.returncode, run.stderr[-300:] if run.returncode else b"") == (ExitCode.OK, b"")


@pytest.mark.parametrize(
    "code",
    [
        "import claimscan; assert claimscan.extract('Qwen2.5-Max beats GPT-4o.', lang='en').claims",
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('claimscan'); assert nlp('Qwen2.5-Max beats GPT-4o.')._.claims",
    ],
    ids=["a text", "a pipeline"],
)
def test_no_call_from_python_asks_for_the_network(code: str, folder: Path) -> None:
    assert alone(folder, "-c", code).returncode == 0


@pytest.mark.parametrize(
    "code",
    [
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import socket; socket.create_server(('', 0))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        (
            "from multiprocessing import get_context; from socket import gethostbyname\n"
            "process = get_context('spawn').Process(target=gethostbyname, args=('localhost',))\n"
            "process.start(); process.join(); raise SystemExit(process.exitcode)"
        ),
    ],
    ids=["a page", "a server", "an address", "in another process"],
)
def test_who_asked_for_the_network_would_be_found(code: str, folder: Path) -> None:
    assert alone(folder, "-c", code).returncode == FORBIDDEN
