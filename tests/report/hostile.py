"""An article that tries everything to become more than text."""

from typing import Any

from ledger.making import article, claim

from claimscan.model import Result, Span

SCRIPT = "</script><script>window.hacked = 1</script><!--<script>"
IMAGE = '<img src="http://evil.example/x.png" onerror="window.hacked = 1">'
LINK = "javascript:window.hacked=1"
TURNED = "Aro\u202e3\u2066\u200b\u2028"
SENTENCE = f"{TURNED} beats Bex-2 {SCRIPT} {IMAGE} {LINK} \x00\x1b[31m {{script}} ${{1+1}} &lt;b&gt;"


def records() -> list[dict[str, Any]]:
    """Records in which every text that reaches the page is hostile."""
    told = claim(
        SENTENCE, TURNED, "Bex-2", f"Cora{IMAGE}", source=f"Ada {SCRIPT}", generic_object=IMAGE, aspects=(SCRIPT,),
        benchmarks=(f"MMLU{IMAGE}",), margin=SCRIPT,
    )  # fmt: skip
    back = claim(f"Bex-2 beats {TURNED}", "Bex-2", TURNED, "__proto__", source="constructor")
    scores = (Result(TURNED, f"GPQA{IMAGE}", f"81{SCRIPT}", Span(0, 3), 81.0),)
    return [
        article(LINK, told, text=SENTENCE, title=IMAGE, results=scores),
        article(f"again {SCRIPT}", told, text=SENTENCE, title=SCRIPT),
        article("back.txt", back, text=f"Bex-2 beats {TURNED}"),
    ]
