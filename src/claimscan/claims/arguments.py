"""Who a sentence speaks of: coordinated noun phrases, ready to fill the slots of patterns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimscan.claims.fitness import JUDGES
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.name_phrases import NamePhrases
from claimscan.claims.noun_phrases import NounPhrases, Referring
from claimscan.claims.reference import Argument, Form, Item
from claimscan.claims.sentences import Unit
from claimscan.model import Kind

_SORTS = {Kind.PERSON: "speaker", Kind.ORGANISATION: "speaker", Kind.BENCHMARK: "benchmark"}
_HEAD_REACH = 5
_DIGITS = 2
_TOLD_WITHIN = 10
_ANNOUNCING, _DASHES = frozenset("(:–—"), frozenset("–—")
_OWNER_WORDS = 3
_REMARK = 8


def find_arguments(units: Sequence[Unit], lexicon: Lexicon, referring: Referring) -> tuple[Argument, ...]:
    """All arguments of a sentence in order, none overlapping."""
    items = tuple(NounPhrases(NamePhrases(units, lexicon), referring).items())
    return tuple(_lists(units, lexicon, items))


def _lists(units: Sequence[Unit], lexicon: Lexicon, items: Sequence[Item]) -> Iterator[Argument]:
    """Coordinated items as one argument; a list with commas needs a conjunction before its last item, or a colon before its first."""
    at = 0
    while at < len(items):
        end = at + 1
        enumerated = _announced(units, items[at].first)
        for j in range(at + 1, len(items)):
            link = _link(units, lexicon, items[j - 1], items[j])
            if link is None or _new_clause(units, lexicon, items[j - 1], items[j]) or _separate(units, lexicon, items[j - 1], items[j]):
                break
            signs = (units[items[j - 1].last].form, units[items[j].first - 1].form)
            enumerated = enumerated or (items[j - 1].form is Form.GROUP and (signs[0] in _ANNOUNCING or signs[1] == "("))
            if enumerated and items[j].form is not Form.ANAPHOR:
                link = "and"
            if items[j - 1].form is Form.GROUP and items[j].last < len(units) and lexicon.has("example_closers", units[items[j].last].form):
                link = "and"
            if link == "comma" and (_closed_list(units, lexicon, items[j].last) or _set_off(units, items[at].first, items[j].last)):
                link = "and"
            if link == "tight" and end < j:
                break
            if link in ("and", "tight"):
                end = j + 1
        chosen = tuple(items[at:end])
        yield Argument(chosen[0].first, chosen[-1].last, chosen, _head(units, lexicon, chosen[0].first, items[at - 1].last if at else 0))
        at = end


def _closed_list(units: Sequence[Unit], lexicon: Lexicon, at: int) -> bool:
    """Whether a list ends at a position with words that tell so: ", etc."."""
    at += at < len(units) and units[at].form == ","
    return at < len(units) and lexicon.length("list_closers", units, at) > 0


def _set_off(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a list begins a sentence and a dash ends it: "A, B, C — the gap with D is closing"."""
    dashed = last < len(units) and units[last].form in _DASHES
    return dashed and not any(unit.form[0].isalnum() for unit in units[:first])


def _link(units: Sequence[Unit], lexicon: Lexicon, left: Item, right: Item) -> str | None:
    """How two items are joined: "and", "tight" (a sign that joins nothing but these two), "comma", or not at all."""
    if not _joinable(units, lexicon, left, right):
        return None
    at = left.last
    repeated = units[_head(units, lexicon, left.first) - 1].form if left.first > 0 else ""
    repeated = repeated if lexicon.has("prepositions", repeated) or lexicon.has("comparands", repeated) else ""
    group = left.form is Form.GROUP and not (left.group and left.group.source)
    link = "and" if group and at == right.first and not _behind_preposition(units, lexicon, left.first) else None
    describes = _adjective
    if group and (told := _told_later(units, lexicon, at, right.first)):
        link, at, describes = "and", told, _open if right.form is Form.GROUP else _adjective
    while at < right.first:
        form = units[at].form
        examples = (lexicon.length("examples", units, at) or lexicon.length("maker_links", units, at)) if group else 0
        if link and lexicon.has("bare_relatives", form):
            return None
        joint = examples or lexicon.length("conjunctions", units, at)
        if joint and not _unopened(units, lexicon, at):
            link, at = "and", at + joint
        elif form == ",":
            at += 1 if link else _aside(units, lexicon, at, right.first) or 1
            link = link or "comma"
        elif more := _bracket(units, lexicon, at, left) or (_told_of_owner(units, lexicon, at, right.first, group=group) if link else 0):
            at += more
        elif number := _number(units, at):
            link, at = "and", at + number
        elif form in ("/", "+", "&"):
            link, at = "tight" if link != "and" else link, at + 1
        elif group and (form in (":", "(") or (form in _DASHES and _listed(units, right))):
            link, at = "and", at + 1
        elif (link in ("and", "tight") and form == repeated) or _qualifies(units, lexicon, at) or (link and describes(units, lexicon, at)):
            at += 1
        else:
            return None
    return link


