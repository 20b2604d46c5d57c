"""Cleaned documents of a whole corpus -> what it teaches: boilerplate lines and bodies, and how sources order day and month.

records -> counts -> witnesses -> lines: texts become digests, digests that many documents share are read again in some of
them, and only then it is decided. Nothing depends on the order of documents or on how they are split.
"""

from tasks.clean.learned import NOTHING, Taught
from tasks.clean.learning.counts import Counted, count
from tasks.clean.learning.facts import Learned, concerned, touched
from tasks.clean.learning.lines import LEARNED, find_boilerplate, without_parts
from tasks.clean.learning.orders import COLUMNS as DATE_COLUMNS
from tasks.clean.learning.orders import ORDERS, dates_seen, learn_orders
from tasks.clean.learning.records import COLUMNS as RECORD_COLUMNS
from tasks.clean.learning.records import N_PARTS, by_part, records
from tasks.clean.learning.witnesses import witnesses

__all__ = [
    "DATE_COLUMNS",
    "LEARNED",
    "NOTHING",
    "N_PARTS",
    "ORDERS",
    "RECORD_COLUMNS",
    "Counted",
    "Learned",
    "Taught",
    "by_part",
    "concerned",
    "count",
    "dates_seen",
    "find_boilerplate",
    "learn_orders",
    "records",
    "touched",
    "without_parts",
    "witnesses",
]
