"""List the entities that could be the same: likely names that nothing else bears out."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
import pyarrow as pa

from tasks.enrich.corpus_names import CorpusNames
from tasks.enrich.entity_groups import Groups, Join

COULD_BE_SAME: Final = pa.schema(
    [
        pa.field("entity_id", pa.string(), False),
        pa.field("name", pa.string(), False),
        pa.field("other_entity_id", pa.string(), False),
        pa.field("other_name", pa.string(), False),
        pa.field("reason", pa.string(), False),  # the rule that finds them alike
        pa.field("score", pa.float64(), False),  # 0 to 1
        pa.field("n_mentions", pa.int64(), False),  # of both together
    ]
)


def could_be_same(doubtful: Iterable[Join], names: CorpusNames, groups: Groups, rows: pa.Table, most: int) -> pa.Table:
    """Return the pairs of entities that a rule finds alike and did not join, the most mentioned `most` of them."""
    number = dict(zip(names.identities, groups.number.tolist(), strict=True))
    best: dict[tuple[int, int], Join] = {}
    for join in sorted(doubtful, key=lambda one: (-one.score, one)):
        a, b = sorted((number[join.a], number[join.b]))
        if a != b:
            best.setdefault((a, b), join)
    n = rows["n_mentions"].to_numpy()
    ids, printed = rows["entity_id"].to_pylist(), rows["name"].to_pylist()
    ordered = sorted(best, key=lambda pair: (-n[list(pair)].sum(), ids[pair[0]], ids[pair[1]]))[:most]
    return pa.Table.from_pylist([row(pair, best[pair], n, ids, printed) for pair in ordered], schema=COULD_BE_SAME)


def row(
    pair: tuple[int, int], join: Join, n: "np.typing.NDArray[np.int64]", ids: Sequence[str], printed: Sequence[str]
) -> dict[str, Any]:
    """Return the row of one pair, the more mentioned first."""
    first, second = sorted(pair, key=lambda one: (-n[one], ids[one]))
    return {
        "entity_id": ids[first],
        "name": printed[first],
        "other_entity_id": ids[second],
        "other_name": printed[second],
        "reason": join.method,
        "score": round(join.score, 3),
        "n_mentions": int(n[first] + n[second]),
    }
