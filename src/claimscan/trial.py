"""Runs the examples in the rules: each rule proves itself, alone among the others of its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import cycle

from claimscan.claims import ClaimReader
from claimscan.find.dates import read_dates
from claimscan.model import Claim, Mention, Name, Polarity, Relation, Result, Span
from claimscan.rulebook import Rulebook, Rulebooks
from claimscan.rulebook.date_grammar import DateRule
from claimscan.rulebook.dates import NEUTRAL
from claimscan.rulebook.rules import AnaphorRule, ClaimRule, CueRule, Example, GroupRule, ResultRule, Sides

Rule = ClaimRule | CueRule | AnaphorRule | GroupRule | ResultRule | DateRule

NOBODY = "none"
"""What an example writes for a source that must not be there."""


class Expectation(StrEnum):
    """What an example is there for."""

    READ = "example"
    NOT_READ = "counterexample"
    MISSED = "todo"


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """One example of one rule, with what is expected of it."""

    rulebook: Rulebook
    rule: Rule
    example: Example
    expectation: Expectation

    @property
    def id(self) -> str:
        """Where the example stands, from the language folder on: `en/claims.yml:14`."""
        path = "/".join(self.example.place.path.split("/")[-2:])
        return f"{path}:{self.example.place.line}"

    def run(self) -> str | None:
        """None if the example is read as wanted, else a sentence that says what was wanted and what came."""
        wrong = self._compare()
        if self.expectation is Expectation.MISSED:
            return None if wrong else "this todo is read as wanted now: move it up to the examples"
        return wrong

    def _compare(self) -> str | None:
        """What is wrong with what is read from the example; None if nothing is."""
        if isinstance(self.rule, DateRule):
            return _compare_dates(self, self.rule)
        claims, results = _reader(self.rulebook)(self.example.text, planted_mentions(self.example))
        if isinstance(self.rule, ResultRule):
            return _compare_results(self, results)
        if self._wants_claims:
            return _misread(self, claims)
        return _wrongly_read(self, claims)

    @property
    def _wants_claims(self) -> bool:
        """Whether claims are to be read; a decoy proves itself by claiming nothing in its examples."""
        decoy = isinstance(self.rule, ClaimRule) and self.rule.relation is None
        return decoy == (self.expectation is Expectation.NOT_READ)


def trials(rulebooks: Rulebooks) -> Iterator[Trial]:
    """All examples of all languages, in the order of languages, files and lines."""
    for rulebook in rulebooks.languages.values():
        for rule in _rules(rulebook):
            lists = (rule.trials.examples, rule.trials.counterexamples, rule.trials.todo)
            for expectation, examples in zip(Expectation, lists, strict=True):
                for example in examples:
                    yield Trial(rulebook, rule, example, expectation)


def _rules(rulebook: Rulebook) -> Iterator[Rule]:
    yield from rulebook.claims
    yield from rulebook.cues
    yield from rulebook.anaphors
    yield from rulebook.groups
    yield from rulebook.results
    yield from rulebook.dates.rules if rulebook.dates else ()


def planted_mentions(example: Example) -> tuple[Mention, ...]:
    """The names that are marked in an example, as if they had been found there."""
    return tuple(
        Mention(Span(mark.start, mark.end), Name(mark.kind, example.text[mark.start : mark.end]))
        for mark in example.planted
        if mark.kind is not None
    )


def describe(claim: Claim) -> str:
    """A claim in one line: `R1 outperforms o1 (negated, attributed to Acme, by en/beats)`."""
    losers = ", ".join((*claim.objects, *((claim.generic_object,) if claim.generic_object else ())))
    told = [claim.polarity] if claim.polarity is Polarity.NEGATED else []
    source = f" to {claim.source}" if claim.source else ""
    details = ", ".join((*told, f"{claim.stance}{source}", f"by {claim.rule}"))
    return " ".join(part for part in (claim.subject, str(claim.relation), losers, f"({details})") if part)


@lru_cache(maxsize=8)
def _reader(rulebook: Rulebook) -> ClaimReader:
    return ClaimReader(rulebook)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the marks and keys of an example say about its claims."""

    subjects: tuple[str, ...]
    objects: frozenset[str]
    generic: str | None
    fields: tuple[tuple[str, tuple[str, ...]], ...]

    def __str__(self) -> str:
        losers = " and ".join((*sorted(self.objects), *((self.generic,) if self.generic else ())))
        named = f"{' and '.join(self.subjects) or 'a claim'}{' over ' * bool(losers)}{losers}"
        return "; ".join((named, *(f"{key}: {', '.join(values)}" for key, values in self.fields)))


def _misread(trial: Trial, claims: Sequence[Claim]) -> str | None:
    """What is wrong with the claims read from an example; None if they are as it says."""
    own = [claim for claim in claims if _own(trial, claim)]
    wanted = _wanted(trial)
    decoy = isinstance(trial.rule, ClaimRule) and trial.rule.relation is None
    told = f"wanted {'in spite of' if decoy else 'of'} {trial.rulebook.language}/{trial.rule.id}: {wanted}"
    got = "; ".join(map(describe, claims)) or "no claim"
    mutual = isinstance(trial.rule, ClaimRule) and trial.rule.sides is Sides.MUTUAL
    reversed_ = next((c for c in claims if c.relation is Relation.OUTPERFORMS and not mutual and _reverses(c, wanted)), None)
    if reversed_:
        return f"{told}; got the reverse: {describe(reversed_)}"
    agreeing = {claim.subject for claim in own if _agrees(claim, wanted)}
    if not agreeing or not agreeing.issuperset(wanted.subjects):
        return f"{told}; got: {got}"
    return None


