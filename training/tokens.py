"""Words as the recogniser sees them: names apart from hyphens, brackets, final stops and genitive endings."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokenizer import Tokenizer

PREFIX = r"^(?:[^\w@]|_)"
SUFFIX = r"(?:['’][sS]|[^\w+@]|_|(?<=[A-Z0-9])s)$"  # "OpenAIs", "GPT-4s": a genitive after a capital or digit
INFIX = r"[^\w.+@'’&,]|,(?!\d)|(?<!\d),"  # "2.5", "1,200", "AT&T" stay whole, "GPT-4" and "Gemini-Modell" do not
ADDRESS = r"(?:https?://|www\.)\S+"


def set_tokenizer(nlp: Language) -> None:
    """Give the pipeline a tokenizer of plain patterns, which spaCy saves with it."""
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        prefix_search=re.compile(PREFIX).search,
        suffix_search=re.compile(SUFFIX).search,
        infix_finditer=re.compile(INFIX).finditer,
        token_match=re.compile(ADDRESS).match,
    )
