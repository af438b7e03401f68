"""Records made of a few words, as the values of `claimscan/1`."""

from typing import Any

from claimscan.model import Claim, ClaimSpans, Document, Kind, Mention, Name, Polarity, Record, Relation, Result, Span, Stance
from claimscan.record import record_values

MAKERS = {"Aro 3": "Aro Labs", "Bex-2": "Bexel"}


def article(
    identity: str, *claims: Claim, text: str, date: str | None = "2025-01-30", results: tuple[Result, ...] = (), title: str | None = None
) -> dict[str, Any]:
    """A record of an article that makes these claims."""
    names = dict.fromkeys(name for claim in claims for name in (claim.subject, *claim.objects))
    mentions = tuple(Mention(Span(0, 1), Name(Kind.MODEL, name, vendor=MAKERS.get(name), family=name.split()[0])) for name in names)
    return record_values(Record(Document(identity, text, title=title, language="en", date=date), mentions, claims=claims, results=results))


def claim(sentence: str, subject: str, *objects: str, trigger: str = "beats", **more: Any) -> Claim:
    """A claim whose sentence is the whole text; the words of its names and trigger are looked up in it."""

    def spot(words: str | None) -> Span | None:
        return Span(sentence.index(words), sentence.index(words) + len(words)) if words and words in sentence else None

    spans = ClaimSpans(
        spot(trigger) or Span(0, 0), spot(subject), tuple(span for span in map(spot, objects) if span), spot(more.get("source"))
    )
    relation = more.pop("relation", Relation.OUTPERFORMS)
    return Claim(relation, subject, Span(0, len(sentence)), spans, "en/rule", objects, **more)


def says(identity: str, sentence: str, subject: str, *objects: str, date: str | None = "2025-01-30", **more: Any) -> dict[str, Any]:
    """A record of an article of one sentence that makes one claim."""
    return article(identity, claim(sentence, subject, *objects, **more), text=sentence, date=date)


def denies(identity: str, sentence: str, subject: str, *objects: str, **more: Any) -> dict[str, Any]:
    """Like `says`, the claim denied."""
    return says(identity, sentence, subject, *objects, polarity=Polarity.NEGATED, **more)


OWN = {"source": "Aro Labs", "self_reported": True, "stance": Stance.ATTRIBUTED}
