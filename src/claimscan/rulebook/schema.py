"""JSON Schema of the rule files, for editors; made of the same keys that the readers know."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from claimscan.model import AspectKind, Polarity, Relation, Stance
from claimscan.rulebook import (
    aspects_file,
    catalogue_entries,
    claims_file,
    cues_file,
    date_compiler,
    dates,
    discourse_file,
    language_file,
    results_file,
)
from claimscan.rulebook.naming import ShapeWords
from claimscan.rulebook.reader import COMMON_KEYS, EXPECTED_KEYS
from claimscan.rulebook.rules import Gender, Number, Pick, Reach, Refers, Sides, Speaker

Schema = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _choice(kind: type[StrEnum], description: str) -> Schema:
    return {"enum": [str(member) for member in kind], "description": description}


def _texts(description: str) -> Schema:
    """A text or a list of texts; an unquoted number is a text for the readers."""
    text: Schema = {"type": ["string", "number"], "minLength": 1}
    return {"description": description, "anyOf": [text, {"type": "array", "items": text}]}


def _lists(description: str) -> Schema:
    return {"type": "object", "description": description, "additionalProperties": {"$ref": "#/$defs/words"}}


_EXAMPLES: Schema = {"anyOf": [{"$ref": "#/$defs/example"}, {"type": "array", "items": {"$ref": "#/$defs/example"}}]}

_POLARITY = _choice(Polarity, "stated or denied")
_STANCE = _choice(Stance, "how firmly it is said")
_ASPECT_KIND = _choice(AspectKind, "the kind of merit")

_PROPERTIES: Mapping[str, Schema] = {
    "schema": {"const": 1, "description": "version of the format"},
    "words": _lists("word lists, used as <name> in all files of the language"),
    "extend": _lists("words added to lists that are there"),
    "disable": _texts("ids of rules to leave out"),
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": "replaces the rule of the same id in a lower layer"},
    "relation": {
        "enum": [*(str(relation) for relation in Relation), claims_file.DECOY],
        "description": "what the rule claims, winner-first; none for a decoy, which takes its words and claims nothing",
    },
    "pattern": _texts("one or more patterns"),
    "patterns": _texts("one or more patterns"),
    "polarity": _POLARITY,
    "stance": _STANCE,
    "aspect_kind": _ASPECT_KIND,
    "weight": {"type": "number", "minimum": 0, "maximum": 1, "description": "how far the rule is trusted"},
    "sides": _choice(Sides, "what else the two sides tell than that the one wins over the other"),
    "examples": {**_EXAMPLES, "description": "texts that must be read as the rule says"},
    "counterexamples": {**_EXAMPLES, "description": "texts of which the rule must read nothing"},
    "todo": {**_EXAMPLES, "description": "known misses; fails on the day they are read"},
    "sets": {
        "type": "object",
        "description": "what the cue makes of a claim",
        "additionalProperties": False,
        "properties": {"polarity": _POLARITY, "stance": _STANCE},
    },
    "reach": _choice(Reach, "on which side of the cue the claims stand"),
    "speaker": _choice(Speaker, "who speaks where the cue has no source slot"),
    "except": _texts("phrases that look like the cue and are none"),
    "stop": _texts("words that end the reach"),
    "refers": _choice(Refers, "what it can stand for"),
    "number": _choice(Number, "how many it stands for"),
    "gender": _choice(Gender, "grammatical gender"),
    "pick": _choice(Pick, "which name it takes"),
    "indefinite": {"type": "boolean", "description": "it presents something new, and nothing is compared with it"},
    "source": {"type": "boolean", "description": "the group speaks and is no party of a claim"},
    "kinds": {
        "type": "object",
        "description": "words that tell the kind of merit",
        "additionalProperties": False,
        "properties": {str(kind): _texts("words") for kind in AspectKind},
    },
    "introduced_by": _texts("words before the field that a claim holds in"),
    "may_introduce": _texts("words before a field of which a word is one of those of fields"),
    "fields": _texts("words of the fields that claims hold in"),
    "no_fields": _texts("words that name no field"),
    "language": {"type": "string", "pattern": "^[a-z]{2,3}$", "description": "the name of the folder"},
    "name": {"type": "string", "minLength": 1, "description": "name of the language in English"},
    "capital_nouns": {"type": "boolean", "description": "all nouns are written with a capital"},
    "abbreviations": _texts("abbreviations whose point ends no sentence"),
    "classes": _lists("word classes by name"),
    "excluded": _texts("words in whose clause nothing is claimed of a model"),
}


def _object(keys: Collection[str], required: Collection[str], **special: Schema) -> Schema:
    """An object with these keys and no others."""
    properties = {key: special.get(key, _PROPERTIES.get(key, {})) for key in keys}
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}


def _rules(keys: Collection[str], *required: str) -> Schema:
    rule = _object(("id", *keys), ("id", *required))
    one_pattern = [{"required": ["pattern"]}, {"required": ["patterns"]}]
    return {"type": "array", "items": {**rule, "oneOf": one_pattern}}


def _file(keys: Collection[str], required: Collection[str] = (), **special: Schema) -> Schema:
    return _object((*COMMON_KEYS, *keys), ("schema", *required), **special)


_EXPECTED: Schema = {key: _PROPERTIES.get(key, _texts("what the claim must have here")) for key in EXPECTED_KEYS}
_EXPECTED["source"] = _texts("who must be named as the source; none for nobody")

_DEFINITIONS: Schema = {
    "words": {
        "description": "words, phrases, or lines of these; <other> takes in another list",
        "anyOf": [{"type": ["string", "number"], "minLength": 1}, {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/words"}}],
    },
    "example": {
        "description": "text with names marked as {subject:Name}, {object:Name}, {source:Name}, {generic:words} or {Name}",
        "anyOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["text"],
                "properties": {"text": {"type": "string", "minLength": 1}, **_EXPECTED},
            },
        ],
    },
}


def rule_schemas() -> dict[str, Schema]:
    """The JSON Schema of each rule file of a language, by file name."""
    trials = ("examples", "counterexamples")
    files = {
        "language.yml": _file(language_file.KEYS, ("language",)),
        "claims.yml": _file(claims_file.TOP_KEYS, rules=_rules(claims_file.KEYS, "relation", *trials)),
        "cues.yml": _file(cues_file.TOP_KEYS, cues=_rules(cues_file.KEYS, "examples")),
        "discourse.yml": _file(
            discourse_file.TOP_KEYS,
            anaphors=_rules(discourse_file.ANAPHOR_KEYS, "examples"),
            groups=_rules(discourse_file.GROUP_KEYS, "examples"),
        ),
        "aspects.yml": _file(aspects_file.KEYS),
        "results.yml": _file(results_file.TOP_KEYS, rules=_rules(results_file.KEYS, *trials)),
    }
    return {
        name: {"$schema": DIALECT, "title": f"claimscan rules: {name}", **schema, "$defs": _DEFINITIONS} for name, schema in files.items()
    }


def rules_schema() -> Schema:
    """One JSON Schema for all files of a rules folder: a file must be one of them.

    Of dates.yml and the files of names it knows the keys; what may stand under them, their readers tell.
    """
    files = {name.removesuffix(".yml"): schema for name, schema in rule_schemas().items()}
    inner = {name: {key: value for key, value in schema.items() if key not in ("$schema", "$defs")} for name, schema in files.items()}
    inner.update(_other_files())
    choices = [{"$ref": f"#/$defs/{name}"} for name in inner]
    return {"$schema": DIALECT, "title": "claimscan rules", "anyOf": choices, "$defs": {**_DEFINITIONS, **inner}}


def _other_files() -> dict[str, Schema]:
    """The keys of dates.yml and of the files in the folder of names."""
    found = {"dates": _keys(dates.FILE_KEYS, "rules", date_compiler.RULE_KEYS, "id")}
    found["models"] = _keys(("schema", "disable", "variants", "tunings", "models"), "models", catalogue_entries.FAMILY_KEYS, "name")
    for name, kind in catalogue_entries.FILES.items():
        keys = (*catalogue_entries.ENTRY_KEYS, *catalogue_entries.EXTRA_KEYS[kind])
        found[name] = _keys(("schema", "disable", name), name, keys, "name")
    found["shapes"] = _keys(("schema", *ShapeWords.keys()), "", (), "")
    return found


def _keys(file_keys: Collection[str], section: str, keys: Collection[str], name: str) -> Schema:
    """A file with these keys, of which one holds a list of entries."""
    entries: Schema = {"type": "array", "items": _object(keys, (name,), **dict.fromkeys(keys, Schema()))}
    special = {**dict.fromkeys(file_keys, Schema()), "schema": _PROPERTIES["schema"], **({section: entries} if section else {})}
    return _object(file_keys, ("schema",), **special)
