"""What a name means within its article, before the corpus is known."""

from dataclasses import dataclass

from tasks.enrich.folding import fold


@dataclass(frozen=True, slots=True)
class Identity:
    """`key`: equal for equal identities of the corpus; `full_name`: the fullest name the article gives; `method`: how joined.

    A key is the kind and the folded name; then a place's country, the article of a name that means somebody only there, or, after
    an equals sign, the folded name that it stands for in such articles: `ORG|hwf|=harbour workers front`.
    """

    key: str
    full_name: str
    method: str


def resolved(kind: str, surface: str, full_name: str, method: str) -> Identity:
    """Return the identity of a name that stands for another one in its article; linking joins the two."""
    if fold(surface) == fold(full_name):
        return Identity(f"{kind}|{fold(surface)}", full_name, "printed")
    return Identity(f"{kind}|{fold(surface)}|={fold(full_name)}", full_name, method)


def target(key: str) -> str | None:
    """Return the identity that a resolved one stands for; None when it stands for itself."""
    kind, _, *scope = key.split("|")
    if not scope or not scope[-1].startswith("="):
        return None
    return "|".join([kind, scope[-1][1:], *scope[:-1]])
