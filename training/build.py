"""Train the recogniser that is shipped: `python training/build.py --corpus ../shared/ner --out src/claimscan/recogniser`."""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # the same sums in the same order

import spacy
from grammar import Entity, generate, load_grammar
from known import catalogue_names
from names import Namer, load_lists
from passages import Passage, names_in, read_passages, retell, split
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, fix_random_seed
from tokens import set_tokenizer

HERE = Path(__file__).parent
LABELS = ("MODEL", "VENDOR", "ORG", "PERSON", "BENCHMARK")


def main() -> None:
    """Train and save the pipeline as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE / "../../shared/ner", help="folder of annotated passages")
    parser.add_argument("--out", type=Path, required=True, help="where the pipeline goes")
    parser.add_argument("--config", type=Path, default=HERE / "config.cfg")
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="values of the config, e.g. recipe.steps=500")
    parser.add_argument("--hold-out", action="store_true", help="leave the test repositories out (for the figures)")
    parser.add_argument("--share", type=float, default=1.0, help="share of the annotated passages to train on")
    args = parser.parse_args()
    config = read_config(args.config, args.set)
    passages = read_passages(args.corpus)
    train, test = split(passages, config["held_out"])
    nlp, averages = train_pipeline(config, train if args.hold_out else [*train, *test], args.share)
    with nlp.use_params(averages):
        save(nlp, config, args.out)


def read_config(path: Path, changes: list[str]) -> dict[str, Any]:
    """The configuration, with changes from the command line."""
    pairs = (change.split("=", 1) for change in changes)
    return spacy.util.load_config(path, {key: json.loads(value) for key, value in pairs})


def blank(config: Mapping[str, Any]) -> Language:
    """An untrained pipeline with the recogniser's tokenizer."""
    settings = {key: config[key] for key in ("nlp", "components")}
    nlp = spacy.util.load_model_from_config(settings, auto_fill=True)
    set_tokenizer(nlp)
    return nlp


def train_pipeline(config: Mapping[str, Any], passages: list[Passage], share: float) -> tuple[Language, Any]:
    """A pipeline trained on about `share` of the passages and on texts made for it, and its weights averaged over the steps."""
    recipe = config["recipe"]
    fix_random_seed(config["system"]["seed"])
    rng = random.Random(config["system"]["seed"])  # noqa: S311 -- chance that can be repeated is wanted
    languages = recipe["languages"]
    chosen = [passage for passage in passages if passage.language in languages]
    chosen = sorted(rng.sample(chosen, round(share * len(chosen))), key=lambda passage: passage.id)
    nlp = blank(config)
    for label in LABELS:
        nlp.get_pipe("ner").add_label(label)
    texts = training_texts(recipe, chosen, rng)
    nlp.initialize(lambda: [example(nlp, *item) for item in islice(texts, 50)])
    optimizer = Adam(learn_rate=recipe["learn_rate"], L2=0.01, grad_clip=1.0, use_averages=True)
    started = time.time()
    losses: dict[str, float] = {}
    for step in range(recipe["steps"]):
        optimizer.learn_rate = rate(step, recipe)
        nlp.update(list(batch(nlp, texts, recipe["words_per_batch"])), drop=recipe["dropout"], sgd=optimizer, losses=losses)
        if (step + 1) % 100 == 0:
            print(f"step {step + 1}: loss {losses.pop('ner') / 100:.0f}, {time.time() - started:.0f} s", flush=True)
    return nlp, optimizer.averages


def rate(step: int, recipe: Mapping[str, Any]) -> float:
    """The learning rate at a step: linear up, then linear down to a fiftieth."""
    warmup, steps, top = recipe["warmup_steps"], recipe["steps"], recipe["learn_rate"]
    if step < warmup:
        return top * (step + 1) / warmup
    return top * max(0.02, 1 - (step - warmup) / max(1, steps - warmup))


def training_texts(recipe: Mapping[str, Any], passages: list[Passage], rng: random.Random) -> Iterator[tuple[str, list[Entity]]]:
    """Texts without end: annotated passages, as they are or renamed, and generated ones, mixed."""
    lists, known = load_lists(), catalogue_names()
    languages = sorted(recipe["languages"])
    weights = [recipe["languages"][language] for language in languages]
    namers, made, own = {}, {}, {}
    for language in languages:
        own[language] = [passage for passage in passages if passage.language == language]
        pools = names_in(own[language])
        merged = {label: [*pools.get(label, ()), *known.get(label, ())] for label in LABELS}
        namers[language] = Namer(rng, lists, merged, language)
        made[language] = generate(load_grammar(HERE / f"{language}.yml"), namers[language], recipe["registers"])
    while True:
        language = rng.choices(languages, weights)[0]
        if own[language] and rng.random() < recipe["annotated"]:
            passage = rng.choice(own[language])
            share = rng.choice((0.3, 0.6, 1.0)) if rng.random() < recipe["renamed"] else 0.0
            yield retell(passage, namers[language], share)
        else:
            yield next(made[language])


def batch(nlp: Language, texts: Iterator[tuple[str, list[Entity]]], words: int) -> Iterator[Example]:
    """Examples of about `words` words together."""
    count = 0
    while count < words:
        item = example(nlp, *next(texts))
        count += len(item.predicted)
        yield item


def example(nlp: Language, text: str, entities: list[Entity]) -> Example:
    """A training example; an entity inside a word ("Metas") takes the whole word."""
    reference = nlp.make_doc(text)
    spans = [reference.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in entities]
    reference.ents = spacy.util.filter_spans([span for span in spans if span is not None])
    return Example(Doc(nlp.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference]), reference)


def save(nlp: Language, config: Mapping[str, Any], out: Path) -> None:
    """Write the weights in a pipeline that carries no word of the training texts."""
    bare = blank(config)
    bare.get_pipe("ner").from_bytes(nlp.get_pipe("ner").to_bytes(exclude=["vocab"]), exclude=["vocab"])
    bare.meta.update(name="claimscan-ner", version="0.1", description="Names in news about AI", license="MIT")
    bare.meta.update(spacy_version=">=3.8.2,<3.9.0")  # with all of them it reads alike
    bare.meta.update(languages=sorted(config["recipe"]["languages"]), least_probability=dict(config["recipe"]["least_probability"]))
    bare.to_disk(out)


if __name__ == "__main__":
    main()
