"""What a claim is about, as the words of the sentence tell it."""

import pytest

from claimscan.claims import ClaimReader

from .conftest import Marked


@pytest.mark.parametrize(
    ("language", "text", "aspects"),
    [
        ("en", "[Bex 3] beats [Cor 2] at long division.", ("long division",)),
        ("de", "Er hat die Überlegenheit von [Bex 3] gegenüber [Cor 2] bei schweren Rechenaufgaben gezeigt.", ("schweren Rechenaufgaben",)),
        ("de", "Die Tester sahen [Bex 3] vor [Cor 2] beim Programmieren liegen.", ("Programmieren",)),
    ],
)
def test_a_field_ends_with_its_noun(
    marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str, aspects: tuple[str, ...]
) -> None:
    (claim,) = shipped[language](*marked(text))[0]
    assert claim.aspects == aspects


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[v:Lumo]'s chief executive said [Bex 3] beats [Cor 2].", "Lumo"),
        ("The founder said [Bex 3] beats [Cor 2].", None),
    ],
)
def test_who_speaks_by_a_role_is_heard(marked: Marked, shipped: dict[str, ClaimReader], text: str, source: str | None) -> None:
    (claim,) = shipped["en"](*marked(text))[0]
    assert (claim.stance, claim.source) == ("attributed", source)
