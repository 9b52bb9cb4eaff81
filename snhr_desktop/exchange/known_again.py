"""Which children of a record a corrected file still speaks of, so that what staff said of a person stays with them."""

from collections.abc import Iterator, Sequence

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import Record
from snhr_desktop.store.identity import new_uid

_NAMES = ("name_ar", "name_en", "real_name", "source_name")


def known_again(base: Sequence[Record], new: Sequence[Record]) -> tuple[Record, ...]:
    """`new` under the identities of `base`, what the file said before; a child that is not known again is new.

    A child is known by its own identity or by equal content, then by a name that no other on either side has. The
    rest are known by position, only where nothing came in or went out and no two names there differ: a child taken
    for another would carry a family's consent to a stranger, one not known again is merely asked about.
    """
    found: dict[int, int] = {}
    for pairs in (_same_identity, _same_content, _same_name):
        for was, now in pairs(base, new):
            if was not in found.values() and now not in found:
                found[now] = was
    if len(base) == len(new):
        rest = [at for at in range(len(new)) if at not in found]
        in_place = not set(rest) & set(found.values())
        found |= {at: at for at in rest if in_place and not _differ(base[at], new[at])}
    return tuple(one.with_uid(base[found[at]].uid if at in found else new_uid()) for at, one in enumerate(new))


def _same_identity(base: Sequence[Record], new: Sequence[Record]) -> Iterator[tuple[int, int]]:
    held = {one.uid: at for at, one in enumerate(base) if one.uid}
    yield from ((held[one.uid], at) for at, one in enumerate(new) if one.uid in held)


def _same_content(base: Sequence[Record], new: Sequence[Record]) -> Iterator[tuple[int, int]]:
    left = [one.with_uid("") for one in base]
    used: set[int] = set()
    for now, one in enumerate(new):
        plain = one.with_uid("")
        was = next((at for at, other in enumerate(left) if at not in used and other == plain), None)
        if was is not None:
            used.add(was)
            yield was, now


def _same_name(base: Sequence[Record], new: Sequence[Record]) -> Iterator[tuple[int, int]]:
    before, after = [_names(one) for one in base], [_names(one) for one in new]
    for now, names in enumerate(after):
        alike = [at for at, others in enumerate(before) if names & others]
        if len(alike) == 1 and sum(bool(before[alike[0]] & others) for others in after) == 1:
            yield alike[0], now


def _differ(was: Record, now: Record) -> bool:
    before, after = _names(was), _names(now)
    return bool(before and after and not before & after)


def _names(one: Record) -> set[tuple[str, str]]:
    """The names of a child as the search folds them, each with its field."""
    return {(name, folded) for name in _NAMES if (folded := fold(getattr(one, name, "") or ""))}
