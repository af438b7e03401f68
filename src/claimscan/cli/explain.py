"""`claimscan explain`: why a sentence is read as it is."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimscan.cli import options as opt
from claimscan.cli.guard import guard, show_help
from claimscan.cli.messages import Messages
from claimscan.cli.output import standard_output
from claimscan.errors import SourceError

EXAMPLE = 'claimscan explain "According to Acme, Aro 3 outperforms GPT-4o."'

Sentence = Annotated[
    list[str] | None, typer.Argument(metavar="SENTENCE", help="The text; - or nothing reads standard input.", show_default=False)
]


def explain(
    context: typer.Context,
    sentence: Sentence = None,
    lang: opt.LanguageOption = "auto",
    date: opt.DateOption = None,
    rules: opt.RulesOption = None,
    ner: opt.RecogniserOption = None,
    debug: opt.DebugOption = False,
) -> None:
    """Tell what was found in a sentence and which rule, words and cues made it.

    Where nothing was found, the nearest rule is told and the word at which it stopped.
    Names may be marked as in the rules' examples, as in {Aro 3}; they are then taken as models.
    """
    with guard(Messages(), debug=debug):
        language, day, recognisers = opt.check_language(lang), opt.check_date(date), opt.check_recognisers(ner or ())
        text = _text(context, sentence)

        from claimscan.explain import explain as explained
        from claimscan.extractor import Extractor
        from claimscan.render.explanation import explanation_lines
        from claimscan.rulebook.load import load_rulebooks

        extractor = Extractor(load_rulebooks(tuple(rules or ())), ner=recognisers)
        out = standard_output()
        for line in explanation_lines(explained(text, extractor, language=language, date=day)):
            out.write(line + "\n")


def _text(context: typer.Context, words: list[str] | None) -> str:
    """The words given, or standard input."""
    if words and words != ["-"]:
        return " ".join(words)
    if not words and sys.stdin.isatty():
        show_help(context)
    try:
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    except OSError as error:
        raise SourceError(f"stdin: cannot be read: {error.strerror or error}") from error
