"""The one module that knows spaCy: texts in, spans of names out.

LanguageModelError
├── UnknownModel       no installed pipeline, and no folder, has this name
└── ModelNamesNothing  the pipeline has no component that marks names
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tasks.enrich.word_memory import WordMemory

BUNDLED = Path(__file__).with_name("model")
NAMING = frozenset({"ner", "beam_ner", "entity_ruler"})
NOT_MODEL = frozenset({".md", ".pyc"})  # the card may be corrected without enriching a corpus again
SHARED = frozenset({"tok2vec", "transformer", "curated_transformer"})


class LanguageModelError(Exception):
    """A language model cannot be used; the message says why and what to do."""


class UnknownModel(LanguageModelError):  # noqa: N818 - the name says what happened
    """No installed pipeline has this name."""

    def __init__(self, name: str, installed: Sequence[str]) -> None:
        self.name = name
        self.installed = tuple(installed)
        listed = ", ".join(["bundled", "none", *installed])
        super().__init__(f"no language model is called {name!r}. Use one of: {listed}; or install it with pip.")


class ModelNamesNothing(LanguageModelError):  # noqa: N818 - the name says what happened
    """The pipeline has no component that marks names."""

    def __init__(self, name: str, components: Sequence[str]) -> None:
        self.name = name
        self.components = tuple(components)
        listed = ", ".join(components) or "nothing"
        super().__init__(
            f"the language model {name!r} marks no names: it has {listed}. Use 'bundled' or a model with ner."
        )


class Span(NamedTuple):
    """A name as the model marks it: code points of the text, and the model's own label."""

    start: int
    end: int
    label: str


class ModelIdentity(NamedTuple):
    """Name with version, and the SHA-256 over the model's files; null when no model is used."""

    name: str
    sha256: str | None


@dataclass(frozen=True)
class LanguageModel:
    """A loaded pipeline; `pipeline` is None for the model 'none', which names nothing."""

    name: str
    pipeline: Any

    def spans(self, texts: Sequence[str], batch_size: int) -> Iterator[list[Span]]:
        """Yield the names of each text, in order. Memory is given back after every batch."""
        if self.pipeline is None:
            yield from ([] for _ in texts)
            return
        for start in range(0, len(texts), batch_size):
            yield from self._batch(texts[start : start + batch_size])

    def _batch(self, texts: Sequence[str]) -> list[list[Span]]:
        with self.pipeline.memory_zone():
            docs = self.pipeline.pipe(texts, batch_size=len(texts))
            return [[Span(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in docs]


@lru_cache(maxsize=2)
def load_model(name: str) -> LanguageModel:
    """Load the model called `name` once a process; raise UnknownModel or ModelNamesNothing."""
    if name == "none":
        return LanguageModel(name, None)
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    folder = model_folder(name)
    config = spacy.util.load_config(folder / "config.cfg")
    unneeded = components_without_names(name, config["components"], config["nlp"]["pipeline"])
    if type(get_current_ops()) is NumpyOps:
        # The matrix products of these small layers are 1.1 to 1.2 times faster without blis.
        set_current_ops(NumpyOps(use_blis=False))
    pipeline = spacy.load(folder, exclude=unneeded)
    for part in pipeline.pipe_names:
        if components_are_own(config["components"][part]):
            component: Any = pipeline.get_pipe(part)
            remember_words(component.model)
    return LanguageModel(name, pipeline)


def components_are_own(config: dict[str, Any]) -> bool:
    """Return whether a component reads words through hash tables of its own, which give a word the same vector anywhere."""
    embed = config.get("model", {}).get("tok2vec", {}).get("embed", {})
    return config.get("factory") in NAMING and str(embed.get("@architectures", "")).startswith("spacy.MultiHashEmbed.")


def remember_words(network: Any) -> None:
    """Put a memory of words before the first layer of a naming network (1.15 times the speed, same bits)."""
    from thinc.api import Model

    encoder = network.get_ref("tok2vec").layers[0]
    embed = encoder.layers[0]
    memory = WordMemory(embed.predict)

    def forward(model: Any, docs: list[Any], is_train: bool) -> tuple[list[Any], None]:  # noqa: ARG001 - thinc's signature
        return memory.recall(docs), None

    encoder.layers[0] = Model("remembered_words", forward, layers=[embed])


def components_without_names(name: str, components: dict[str, Any], pipeline: Sequence[str]) -> list[str]:
    """Return the components of `pipeline` that names do not need: all but ner, and what a listening ner listens to."""
    naming = [part for part in pipeline if components[part].get("factory") in NAMING]
    if not naming:
        raise ModelNamesNothing(name, pipeline)
    kept = NAMING | SHARED if any("Listener" in str(components[part]) for part in naming) else NAMING
    return [part for part in pipeline if components[part].get("factory") not in kept]


def model_folder(name: str) -> Path:
    """Return the folder of the model's files; raise UnknownModel when there is none."""
    if name == "bundled":
        return BUNDLED
    if (Path(name) / "config.cfg").is_file():
        return Path(name)
    import spacy

    installed = sorted(spacy.util.get_installed_models())
    if name not in installed:
        raise UnknownModel(name, installed)
    package = Path(spacy.util.get_package_path(name))
    return next(config.parent for config in sorted(package.rglob("config.cfg")))


def model_identity(name: str) -> ModelIdentity:
    """Return what was used under `name`, so that a run can be compared with another."""
    if name == "none":
        return ModelIdentity(name, None)
    folder = model_folder(name)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return ModelIdentity(f"{meta['lang']}_{meta['name']} {meta['version']}", files_digest(folder))


def files_digest(folder: Path) -> str:
    """Return the SHA-256 over the names and bytes of the files below `folder` that make the model, in sorted order."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix not in NOT_MODEL):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
