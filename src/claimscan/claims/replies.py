"""Sentences that only say whether the one before is right: `Is X better than Y? Nope.`, `We hoped X would win. It didn't.`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.qualify import CueIndex
from claimscan.claims.reference import span_of
from claimscan.claims.scene import scene
from claimscan.claims.sentences import Sentence, Unit
from claimscan.model import Claim, ClaimSpans, Polarity, Stance
from claimscan.rulebook.rules import CueRule, Reach


class ReplyReader:
    """Reads replies by those cues of a language that speak of the sentence before."""

    def __init__(self, rules: Sequence[CueRule], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cues = CueIndex([rule for rule in rules if rule.reach is Reach.PREVIOUS], lexicon)

    def answered(self, said: Sequence[Claim], sentence: Sentence, row: Sequence[Unit]) -> tuple[Claim, ...]:
        """The claims `said` in the sentence before, as a sentence answers them; themselves where it does not.

        What was only asked or wished is what the answer makes of it; what somebody claimed stays, the answer beside it.
        """
        cue = next(iter(self._cues.find(scene(row, (), self._lexicon))), None) if self._cues.possible(row) else None
        if cue is None:
            return tuple(said)
        trigger = span_of(tuple(row), cue.first, cue.last)
        return tuple(answer for claim in said for answer in _answers(claim, cue.rule, sentence, ClaimSpans(trigger, cues=(trigger,))))


def _answers(claim: Claim, rule: CueRule, sentence: Sentence, spans: ClaimSpans) -> Iterator[Claim]:
    """A claim and what an answer says of it."""
    polarity = Polarity.NEGATED if rule.polarity is Polarity.NEGATED else claim.polarity
    if claim.stance is Stance.HEDGED and claim.source is None and len(claim.spans.cues) == 1:  # asked or wished, and nobody's word
        yield replace(claim, polarity=polarity, stance=Stance.ASSERTED)
        return
    yield claim
    if polarity is not claim.polarity:
        yield replace(claim, polarity=polarity, stance=Stance.ASSERTED, source=None, self_reported=False, span=sentence.span, spans=spans)
