"""A Parquet file -> one document a row, a small batch at a time."""

from collections.abc import Iterator

import pyarrow.parquet as pq

from schemas.document import Document
from tasks.read.reading import Item
from tasks.read.rows import row_document
from tasks.read.streams import Peekable

# Bytes read ahead per column. With `pre_buffer` a whole row group, often the whole file, would be in memory.
BUFFER_BYTES = 1024 * 1024


def read_parquet(stream: Peekable, item: Item) -> Iterator[Document]:
    """Yield a document for every row."""
    record = 0
    with stream.seekable(item.settings) as file:
        table = pq.ParquetFile(file, pre_buffer=False, buffer_size=BUFFER_BYTES)
        for batch in table.iter_batches(item.settings.parquet_batch_rows, use_threads=False):
            for row in batch.to_pylist():
                yield row_document(item, record, row)
                record += 1
