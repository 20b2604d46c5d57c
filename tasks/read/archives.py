"""What tar and zip archives share: which of their members are read, and how a member is handed on."""

from collections.abc import Callable, Iterator

from schemas.document import Document
from tasks.read.addresses import is_unsafe, member_address, target_is_unsafe
from tasks.read.reading import Item, refuse
from tasks.read.skips import why_skip_member
from tasks.read.streams import Readable

ReadMember = Callable[[Readable, Item], Iterator[Document]]


def screened(archive: Item, name: str) -> Item | Document | None:
    """Return the member to be read, or its refusal; None when it is skipped."""
    member = archive.member(name, member_address(name))
    if is_unsafe(name):
        return refuse(
            member.uri, "unsafe_path", f"Its name in the archive, {member_address(name)!r}, leads out of the archive."
        )
    if why := why_skip_member(name):
        archive.on_skip(f"{member.uri} was skipped: {why}.")
        return None
    return member


def linked(member: Item, target: str, *, is_from_root: bool = False) -> Iterator[Document]:
    """Yield the refusal of a link that leads out of its archive; one to another member is read under that name.

    A symbolic link names its target from its own folder, a hard one in a tar from the archive's root.
    """
    if target_is_unsafe("" if is_from_root else member.name, target):
        message = f"It is a link to {member_address(target)!r}, outside its archive, and was not followed."
        yield refuse(member.uri, "unsafe_path", message)
    else:
        member.on_skip(f"{member.uri} was skipped: a link to {member_address(target)!r}, read under its own name.")
