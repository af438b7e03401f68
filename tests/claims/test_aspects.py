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
    ("language", "text", "aspects"),
    [
        ("en", "In coding and agentic tasks, [Bex 3] beats [Cor 2].", ("coding", "agentic tasks")),
        ("en", "[Bex 3] beats [Cor 2] in mathematics and several reasoning tasks.", ("mathematics", "reasoning tasks")),
        ("en", "[Bex 3] has better typography than [Cor 2].", ("typography",)),
        ("en", "[Bex 3] writes code better than [Cor 2].", ("code",)),
        ("en", "[Bex 3] is the best open model.", ("open model",)),
        ("en", "Translation: [Bex 3] beats [Cor 2].", ("Translation",)),
        ("en", "[Bex 3] beats [Cor 2] at following instructions.", ("following instructions",)),
        ("en", "In a letter announcing the test [Bex 3] beats [Cor 2].", ()),
        ("en", "[Bex 3] beats [Cor 2] in maths, showing talent.", ("maths",)),
        ("en", "[Bex 3] beats [Cor 2] in three areas: coding, law and maths.", ("coding", "law", "maths")),
        ("en", "[Bex 3] beats [Cor 2] in chemistry (91), grammar (84) and maths (70).", ("chemistry", "grammar", "maths")),
        ("de", "Nur in Wirtschaft und Naturwissenschaften schlägt [Bex 3] [Cor 2].", ("Wirtschaft", "Naturwissenschaften")),
        ("de", "Bei langen Dokumenten und beim Rechnen schlägt [Bex 3] [Cor 2].", ("langen Dokumenten", "Rechnen")),
        ("de", "[Bex 3] liefert die sauberere Grammatik als [Cor 2].", ("Grammatik",)),
        ("de", "In der Disziplin Bildretusche schlägt [Bex 3] [Cor 2].", ("Bildretusche",)),
    ],
)
def test_a_field_may_stand_anywhere_in_the_clause(
    marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str, aspects: tuple[str, ...]
) -> None:
    (claim,) = shipped[language](*marked(text))[0]
    assert claim.aspects == aspects


@pytest.mark.parametrize(
    ("language", "text", "aspects"),
    [
        ("en", "[Bex 3] beats [Cor 2] in writing, [Dao 1] in maths and [Eno 5] in law.", ["writing", "maths", "law"]),
        ("en", "[Bex 3] beats [Cor 2] on code and [Dao 1] at maths.", ["code", "maths"]),
        ("en", "[Bex 3] wins on accents, [Cor 2] on price.", ["accents", "price"]),
        ("en", "[Bex 3] is the better editor, [Cor 2] the better listener.", ["editor", "listener"]),
        ("en", "[Bex 3] wins for nuance and [Cor 2] for breadth.", ["nuance", "breadth"]),
        ("en", "[Bex 3] is best for coding, [Cor 2] for nuance and [Dao 1] for breadth.", ["coding", "nuance", "breadth"]),
        ("de", "[Bex 3] schlägt [Cor 2] in Mathematik und [Dao 1] beim Übersetzen.", ["Mathematik", "Übersetzen"]),
        ("de", "Beim Rechnen führt [Bex 3], beim Schreiben [Cor 2].", ["Rechnen", "Schreiben"]),
        ("de", "[Bex 3] punktet mit Datenschutz, [Cor 2] mit Tempo.", ["Datenschutz", "Tempo"]),
    ],
)
def test_each_side_has_its_own_fields(
    marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str, aspects: list[str]
) -> None:
    claims, _ = shipped[language](*marked(text))
    assert [claim.aspects for claim in claims] == [(aspect,) for aspect in aspects]


@pytest.mark.parametrize(
    ("language", "text", "aspects"),
    [
        ("en", "[Bex 3] beats [Cor 2] and [Dao 1] in writing.", ("writing",)),
        ("en", "[Bex 3] beats [Cor 2] in areas like question answering and document ranking.", ("question answering", "document ranking")),
        ("en", "[Bex 3] beats [Cor 2] on code, mood reading and document search.", ("code", "mood reading", "document search")),
        ("en", "[Bex 3] fills cleaner spreadsheets and tables than [Cor 2].", ("spreadsheets", "tables")),
        ("de", "[Bex 3] zeichnet bessere Landkarten als [Cor 2].", ("Landkarten",)),
        ("de", "[Bex 3] ist ein besseres Produkt als [Cor 2].", ()),
    ],
)
def test_lists_of_fields_and_what_is_done_better(
    marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str, aspects: tuple[str, ...]
) -> None:
    (claim,), _ = shipped[language](*marked(text))
    assert claim.aspects == aspects


def test_each_claim_has_the_fields_nearest_to_it(marked: Marked, shipped: dict[str, ClaimReader]) -> None:
    first, second = shipped["en"](*marked("[Bex 3] beats [Cor 2] in coding and trails [Dao 1] in chemistry."))[0]
    assert (first.aspects, second.aspects) == (("coding",), ("chemistry",))


def test_what_stands_before_all_claims_holds_for_each(marked: Marked, shipped: dict[str, ClaimReader]) -> None:
    first, second = shipped["en"](*marked("In coding, [Bex 3] beats [Cor 2] and trails [Dao 1]."))[0]
    assert (first.aspects, second.aspects) == (("coding",), ("coding",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[Bex 3] beats [Cor 2], the company said in a letter on Tuesday."),
        ("en", "[Bex 3] beats [Cor 2] at launch."),
        ("en", "[Bex 3] beats [Cor 2] across several benchmarks."),
        ("en", "[Bex 3] is the best model."),
        ("de", "[Bex 3] schlägt [Cor 2] im Vergleich in diesem Monat."),
        ("de", "In ersten Tests schlägt [Bex 3] [Cor 2]."),
    ],
)
def test_when_and_where_it_was_said_is_no_field(marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str) -> None:
    (claim,) = shipped[language](*marked(text))[0]
    assert claim.aspects == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[v:Lumo]'s chief executive said [Bex 3] beats [Cor 2].", "Lumo"),
        ("The founder said [Bex 3] beats [Cor 2].", None),
        ("[v:Lumo]'s [Bex 3@Lumo] joins models by [v:Halden], [v:Oro] or [v:Vale]. The company says it beats [Cor 2].", "Lumo"),
        ("[v:Lumo] said that [Bex 3] beats [Cor 2] in internal tests.", "Lumo"),
        ("[v:Lumo] pointed out that [Bex 3] beats [Cor 2].", "Lumo"),
        ("“[Bex 3] beats [Cor 2] at law,” said [v:Lumo] CEO [p:Ada Quist].", "Ada Quist"),
        ("“[Bex 3] beats [Cor 2] at law,” [v:Lumo] co-founder and chief scientist [p:Ada Quist] told us.", "Ada Quist"),
        ("“[Bex 3] beats [Cor 2] at law,” said [v:Lumo]'s head of research, [p:Ada Quist].", "Ada Quist"),
        ("[v:Lumo] told [p:Ada Quist] that [Bex 3] beats [Cor 2] at law.", "Lumo"),
    ],
)
def test_who_speaks_by_a_role_is_heard(marked: Marked, shipped: dict[str, ClaimReader], text: str, source: str | None) -> None:
    (claim,) = shipped["en"](*marked(text))[0]
    assert (claim.stance, claim.source) == ("attributed", source)


@pytest.mark.parametrize(
    ("language", "text", "pairs"),
    [
        ("de", "[Bex 3] hat mehr Nutzer, [Cor 2] schreibt den besseren Code.", [("Cor 2", ("Bex 3",))]),
        ("de", "[Bex 3] liegt bei den Nutzerzahlen vor [Cor 2].", []),
        ("en", "Shares of [v:Lumo] fell, [Bex 3] outperforms [Cor 2].", [("Bex 3", ("Cor 2",))]),
        ("en", "Shares of [v:Lumo], [Bex 3] and [Cor 2] beat the market.", []),
    ],
)
def test_money_and_users_are_out_in_their_own_clause(
    marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str, pairs: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(claim.subject, claim.objects) for claim in shipped[language](*marked(text))[0]] == pairs


