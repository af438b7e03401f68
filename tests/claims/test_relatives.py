"""Who is meant by predecessors, rivals, makers and each other: whole texts through the shipped rules."""

import pytest

from .conftest import Told


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[Bex 2] came last year. Now [Bex 3] is out and beats its predecessor.", "Bex 3>Bex 2"),
        ("en", "[Bex 3] is faster than its predecessor, [Bex 2].", "Bex 3>Bex 2"),
        ("en", "[Bex 3] is out. Compared with its predecessor [Bex 2], it is faster and cheaper.", "Bex 3>Bex 2"),
        ("en", "[Bex 3] replaces [Bex 2]. It is twice as fast as the previous version.", "Bex 3>Bex 2"),
        ("en", "[Bex 3] is half the size of its predecessor [Bex 2], yet more accurate.", "Bex 3>Bex 2"),
        ("en", "When [Bex 3] followed [Bex 2], users complained. The predecessor was more reliable, they said.", "Bex 2>Bex 3"),
        ("en", "[v:Lumo] launched [Bex 3]. It outperforms the previous generation, [Bex 2].", "Bex 3>Bex 2"),
        ("en", "[Bex 3] beats its predecessor.", "Bex 3>*"),
        ("en", "[Lark 1] came in 2023. [Bex 3] beats its predecessor.", "Bex 3>*"),
        ("de", "[Bex 2] kam letztes Jahr. Nun ist [Bex 3] da und schlägt seinen Vorgänger.", "Bex 3>Bex 2"),
        ("de", "[Bex 3] ersetzt [Bex 2]. Es ist doppelt so schnell wie die Vorversion.", "Bex 3>Bex 2"),
        ("de", "Als [Bex 3] auf [Bex 2] folgte, klagten die Nutzer. Der Vorgänger sei zuverlässiger gewesen.", "Bex 2>Bex 3"),
        ("de", "[Bex 3] ist halb so groß wie sein Vorgänger [Bex 2] und trotzdem genauer.", "Bex 3>Bex 2"),
        ("de", "[Bex 3] ist da. Im Vergleich zum Vorgänger [Bex 2] ist es schneller.", "Bex 3>Bex 2"),
        ("de", "[Bex 2] ist Geschichte. Die neue Version [Bex 3] ist besser als die alte.", "Bex 3>Bex 2"),
    ],
)
def test_a_predecessor_is_the_version_before(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[Bex 3] and [Cor 2] compete for the crown. [Bex 3] outperforms its rival.", "Bex 3>Cor 2"),
        ("en", "[Cor 2] has long dominated. Now [Bex 3] beats the incumbent.", "Bex 3>Cor 2"),
        ("en", "[Bex 3] takes aim at [Cor 2]. In maths it beats its competitor.", "Bex 3>Cor 2"),
        ("en", "[Cor 2] is the market leader. [Bex 3] is cheaper than the market leader.", "Bex 3>Cor 2"),
        ("en", "[Bex 3] was up against [Cor 2]. It beat its opponent in eight of ten tasks.", "Bex 3>Cor 2"),
        ("de", "[Bex 3] und [Cor 2] kämpfen um die Krone. [Bex 3] übertrifft seinen Rivalen.", "Bex 3>Cor 2"),
        ("de", "Lange war [Cor 2] führend. Nun schlägt [Bex 3] den Platzhirsch.", "Bex 3>Cor 2, Cor 2!"),
        ("de", "[Cor 2] ist der Marktführer. [Bex 3] ist günstiger als der Marktführer.", "Bex 3>Cor 2"),
        ("de", "[Bex 3] trat gegen [Cor 2] an. Es schlug seinen Kontrahenten in acht von zehn Aufgaben.", "Bex 3>Cor 2"),
    ],
)
def test_a_rival_is_the_other_party(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[Bex 3] and [Cor 2] are level in maths.", "Bex 3=Cor 2"),
        ("en", "[Bex 3] and [Cor 2] are neck and neck.", "Bex 3=Cor 2"),
        ("en", "[Bex 3] and [Cor 2] performed equally well.", "Bex 3=Cor 2"),
        ("en", "Neither [Bex 3] nor [Cor 2] beats the other.", "~Bex 3>Cor 2, ~Cor 2>Bex 3"),
        ("en", "We tested [Bex 3] and [Cor 2]. Neither beats the other.", "~Bex 3>Cor 2, ~Cor 2>Bex 3"),
        ("en", "We tested [Bex 3] and [Cor 2]. The two are on a par.", "Bex 3=Cor 2"),
        ("en", "We tested [Bex 3] and [Cor 2]. Both perform about equally well.", "Bex 3=Cor 2"),
        ("en", "We tested [Bex 3] and [Cor 2]. They are neck and neck.", "Bex 3=Cor 2"),
        ("en", "Neither of the two, [Bex 3] or [Cor 2], is better than the other.", "~Bex 3>Cor 2, ~Cor 2>Bex 3"),
        ("de", "[Bex 3] und [Cor 2] liegen gleichauf.", "Bex 3=Cor 2"),
        ("de", "[Bex 3] und [Cor 2] nehmen sich nichts.", "Bex 3=Cor 2"),
        ("de", "Wir haben [Bex 3] und [Cor 2] verglichen. Die beiden liegen Kopf an Kopf.", "Bex 3=Cor 2"),
        ("de", "Wir haben [Bex 3] und [Cor 2] verglichen. Sie sind ebenbürtig.", "Bex 3=Cor 2"),
        ("de", "Wir haben [Bex 3] und [Cor 2] verglichen. Keines ist dem anderen überlegen.", "~Bex 3>Cor 2, ~Cor 2>Bex 3"),
        ("de", "Weder [Bex 3] noch [Cor 2] ist dem anderen überlegen.", "~Bex 3>Cor 2, ~Cor 2>Bex 3"),
        ("de", "Wir haben [Bex 3] und [Cor 2] verglichen. Beide sind gleich gut.", "Bex 3=Cor 2"),
        ("de", "Keines der beiden Modelle, [Bex 3] und [Cor 2], schlägt das andere.", "~Bex 3>Cor 2, ~Cor 2>Bex 3"),
    ],
)
def test_two_that_are_compared_with_each_other_are_both_named(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[v:Lumo]'s models are better than [v:Halden]'s.", "Lumo>Halden"),
        ("en", "[Bex 3@Lumo] or [Cor 2@Halden]? For sound, take [v:Halden]'s. [v:Lumo]", ""),
        ("en", "Two vendors, [v:Lumo] and [v:Halden], are left. The former's models are faster than the latter's.", "Lumo>Halden"),
        ("en", "[v:Lumo] trains models that beat those of [v:Halden].", "Lumo>Halden"),
        ("de", "Die Modelle von [v:Lumo] sind besser als die von [v:Halden].", "Lumo>Halden"),
        ("de", "[v:Lumo]s Modelle sind besser als die von [v:Halden].", "Lumo>Halden"),
    ],
)
def test_vendors_stand_for_their_models(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[v:Lumo] launches [Bex 2], outperforming [Cor 3]", "Bex 2>Cor 3"),
        ("en", "[v:Lumo] unveiled [Bex 2] on Monday, beating [Cor 3] in coding tests.", "Bex 2>Cor 3"),
        ("en", "[v:Lumo] debuts [Bex 2], surpassing [Cor 3] and matching [Dao 1]", "Bex 2=Dao 1, Bex 2>Cor 3"),
        ("en", "Meet [Bex 2]: [v:Lumo]'s new open model outperforms [Cor 3]", "Bex 2>Cor 3"),
        ("en", "[v:Lumo] releases an open model that tops [Cor 3]. The model, called [Bex 2], is free.", "Bex 2>Cor 3"),
        ("en", "[v:Lumo] has released [Bex 2] and [Bex 2 Mini], outperforming [Cor 3].", "Bex 2 Mini>Cor 3, Bex 2>Cor 3"),
        ("de", "[v:Lumo] veröffentlicht [Bex 2] und übertrifft damit [Cor 3]", "Bex 2>Cor 3"),
        ("de", "[v:Lumo] stellt [Bex 2] vor und überholt [Cor 3].", "Bex 2>Cor 3"),
    ],
)
def test_a_model_just_presented_wins_and_not_its_vendor(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[Bex 3], [v:Lumo]'s flagship, beats [Cor 2].", "Bex 3>Cor 2"),
        ("en", "[v:Lumo]'s flagship [Bex 3] beats [Cor 2].", "Bex 3>Cor 2"),
        ("en", "[Bex 3] is [v:Lumo]'s flagship model. [v:Lumo]'s flagship beats [Cor 2].", "Bex 3>Cor 2"),
        ("en", "[Cor 2] is better than [v:Lumo]'s flagship, [Bex 3].", "Cor 2>Bex 3"),
        ("de", "[Bex 3], das Flaggschiff von [v:Lumo], schlägt [Cor 2].", "Bex 3>Cor 2"),
        ("de", "Das Flaggschiff von [v:Lumo], [Bex 3], schlägt [Cor 2].", "Bex 3>Cor 2"),
        ("de", "[Cor 2] schlägt [v:Lumo]s Flaggschiff [Bex 3].", "Cor 2>Bex 3"),
    ],
)
def test_a_name_in_apposition_is_the_party(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "Built to beat [Cor 2], [Bex 3] offers new skills, setting a new record for prose.", "Bex 3>Cor 2"),
        ("en", "Made to beat [Cor 2], the [Bex 3] model shows skill in French, topping the ranking.", "Bex 3>Cor 2"),
        ("en", "[Cor 2], the [Bex 3] rival, beats [Lark 1].", "Cor 2>Lark 1"),
        ("en", "[Bex 3] is fluent in French rather than merely polite, making it the strongest open model.", "Bex 3!"),
    ],
)
def test_what_follows_a_fronted_phrase_speaks_of_the_main_clauses_subject(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "We set [Bex 3] against [Cor 2]. Neither is universally better.", "~Bex 3>Cor 2, ~Cor 2>Bex 3"),
        ("en", "[Bex 3] and [Cor 2] are out. Both are faster.", ""),
        ("en", "[Bex 3] is as quick as a model ten times its size.", "*=Bex 3"),
        ("en", "[Cor 2] came in May. [Bex 3] is quicker than a model that needs a cluster.", ""),
        ("en", "[v:Lumo] has [Bex 3], an open model that trails [Cor 2].", "Cor 2>Bex 3"),
        ("en", "[Bex 3] has surpassed other rivals in its class including [Cor 2].", "Bex 3>*, Bex 3>Cor 2"),
        ("en", "[Bex 3] has surpassed all models in tests with images such as [Cor 2].", "Bex 3>*"),
    ],
)
def test_nothing_is_compared_with_what_is_presented_as_new_but_a_pair_with_itself(
    told: Told, language: str, text: str, claims: str
) -> None:
    assert told(language, text) == claims
