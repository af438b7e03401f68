"""Where models and their makers come from, as far as a language has words for it: "der chinesische Chatbot" is no American one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.sentences import Unit
from claimscan.model import Mention, Name
from claimscan.rulebook.rules import NAMES

_TOLD = "from_"
_FIRST_WORD = re.compile(r"[^\W\d_]+|\w+")


def foreign(phrase: Iterable[Unit], near: Iterable[Mention], lexicon: Lexicon) -> Iterator[Name]:
    """The names near a phrase that it cannot mean, because they come from elsewhere than it tells."""
    told = {name for unit in phrase for name in lexicon.classes[unit.form] if name.startswith(_TOLD)}
    if told:
        yield from (mention.name for mention in near if told.isdisjoint(_homes(mention.name, lexicon) or told))


def _homes(name: Name, lexicon: Lexicon) -> set[str]:
    """The origins of a name, by the first word of its own, its family's and its maker's; none where they are not known."""
    words = (_FIRST_WORD.match(each.lower()) for each in (name.name, name.family, name.vendor) if each)
    classes = (each for word in words if word for each in lexicon.classes[word.group()])
    return {each.removeprefix(NAMES) for each in classes if each.startswith(NAMES + _TOLD)}
