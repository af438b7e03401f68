import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimscan.model import Span
from claimscan.sources.plain import Plain, plain_text

WORDS = {"outperforms", "state-of-the-art", "head-to-head"}

# (text, its plain form)
CASES = {
    "plain ASCII": ("Aro 3 beats Bex.", "Aro 3 beats Bex."),
    "named entities": ("Aro &amp; Bex&rsquo;s &uuml;ber", "Aro & Bex’s über"),
    "numbered entities": ("Bex&#8217;s &#xfc;ber", "Bex’s über"),
    "entities escaped twice": ("Aro&amp;nbsp;3 &amp;amp; Bex", "Aro 3 & Bex"),
    "no entity": ("R&D; AT&T &foo; A & B;", "R&D; AT&T &foo; A & B;"),
    "escaped tags": ("&lt;b&gt;Aro&lt;/b&gt; 3 &lt;a href=&quot;x&quot;&gt;beats&lt;/a&gt; Bex", "Aro 3 beats Bex"),
    "an escaped sign of comparison is no tag": ("3 &lt; 4", "3 < 4"),
    "hidden signs": ("Aro\u00ad3 über\u200btrifft \ufeffBex\u2060-2", "Aro3 übertrifft Bex-2"),
    "a hidden sign beside a blank": ("Aro \u200b3", "Aro 3"),
    "soft hyphen by name": ("über&shy;trifft", "übertrifft"),
    "trade marks": ("Aro™ 3 beats Bex®.", "Aro 3 beats Bex."),
    "ligatures": ("eﬃcient ﬂagship", "efficient flagship"),
    "full width": ("ＡＲＯ－３", "ARO-3"),
    "letters of mathematics": ("𝗔𝗿𝗼 𝟯", "Aro 3"),
    "letters taken apart": ("u\u0308bertrifft", "übertrifft"),
    "a mark that no letter carries": ("x\u0308\u0308y", "ẍ\u0308y"),
    "hyphens": ("Aro‑3 Bex‐2 Cor−4", "Aro-3 Bex-2 Cor-4"),
    "a dash in a name": ("Aro–3 and Bex–Max, GPT-4–level", "Aro-3 and Bex-Max, GPT-4-level"),
    "a dash between words or numbers": ("Aro – 3, cost–benefit, 80–85", "Aro – 3, cost–benefit, 80–85"),
    "apostrophes": ("Aro´s Bex`s Cor‘s Dun′s Elʼs", "Aro's Bex's Cor's Dun's El's"),
    "single guillemets": ("‹Aro›", "«Aro»"),
    "long numbers": ("1\u202f234 and 1\u00a0234\u00a0567,5", "1234 and 1234567,5"),
    "a version before a size": ("Aro 3\u00a0405B", "Aro 3 405B"),
    "fractions": ("2½ times", "2.5 times"),
    "marks of notes": ("GPT-4² and Aro 3.5¹ and Aro 3² and Aro²", "GPT-4 and Aro 3.5 and Aro 3 and Aro "),
    "powers": ("about 10²⁶ steps", "about 10²⁶ steps"),
    "pictures": ("🚀 Aro 3 🏆️ beats Bex 1️⃣", "Aro 3 beats Bex 1"),
    "marks within words": ("**Aro**3 *Bex*-2 `Cor`-4", "Aro3 Bex-2 Cor-4"),
    "tags within words": ("<b>Aro</b>-3 Be<wbr>x", "Aro-3 Bex"),
    "tags between words": ("Aro<br>beats<p>Bex", "Aro beats Bex"),
    "links within names": ("[Aro](https://example.org/a) 3 [Bex](b)-2", "Aro 3 Bex-2"),
    "arithmetic": ("3*4*5 and 2 * 3", "3*4*5 and 2 * 3"),
    "many blanks": ("Aro  3   beats", "Aro 3 beats"),
    "a word that rules know, cut": ("It outper-\nforms Bex.", "It outperforms Bex."),
    "a word with hyphens that rules know, cut": ("head-\nto-head", "head-to-head"),
    "an unknown word, cut": ("It circum-\nvents Bex.", "It circumvents Bex."),
    "a name, cut": ("GPT-\n4o and KI-\nModell and US-\nbased", "GPT-4o and KI-Modell and US-based"),
    "a soft hyphen at a line's end": ("out\u00ad\nperforms", "outperforms"),
    "a dash at a line's end": ("Aro -\nBex", "Aro -\nBex"),
}  # fmt: skip


def known(word: str) -> bool:
    return word in WORDS


@pytest.mark.parametrize(("text", "plain"), CASES.values(), ids=CASES.keys())
def test_odd_writing_is_read_as_it_is_meant(text: str, plain: str) -> None:
    assert plain_text(text, known).text == plain


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("A Qwen&nbsp;2.5 wins", "Qwen 2.5", "Qwen&nbsp;2.5"),
        ("A **Qwen**2.5 wins", "Qwen2.5", "Qwen**2.5"),
        ("A GPT-\n  4o wins", "GPT-4o", "GPT-\n  4o"),
        ("An eﬃcient way", "ef", "eﬃ"),
        ("u\u0308ber Aro", "über", "u\u0308ber"),
        ("Aro\u00ad\u00ad, Bex", "Aro", "Aro"),
        ("\u200bAro wins", "Aro", "Aro"),
    ],
)
def test_a_span_goes_back_to_the_words_as_written(text: str, words: str, written: str) -> None:
    plain = plain_text(text, known)
    start = plain.text.index(words)
    assert plain.origin(Span(start, start + len(words))).of(text) == written


ODD = "aZ3 .-\n\u00ad\u200b\u00a0–’‘`´²½ﬁＡ𝗔u\u0308™🚀️&;#amp<>/b*[]()"


@given(st.text(alphabet=ODD, max_size=80), st.data())
def test_every_span_has_its_place_on_both_sides(text: str, data: st.DataObject) -> None:
    plain = plain_text(text, known)
    start = data.draw(st.integers(0, len(plain.text)))
    span = Span(start, data.draw(st.integers(start, len(plain.text))))
    origin = plain.origin(span)
    assert 0 <= origin.start <= origin.end <= len(text)
    assert not span or plain.place(origin).covers(span)


@given(st.text(alphabet=ODD, max_size=80))
def test_the_plain_text_and_the_text_as_read_run_side_by_side(text: str) -> None:
    plain = plain_text(text, known)
    ends = [plain.origin(Span(at, at + 1)).end for at in range(len(plain.text))]
    assert ends == sorted(ends)


def test_a_text_without_oddities_is_its_own_plain_form() -> None:
    assert plain_text("Aro 3 beats Bex.\nIt does.", known) == Plain("Aro 3 beats Bex.\nIt does.")


@pytest.mark.parametrize("piece", ["&amp;", "&lt;b", "u\u0308", "-\n", "`", "*a*", "a[](", "1\u00a0234", "\u200b ", "²", "A1234567 ", "a–"])
def test_a_long_hostile_text_is_made_plain(piece: str) -> None:
    assert plain_text(piece * (200_000 // len(piece)), known).text is not None
