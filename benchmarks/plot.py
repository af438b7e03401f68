"""The plot of docs/speed.md: words per second as bars, the cost of a word by the length of the text as a line; plain SVG."""

from collections.abc import Mapping
from math import log10

WIDTH, ROW, LEFT, RIGHT = 720, 26, 230, 90
TOP, HEIGHT = 40, 150
STYLE = (
    "<style>text{font:13px sans-serif;fill:#333}.own{fill:#2a6fb0}.other{fill:#b8b8b8}.line{fill:none;stroke:#2a6fb0;stroke-width:2}"
    ".axis{stroke:#999}@media(prefers-color-scheme:dark){text{fill:#ddd}.other{fill:#777}}</style>"
)


def drawn(readers: Mapping[str, float], lengths: Mapping[int, float]) -> str:
    """The plot for costs in microseconds a word."""
    shown = {name: 1e6 / cost for name, cost in readers.items() if name.startswith(("claimscan", "en_core")) and "dates" not in name}
    bars, below = _bars(shown)
    height = below + TOP + HEIGHT + 50
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="Words per second, and the cost of a word by the length of the text">'
        f"{STYLE}{bars}{_line(lengths, below + TOP)}</svg>\n"
    )


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{words}</text>'


def _bars(rates: Mapping[str, float]) -> tuple[str, int]:
    """One bar for each reader, and where they end."""
    longest = max(rates.values())
    parts = [_text(0, 16, "Words a second, one core")]
    for number, (name, rate) in enumerate(rates.items()):
        y, long = 28 + number * ROW, (WIDTH - LEFT - RIGHT) * rate / longest
        kind = "own" if name.startswith("claimscan") else "other"
        parts.append(f'<rect class="{kind}" x="{LEFT}" y="{y}" width="{long:.0f}" height="{ROW - 8}"/>')
        parts += [_text(LEFT - 8, y + 14, name, "end"), _text(LEFT + long + 8, y + 14, f"{float(f'{rate:.2g}'):,.0f}")]
    return "".join(parts), 28 + len(rates) * ROW


def _line(costs: Mapping[int, float], top: int) -> str:
    """The cost of a word by the length of the text, from nought upward."""
    ceiling = max(costs.values()) * 1.15
    first, last = log10(min(costs)), log10(max(costs))
    foot = top + HEIGHT

    def place(words: int) -> float:
        return 60 + (WIDTH - 120) * (log10(words) - first) / (last - first)

    points = [(place(words), foot - (HEIGHT - 20) * cost / ceiling) for words, cost in costs.items()]
    parts = [_text(0, top - 8, "Microseconds a word, by words in the text")]
    parts.append(f'<line class="axis" x1="60" y1="{foot}" x2="{WIDTH - 60}" y2="{foot}"/>')
    parts.append('<polyline class="line" points="' + " ".join(f"{x:.0f},{y:.0f}" for x, y in points) + '"/>')
    for (x, y), (words, cost) in zip(points, costs.items(), strict=True):
        parts.append(f'<circle class="own" cx="{x:.0f}" cy="{y:.0f}" r="3"/>')
        parts += [_text(x, y - 9, f"{cost:.0f}", "middle"), _text(x, foot + 18, f"{words:,}", "middle")]
    return "".join(parts)
