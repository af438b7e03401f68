"""Fit the map from a reading's raw confidence to the chance that it is right, and show how reliable it is.

    python benchmarks/calibration.py

Reads all annotated corpora beside the project, and the texts that no rule was written from: they keep the map from flattering.
A claim is right when gold has all its pairs. Prints the two numbers of a logistic map, the expected calibration error by
cross-validation over texts, whether a map for each language would be better, and tables of reliability.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "quality"))

from measuring.corpora import CORPORA, LANGUAGES, UNSEEN, is_there
from measuring.figures import documents
from measuring.sentences import outcomes
from measuring.trust import Judged, calibration_error, cross_validated, fitted, judged, log_loss, mapped, reliability

from claimscan.claims.confidence import raw_of


def main() -> int:
    """The exit status: 1 where no corpus is there."""
    corpora = [corpus for corpus in CORPORA if is_there(corpus)]
    if not corpora:
        print("no annotated corpus lies beside the project", file=sys.stderr)
        return 1
    said = {language: [each for corpus in corpora for each in judged(documents(corpus, language))] for language in LANGUAGES}
    raw = {language: mapped(claims, lambda each: raw_of(each.confidence)) for language, claims in said.items()}
    print_fit("both languages", [each for claims in raw.values() for each in claims])
    new = mapped(untuned(), lambda each: raw_of(each.confidence))
    print_fit("both, and texts that no rule was written from", [*new, *(each for claims in raw.values() for each in claims)])
    for language, claims in raw.items():
        print_fit(f"{language} alone", claims)
    together = cross_validated([each for claims in raw.values() for each in claims])
    apart = [each for claims in raw.values() for each in cross_validated(claims)]
    print(f"log loss by cross-validation: one map {log_loss(together):.4f}, a map for each language {log_loss(apart):.4f}\n")
    for language, claims in said.items():
        print_table(f"{language}, as the program says it", claims)
    print_table("both, by cross-validation", together)
    print_table("texts that no rule was written from, as the program says it", untuned())
    return 0


def untuned() -> list[Judged]:
    """The claims read in the project's own sentences and in the passages that are kept out of rule work."""
    own = [claim for language in LANGUAGES for each in outcomes(language) for claim in each.claims]
    return own + [each for language in LANGUAGES if is_there(UNSEEN) for each in judged(documents(UNSEEN, language))]


def print_fit(title: str, claims: list[Judged]) -> None:
    """Print the map and its calibration error on texts that it was not fitted on."""
    line = fitted(claims)
    error = calibration_error(cross_validated(claims))
    right = sum(each.right for each in claims)
    print(f"{title}: slope {line.slope:.3f}, offset {line.offset:.3f} ({right} of {len(claims)} right); calibration error {error:.3f}")


def print_table(title: str, claims: list[Judged]) -> None:
    """Print how many of the claims of each tenth of confidence are right."""
    print(f"{title}: {len(claims)} claims, calibration error {calibration_error(claims):.3f}")
    print("  confidence    claims   said   right")
    for each in reliability(claims):
        print(f"  {each.low:.1f} to {each.low + 0.1:.1f}    {each.count:6}  {each.said:5.2f}  {each.right:6.2f}")
    print()


if __name__ == "__main__":
    sys.exit(main())
