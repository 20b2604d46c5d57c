"""Train the pipeline on annotated texts: seeded, averaged weights, a rate that falls to nothing, a fixed number of words."""

import logging
import random
from collections.abc import Generator, Iterator, Sequence
from typing import Any

from spacy.training import Example
from thinc.api import Adam

from tasks.enrich.recipe.corpora import AnnotatedText
from tasks.enrich.recipe.mixture import Mixture
from tasks.enrich.recipe.settings import RecipeSettings

# A name that fills less of the token it lies in is a part of a word, and what it is stays unknown.
MIN_SHARE_OF_TOKEN = 0.6
N_STEPS_PER_LINE = 200
N_TEXTS_AT_ONCE = 16
log = logging.getLogger(__name__)


def train(nlp: Any, mixture: Mixture, settings: RecipeSettings, has_start: bool) -> None:
    """Train `nlp` in place; it ends with the averaged weights."""
    chance = random.Random(settings.seed)  # noqa: S311 - not a secret
    n_steps = settings.n_words // settings.n_words_per_batch
    rates: Any = learn_rates(settings, n_steps, has_start)  # thinc's type of a generator is its own
    optimizer = Adam(
        learn_rate=rates, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01,
        L2_is_weight_decay=True, grad_clip=1.0, use_averages=True,
    )  # fmt: skip
    dropout = settings.dropout if has_start else settings.dropout_from_nothing
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(nlp, mixture, settings, chance), start=1):
        nlp.update(batch, drop=dropout, sgd=optimizer, losses=losses)
        optimizer.step_schedules()
        mixture.n_words_seen += sum(len(example.reference) for example in batch)
        if step % N_STEPS_PER_LINE == 0:
            log.info("%s: %d words, loss %.0f", settings.name, mixture.n_words_seen, losses.pop("ner", 0.0))
        if mixture.n_words_seen >= settings.n_words:
            break
    take_averages(nlp.get_pipe("ner").model, optimizer)


def take_averages(network: Any, optimizer: Any) -> None:
    """Give each layer the average of the weights it has had."""
    for layer in network.walk():
        for name in layer.param_names:
            if (layer.id, name) in optimizer.averages:
                layer.set_param(name, optimizer.averages[(layer.id, name)])


def learn_rates(settings: RecipeSettings, n_steps: int, has_start: bool) -> Generator[float, None, None]:
    """Yield the rate of every step: up to the highest, then straight down to a hundredth of it."""
    highest = settings.learn_rate if has_start else settings.learn_rate_from_nothing
    for step in range(settings.n_warmup_steps):
        yield highest * (step + 1) / settings.n_warmup_steps
    n_left = max(1, n_steps - settings.n_warmup_steps)
    for step in range(n_left):
        yield highest * max(0.01, 1 - step / n_left)
    while True:
        yield highest * 0.01


def batches(nlp: Any, mixture: Mixture, settings: RecipeSettings, chance: random.Random) -> Iterator[list[Example]]:
    """Yield batches without end; a text is made a document when it is first needed."""
    docs: dict[int, Example] = {}
    batch: list[Example] = []
    size = 0
    while True:
        for text in mixture.next_pass(chance):
            if id(text) not in docs:
                docs[id(text)] = example_of(nlp, text)
            example = docs[id(text)]
            if batch and size + len(example.reference) > settings.n_words_per_batch:
                yield batch
                batch, size = [], 0
            batch.append(example)
            size += len(example.reference)


def example_of(nlp: Any, annotated: AnnotatedText) -> Example:
    """Return a text with its names on the tokens that spaCy finds; what is not known is missing, not 'no name'."""
    doc = nlp.make_doc(annotated.text)
    names: list[Any] = []
    missing: list[Any] = []
    taken: set[int] = set()
    for start, end, label in annotated.names:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is None or taken.intersection(range(span.start, span.end)):
            continue
        taken.update(range(span.start, span.end))
        fits = (end - start) >= MIN_SHARE_OF_TOKEN * len(span.text)
        (names if fits else missing).append(span)
    for start, end in annotated.unknown:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and not taken.intersection(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            missing.append(span)
    doc.set_ents(names, missing=missing, default="outside")
    return Example(nlp.make_doc(annotated.text), doc)


def named(nlp: Any, texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
    """Yield the names that the pipeline finds in each text."""
    for start in range(0, len(texts), N_TEXTS_AT_ONCE):
        with nlp.memory_zone():
            for doc in nlp.pipe(texts[start : start + N_TEXTS_AT_ONCE]):
                yield [(e.start_char, e.end_char, e.label_) for e in doc.ents]