def _compare_results(trial: Trial, results: Sequence[Result]) -> str | None:
    """What is wrong with the results read from an example, which must be those that it marks; None if they are."""
    values = () if trial.expectation is Expectation.NOT_READ else _marked(trial.example, "value")
    if not values and trial.expectation is not Expectation.NOT_READ:
        return f"nothing is wanted of {trial.rulebook.language}/{trial.rule.id}: mark what must be read as {{value:...}}"
    models = cycle(_marked(trial.example, "model") or _marked(trial.example, None) or ("?",))
    benchmarks = cycle(_marked(trial.example, "benchmark") or ("?",))
    wanted = [f"{model}: {value} on {benchmark}" for model, value, benchmark in zip(models, values, benchmarks, strict=False)]
    return _compare_lists(trial, wanted, [f"{result.model}: {result.value} on {result.benchmark}" for result in results])


def _compare_dates(trial: Trial, rule: DateRule) -> str | None:
    """What is wrong with the dates read from an example, which must be those that it marks; None if they are."""
    example, grammar = trial.example, trial.rulebook.dates or NEUTRAL
    names = [Span(mark.start, mark.end) for mark in example.planted if mark.kind is not None]
    readings = read_dates(example.text, grammar, next(iter(example.expects.get("reference", ())), None), names)
    if trial.expectation is Expectation.NOT_READ:
        readings = tuple(reading for reading in readings if reading.rule is rule)
    marks = [example.text[mark.start : mark.end] for mark in example.planted if mark.kind is None]
    wanted = [f"{text} = {value}" for text, value in zip(marks, example.expects.get("value", ()), strict=False)]
    return _compare_lists(trial, wanted, [f"{reading.timex.span.of(example.text)} = {reading.timex.value}" for reading in readings])


def _compare_lists(trial: Trial, wanted: Sequence[str], got: Sequence[str]) -> str | None:
    if sorted(wanted) == sorted(got) and (wanted or trial.expectation is Expectation.NOT_READ):
        return None
    return f"wanted of {trial.rulebook.language}/{trial.rule.id}: {'; '.join(wanted) or 'nothing'}; got: {'; '.join(got) or 'nothing'}"


def _wrongly_read(trial: Trial, claims: Sequence[Claim]) -> str | None:
    """What is read from a counterexample although it should not be; None if nothing is."""
    rule = trial.rule
    if isinstance(rule, CueRule):
        wrong = [claim for claim in claims if _changed_by(rule, claim)]
    elif isinstance(rule, GroupRule):
        wrong = [claim for claim in claims if claim.generic_object]
    else:
        wrong = [claim for claim in claims if _own(trial, claim)]
    return f"wanted nothing of {trial.rulebook.language}/{rule.id}; got: {'; '.join(map(describe, wrong))}" if wrong else None


def _own(trial: Trial, claim: Claim) -> bool:
    """Whether a claim can stem from the rule on trial; claims name only claim rules that are no decoys."""
    return (
        not isinstance(trial.rule, ClaimRule) or trial.rule.relation is None or claim.rule == f"{trial.rulebook.language}/{trial.rule.id}"
    )


def _changed_by(rule: CueRule, claim: Claim) -> bool:
    """Whether a claim looks as the cue would make it."""
    if rule.polarity is None and rule.stance is None:
        return claim.source is not None
    return (rule.polarity or claim.polarity, rule.stance or claim.stance) == (claim.polarity, claim.stance)


def _wanted(trial: Trial) -> _Wanted:
    """What an example asks for; where it is silent, what its rule says."""
    example, rule = trial.example, trial.rule
    fields = dict(example.expects)
    marked = {role: _marked(example, role) for role in ("subject", "object", "generic", "source", "aspect", "margin")}
    if marked["source"]:
        fields.setdefault("source", marked["source"])
    if marked["aspect"]:
        fields.setdefault("aspects", marked["aspect"])
    if marked["margin"]:
        fields.setdefault("margin", marked["margin"])
    if isinstance(rule, ClaimRule) and rule.relation:
        fields.setdefault("polarity", (rule.polarity or Polarity.AFFIRMED,))
        fields.setdefault("aspect_kind", (rule.aspect_kind,) if rule.aspect_kind else ())
    if isinstance(rule, CueRule) and not example.expects:
        fields.update({key: (value,) for key, value in (("polarity", rule.polarity), ("stance", rule.stance)) if value})
    generic = next(iter(fields.pop("generic", marked["generic"])), None)
    return _Wanted(marked["subject"], frozenset(marked["object"]), generic, tuple(sorted(item for item in fields.items() if item[1])))


def _marked(example: Example, role: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(example.text[mark.start : mark.end] for mark in example.planted if mark.role == role))


def _agrees(claim: Claim, wanted: _Wanted) -> bool:
    """Whether a claim is one that the example asks for."""
    if wanted.subjects and (claim.subject not in wanted.subjects or frozenset(claim.objects) != wanted.objects):
        return False
    if wanted.generic and not _same((wanted.generic,), (claim.generic_object, claim.source)):
        return False
    return all(_has(claim, key, values) for key, values in wanted.fields)


def _has(claim: Claim, key: str, values: tuple[str, ...]) -> bool:
    """Whether a field of a claim is as written in an example."""
    found = getattr(claim, key)
    if key == "source" and values == (NOBODY,):
        return found is None
    if isinstance(found, tuple):
        return sorted(map(str.casefold, found)) == sorted(map(str.casefold, values))
    return _same(values, (found,))


def _same(values: Sequence[str], found: Sequence[str | None]) -> bool:
    return any(value.casefold() == (text or "").casefold() for value in values for text in found)


def _reverses(claim: Claim, wanted: _Wanted) -> bool:
    """Whether a claim says the opposite of what the example asks for."""
    return claim.subject in wanted.objects and any(subject in claim.objects for subject in wanted.subjects)
