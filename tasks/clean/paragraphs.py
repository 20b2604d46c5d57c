"""Lines -> paragraphs: lines that a printer wrapped at a fixed width are joined again, all others stand for themselves."""

from itertools import pairwise

from tasks.clean.lines import Unit, is_hyphenated, join

_MIN_WRAPPED_LINES = 4  # fewer show no width, unless indents tell paragraphs from what goes on
_WIDTHS = range(40, 101)  # characters; wires wrap at 64 to 80
_MIN_BROKEN = 2  # sentences that a line breaks off
_MARKS = frozenset('.!?:;”"’…')
_SHARE = 0.7  # of the line breaks that the next word did not fit before; tables and verse have far fewer


def join_wrapped(units: list[Unit]) -> list[Unit]:
    """Return paragraphs; a new one starts after a blank line, at an indent, or where the next word would have fitted."""
    width = _wrap_width(units)
    if not width:
        return units
    groups: list[list[Unit]] = []
    for unit in units:
        if groups and _continues(groups[-1][-1], unit, width):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return [join(group) for group in groups]


def _wrap_width(units: list[Unit]) -> int:
    """Return the width at which the lines were wrapped, 0 when they were not."""
    longest = max((_length(unit) for unit in units), default=0)
    if longest not in _WIDTHS:
        return 0
    inner = [(above, below) for above, below in pairwise(units) if not below.blank_before and below.indent == 0]
    is_enough = len(inner) >= _MIN_WRAPPED_LINES
    if _breaks_sentences(inner, longest):
        return longest
    if not inner or not (is_enough or any(unit.indent > 1 for unit in units)):
        return 0
    full = sum(_is_full(above, below, longest) for above, below in inner)
    return longest if full >= len(inner) * (_SHARE if is_enough else 1) else 0


def _breaks_sentences(inner: list[tuple[Unit, Unit]], width: int) -> bool:
    """Tell whether lines break off in sentences, always where the next word did not fit; headings do not count."""
    broken = [
        _is_full(above, below, width)
        for above, below in inner
        if above.text[-1] not in _MARKS and below.text[0].islower()
    ]
    return len(broken) >= _MIN_BROKEN and all(broken)


def _length(unit: Unit) -> int:
    return unit.indent + len(unit.text)


def _is_full(line: Unit, below: Unit, width: int) -> bool:
    if is_hyphenated(line.text, below.text):
        return True
    room = 1 + len(below.text.split(None, 1)[0])
    return _length(line) + room > width - 4  # wires hyphenate nothing but leave some room


def _continues(line: Unit, unit: Unit, width: int) -> bool:
    return not unit.blank_before and unit.indent == 0 and _is_full(line, unit, width)
