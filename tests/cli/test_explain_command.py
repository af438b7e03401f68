import io
import sys

import pytest

from claimscan.cli.app import run
from claimscan.errors import ExitCode


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["explain", "--ner", "en=none", *arguments]) == ExitCode.OK
    return capsys.readouterr().out


def test_a_claim_is_explained_by_its_rule_words_and_cues(capsys: pytest.CaptureFixture[str]) -> None:
    text = explained(capsys, "According to Alibaba, Qwen2.5-Max outperforms GPT-4o.")
    assert "{subject:Qwen2.5-Max} {trigger:outperforms} {object:GPT-4o}" in text
    assert "Qwen2.5-Max beats GPT-4o" in text
    assert "attributed (Alibaba*)" in text
    assert "rules/en/claims.yml:" in text
    assert "rules/en/cues.yml:" in text


def test_a_sentence_without_claim_tells_where_the_nearest_rule_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    text = explained(capsys, "--lang", "en", "GPT-4o does not beat.")
    assert "claim    none" in text
    assert "looking for {object}" in text


def test_marked_names_are_taken_as_models(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Zorblax beats Quimby" in explained(capsys, "--lang", "en", "{Zorblax} beats {Quimby}.")


def test_words_need_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Qwen2.5-Max beats GPT-4o" in explained(capsys, "--lang", "en", "Qwen2.5-Max", "beats", "GPT-4o.")


def test_standard_input_is_explained(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Qwen2.5-Max schlägt GPT-4o.".encode())))
    assert "Qwen2.5-Max beats GPT-4o" in explained(capsys, "--lang", "de", "-")


def test_a_language_without_rules_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "fr: there are no rules for it" in explained(capsys, "--lang", "fr", "Le modèle dépasse GPT-4o.")
