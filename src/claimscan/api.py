"""One call for one text; who reads many makes an Extractor once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from claimscan.extractor import Extractor, month_names
from claimscan.model import Document, Record
from claimscan.rulebook.load import load_rulebooks
from claimscan.sources.document import Known, is_day, make_document
from claimscan.sources.options import Reading


def extract(
    text: str,
    *,
    date: str | None = None,
    lang: str | None = None,
    title: str | None = None,
    id: str = "text",  # noqa: A002 - it is called so in every record
    names: Iterable[str] = (),
    rules: Iterable[str | Path] = (),
    ner: Mapping[str, str] | None = None,
) -> Record:
    """What a text claims about AI models.

    `date` is the publication date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; else it is read at the head of the text), `lang` a language
    code (else detected), `names` are names known to stand in the text, `rules` folders laid over the built-in rules, `ner` the
    recogniser of a language as in `{"de": "de_core_news_md"}`. What rules and recognisers need is loaded once and kept.
    Raises ValueError for a date of another form, RuleError for broken rules.
    """
    extractor = extractor_for(tuple(map(str, rules)), tuple(sorted((ner or {}).items())))
    return extractor(as_document(text, extractor, date=date, lang=lang, title=title, identity=id, names=tuple(names)))


def extract_many(
    texts: Iterable[str],
    *,
    date: str | None = None,
    lang: str | None = None,
    rules: Iterable[str | Path] = (),
    ner: Mapping[str, str] | None = None,
) -> Iterator[Record]:
    """What each of many texts claims, in their order: what `extract` tells of each, but faster. Ids count the texts from 1.

    Some texts are taken at once, so that records come in bursts. Raises what `extract` raises.
    """
    extractor = extractor_for(tuple(map(str, rules)), tuple(sorted((ner or {}).items())))
    known = partial(as_document, extractor=extractor, date=date, lang=lang, title=None, names=())
    return extractor.many(known(text, identity=str(number)) for number, text in enumerate(texts, 1))


def as_document(
    text: str, extractor: Extractor, *, date: str | None, lang: str | None, title: str | None, identity: str, names: tuple[str, ...]
) -> Document:
    """A document of a text and what the caller knows about it. Raises ValueError for a date that is none."""
    if date is not None and not is_day(date):
        raise ValueError(f"'{date}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    reading = Reading(date, lang, months=month_names(extractor.rulebooks))
    return make_document(identity, text, Known(title=title, names=names), reading)


@cache
def extractor_for(rules: tuple[str, ...], ner: tuple[tuple[str, str], ...]) -> Extractor:
    """The extractor of these rules and recognisers, made once."""
    return Extractor(load_rulebooks([Path(folder) for folder in rules]), ner=dict(ner))
