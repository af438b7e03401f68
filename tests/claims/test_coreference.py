"""Who is meant by words that stand for a name: whole texts through the shipped rules."""

import pytest

from .conftest import Told


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        (
            "en",
            "[v:Lumo] has kept its [Bex] line fresh. After [Bex 4.5], the lab now released [Bex 4.6]. It beats [Cor 2] in coding.",
            "Bex 4.6>Cor 2",
        ),
        ("en", "[Bex 4.6] is the newest member of the [Bex] family. It outperforms [Cor 2].", "Bex 4.6>Cor 2"),
        ("en", "Following the success of [Bex 2], [v:Lumo] today released [Bex 3]. The model beats [Cor 2] on most tests.", "Bex 3>Cor 2"),
        (
            "en",
            "# [Bex]\n\n[Bex 3] arrived in May and builds on [Bex 2].\n\n- Beats [Cor 2] in maths\n- On a par with [Dao 1]",
            "Bex 3=Dao 1, Bex 3>Cor 2",
        ),
        (
            "en",
            "## [Bex 3]\n\nThe successor to [Bex 2.5] improves on [Bex 2.5] in tool use.\n\n- **Coding**: ahead of [Cor 2]",
            "Bex 3>Cor 2",
        ),
        ("en", "[Bex 2] was slow. Its replacement, [Bex 3], arrived on Monday. It is faster than [Cor 2].", "Bex 3>Cor 2"),
        (
            "de",
            "Nach [Bex 4.5] hat [v:Lumo] nun [Bex 4.6] veröffentlicht. Es schlägt [Cor 2] beim Programmieren.",
            "Bex 4.6>Cor 2",
        ),
        ("de", "[Bex 4.6] ist das jüngste Mitglied der [Bex]-Familie. Es übertrifft [Cor 2].", "Bex 4.6>Cor 2"),
        (
            "de",
            "Nach dem Erfolg von [Bex 2] hat [v:Lumo] heute [Bex 3] vorgestellt. Das Modell schlägt [Cor 2] in den meisten Tests.",
            "Bex 3>Cor 2",
        ),
        (
            "de",
            "# [Bex]\n\n[Bex 3] erschien im Mai und baut auf [Bex 2] auf.\n\n- Schlägt [Cor 2] in Mathe\n- Auf Augenhöhe mit [Dao 1]",
            "Bex 3=Dao 1, Bex 3>Cor 2",
        ),
    ],
)
def test_the_newest_version_is_meant(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[Bex 3] is out. It beats [Cor 2] on [b:MMLU]. Its agentic mode scores higher than [Dao 1].", "Bex 3>Cor 2, Bex 3>Dao 1"),
        (
            "en",
            "[v:Lumo] released [Bex 3] on Friday. On tool use it edges past [Cor 2]. Its thinking variant also outperforms [Dao 1].",
            "Bex 3>Cor 2, Bex 3>Dao 1",
        ),
        (
            "en",
            "[v:Lumo] presented [Bex 3]. It finished just behind [Cor 2]. On another test, it beat [Dao 1].",
            "Bex 3>Dao 1, Cor 2>Bex 3",
        ),
        (
            "en",
            "[v:Lumo] presented [Bex 3]. In coding it trails [Cor 2] slightly. In maths, however, it surpasses [Dao 1].",
            "Bex 3>Dao 1, Cor 2>Bex 3",
        ),
        (
            "en",
            "[Bex 3] scored 66 on [b:SWE-bench], compared with 65 for [Cor 2]. Elsewhere its agentic mode scored higher than [Dao 1].",
            "Bex 3>Cor 2, Bex 3>Dao 1",
        ),
        ("de", "[Bex 3] ist da. Es schlägt [Cor 2] im [b:MMLU]. Sein Denkmodus ist besser als [Dao 1].", "Bex 3>Cor 2, Bex 3>Dao 1"),
        (
            "de",
            "[v:Lumo] hat [Bex 3] vorgestellt. Dort liegt es knapp hinter [Cor 2]. In Mathematik übertrifft es dagegen [Dao 1].",
            "Bex 3>Dao 1, Cor 2>Bex 3",
        ),
    ],
)
def test_a_pronoun_keeps_to_the_topic(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "This is [Bex 3]. Unlike [Cor 2], it beats [Dao 1].", "Bex 3>Dao 1"),
        ("en", "Compared with [Cor 2], it beats [Dao 1].", ""),
        ("en", "In tests of [Cor 2], it beat [Dao 1].", "Cor 2>Dao 1"),
        ("en", "[Bex 3] holds its own against [Cor 2] and, in Dutch, pulls clear of it.", "Bex 3=Cor 2, Bex 3>Cor 2"),
        ("en", "The makers of [Bex 3] said that it rivals [Cor 2]; tests place it below [Dao 1].", "Bex 3=Cor 2, Dao 1>Bex 3"),
        ("de", "[Bex 3] ist neu. Anders als [Cor 2] schlägt es [Dao 1].", "Bex 3>Dao 1"),
        ("de", "Im Vergleich zu [Cor 2] ist es besser als [Dao 1].", ""),
    ],
)
def test_a_pronoun_is_not_what_its_sentence_sets_it_against(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[v:Lumo] released [Bex 3 8B] and [Bex 3 70B]. The 8B variant beats [Cor 2].", "Bex 3 8B>Cor 2"),
        ("en", "[v:Lumo] released [Bex 3 8B] and [Bex 3 70B]. The larger one matches [Cor 2].", "Bex 3 70B=Cor 2"),
        ("en", "[v:Lumo] released [Bex 3 8B] and [Bex 3 70B]. The smaller model outperforms [Cor 2].", "Bex 3 8B>Cor 2"),
        (
            "en",
            "The family consists of [Bex 3 8B], [Bex 3 70B] and [Bex 3 405B]. The 405B model rivals [Cor 2]; the 70B model beats [Dao 1].",
            "Bex 3 405B=Cor 2, Bex 3 70B>Dao 1",
        ),
        ("en", "There are two of them, [Bex Mini] and [Bex Large]. The small one already beats [Cor 2].", "Bex Mini>Cor 2"),
        ("en", "[Bex 3] comes in 7B and 32B. The 32B version outperforms [Cor 2].", "Bex 3>Cor 2"),
        ("en", "[Bex 3 70B] is here. The 8B model beats [Cor 2].", ""),
        ("de", "[v:Lumo] bringt [Bex 3 8B] und [Bex 3 70B]. Die 8B-Variante schlägt [Cor 2].", "Bex 3 8B>Cor 2"),
        ("de", "[v:Lumo] bringt [Bex 3 8B] und [Bex 3 70B]. Die größere Variante liegt gleichauf mit [Cor 2].", "Bex 3 70B=Cor 2"),
        ("de", "[v:Lumo] bringt [Bex 3 8B] und [Bex 3 70B]. Das kleinere Modell übertrifft [Cor 2].", "Bex 3 8B>Cor 2"),
        ("de", "Es gibt [Bex Mini] und [Bex Large]. Die große Variante übertrifft [Cor 2].", "Bex Large>Cor 2"),
        ("de", "Es gibt [Bex Mini] und [Bex Large]. Schon das kleine Modell übertrifft [Cor 2].", "Bex Mini>Cor 2"),
    ],
)
def test_a_member_of_a_family_is_told_by_its_size(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "We tested [Bex 3] and [Cor 2]. The former is better at maths, the latter is faster.", "Bex 3>Cor 2, Cor 2>Bex 3"),
        ("en", "We tried [Bex 3] and [Cor 2]. The former is faster.", "Bex 3>Cor 2"),
        ("en", "Of [Bex 3] and [Cor 2], the latter writes better.", "Cor 2>Bex 3"),
        ("en", "[Bex 3] and [Cor 2] both launched in May. The latter is cheaper.", "Cor 2>Bex 3"),
        ("en", "[Bex 3] and [Cor 2] are similar in price. The former outperforms the latter.", "Bex 3>Cor 2"),
        ("en", "[Bex 3] runs rings round [Cor 2] in code, but for letters I prefer the latter.", "Bex 3>Cor 2, Cor 2>Bex 3"),
        ("en", "The former boss of [v:Lumo] says that [Cor 2] is good.", ""),
        ("de", "Wir haben [Bex 3] und [Cor 2] getestet. Ersteres ist besser in Mathe, Letzteres schneller.", "Bex 3>Cor 2, Cor 2>Bex 3"),
        ("de", "Wir haben [Bex 3] und [Cor 2] getestet. Ersteres schreibt besser.", "Bex 3>Cor 2"),
        ("de", "Von [Bex 3] und [Cor 2] ist letzteres günstiger.", "Cor 2>Bex 3"),
        ("de", "[Bex 3] und [Cor 2] sind im Mai erschienen. Letzteres ist deutlich schneller.", "Cor 2>Bex 3"),
        ("de", "[Bex 3] und [Cor 2] kosten gleich viel. Ersteres übertrifft letzteres klar.", "Bex 3>Cor 2"),
        ("de", "[Bex 3] und [Cor 2] stehen zur Wahl. Ersteren ziehen wir vor.", "Bex 3>Cor 2"),
    ],
)
def test_former_and_latter_are_told_apart(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[Bex 3] and [Eon 5] are out. Both outperform [Cor 2].", "Bex 3>Cor 2, Eon 5>Cor 2"),
        ("en", "[Bex 3] and [Eon 5] are strong. [Cor 2] beats both.", "Cor 2>Bex 3, Cor 2>Eon 5"),
        ("en", "[Bex 3] and [Eon 5] are strong. [Cor 2] is cheaper than either of them.", "Cor 2>Bex 3, Cor 2>Eon 5"),
        ("en", "[v:Lumo] shows [Bex 3] and [Bex 3 Mini]. The two models beat [Cor 2] in maths.", "Bex 3 Mini>Cor 2, Bex 3>Cor 2"),
        ("en", "[Cor 2] has fewer buttons than [Bex 3] and [Eon 5], and a better ear than either.", "Cor 2>Bex 3, Cor 2>Eon 5"),
        ("en", "[Bex 3], [Eon 5] and [Fio 1] are out. All three outperform [Cor 2].", "Bex 3>Cor 2, Eon 5>Cor 2, Fio 1>Cor 2"),
        ("en", "[Bex 3], [Eon 5] and [Fio 1] are out. [Cor 2] beats all three.", "Cor 2>Bex 3, Cor 2>Eon 5, Cor 2>Fio 1"),
        ("en", "We ran [Bex 3], [Eon 5] and [Fio 1]. All of them fell short of [Cor 2].", "Cor 2>Bex 3, Cor 2>Eon 5, Cor 2>Fio 1"),
        ("de", "[Bex 3] und [Eon 5] sind da. Beide übertreffen [Cor 2].", "Bex 3>Cor 2, Eon 5>Cor 2"),
        ("de", "[Bex 3] und [Eon 5] sind stark. [Cor 2] schlägt beide.", "Cor 2>Bex 3, Cor 2>Eon 5"),
        ("de", "[Bex 3] und [Eon 5] sind stark. [Cor 2] ist günstiger als die beiden.", "Cor 2>Bex 3, Cor 2>Eon 5"),
        ("de", "[Bex 3], [Eon 5] und [Fio 1] sind da. Alle drei übertreffen [Cor 2].", "Bex 3>Cor 2, Eon 5>Cor 2, Fio 1>Cor 2"),
        ("de", "[Bex 3], [Eon 5] und [Fio 1] sind stark. [Cor 2] schlägt alle drei.", "Cor 2>Bex 3, Cor 2>Eon 5, Cor 2>Fio 1"),
    ],
)
def test_words_for_two_and_more_name_them_all(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", '[v:Lumo] released [Bex 3] today. "We beat [Cor 2] on every test," said its chief.', "Bex 3>Cor 2"),
        ("en", '[v:Lumo] released [Bex 3] today. "Our model beats [Cor 2]," said the company.', "Bex 3>Cor 2"),
        ("en", 'People compare [Bex 3] with [Cor 2]. "Ours is better," says [v:Lumo]. [v:Lumo] makes [Bex 3@Lumo].', "Bex 3>Cor 2"),
        ("en", '"[Cor 2] is fine. Ours is faster," says the engineer behind [Bex 3].', "Bex 3>Cor 2"),
        ("en", "[v:Lumo] has a new model, [Bex 3]. We outperform [Cor 2], the company claims.", "Bex 3>Cor 2"),
        ("en", "Today we are releasing [Bex 3]. In our tests we match [Cor 2].", "Bex 3=Cor 2"),
        ("de", '[v:Lumo] hat heute [Bex 3] veröffentlicht. "Wir schlagen [Cor 2] in jedem Test", sagte der Chef.', "Bex 3>Cor 2"),
        ("de", '[v:Lumo] hat heute [Bex 3] veröffentlicht. "Unser Modell schlägt [Cor 2]", sagte die Firma.', "Bex 3>Cor 2"),
        ("de", '"[Cor 2] ist gut. Unseres ist schneller", sagt der Entwickler von [Bex 3].', "Bex 3>Cor 2"),
        ("de", "Wir stellen heute [Bex 3] vor. Damit übertreffen wir [Cor 2].", "Bex 3>Cor 2"),
        ("de", "[v:Lumo] stellt [Bex 3@Lumo] vor. Damit will das Unternehmen [Cor 2] überholt haben.", "Bex 3>Cor 2"),
    ],
)
def test_a_speaker_means_its_own_model(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[v:Lumo], whose [Bex 3] beats [Cor 2], is based in Oslo.", "Bex 3>Cor 2"),
        ("en", "[Bex 3], whose accuracy exceeds that of [Cor 2], is free.", "Bex 3>Cor 2"),
        ("en", "[v:Lumo] answers [v:Halden], whose model [Cor 2] beats [Bex 3].", "Cor 2>Bex 3"),
        ("de", "[v:Lumo], dessen [Bex 3] das Modell [Cor 2] schlägt, sitzt in Oslo.", "Bex 3>Cor 2"),
        ("de", "[Bex 3], dessen Genauigkeit die von [Cor 2] übertrifft, ist frei.", "Bex 3>Cor 2"),
        ("de", "[v:Lumo] antwortet auf [v:Halden], dessen Modell [Cor 2] [Bex 3] schlägt.", "Cor 2>Bex 3"),
    ],
)
def test_a_possessive_refers_back(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "Although it is smaller, [Bex 3] beats [Cor 2].", "Bex 3>Cor 2"),
        ("en", "Though it costs less, [Bex 3] outperforms [Cor 2] on most tests.", "Bex 3>Cor 2"),
        ("en", "Despite its size, [Bex 3] is better than [Cor 2].", "Bex 3>Cor 2"),
        ("en", "While it trails [Cor 2] in maths, [Bex 3] is faster.", "Bex 3>Cor 2, Cor 2>Bex 3"),
        ("en", "It is small, it is free and it beats [Cor 2]: meet [Bex 3].", "Bex 3>Cor 2"),
        ("en", "If it lags [Cor 2] at all, [Bex 3] hides it well.", "Cor 2>Bex 3"),
        ("en", "A new model outperforms [Cor 2]. It is called [Bex 3].", "Bex 3>Cor 2"),
        ("de", "Obwohl es kleiner ist, schlägt [Bex 3] [Cor 2].", "Bex 3>Cor 2"),
        ("de", "Dafür, dass es so klein ist, schlägt sich [Bex 3] gut: Es übertrifft [Cor 2].", "Bex 3>Cor 2"),
        ("de", "Obwohl es weniger kostet, ist [Bex 3] besser als [Cor 2].", "Bex 3>Cor 2"),
        ("de", "Trotz seiner Größe übertrifft [Bex 3] [Cor 2].", "Bex 3>Cor 2"),
        ("de", "Besser als [Cor 2], billiger als [Dao 1]: [Bex 3] ist da.", "Bex 3>Cor 2, Bex 3>Dao 1"),
        ("de", "Ein neues Modell übertrifft [Cor 2]. Es heißt [Bex 3].", "Bex 3>Cor 2"),
        ("de", "Während es in Mathe hinter [Cor 2] liegt, ist [Bex 3] schneller.", "Bex 3>Cor 2, Cor 2>Bex 3"),
    ],
)
def test_a_pronoun_may_point_forward(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[Bex 3] is based on [Cor 2] and beats [Dao 1].", "Bex 3>Dao 1"),
        ("en", "[Bex 3] runs on the same chips as [Cor 2] but is faster than [Dao 1].", "Bex 3>Dao 1"),
        ("en", "[Bex 3] is the second [Cor] image model, designed to deliver sharper pictures than [Dao 1].", "Bex 3>Dao 1"),
        ("en", "[Bex 3] replaces [Cor 2] and easily beats [Dao 1].", "Bex 3>Dao 1"),
        ("en", "[Bex 3] is out. It replaces [Cor 2] and beats [Dao 1].", "Bex 3>Dao 1"),
        ("en", "[Bex 3] is out. The new model succeeds [Cor 2] and is faster than [Dao 1].", "Bex 3>Dao 1"),
        ("en", "[Bex 3] and [Cor 2] easily beat [Dao 1].", "Bex 3>Dao 1, Cor 2>Dao 1"),
        ("en", "[Bex 3] is based on [Cor 2], which beats [Dao 1].", "Cor 2>Dao 1"),
        ("en", "The firm moved to [Cor 2] (faster than [Dao 1]).", "Cor 2>Dao 1"),
        ("en", "The performance of [Bex 3] is better than that of [Dao 1].", "Bex 3>Dao 1"),
        ("en", "The accuracy of the small [Bex 3] is higher than the accuracy of [Dao 1].", "Bex 3>Dao 1"),
        ("en", "[Bex 3] beat [Cor 2] on most benchmarks, and [Eon 5] is on par with [Dao 1].", "Bex 3>Cor 2, Dao 1=Eon 5"),
        ("de", "[Bex 3] baut auf [Cor 2] auf und schlägt [Dao 1].", "Bex 3>Dao 1"),
        ("de", "[Bex 3] ersetzt [Cor 2] und schlägt [Dao 1].", "Bex 3>Dao 1"),
        ("de", "[Bex 3] wurde aus [Cor 2] destilliert und übertrifft [Dao 1].", "Bex 3>Dao 1"),
        ("de", "[Bex 3] soll [Cor 2] schlagen, das seinerseits [Dao 1] hinter sich lässt.", "Bex 3>Cor 2, Cor 2>Dao 1"),
        ("de", "[Bex 3] wurde durch [Cor 2] ersetzt, das [Dao 1] schlägt.", "Cor 2>Dao 1"),
    ],
)
def test_what_another_verb_or_a_preposition_takes_is_no_subject(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3] keeps up with [Cor 2] and [Dao 1] – in maths it beats them.", "Bex 3=Cor 2, Bex 3=Dao 1, Bex 3>Cor 2, Bex 3>Dao 1"),
        ("Compared to small models (such as [Cor 2]), [Bex 3] is faster, while also being more accurate.", "Bex 3>*, Bex 3>Cor 2"),
    ],
)
def test_pronouns_and_bare_predicates_keep_the_sides_of_the_comparison_before(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3] is better than rivals – [Cor 2], [Dao 1] and [Eon 5].", "Bex 3>*, Bex 3>Cor 2, Bex 3>Dao 1, Bex 3>Eon 5"),
        ("[Bex 3] beats larger models – [Cor 2] is out today.", "Bex 3>*"),
        ("[Bex 3] beats its rivals, [Cor 2] and little Zarquon's [Dao 1].", "Bex 3>*, Bex 3>Cor 2, Bex 3>Dao 1"),
        ("[Bex 3] has 12 percent fewer errors than [Cor 2] with 70 billion parameters and [Dao 1].", "Bex 3>Cor 2, Bex 3>Dao 1"),
    ],
)
def test_lists_of_losers_are_read_to_their_end(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3] reads both text and images, and it outperforms [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3] is on par with state-of-the-art models.", "*=Bex 3"),
    ],
)
def test_what_joins_or_praises_others_is_no_party(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("de", "[Bex 3] übertrifft das von [v:Halden] entwickelte [Cor 2].", "Bex 3>Cor 2"),
        ("de", "Das von [v:Lumo] vorgestellte [Bex 3] ist besser als [Cor 2].", "Bex 3>Cor 2"),
    ],
)
def test_a_maker_may_stand_before_its_model(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "[v:Lumo] has built a model. So far the model beats [Cor 2].", "Lumo>Cor 2"),
        ("de", "[v:Lumo] hat ein Modell gebaut. Dabei soll das Modell besser sein als [Cor 2].", "Lumo>Cor 2"),
        ("de", "[v:Lumo] lobt [Cor 2@Lumo]. Besser als das Modell ist [Cor 2@Lumo] nicht.", ""),
    ],
)
def test_the_vendor_stands_for_its_unnamed_model(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        (
            "de",
            "[v:Lumo] erklärt, sein neuer Chatbot sei auf Augenhöhe mit [Bex 3]. Manche halten das Modell für ebenbürtig mit [Cor 2].",
            "Bex 3=Lumo, Cor 2=Lumo",
        ),
        (
            "de",
            "[v:Lumo] hat [Dao 1] gezeigt. Das neue Modell schlägt [Bex 3]. Das Modell liegt auch vor [Cor 2].",
            "Dao 1>Bex 3, Dao 1>Cor 2",
        ),
        (
            "en",
            "[v:Lumo] says its new chatbot is on a par with [Bex 3]. Some consider the model better than [Cor 2].",
            "Bex 3=Lumo, Lumo>Cor 2",
        ),
    ],
)
def test_a_model_without_a_name_stays_its_makers(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Die neueste Version von [Bex] übertrifft [Cor 2].", "Bex>Cor 2"),
        ("Eine Spielerei, die auf einer Version von [Bex] beruht, übertrifft [Cor 2].", ""),
    ],
)
def test_the_newest_version_of_a_model_is_the_model(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims


def test_the_successor_of_a_model_is_not_the_model_before(told: Told) -> None:
    assert told("de", "[Dao 1] ist da. Im Sommer soll der Nachfolger von [Bex 3] kommen und wieder Maßstäbe setzen.") == ""


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Die von [v:Lumo] entwickelten Modelle übertreffen [Cor 2].", "Lumo>Cor 2"),
        ("Die von [v:Lumo] und [v:Acme] entwickelten Systeme schlagen [Cor 2].", "Acme>Cor 2, Lumo>Cor 2"),
        ("[Bex 3] schlägt andere von [v:Lumo] entwickelte Modelle.", "Bex 3>Lumo"),
    ],
)
def test_models_that_a_participle_gives_their_maker_are_the_makers(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "A lab in Oslo has released a language model that it claims beats [Ember 4]. The model is better than [Cora 2].", ""),
        ("en", "A lab in Oslo has released a language model that rivals [Ember 4]. It is better than [Cora 2].", ""),
        ("en", "[v:Lumo AI] launched a new chatbot to rival [Ember 4]. The chatbot beats [Cora 2].", "Lumo AI>Cora 2"),
        ("en", "[v:Lumo AI] launched a new model, [Bex 3], to rival [Ember 4]. The model beats [Cora 2].", "Bex 3>Cora 2"),
        ("en", "[v:Lumo AI] launched a new model called [Bex 3]. The model beats [Cora 2].", "Bex 3>Cora 2"),
        ("en", "[v:Lumo AI] launched a new model. [Bex 3] writes poems. It beats [Cora 2].", "Bex 3>Cora 2"),
        ("en", "## [v:Lumo AI] presents [Bex 3]\n\n[v:Lumo AI] launched a new model. It beats [Cora 2].", "Bex 3>Cora 2"),
        ("de", "Ein Labor hat ein Sprachmodell vorgestellt, das es mit [Ember 4] aufnimmt. Das Modell ist besser als [Cora 2].", ""),
        ("de", "[v:Lumo AI] hat ein neues Modell vorgestellt. Das Modell schlägt [Cora 2].", "Lumo AI>Cora 2"),
        ("de", "[v:Lumo AI] hat ein Modell namens [Bex 3] vorgestellt. Das Modell schlägt [Cora 2].", "Bex 3>Cora 2"),
    ],
)
def test_a_model_without_a_name_is_not_the_one_it_is_compared_with(told, language: str, text: str, claims: str) -> None:
    assert {c for c in told(language, text).split(", ") if "Cora" in c} == ({claims} if claims else set())


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("de", "[Cor 2@Lumo] und [Dao 1] sind bekannt. [Bex 3] übertrifft das Modell von [v:Lumo] klar.", "Bex 3>Cor 2"),
        ("de", "[Bex 3] übertrifft das Flaggschiff von [v:Lumo], [Cor 2@Lumo], deutlich.", "Bex 3>Cor 2"),
        ("de", "[Bex 3] ist besser als das Modell von [v:Lumo] [Cor 2@Lumo].", "Bex 3>Cor 2"),
        ("de", "Das neue Modell von [v:Lumo] heißt [Bex 3@Lumo] und ist besser als [Cor 2].", "Bex 3>Cor 2"),
        ("de", "[Bex 3] ist da. Das Modell aus China schlägt [Cor 2].", "Bex 3>Cor 2"),
        ("en", "[Cor 2@Lumo] and [Dao 1] are known. [Bex 3] beats the model from [v:Lumo].", "Bex 3>Cor 2"),
    ],
)
def test_a_model_is_told_by_its_maker(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Cor 2] and [Dao 1] are old. [v:Lumo] says its [Bex 3] has beaten both of these industry giants.", "Bex 3>Cor 2, Bex 3>Dao 1"),
        ("[v:Lumo] unveiled a 70-billion-parameter (70B) model. It once had [Bex-M]. The 70B model beats [Cor 2].", "Lumo>Cor 2"),
        ("[Bex 3] is out. Norway's new model beats [Cor 2].", ""),
        ("[Bex 3] is out. The lab's new model beats [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3] beats Norway's [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3] beats Norway's plans for [Cor 2].", ""),
        ("[Bex 3] beats [p:Ada Berg]'s [Cor 2].", "Bex 3>Cor 2"),
        ("[DeepSeek R1] and [Gemini 2] are out. The Chinese chatbot beats [Cor 2].", "DeepSeek R1>Cor 2"),
        ("[DeepSeek R1] and [Gemini 2] are out. The American chatbot beats [Cor 2].", "Gemini 2>Cor 2"),
        ("[v:Lumo]'s [Bex 3] came third, beating another [v:Halden] entry. [v:Halden] has [Cor 2].", "Bex 3>Halden"),
        ("[Cor 2] draws. [Dao 1] sings. Neither matched [Bex 3].", "~Bex 3=Cor 2, ~Bex 3=Dao 1"),
    ],
)
def test_who_is_told_by_whose_it_is(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Qwen 3] ist da. [ChatGPT] kennt jeder. In Mathematik ist der chinesische Chatbot besser als [Cor 2].", "Qwen 3>Cor 2"),
        ("[ChatGPT] ist da. [Qwen 3] ist neu. In Mathematik ist der amerikanische Chatbot besser als [Cor 2].", "ChatGPT>Cor 2"),
        ("[Bex 3] ist da. [ChatGPT] kennt jeder. In Mathematik ist der chinesische Chatbot besser als [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3@Alibaba] ist da. [Dao 1@OpenAI] ist neu. In Mathematik ist das chinesische Modell besser als [Cor 2].", "Bex 3>Cor 2"),
    ],
)
def test_a_model_is_none_from_elsewhere(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        (
            "de",
            "[Aro 1] fordert alle heraus. Neu sind auch die Bots [Bex 3] und [Dao 1]. Diese Modelle schlagen [Cor 2].",
            "Bex 3>Cor 2, Dao 1>Cor 2",
        ),
        ("de", "[Aro 1] ist neu. Viele greifen lieber zu [Bex 3] und [Dao 1]. Diese Modelle schlagen [Cor 2].", "Bex 3>Cor 2, Dao 1>Cor 2"),
        ("en", "[Aro 1] is out. Many still turn to [Bex 3] and [Dao 1]. These models beat [Cor 2].", "Bex 3>Cor 2, Dao 1>Cor 2"),
    ],
)
def test_these_models_are_those_just_listed(told: Told, language: str, text: str, claims: str) -> None:
    assert told(language, text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[v:Lumo] zeigte [Cor 2@Lumo]. Einen Monat später konterte [v:Nord] mit [Bex 3@Nord]. Es übertrifft [Dao 1].", "Bex 3>Dao 1"),
        ("[v:Lumo] zeigte [Bex 3]. Es löst [Cor 2] ab und ist genauer als dieses.", "Bex 3>Cor 2"),
        ("[Bex 3] löst [Cor 2] ab und schlägt [Dao 1].", "Bex 3>Dao 1"),
        (
            "[v:Lumo] zeigte [Bex 3]. Im Vergleich zum bisherigen Spitzenmodell [Cor 2] ist es schneller und kostet weniger.",
            "Bex 3>Cor 2",
        ),
        ("[v:Nord] will seine Rivalen von [v:Lumo] bis [v:Halden] mit [Bex 3@Nord] schlagen.", "Bex 3>*, Bex 3>Halden, Bex 3>Lumo"),
    ],
)
def test_german_verbs_and_prepositions_tell_who_acts(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[v:Lumo] zeigt den Bot [Bex 3]. Er kann mit [Cor 2] nicht mithalten.", "Cor 2>Bex 3"),
        ("[v:Lumo] zeigt den Bot [Bex 3]. Noch liegt er hinter [Cor 2].", "Cor 2>Bex 3"),
        ("[v:Lumo] zeigt den Bot [Bex 3]. An [Cor 2] kommt er nicht heran.", "Cor 2>Bex 3"),
        ("[v:Lumo] zeigt den Bot [Bex 3]. Er wird von [Cor 2] klar übertroffen.", "Cor 2>Bex 3"),
        ("[v:Lumo] zeigt den Bot [Bex 3]. Er macht mehr Fehler als [Cor 2].", "Cor 2>Bex 3"),
        ("[v:Lumo] zeigt den Bot [Bex 3]. Beim Rechnen schlägt er [Cor 2].", "Bex 3>Cor 2"),
        ("[v:Lumo] zeigt den Bot [Bex 3]. Dass er [Cor 2] schlägt, freut alle.", "Bex 3>Cor 2"),
        ("[v:Lumo] zeigt den Bot [Bex 3]. Er stellt [Cor 2] in den Schatten.", "Bex 3>Cor 2"),
        ("[v:Lumo] zeigt [Bex 3@Lumo]. Das Modell des Dao-Konzerns schlägt [Cor 2].", "Bex 3>Cor 2"),
    ],
)
def test_he_may_lose_and_win(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims
