"""An example in a rule is told wrong when it is read otherwise than it says."""

from pathlib import Path

import pytest

from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer
from claimscan.trial import Trial, trials

LANGUAGE = """
schema: 1
language: en
name: English
classes: {conjunctions: [and], determiners: [the, its], prepositions: [on, by], score_units: ["%"]}
"""


def claims(examples: str, counterexamples: str = '"{Aro 3} sleeps."', todo: str = "") -> str:
    return f"""
schema: 1
rules:
  - id: beats
    relation: outperforms
    pattern: "{{subject}} ... beats ... {{object}}"
    examples: [{examples}]
    counterexamples: [{counterexamples}]
    todo: [{todo}]
  - id: beaten
    relation: outperforms
    pattern: "{{object}} ... beaten by {{subject}}"
    examples: ["{{object:Bex}} is beaten by {{subject:Aro 3}}."]
    counterexamples: ["{{Bex}} is beaten."]
  - id: decoy
    relation: none
    pattern: "{{subject}} beats the clock ... {{object}}"
    examples: ["{{Aro 3}} beats the clock and {{Bex}}."]
    counterexamples: ["{{subject:Aro 3}} beats {{object:Bex}}."]
"""


CUES = """
schema: 1
cues:
  - id: not
    sets: {polarity: negated}
    pattern: never
    except: [never mind]
    examples: ["{subject:Aro 3} never beats {object:Bex}."]
    counterexamples: ["Never mind, {subject:Aro 3} beats {object:Bex}."]
  - id: says
    sets: {stance: attributed}
    pattern: "{source} says"
    examples:
      - "{source:Acme} says {subject:Aro 3} beats {object:Bex}."
      - {text: "{subject:Aro 3} beats {object:Bex}.", source: none}
"""
DISCOURSE = """
schema: 1
anaphors:
  - id: it
    pattern: it
    examples: ["{subject:Aro 3} is out. It beats {object:Bex}."]
groups:
  - id: rivals
    pattern: its rivals
    examples: ["{subject:Aro 3} beats {generic:its rivals}."]
    counterexamples: ["{subject:Aro 3} beats {object:Bex}."]
"""
RESULTS = """
schema: 1
rules:
  - id: scores
    pattern: "{model} scored {value} on {benchmark}"
    examples: ["{model:Aro 3} scored {value:86.1%} on {benchmark:MMLU}."]
    counterexamples: ["{model:Aro 3} scored."]
"""
SOUND = '"{subject:Aro 3} easily beats {object:Bex} and {object:Ono 2}."'


def read(folder: Path, **files: str) -> list[Trial]:
    (folder / "en").mkdir()
    for name, text in {"language": LANGUAGE, **files}.items():
        (folder / "en" / f"{name}.yml").write_text(text, encoding="utf-8")
    return list(trials(load_layers([Layer(folder, "rules")])))


def test_trials_are_told_by_file_and_line(tmp_path: Path) -> None:
    found = read(tmp_path, claims=claims(SOUND), cues=CUES, discourse=DISCOURSE, results=RESULTS)
    assert [(trial.id, str(trial.expectation)) for trial in found][:3] == [
        ("en/claims.yml:7", "example"),
        ("en/claims.yml:8", "counterexample"),
        ("en/claims.yml:13", "example"),
    ]
    assert len(found) == 15


def test_sound_examples_of_every_kind_of_rule_are_read_as_wanted(tmp_path: Path) -> None:
    found = read(tmp_path, claims=claims(SOUND), cues=CUES, discourse=DISCOURSE, results=RESULTS)
    assert {trial.id: trial.run() for trial in found if trial.run()} == {}


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (
            '"{object:Aro 3} beats {subject:Bex}."',
            "wanted of en/beats: Bex over Aro 3; polarity: affirmed; got the reverse: Aro 3 outperforms Bex (asserted, by en/beats)",
        ),
        (
            '"{subject:Aro 3} beats {Bex}."',
            "wanted of en/beats: Aro 3; polarity: affirmed; got: Aro 3 outperforms Bex (asserted, by en/beats)",
        ),
        ('"{subject:Aro 3} bests {object:Bex}."', "wanted of en/beats: Aro 3 over Bex; polarity: affirmed; got: no claim"),
        (
            '"{object:Bex} is beaten by {subject:Aro 3}."',
            "wanted of en/beats: Aro 3 over Bex; polarity: affirmed; got: Aro 3 outperforms Bex (asserted, by en/beaten)",
        ),
        (
            '"{subject:Aro 3} never beats {object:Bex}."',
            "wanted of en/beats: Aro 3 over Bex; polarity: affirmed; got: Aro 3 outperforms Bex (negated, asserted, by en/beats)",
        ),
        (
            '{text: "{subject:Aro 3} beats {object:Bex}.", stance: hedged}',
            "wanted of en/beats: Aro 3 over Bex; polarity: affirmed; stance: hedged; got: Aro 3 outperforms Bex (asserted, by en/beats)",
        ),
        (
            '{text: "{source:Acme} says {subject:Aro 3} beats {object:Bex}.", source: none}',
            (
                "wanted of en/beats: Aro 3 over Bex; polarity: affirmed; source: none; "
                "got: Aro 3 outperforms Bex (attributed to Acme, by en/beats)"
            ),
        ),
    ],
)
def test_example_that_is_read_otherwise_is_told(tmp_path: Path, example: str, message: str) -> None:
    assert read(tmp_path, claims=claims(example), cues=CUES)[0].run() == message


def test_counterexample_that_is_read_is_told(tmp_path: Path) -> None:
    trial = read(tmp_path, claims=claims(SOUND, '"{Aro 3} beats {Bex}."'))[1]
    assert trial.run() == "wanted nothing of en/beats; got: Aro 3 outperforms Bex (asserted, by en/beats)"


def test_todo_passes_as_long_as_it_is_missed(tmp_path: Path) -> None:
    assert read(tmp_path, claims=claims(SOUND, todo='"Clearly {subject:Aro 3} > {object:Bex}."'))[2].run() is None


def test_todo_that_is_read_has_to_move_up(tmp_path: Path) -> None:
    wrong = read(tmp_path, claims=claims(SOUND, todo='"{subject:Aro 3} beats {object:Bex}."'))[2].run()
    assert wrong == "this todo is read as wanted now: move it up to the examples"
