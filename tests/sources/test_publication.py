"""The day of publication in the head of a text and in the name of a file; doubtful ones are left."""

import pytest

from claimscan.sources.publication import date_in_head, date_in_name

MONTHS = {"january": 1, "jan": 1, "august": 8, "januar": 1, "may": 5}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (" date 2025-01 Vireo leads the field.", "2025-01"),
        ("date: 2025-01-30\n\nVireo leads.", "2025-01-30"),
        ("**Date**: 2025/01/30\nVireo leads.", "2025-01-30"),
        ("2025-01-30\nVireo leads.", "2025-01-30"),
        ("2025-01-30T10:00:00Z\nVireo leads.", "2025-01-30"),
        ("Vireo leads\n\nPublished: 2025-01-30\n\nIt was a race.", "2025-01-30"),
        ("Vireo führt\nVon Max Muster | 30.01.2025, 14:05 Uhr\nText", "2025-01-30"),
        ("BERLIN, 30. Januar 2025 – Vireo führt.", "2025-01-30"),
        ("LAS VEGAS, NV - August 19, 2025 (WIRE) - Vireo leads.", "2025-08-19"),
        ("Vireo leads\nJan. 30, 2025\nIt was a race.", "2025-01-30"),
        ("January 2025\n\nVireo leads.", "2025-01"),
        ("*30 January 2025*\nVireo leads.", "2025-01-30"),
    ],
)
def test_head_tells_the_publication(text: str, date: str) -> None:
    assert date_in_head(text, MONTHS) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vireo leads.",
        "Vireo 3 was released on January 3, 2025 and leads - for now.",
        "Vireo 3 was released on January 3, 2025.",
        "In 2025-01 Vireo led.",
        "# Vireo-3-2024-08-06\nA card.",
        "# Vireo 3 (2024-08-06)\nA card.",
        "Vireo leads\n2025-02-30\nText",
        "Vireo leads\n1825-02-03\nText",
        "Vireo leads\nVersion 1.2025-01-30\nText",
        "Line\n" * 10 + "2025-01-30\n",
        "The best models of May 2025 - a list",
    ],
)
def test_doubtful_date_is_left(text: str) -> None:
    assert date_in_head(text, MONTHS) is None


def test_names_of_months_are_read_only_where_they_are_given() -> None:
    assert date_in_head("January 30, 2025\nVireo leads.") is None


@pytest.mark.parametrize("text", ["A" * 2000, "A " * 1000, " - " * 600, "1" * 2000, "2025-01-0 " * 200, "date " * 400])
def test_monotonous_heads_tell_nothing(text: str) -> None:
    assert date_in_head(text, MONTHS) is None


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2025-01-30-vireo.md", "2025-01-30"),
        ("20250130_vireo.txt", "2025-01-30"),
        ("2025_01_30.txt", "2025-01-30"),
        ("2025-01.md", "2025-01"),
        ("articles/2025-01-30-vireo.md", "2025-01-30"),
        ("vireo_2025-01-30.html", "2025-01-30"),
        ("vireo-4-2024-08-06.md", None),
        ("202501.txt", None),
        ("2025.md", None),
        ("20251301.txt", None),
        ("000_d88c2d897da4dfa9.txt", None),
        ("12345678.txt", None),
        ("2025-01-30b.txt", None),
        ("", None),
    ],
)
def test_name_of_a_file_tells_the_publication(name: str, date: str | None) -> None:
    assert date_in_name(name) == date
