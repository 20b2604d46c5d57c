"""boilerplate: one line or body that was learned to be boilerplate."""

from schemas.table import Field, Table
from schemas.types import INT, ROW_ID, TEXT

BOILERPLATE = Table(
    name="boilerplate",
    grain="one line or body learned as boilerplate",
    key=("line_id",),
    row_id="line_id",
    fields=(
        Field(
            "line_id",
            TEXT,
            "Id of the line, named in removed.rule as 'line:<line_id>'.",
            nullable=False,
            pattern=ROW_ID,
        ),
        Field("text", TEXT, "The line or body as printed.", nullable=False),
        Field("publisher", TEXT, "Outlet whose boilerplate it is; null when many outlets print it."),
        Field("n_documents", INT, "Documents that hold it.", nullable=False, low=1),
        Field("n_headlines", INT, "Different headlines it stands under.", nullable=False, low=0),
        Field("kind", TEXT, "Whether it is one line or a whole body.", nullable=False, values=("line", "body")),
    ),
)