def _joinable(units: Sequence[Unit], lexicon: Lexicon, left: Item, right: Item) -> bool:
    """Whether two items may stand in one list at all; a name and its description are one thing."""
    same = left.mention is not None and left.mention is right.mention
    if same or _sort(left) != _sort(right) or (right.form is Form.GROUP and _judge(left)):
        return False
    return not (left.modifier or right.modifier or left.compound or _pronoun(units, lexicon, right))


def _judge(item: Item) -> bool:
    """Whether an item is one that only judges models: "at Oslo University, open models such as"."""
    return item.mention is not None and item.mention.name.sort in JUDGES


def _aside(units: Sequence[Unit], lexicon: Lexicon, at: int, end: int) -> int:
    """The length of a remark between the names of a list, up to its conjunction: "A, scoring 92 points, and B"."""
    if units[at].form != "," or not lexicon.has("list_asides", units[at + 1].form):
        return 0
    close = next((j for j in range(at + 2, min(end, at + _REMARK)) if units[j].form == ","), None)
    if close is None or not lexicon.has("additions", units[close + 1].form) or any(u.mention for u in units[at:close]):
        return 0
    return close + 1 - at


def _separate(units: Sequence[Unit], lexicon: Lexicon, group: Item, name: Item) -> bool:
    """Whether a comma and a conjunction join a name to a group that stands for itself: "beats bigger ones, and the X models"."""
    between = units[group.last : name.first]
    joined = group.form is Form.GROUP and len(between) > 1 and between[0].form == "," and lexicon.has("additions", between[1].form)
    return joined and all(lexicon.has("determiners", unit.form) for unit in between[2:])


def _listed(units: Sequence[Unit], item: Item) -> bool:
    """Whether a list goes on behind an item: "rivals — X, Y and Z"."""
    return item.form is Form.NAME and item.last < len(units) and units[item.last].form == ","


def _new_clause(units: Sequence[Unit], lexicon: Lexicon, left: Item, right: Item) -> bool:
    """Whether an item has a predicate of its own: "beats X and Y better still", "ahead of X and Y of Z", "beats X, and Y is small"."""
    head = _head(units, lexicon, left.first)
    link = units[head - 1].form if head else ""
    behind = units[right.last : right.last + 2]
    if lexicon.has("prepositions", link) and len(behind) == 2 and behind[0].form == link and behind[1].mention:
        return True
    if right.last < len(units) and lexicon.has("bare_predicates", units[right.last].form):
        return True
    if right.last >= len(units) or not lexicon.has("singular_verbs", units[right.last].form):
        return False
    compared = left.first > 0 and lexicon.has("open_comparands", units[left.first - 1].form)
    joints = (at for at in range(left.last, right.first) if lexicon.has("additions", units[at].form))
    return any(compared or units[at - 1].form == "," for at in joints)


def _told_later(units: Sequence[Unit], lexicon: Lexicon, at: int, end: int) -> int | None:
    """The position behind "including" where a group's members follow at a distance: "models across all tasks, including X"."""
    for here in range(at + 1, min(end, at + _TOLD_WITHIN)):
        form = units[here].form
        start = here + (form == ",")
        length = 0 if start == here and lexicon.has("prepositions", form) else lexicon.length("examples", units, start)
        if length or (form == "," and lexicon.closed(units[start].form)):
            return start + length if length else None
        if form == "(" and units[start + 1].mention:
            return start + 1
        if form == ",":
            continue
        if not form[0].isalnum() or lexicon.has_any(("boundaries", "relatives", "auxiliaries"), form):
            return None
    return None


def _told_of_owner(units: Sequence[Unit], lexicon: Lexicon, at: int, end: int, *, group: bool) -> int:
    """The length of a score, or of a maker that is no known name, between two items of a list; behind a group, of what makers are."""
    kind = _kind_of_examples(units, lexicon, at) if group else 0
    return kind or _score(units, lexicon, at) or _unknown_owner(units, lexicon, at, end)


def _unknown_owner(units: Sequence[Unit], lexicon: Lexicon, at: int, end: int) -> int:
    """The length of a maker that is no known name, right before an item: the first words of "Lumo Labs' Nimbus"."""
    words = units[at : end - 1]
    owned = 0 < len(words) <= _OWNER_WORDS and lexicon.has("genitives", units[end - 1].form)
    return end - at if owned and all(_may_name(w, lexicon) for w in words) else 0


def _may_name(word: Unit, lexicon: Lexicon) -> bool:
    plain = word.form[0].isalnum() and not word.mention
    return plain and not (lexicon.closed(word.form) or lexicon.has("introducers", word.form))


