"""A text and the rulebook in, mentions out: names by catalogue, shapes and a trained recogniser; dates."""
