"""Bodies to folded bytes: lower case letters and digits with spaces between words, no Python string made on the way."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tasks.dedupe.letters import ASCII_FOLD, SPACE, folded_bytes, unspaced_points

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]

BLOCK_BYTES = 256 * 1024  # what a block needs stays in the processor's cache; larger ones are a third slower
PADDING = b" " * 8  # words are read eight bytes at a time, past the end of the last one


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
    data, bounds = read_buffers(bodies)
    first = 0
    while first < bounds.size - 1:
        last = int(np.searchsorted(bounds, bounds[first] + BLOCK_BYTES, side="right")) - 1
        last = max(last, first + 1)
        start, end = int(bounds[first]), int(bounds[last])
        yield fold_bytes(bytearray(data[start:end]), bounds[first : last + 1] - start)
        first = last


def read_buffers(bodies: pa.Array | pa.ChunkedArray) -> tuple[memoryview, Ints]:
    """Return the UTF-8 bytes of all bodies, each followed by a line break, and the offsets between them."""
    if isinstance(bodies, pa.ChunkedArray):
        bodies = bodies.cast(pa.large_string()).combine_chunks()
    empty, line_break = (pa.scalar(text, pa.large_string()) for text in ("", "\n"))
    texts = pc.fill_null(bodies.cast(pa.large_string()), empty)
    ended = pc.binary_join_element_wise(texts, empty, line_break)
    _, offsets, data = ended.buffers()
    bounds = np.frombuffer(offsets, np.int64)[ended.offset : ended.offset + len(ended) + 1]
    return memoryview(data if data is not None else b""), bounds


def fold_bytes(raw: bytearray, bounds: Ints) -> FoldedBlock:
    """Fold UTF-8 text in which every document ends with a line break; `bounds` lie between documents."""
    raw += PADDING
    text = np.frombuffer(raw.translate(ASCII_FOLD), np.uint8)
    points = find_code_points(text)
    if points.starts.size == 0:
        return FoldedBlock(text, bounds)
    alone = unspaced_points()[points.codes]
    if not alone.any():
        return close_gaps(write_folded(text, points), bounds, None)
    before = points.starts[alone]
    places = np.sort(np.concatenate([before, before + points.widths[alone]]))
    text = np.insert(text, places, SPACE)
    bounds = bounds + np.searchsorted(places, bounds)
    return close_gaps(write_folded(text, find_code_points(text)), bounds, places + np.arange(places.size))


def find_code_points(text: Bytes) -> CodePoints:
    """Decode every character outside ASCII."""
    starts = np.flatnonzero(text >= 0xC0)
    lead, second, third, fourth = (text[starts + i].astype(np.uint32) for i in range(4))
    widths = 2 + (lead >= 0xE0).astype(np.int64) + (lead >= 0xF0)
    two = (lead & 0x1F) << 6 | second & 0x3F
    three = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
    four = (lead & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
    return CodePoints(starts, widths, np.select([widths == 2, widths == 3], [two, three], four))


def write_folded(text: Bytes, points: CodePoints) -> Bytes:
    """Replace every character outside ASCII by its folded bytes, in place; bytes left over become zero."""
    folded = folded_bytes()[points.codes]
    for i in range(4):
        has_byte = points.widths > i
        text[points.starts[has_byte] + i] = folded[has_byte] >> 8 * i & 0xFF
    return text


def close_gaps(text: Bytes, bounds: Ints, inserted: Ints | None) -> FoldedBlock:
    """Close the gaps that folding left."""
    zeros = np.flatnonzero(text == 0)
    closed = np.frombuffer(text.tobytes().replace(b"\0", b""), np.uint8)
    return FoldedBlock(closed, bounds - np.searchsorted(zeros, bounds), text, inserted)
