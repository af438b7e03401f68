"""Articles by the thousand, made from templates: English and German, of all kinds of file, one in twenty broken.

    python benchmarks/articles.py FOLDER [--articles 2000] [--sentences 6 30]

The same number gives the same files. Every input, broken or not, must come back as one record of a batch.
"""

import argparse
import gzip
import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

MODELS = [
    "GPT-4o", "Claude 3.5 Sonnet", "DeepSeek-V3", "Qwen2.5-Max", "Llama 3.1 405B", "Gemini 2.0 Flash", "Mistral Large 2", "Aro 3", "Vexa-2"
]  # fmt: skip
VENDORS = ["OpenAI", "Anthropic", "DeepSeek", "Alibaba", "Meta", "Google", "Mistral", "Aro Labs"]
BENCHMARKS = ["MMLU-Pro", "HumanEval", "GPQA", "LiveCodeBench", "Arena-Hard"]
ENGLISH = [
    "According to {vendor}, {a} outperforms {b} on {bench}, where it reached {score}%.",
    "{vendor} released {a} on {day}, and the company says that it beats {b} and {c} in coding.",
    "In our own tests {a} did not match {b}, although it was noticeably cheaper to run.",
    "{a} is said to be on par with {b} in mathematics, but nobody outside {vendor} has confirmed that.",
    "Analysts expect the market for assistants to grow, and several banks have raised their forecasts.",
    "The team behind {a} spent months on cleaning data, its head of research told reporters at a small event.",
    "On {bench}, {a} scored {score}% and {b} scored {lower}%.",
    "Customers will be able to use it through an interface for developers, and prices are to fall in spring.",
    "A spokesperson for {vendor} declined to comment on the cost of training and on where the chips came from.",
    "Compared with {b}, the new model is faster, yet it may struggle with long documents, users report.",
]
GERMAN = [
    "Laut {vendor} übertrifft {a} das Modell {b} im Test {bench} mit {score} Prozent.",
    "{vendor} hat {a} am {day} vorgestellt; nach Angaben des Unternehmens schlägt es {b} und {c} beim Programmieren.",
    "In unserem Versuch konnte {a} nicht mit {b} mithalten, war aber deutlich günstiger.",
    "{a} soll in Mathematik gleichauf mit {b} liegen, bestätigt hat das außerhalb von {vendor} niemand.",
    "Fachleute rechnen damit, dass der Markt für Assistenten wächst, und mehrere Banken haben ihre Prognosen angehoben.",
    "Das Team hinter {a} hat monatelang Daten bereinigt, sagte die Forschungsleiterin auf einer kleinen Veranstaltung.",
    "Bei {bench} erreichte {a} {score} Prozent, {b} kam auf {lower} Prozent.",
    "Kunden können das Modell über eine Schnittstelle nutzen, und die Preise sollen im Frühjahr sinken.",
    "Ein Sprecher von {vendor} wollte sich zu den Kosten des Trainings und zur Herkunft der Chips nicht äußern.",
    "Verglichen mit {b} ist das neue Modell schneller, tut sich aber mit langen Texten schwer, berichten Nutzer.",
]
LINES_A_FILE = 50  # documents in a JSON Lines file


def article(random: Random, german: bool, day: date, sentences: int) -> tuple[str, str]:
    """A headline and the paragraphs under it."""
    templates = GERMAN if german else ENGLISH
    written = []
    for _ in range(sentences):
        a, b, c = random.sample(MODELS, 3)
        score = random.randrange(600, 950) / 10
        values = {
            "a": a, "b": b, "c": c, "vendor": random.choice(VENDORS), "bench": random.choice(BENCHMARKS), "score": score,
            "lower": round(score - 3.4, 1), "day": f"{day.day}. Januar" if german else f"January {day.day}",
        }  # fmt: skip
        written.append(random.choice(templates).format(**values))
    paragraphs = [" ".join(written[start : start + 4]) for start in range(0, len(written), 4)]
    title = f"{random.choice(MODELS)} im Vergleich" if german else f"How {random.choice(MODELS)} compares"
    return title, "\n\n".join(paragraphs)


def page(title: str, body: str, day: date, german: bool) -> str:
    """A web page around an article, with what surrounds articles there."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n"))
    language = "de" if german else "en"
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{day}T08:00:00+00:00"></head><body>'
        '<nav><a href="/">Home</a> <a href="/ai">AI</a></nav><div class="cookies">We use cookies. <button>Accept</button></div>'
        f"<main><article><h1>{title}</h1>{paragraphs}</article></main>"
        '<aside><h2>More</h2><ul><li><a href="/1">GPT-2 beats all</a></li></ul></aside><footer>Imprint</footer></body></html>'
    )


def broken(number: int) -> tuple[str, bytes]:
    """The ending and content of a file that cannot be read."""
    kinds = [
        (".txt", b"\x00\x01\x02 binary"),
        (".txt", b""),
        (".html", b"<html><body><script>1</script></body></html>"),
        (".txt.gz", b"\x1f\x8b\x08 broken"),
        (".pdf", b"%PDF-1.7 broken"),
        (".docx", b"PK\x03\x04 broken"),
        (".md", b"---\ntitle: [broken\n---\n"),
        (".txt", b"\xff\xfe\x00"),
    ]
    return kinds[number % len(kinds)]


def make(folder: Path, articles: int, fewest: int, most: int) -> int:
    """Write the articles; how many inputs they are."""
    lines: list[str] = []
    for number in range(articles):
        random = Random(number)  # noqa: S311 - the same article for the same number
        german, day = number % 2 == 1, date(2025, 1, 1) + timedelta(days=number % 28)
        home = folder / f"{number // 500:03}"
        home.mkdir(parents=True, exist_ok=True)
        title, body = article(random, german, day, random.randint(fewest, most))
        path = home / f"{number:06}"
        if number % 20 == 7:
            ending, content = broken(number // 20)
            path.with_name(path.name + ending).write_bytes(content)
        elif number % 5 == 0:
            path.with_suffix(".html").write_text(page(title, body, day, german), encoding="utf-8")
        elif number % 5 == 1:
            path.with_suffix(".md").write_text(f"---\ntitle: {title}\ndate: {day}\n---\n\n# {title}\n\n{body}\n", encoding="utf-8")
        elif number % 5 == 2:
            lines.append(json.dumps({"id": number, "title": title, "date": str(day), "text": body}, ensure_ascii=False))
        elif number % 5 == 3:
            path.with_suffix(".txt").write_text(f"{title}\n\n{body}\n", encoding="utf-8")
        else:
            path.with_suffix(".txt.gz").write_bytes(gzip.compress(f"{title}\n\n{body}\n".encode(), mtime=0))
    for start in range(0, len(lines), LINES_A_FILE):
        (folder / f"lines-{start:06}.jsonl").write_text("\n".join(lines[start : start + LINES_A_FILE]) + "\n", encoding="utf-8")
    return articles


def main() -> None:
    """Make the articles that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--sentences", type=int, nargs=2, default=(6, 30), metavar=("FEWEST", "MOST"))
    asked = parser.parse_args()
    print(make(asked.folder, asked.articles, *asked.sentences))


if __name__ == "__main__":
    main()
