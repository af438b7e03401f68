"""Which language a text is in: told by its function words where they are clear, else by langdetect.

langdetect is seeded, knows few profiles, and does not see known names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any

from claimscan.model import Span
from claimscan.sources.runs import Runs

# Languages close to the supported ones, so that a Dutch text is not taken for a German one.
_NEIGHBOURS = ("da", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "tr")
_SAMPLE = 1000
_WINDOW = 4000
_FEWEST_LETTERS = 4
_CJK_SHARE = 0.2
# Of short texts that could be in several languages, those that there are rules for are likelier to be given to this program.
_FAVOUR = 4.0
_SURE = 0.9
# Of the words of prose, how many are listed as function words of its own language, and of another one, at a cautious guess:
# in the annotated articles it is 0.2 to 0.4, in examples of 40 other languages at most 0.13.
_OWN, _FOREIGN = 0.25, 0.1
CLEAR, LIKELY = 0.999, 0.87
_HEAD = 1500
_words = Runs(r"[^\W\d_]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
# Product names look alike in every language: digits within, capitals within, or capitals throughout.
_NAME_LIKE = re.compile(r"\b(?:\w*\d[\w.-]*|\w*[^\W\d_A-Z][A-Z]\w*|[A-Z]{2,}\w*)\b")


@dataclass(frozen=True, slots=True)
class Detection:
    """A language code, None where nothing speaks for any, and how sure that is in [0, 1]."""

    language: str | None
    confidence: float

    @property
    def certain(self) -> bool:
        """Whether the language may be relied on without a word of warning."""
        return self.confidence >= _SURE


def told_by_words(text: str, function_words: Mapping[str, Set[str]], least: float = CLEAR) -> Detection | None:
    """The language whose function words stand in the first 1,500 characters; None where it is less probable than `least`.

    Each word speaks for a language or against it, as in naive Bayes; that it is none of these is held as likely as each.
    """
    words = _words(text.lstrip()[:_HEAD].lower())
    odds = {}
    for code, known in function_words.items():
        count = sum(map(known.__contains__, words))
        odds[code] = count * log(_OWN / _FOREIGN) + (len(words) - count) * log((1 - _OWN) / (1 - _FOREIGN))
    likely = [code for code, value in odds.items() if value > 0]
    if len(likely) != 1:
        return None
    (best,) = likely
    share = 1 / (1 + exp(-odds[best]) + sum(exp(value - odds[best]) for code, value in odds.items() if code != best))
    return Detection(best, round(share, 3)) if share >= least else None


def detect(text: str, supported: Sequence[str], names: Sequence[Span] = ()) -> Detection:
    """The language of a text's first 1,000 characters of prose, without the names that stand in it.

    `supported` are the languages that there are rules for; another language is told by its own code.
    """
    sample = _sample(text, names)
    letters = len(_LETTER.findall(sample))
    if letters < _FEWEST_LETTERS:
        return Detection(None, 0.0)
    if asian := _east_asian(sample, letters):
        return asian
    return _most_likely(sample, frozenset((*_NEIGHBOURS, *supported)), frozenset(supported))


def _sample(text: str, names: Sequence[Span]) -> str:
    """The head of a text without its names, name-like words and needless blanks."""
    start = len(text) - len(text.lstrip())
    head = text[: start + _WINDOW]
    pieces, position = [], 0
    for span in sorted(names):
        if span.start >= len(head):
            break
        pieces += [head[position : span.start], " "]
        position = max(position, span.end)
    masked = _NAME_LIKE.sub(" ", "".join([*pieces, head[position:]]))
    words = " ".join(masked.split())
    return words[:_SAMPLE]


def _east_asian(sample: str, letters: int) -> Detection | None:
    """Chinese, Japanese or Korean, told by script; their texts hold many Latin names."""
    kana, hangul, han = (len(script.findall(sample)) for script in (_KANA, _HANGUL, _HAN))
    share = (kana + hangul + han) / letters
    if share < _CJK_SHARE:
        return None
    code = "ko" if hangul > kana + han else "ja" if kana * 10 > han else "zh"
    return Detection(code, round(min(1.0, 0.5 + share), 3))


def _most_likely(sample: str, codes: frozenset[str], favoured: frozenset[str]) -> Detection:
    """What langdetect finds likeliest among these languages."""
    from langdetect.lang_detect_exception import LangDetectException

    factory = _factory(codes)
    detector = factory.create()
    detector.seed = 0
    detector.set_prior_map({code: _FAVOUR if code in favoured else 1.0 for code in factory.get_lang_list()})
    detector.append(sample)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return Detection(None, 0.0)
    if not found:
        return Detection(None, 0.0)
    best = found[0] if found[0].prob >= _SURE else next((guess for guess in found if guess.lang in favoured), found[0])
    return Detection(best.lang.split("-")[0], round(best.prob, 3))


@cache
def _factory(codes: frozenset[str]) -> Any:
    """A langdetect factory that holds the profiles of these languages alone."""
    from langdetect import PROFILES_DIRECTORY
    from langdetect.detector_factory import DetectorFactory

    paths = (Path(PROFILES_DIRECTORY) / code for code in sorted(codes))
    factory = DetectorFactory()
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in paths if path.is_file()])
    return factory
