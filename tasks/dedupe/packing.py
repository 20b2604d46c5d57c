"""The hashes of a sketch as bytes, five each: what a join can tell apart, in two thirds of the room of whole numbers."""

import numpy as np
import pyarrow as pa

from tasks.dedupe.fold import Ints
from tasks.dedupe.hashing import Hashes

HASH_BYTES = 5
HASH_BITS = 8 * HASH_BYTES
NUMBER_BYTES = 8


def pack(hashes: Hashes, bounds: Ints) -> pa.BinaryArray:
    """Return one value for every stretch of `hashes` between two bounds."""
    octets = hashes.astype("<u8", copy=False).view(np.uint8).reshape(-1, NUMBER_BYTES)[:, :HASH_BYTES]
    offsets = (bounds * HASH_BYTES).astype(np.int32)
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(octets.tobytes())]
    return pa.BinaryArray.from_buffers(pa.binary(), bounds.size - 1, buffers)


def unpack(packed: pa.BinaryArray) -> tuple[Hashes, Ints]:
    """Return the hashes of all values, and how many each value has."""
    _, offsets, octets = packed.buffers()
    bounds = np.frombuffer(offsets, np.int32)[packed.offset : packed.offset + len(packed) + 1].astype(np.int64)
    n_hashes = int(bounds[-1] - bounds[0]) // HASH_BYTES
    wide = np.zeros((n_hashes, NUMBER_BYTES), np.uint8)
    if n_hashes:
        narrow = np.frombuffer(octets, np.uint8)[bounds[0] : bounds[-1]]
        wide[:, :HASH_BYTES] = narrow.reshape(-1, HASH_BYTES)
    return wide.view("<u8").ravel().astype(np.uint64, copy=False), np.diff(bounds) // HASH_BYTES
