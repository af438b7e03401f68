"""Letters that many keyboards and countries write as two: one form for both, in rules and in texts alike."""

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"})
"""What `str.translate` takes: `ä` is `ae`, as in a text without umlauts, and `ß` is `ss`, as in Switzerland."""
