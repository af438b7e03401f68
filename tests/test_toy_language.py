"""A third language made of YAML alone is read like the built-in ones: no Python is needed for it."""

from pathlib import Path

import pytest

from claimscan.extractor import Extractor
from claimscan.model import Document, Relation, Stance
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer, built_in
from claimscan.trial import Trial, trials

TOY = Path(__file__).parent / "toy_language"
ALONE = load_layers([Layer(TOY, "toy_language")])
TEXT = (
    "Anthropic prezentis la modelon Zorvo-3 la 3-a de majo.\n\n"
    "Laŭ Anthropic, Zorvo-3 superas GPT-4o kaj Claude 3.5 Sonnet. Ĝi ne estas pli rapida ol GPT-4o."
)


@pytest.mark.parametrize("trial", tuple(trials(ALONE)), ids=lambda trial: trial.id)
def test_toy_rule_reads_its_example_as_it_says(trial: Trial) -> None:
    assert trial.run() is None


def test_article_in_the_toy_language_gives_claims() -> None:
    extractor = Extractor(load_layers([built_in(), Layer(TOY, "toy_language")]))
    record = extractor(Document("a", TEXT, language="eo", date="2025-06-01", names=("Zorvo-3",)))
    first, second = record.claims
    assert (first.relation, first.subject, first.objects, first.rule) == (
        *(Relation.OUTPERFORMS, "Zorvo-3"),
        *(("GPT-4o", "Claude 3.5 Sonnet"), "eo/superas"),
    )
    assert (first.stance, second.subject, second.polarity, second.aspect_kind) == (Stance.ATTRIBUTED, "Zorvo-3", "negated", "speed")
    assert [date.value for date in record.dates] == ["2025-05-03"]
