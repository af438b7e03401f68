"""`claimscan extract`: read files, folders or standard input, print what they say."""

from __future__ import annotations

import typer

from claimscan.cli import options as opt
from claimscan.cli.guard import guard, piped
from claimscan.cli.messages import Color, Messages
from claimscan.render.formats import ENDINGS, Format

EXAMPLE = "claimscan extract article.txt --evidence"


def extract(
    context: typer.Context,
    paths: opt.Paths = None,
    format_: opt.FormatOption = None,
    json: opt.JsonOption = False,
    output: opt.OutputOption = None,
    evidence: opt.EvidenceOption = False,
    with_text: opt.TextOption = False,
    lang: opt.LanguageOption = "auto",
    date: opt.DateOption = None,
    include: opt.IncludeOption = None,
    exclude: opt.ExcludeOption = None,
    rules: opt.RulesOption = None,
    ner: opt.RecogniserOption = None,
    min_confidence: opt.ConfidenceOption = 0.0,
    kind: opt.KindOption = None,
    strict: opt.StrictOption = False,
    quiet: opt.QuietOption = False,
    no_progress: opt.ProgressOption = False,
    color: opt.ColorOption = Color.AUTO,
    debug: opt.DebugOption = False,
    text_key: opt.TextKey = "text",
    id_key: opt.IdKey = "id",
    date_key: opt.DateKey = "date",
    title_key: opt.TitleKey = "title",
    lang_key: opt.LangKey = "lang",
    names_key: opt.NamesKey = "names",
) -> None:
    """Read texts and print what they claim about AI models.

    Plain text, Markdown, HTML, PDF, DOCX and JSON Lines (one document a line) are read, also compressed with gzip;
    folders are walked, - is standard input.
    """
    messages = Messages(quiet, color)
    with guard(messages, debug=debug):
        from claimscan.cli.job import Job, carry_out
        from claimscan.sources.inputs import Pick
        from claimscan.sources.options import Keys, Reading

        given = tuple(paths or piped(context))
        opt.check_paths(given)
        keys = Keys(text_key, id_key, date_key, title_key, lang_key, names_key)
        chosen = opt.choose_format(Format, ENDINGS, opt.with_json(Format, format_, json=json), output)
        job = Job(
            paths=given,
            reading=Reading(opt.check_date(date), opt.check_language(lang), kind, keys),
            format=chosen,
            output=output,
            rules=tuple(rules or ()),
            ner=opt.check_recognisers(ner or ()),
            view=opt.view(output, color, evidence=evidence, with_text=with_text),
            min_confidence=min_confidence,
            pick=Pick(tuple(include or ()), tuple(exclude or ())),
            strict=strict,
            progress=not (quiet or no_progress),
            debug=debug,
        )
        raise typer.Exit(carry_out(job, messages))