def test_a_test_of_the_next_clause_is_not_that_of_the_claim(marked: Marked, shipped: dict[str, ClaimReader]) -> None:
    (claim,) = shipped["en"](*marked("[Bex 3] beats [Cor 2] in coding, and [Dao 1] scores 67.8% on [b:MMLU]."))[0]
    assert (claim.aspects, claim.benchmarks) == (("coding",), ())


def test_a_clause_that_says_the_same_again_rests_on_the_same_test(marked: Marked, shipped: dict[str, ClaimReader]) -> None:
    text = "[Bex 3] outperforms [Cor 2] on [b:MMLU], while [Dax 1] outperforms [Ember 4]."
    assert [claim.benchmarks for claim in shipped["en"](*marked(text))[0]] == [("MMLU",), ("MMLU",)]


@pytest.mark.parametrize(
    ("language", "text", "margin"),
    [
        ("en", "[Bex 3] is twice as fast as [Cor 2].", "twice"),
        ("en", "[Bex 3] beats [Cor 2] by 3 points.", "3 points"),
        ("en", "[Bex 3] beats [Cor 2], a model twice as large.", None),
        ("en", "[Bex 3] leads the board by 3 points.", "3 points"),
        ("en", "[Bex 3] scores 91.9, giving it nearly a 4-point lead over [Cor 2].", "4-point"),
        ("en", "[Bex 3] has a 12-percentage-point advantage over [Cor 2].", "12-percentage-point"),
        ("en", "In a 3-point test with 66 percent [Bex 3] beats [Cor 2].", None),
        ("de", "Die Führung wechselte fünfmal zwischen [Bex 3] und [Cor 2].", None),
    ],
)
def test_how_much_one_is_ahead(marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str, margin: str | None) -> None:
    assert {claim.margin for claim in shipped[language](*marked(text))[0]} == {margin}


def test_who_is_level_has_no_margin(marked: Marked, shipped: dict[str, ClaimReader]) -> None:
    (claim,) = shipped["en"](*marked("[Bex 3] matches [Cor 2] on coding and has more than twice its speed."))[0]
    assert (claim.relation, claim.margin) == ("matches", None)


@pytest.mark.parametrize(
    ("text", "margin"),
    [
        ("[Bex 3] ist 20 Prozent schneller als [Cor 2].", "20 Prozent"),
        ("[Bex 3] ist um 20 Prozent schneller als [Cor 2].", "20 Prozent"),
        ("[Bex 3] führt mit 3 Punkten Vorsprung vor [Cor 2].", "3 Punkten"),
        ("[Bex 3] liegt mit 92 Prozent vor [Cor 2].", None),
        ("[Bex 3] gewinnt mit 64 Prozent gegen [Cor 2].", None),
    ],
)
def test_a_score_is_no_margin(marked: Marked, shipped: dict[str, ClaimReader], text: str, margin: str | None) -> None:
    (claim,) = shipped["de"](*marked(text))[0]
    assert claim.margin == margin


def test_a_field_behind_a_comma_and_before_its_verb_is_that_of_the_next_claim(marked: Marked, shipped: dict[str, ClaimReader]) -> None:
    text = "[Bex 3] schnitt beim Rechnen schlechter ab als [Cor 2], beim Reimen war es dem Rivalen ebenbürtig."
    assert [claim.aspects for claim in shipped["de"](*marked(text))[0]] == [("Rechnen",), ("Reimen",)]


def test_a_number_of_parameters_is_no_field(marked: Marked, shipped: dict[str, ClaimReader]) -> None:
    text = "[Bex 3], the largest model at 17 billion parameters, beats [Cor 2] at coding."
    (claim,) = shipped["en"](*marked(text))[0]
    assert claim.aspects == ("coding",)


def test_who_rules_a_market_for_models_is_not_the_better_one(marked: Marked, shipped: dict[str, ClaimReader]) -> None:
    text = "[v:Lumo] has surpassed [v:Nimbus] to become the king of the enterprise LLM market."
    assert not shipped["en"](*marked(text))[0]
