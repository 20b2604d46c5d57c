"""Labels, metadata and body -> who published the story, which agencies sent it, and whom it cites, each with its words."""

from dataclasses import dataclass

from tasks.clean import outlets
from tasks.clean.facts import Byline, Credit, Dateline, Dates
from tasks.clean.lines import Label


@dataclass(frozen=True)
class Outlets:
    """The columns on outlets. `reported`: another outlet's report is what the story tells."""

    publisher: str | None
    publisher_source: str | None
    agencies: tuple[str, ...]
    credited: tuple[str, ...]
    evidence: tuple[tuple[str, str, str], ...]
    reported: bool


def read_outlets(labels: list[Label], stated: str | None, domain: str | None, paragraphs: tuple[str, ...]) -> Outlets:
    """Return publisher (credit line, then metadata, then domain), agencies and credited outlets with their evidence."""
    evidence: list[tuple[str, str, str]] = []
    publisher, where, words = _publisher(labels, stated, domain)
    if publisher and words:
        evidence.append((publisher, "publisher", words))
    agencies = _agencies(labels, evidence)
    credited: dict[str, bool] = {}
    for number, paragraph in enumerate(paragraphs):
        for found in outlets.cited(paragraph):
            name = found.outlet.name
            if name == publisher or name in agencies:
                continue
            if name not in credited:
                evidence.append((name, "credited", found.words))
            credited[name] = credited.get(name, False) or (found.reported and number < 3)
    return Outlets(publisher, where, agencies, tuple(credited), tuple(evidence), any(credited.values()))


def _publisher(
    labels: list[Label], stated: str | None, domain: str | None
) -> tuple[str | None, str | None, str | None]:
    for label in labels:
        if isinstance(label.fact, Credit) and label.fact.publisher:
            return label.fact.publisher, "credit_line", label.fact.publisher
    if stated:
        known = outlets.by_name(stated) or (
            outlets.by_domain(stated.lower()) if "." in stated and " " not in stated else None
        )
        return (known.name if known else stated), "metadata", stated
    if domain:
        known = outlets.by_domain(domain)
        return (known.name if known else domain), "domain", domain
    return None, None, None


def _agencies(labels: list[Label], evidence: list[tuple[str, str, str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for label in labels:
        if isinstance(label.fact, Byline | Credit | Dateline | Dates):
            for name in label.fact.agencies:
                if name not in found:
                    evidence.append((name, "agency", label.fact.text if isinstance(label.fact, Dateline) else name))
                found[name] = None
    return tuple(found)
