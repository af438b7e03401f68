"""News articles for measuring: sentences from benchmarks/news.yml, a stated share of which makes claims.

The same number gives the same article. An article of 600 words has some 30 sentences; in the annotated articles (dev, dev2) one
sentence in five to one in eight makes a claim, in AI news that nobody selected one in thirty to fifty.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import yaml

FRAMES = yaml.safe_load(Path(__file__).with_name("news.yml").read_text(encoding="utf-8"))
SLOT = re.compile(r"\{(\w+)\}")
SHARE = 1 / 8
PARAGRAPH = 4  # sentences


def article(number: int, language: str, words: int, share: float = SHARE) -> str:
    """A headline and paragraphs of about so many words; of its sentences `share` make claims."""
    random = Random(f"{language} {number}")  # noqa: S311 - the same article for the same number
    frames = FRAMES[language]
    decks = {kind: _deck(frames[kind], random) for kind in ("plain", "claims")}
    sentences: list[str] = []
    written = claims = 0
    while written < words:
        bears = claims < share * (len(sentences) + random.random())
        claims += bears
        sentence = _filled(next(decks["claims" if bears else "plain"]), frames, random)
        sentences.append(sentence)
        written += len(sentence.split())
    paragraphs = [" ".join(sentences[start : start + PARAGRAPH]) for start in range(0, len(sentences), PARAGRAPH)]
    return _filled("{model}: {city}, {month} {day}", frames, random) + "\n\n" + "\n\n".join(paragraphs) + "\n"


def _deck(frames: list[str], random: Random) -> Iterator[str]:
    """The frames in a random order, each again only after all others."""
    while True:
        yield from random.sample(frames, len(frames))


def _filled(frame: str, frames: dict[str, list[str]], random: Random) -> str:
    """A frame with a word in each slot, none twice."""
    taken: set[str] = set()

    def word(slot: re.Match[str]) -> str:
        found = random.choice([each for each in frames[slot[1]] if each not in taken])
        taken.add(found)
        return found

    filled = SLOT.sub(word, frame)
    return filled[0].upper() + filled[1:]
