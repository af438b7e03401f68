"""The day of a claim: the one date of its sentence that is not told of something else, such as when a model came out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.scene import BOUNDARY, Scene
from claimscan.model import Kind, Timex

_SIGNS = frozenset(",;:()[]–—")
_BRACKETS = frozenset("([")
_DEEDS = ("apposed_participles", "compound_participles", "contrasted")
_NEAR = 4


def day_of(stage: Scene, said: Collection[int], dates: Sequence[Timex]) -> str | None:
    """The value of the one date that is the claim's; `said` are the positions of the words of the claim and of its cues."""
    own = [date for date in dates if not _of_another(stage, said, *_place(stage, date))]
    return own[0].value if len(own) == 1 else None


def _place(stage: Scene, date: Timex) -> tuple[int, int]:
    """From which unit on to before which a date stands."""
    first = bisect_left(stage.units, date.span.start, key=lambda unit: unit.end - 1)
    return first, max(first + 1, bisect_left(stage.units, date.span.end, key=lambda unit: unit.start))


def _of_another(stage: Scene, said: Collection[int], first: int, last: int) -> bool:
    start = _start(stage, first)
    behind = first > min(said)
    return (
        _in_remark(stage, said, start, first)
        or _in_main_clause(stage, said, first)
        or (first > 1 and behind and _compared(stage, first))
        or _released(stage, start, first)
        or _attributive(stage, first, last)
    )


def _start(stage: Scene, at: int) -> int:
    """Where the stretch between signs or conjunctions begins in which a position lies."""
    while at > 0 and not _parts(stage, at - 1):
        at -= 1
    return at


def _parts(stage: Scene, at: int) -> bool:
    return stage.units[at].form in _SIGNS or stage.costs[at] >= BOUNDARY


def _in_remark(stage: Scene, said: Collection[int], start: int, first: int) -> bool:
    """Whether a date stands in words of their own: "(2024)", ", released in May", ", which came out in May", "but closes in May"."""
    units, lexicon = stage.units, stage.lexicon
    end = next((at for at in range(first, len(units)) if _parts(stage, at)), len(units))
    if any(start <= at < end for at in said):
        return False
    if any(lexicon.length(name, units, start) for name in _DEEDS):
        return True
    if start == 0:
        return False
    sign, opening = units[start - 1].form, units[start].form
    if sign in _BRACKETS or (sign == "," and lexicon.has("relatives", opening)):
        return True
    joined = stage.costs[start - 1] >= BOUNDARY and not lexicon.has("times", sign)
    return max(said) < start and (joined or (sign == "," and lexicon.has("auxiliaries", opening)))


def _in_main_clause(stage: Scene, said: Collection[int], first: int) -> bool:
    """Whether the claim is made in a clause that opens the sentence and the date behind it: "After X beat Y, Z comes in May"."""
    units, opening = stage.units, min(said)
    while opening > 0 and units[opening - 1].form not in _SIGNS:
        opening -= 1
    subordinate = stage.costs[opening] >= BOUNDARY and stage.lexicon.has("boundaries", units[opening].form)
    return subordinate and any(units[at].form == "," for at in range(max(said) + 1, first))


def _compared(stage: Scene, first: int) -> bool:
    """Whether a date is what something is compared with: "less than in 2023", "als noch 2023"."""
    nearest, further = stage.units[first - 1], stage.units[first - 2]
    at_once = stage.lexicon.has("open_comparands", nearest.form)
    return at_once or (nearest.mention is None and stage.lexicon.has("open_comparands", further.form))


def _released(stage: Scene, start: int, first: int) -> bool:
    """Whether a date tells of when a model is: "o1 from late 2024", "a model released only in May"."""
    if first and stage.lexicon.has("provenance", stage.units[first - 1].form):
        return True
    for at in range(first - 1, max(start, first - 1 - _NEAR), -1):
        if stage.units[at].mention:
            return False
        if stage.lexicon.has("apposed_participles", stage.units[at].form):
            before = stage.units[at - 1]
            model = before.mention is not None and before.mention.name.kind is Kind.MODEL
            return model or stage.lexicon.has("model_nouns", before.form)
    return False


def _attributive(stage: Scene, first: int, last: int) -> bool:
    """Whether a date belongs to a noun behind it: "its November launch", "das erst 2023 in Paris gegründete Start-up"."""
    lexicon = stage.lexicon
    before, behind = stage.units[first - 1 : first], stage.units[last : last + 1]
    noun = any(u.mention is None and u.form[0].isalpha() and not lexicon.closed(u.form) and not lexicon.common(u.form) for u in behind)
    owned = any(_defines(lexicon, unit.form) for unit in before)
    return (noun and owned) or (_determined(stage, first) and _participle(stage, last))


def _defines(lexicon: Lexicon, form: str) -> bool:
    article = lexicon.has("determiners", form) and not lexicon.has("singular_articles", form)
    return article or lexicon.has_any(("possessives", "genitives"), form)


def _determined(stage: Scene, first: int) -> bool:
    """Whether the words before a date begin with a determiner: "das erst (2023)", "einem von Google im (März)"."""
    for unit in reversed(stage.units[max(0, first - _NEAR) : first]):
        if stage.lexicon.has("determiners", unit.form):
            return True
        if unit.form in _SIGNS or (stage.lexicon.closed(unit.form) and not stage.lexicon.has("prepositions", unit.form)):
            return False
    return False


def _participle(stage: Scene, last: int) -> bool:
    """Whether a participle that belongs to a noun follows before any determiner: "(2023) in Paris gegründete"."""
    for unit in stage.units[last : last + _NEAR]:
        if unit.form in _SIGNS or stage.lexicon.has("determiners", unit.form):
            return False
        if stage.lexicon.has("attributive_participles", unit.form):
            return True
    return False
