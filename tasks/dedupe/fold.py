"""Bodies to folded bytes: lower case letters and digits with spaces between words, no Python string made on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasks.dedupe.letters import ASCII_FOLD, SPACE, folded_bytes, unspaced_points

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]

BLOCK_BYTES = 256 * 1024  # what a block needs stays in the processor's cache; larger ones are a third slower
PADDING = b" " * 8  # words are read eight bytes at a time, past the end of the last one
UP_TO_FOUR = np.arange(4)  # the bytes of a character


@dataclass(frozen=True)
class FoldedBlock:
    """Folded text of a run of documents; document i is text[bounds[i]:bounds[i + 1]] and ends with a space.

    `gaps` is the text before the gaps were closed, `inserted` where spaces were put into it: what leads back to the source.
    """

    text: Bytes
    bounds: Ints
    gaps: Bytes | None = None
    inserted: Ints | None = None

    def origins(self) -> Ints:
        """Return for every folded byte the byte of the source that it stands for."""
        places = np.arange(self.text.size) if self.gaps is None else np.flatnonzero(self.gaps)
        return places if self.inserted is None else places - np.searchsorted(self.inserted, places)


@dataclass(frozen=True)
class CodePoints:
    """The characters of a block outside ASCII: where they start, how many bytes they have, which they are."""

    starts: Ints
    widths: npt.NDArray[np.int64]
    codes: npt.NDArray[np.uint32]


def fold_blocks(bodies: pa.Array | pa.ChunkedArray) -> Iterator[FoldedBlock]:
    """Yield the folded text of all bodies in order, some hundred KiB at a time; a null body has no words."""
    for texts in blocks_of(bodies):
        # Each text is followed by a line break, which folds to the space that ends its last word.
        bounds = np.array([*accumulate((len(text) + 1 for text in texts), initial=0)])
        yield fold_bytes(bytearray(b"\n").join([*texts, PADDING]), bounds)


def blocks_of(bodies: pa.Array | pa.ChunkedArray) -> Iterator[list[memoryview]]:
    """Yield the bodies in UTF-8, as many as fill a block."""
    block: list[memoryview] = []
    n_bytes = 0
    for text in texts_of(bodies):
        block.append(text)
        n_bytes += len(text)
        if n_bytes >= BLOCK_BYTES:
            yield block
            block, n_bytes = [], 0
    if block:
        yield block


def texts_of(bodies: pa.Array | pa.ChunkedArray) -> Iterator[memoryview]:
    """Yield the UTF-8 of every body, read in place; nothing for a null one."""
    for chunk in bodies.chunks if isinstance(bodies, pa.ChunkedArray) else [bodies]:
        texts = chunk.cast(pa.large_string()).fill_null("")
        _, offsets, octets = texts.buffers()
        bounds = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1].tolist()
        text = memoryview(octets if octets is not None else b"")
        yield from (text[start:end] for start, end in pairwise(bounds))


def fold_bytes(raw: bytearray, bounds: Ints) -> FoldedBlock:
    """Fold UTF-8 text in which every document ends with a line break; `bounds` lie between documents."""
    text = np.frombuffer(raw.translate(ASCII_FOLD), np.uint8)
    points = find_code_points(text)
    if points.starts.size == 0:
        return FoldedBlock(text, bounds)
    alone = unspaced_points()[points.codes]
    if not alone.any():
        return write_folded(text, points, bounds, None)
    before = points.starts[alone]
    places = np.sort(np.concatenate([before, before + points.widths[alone]]))
    text = np.insert(text, places, SPACE)
    bounds = bounds + np.searchsorted(places, bounds)
    return write_folded(text, find_code_points(text), bounds, places + np.arange(places.size))


def find_code_points(text: Bytes) -> CodePoints:
    """Decode every character outside ASCII."""
    starts = np.flatnonzero(text >= 0xC0)
    octets = text.take(starts[:, None] + UP_TO_FOUR).view("<u4").ravel()
    lead, second, third, fourth = octets & 0xFF, octets >> 8 & 0x3F, octets >> 16 & 0x3F, octets >> 24 & 0x3F
    codes = np.where(lead < 0xE0, (lead & 0x1F) << 6 | second, (lead & 0x0F) << 12 | second << 6 | third)
    widths = 2 + (lead >= 0xE0).astype(np.int64)
    if (is_four := lead >= 0xF0).any():
        codes = np.where(is_four, (lead & 0x07) << 18 | second << 12 | third << 6 | fourth, codes)
        widths += is_four
    return CodePoints(starts, widths, codes)


def write_folded(text: Bytes, points: CodePoints, bounds: Ints, inserted: Ints | None) -> FoldedBlock:
    """Replace every character outside ASCII by its folded bytes, and close the gaps that shorter ones leave."""
    octets = folded_bytes()[points.codes].astype("<u4", copy=False).view(np.uint8).reshape(-1, UP_TO_FOUR.size)
    is_own = points.widths[:, None] > UP_TO_FOUR
    places, octets = (points.starts[:, None] + UP_TO_FOUR)[is_own], octets[is_own]
    text[places] = octets
    gaps = places[octets == 0]
    if gaps.size == 0:
        return FoldedBlock(text, bounds, None, inserted)
    closed = np.frombuffer(text.tobytes().replace(b"\0", b""), np.uint8)
    return FoldedBlock(closed, bounds - np.searchsorted(gaps, bounds), text, inserted)
