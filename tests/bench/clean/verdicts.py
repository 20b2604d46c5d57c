"""Documents that a person read -> how many of the rejected were good articles, how many headlines are none.

`verdicts.tsv` holds the id of each document that was read, what was asked about it, and the verdict; no text.
"""

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.clean.cleaning import Result

_FILE = Path(__file__).with_name("verdicts.tsv")


@dataclass
class Verdicts:
    """What this run did to documents, to be held against what a reader said of them."""

    rejected: dict[str, str] = field(default_factory=dict)
    untitled: dict[str, bool] = field(default_factory=dict)

    def note(self, article: str, style: str, result: Result) -> None:
        """Remember why `article` was rejected, and whether a text without a known title got a headline."""
        if result.reason:
            self.rejected[article] = result.reason
        if style == "scraped-field":
            self.untitled[article] = result.headline is not None

    def show(self, n_documents: int) -> None:
        """Print the share of good articles among the rejected that were read, and of headlines that are none."""
        read = _read()
        of_rejected = {article: verdict for (article, asked), verdict in read.items() if asked == "rejected"}
        verdicts = Counter(of_rejected[article] for article in self.rejected if article in of_rejected)
        n_read, n_good = sum(verdicts.values()), verdicts["good"]
        unread = len(self.rejected) - n_read
        of_all = n_good / n_read * len(self.rejected) / n_documents if n_read else 0.0
        print(f"good articles rejected: {n_good} of {n_read} read ({unread} rejected were never read), "
              f"so about {100 * of_all:.2f} % of all documents   reach <= 0.4 %")  # fmt: skip
        n_saved = sum(verdict == "good" and article not in self.rejected for article, verdict in of_rejected.items())
        print(f"  good articles that an earlier state rejected and this one keeps: {n_saved}")
        asked = {article: verdict for (article, what), verdict in read.items() if what == "headline"}
        found = [asked[article] for article, has in self.untitled.items() if article in asked and has]
        print(f"texts without a known title: {sum(self.untitled.values())} of {len(self.untitled)} got a headline; "
              f"{found.count('none')} of {len(found)} read are none; {len(asked)} read   reach <= 1 %")  # fmt: skip


def _read() -> dict[tuple[str, str], str]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {(row["id"], row["asked"]): row["verdict"] for row in csv.DictReader(lines, delimiter="\t")}
