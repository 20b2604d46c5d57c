"""All tables of a warehouse, in the order in which a reader meets them."""

from schemas.articles import ARTICLES
from schemas.boilerplate import BOILERPLATE
from schemas.checks import CHECKS
from schemas.clusters import CLUSTERS
from schemas.duplicates import DUPLICATES
from schemas.entities import ENTITIES
from schemas.figures import FIGURES
from schemas.mentions import MENTIONS
from schemas.quotes import QUOTES
from schemas.rejects import REJECTS
from schemas.runs import RUNS
from schemas.sources import SOURCES
from schemas.table import Table

TABLES: tuple[Table, ...] = (
    ARTICLES,
    DUPLICATES,
    CLUSTERS,
    BOILERPLATE,
    MENTIONS,
    ENTITIES,
    QUOTES,
    FIGURES,
    REJECTS,
    SOURCES,
    RUNS,
    CHECKS,
)


def table_named(name: str) -> Table:
    """Return the table called `name`; raise KeyError that lists the valid names."""
    for table in TABLES:
        if table.name == name:
            return table
    raise KeyError(f"no table {name!r}; tables are {', '.join(t.name for t in TABLES)}")
