"""The column types and id patterns that every table uses, under the names the contract uses for them."""

import pyarrow as pa

TEXT = pa.string()
TEXTS = pa.list_(pa.string())
INT = pa.int32()
INTS = pa.list_(pa.int32())
BIG = pa.int64()
REAL = pa.float64()
FLAG = pa.bool_()
DAY = pa.date32()
WALL_CLOCK = pa.timestamp("us")
INSTANT = pa.timestamp("us", tz="UTC")

ARTICLE_ID = r"^[0-9a-f]{24}$"
ROW_ID = r"^[0-9a-f]{16}$"
SHA256 = r"^[0-9a-f]{64}$"
RUN_ID = r"^[0-9a-f]{12}$"
MONTH = r"^[0-9]{4}-(?:0[1-9]|1[0-2])$"