def _unopened(units: Sequence[Unit], lexicon: Lexicon, at: int) -> bool:
    """Whether a conjunction that joins only behind another word lacks that: German "noch", "nor" behind "weder", else "still"."""
    return lexicon.has("second_conjunctions", units[at].form) and not any(lexicon.has("first_conjunctions", u.form) for u in units[:at])


def _number(units: Sequence[Unit], at: int) -> int:
    """The length of a number that counts the items of a list: "1)", "(1)", "1."."""
    start = at + (units[at].form == "(")
    counted = start + 1 < len(units) and units[start].form.isdigit() and len(units[start].form) <= _DIGITS
    return start + 2 - at if counted and units[start + 1].form in (")", ".") else 0


def _score(units: Sequence[Unit], lexicon: Lexicon, at: int) -> int:
    """The length of a score between items that share a preposition: "67% for X and 51% for Y"."""
    counted = units[at].form[0].isdigit() and at + 1 < len(units) and lexicon.has("score_units", units[at + 1].form)
    return 2 if counted else 0


def _bracket(units: Sequence[Unit], lexicon: Lexicon, at: int, left: Item) -> int:
    """The length of a score in brackets behind an item, "(81.4)", "(69%)", or of the bracket that closes behind examples."""
    if units[at].form == ")" and at == left.last and units[left.first - 1].form == "(":
        return 1 if lexicon.length("conjunctions", units, at + 1) else 0
    close = next((n for n in (2, 3) if at + n < len(units) and units[at + n].form == ")"), None)
    if units[at].form != "(" or close is None or not units[at + 1].form[0].isdigit():
        return 0
    return close + 1 if close == 2 or lexicon.has("score_units", units[at + 2].form) else 0


def _kind_of_examples(units: Sequence[Unit], lexicon: Lexicon, at: int) -> int:
    """The length of what makers are called before they are named, behind a group: the noun in "models from entities like A"."""
    linked = lexicon.has("maker_links", units[at - 1].form) and _may_name(units[at], lexicon)
    return 1 if linked and at + 1 < len(units) and lexicon.length("examples", units, at + 1) else 0


def _announced(units: Sequence[Unit], first: int) -> bool:
    """Whether a colon stands before an item, or before its number."""
    before = next((first - n for n in (2, 3) if first >= n and _number(units, first - n) == n), first)
    return before > 0 and units[before - 1].form == ":"


def _qualifies(units: Sequence[Unit], lexicon: Lexicon, at: int) -> bool:
    """Whether a unit may stand before any item of a list; "released its" begins a clause."""
    form = units[at].form
    determines = lexicon.has("determiners", form) and not lexicon.has("introducers", units[at - 1].form)
    return determines or lexicon.has("list_modifiers", form)


def _adjective(units: Sequence[Unit], lexicon: Lexicon, at: int) -> bool:
    """Whether an unknown word stands right behind a determiner: "and the mighty GPT-4o"."""
    return _open(units, lexicon, at) and lexicon.has("determiners", units[at - 1].form)


def _open(units: Sequence[Unit], lexicon: Lexicon, at: int) -> bool:
    """Whether a unit is a word of no closed class, and no name."""
    return not units[at].mention and units[at].form[0].isalnum() and not lexicon.closed(units[at].form)


def _behind_preposition(units: Sequence[Unit], lexicon: Lexicon, at: int) -> bool:
    before = units[at - 1].form if at else ""
    return lexicon.has("prepositions", before) and not lexicon.has("open_comparands", before)


def _pronoun(units: Sequence[Unit], lexicon: Lexicon, item: Item) -> bool:
    """Whether an item is a bare pronoun, with which a clause begins rather than a list goes on: "beats X, and it costs less"."""
    return item.form is Form.ANAPHOR and item.last - item.first == 1 and lexicon.has("pronouns", units[item.first].form)


def _sort(item: Item) -> str:
    """What can be coordinated: parties with parties, speakers with speakers, benchmarks with benchmarks."""
    if item.group is not None and item.group.source:
        return "speaker"
    return _SORTS.get(item.mention.name.kind, "party") if item.mention else "party"


def _head(units: Sequence[Unit], lexicon: Lexicon, first: int, floor: int = 0) -> int:
    """The first unit of the noun phrase, not before `floor`: determiner and adjectives in front of a name belong to it."""
    for at in range(first - 1, max(floor - 1, first - _HEAD_REACH), -1):
        if lexicon.has("determiners", units[at].form):
            return at
        if lexicon.has("conjunctions", units[at].form):
            return _of_both(units, lexicon, at, floor) or first
        if not _open(units, lexicon, at):
            break
    return first


def _of_both(units: Sequence[Unit], lexicon: Lexicon, conjunction: int, floor: int) -> int | None:
    """Where adjectives that a conjunction joins begin: "both open and closed models"."""
    for at in range(conjunction - 1, max(floor - 1, conjunction - _HEAD_REACH), -1):
        if lexicon.has("correlatives", units[at].form):
            return at
        if not _open(units, lexicon, at):
            break
    return None
