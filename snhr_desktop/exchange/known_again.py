"""Which children of a record a corrected file still speaks of, so that what staff said of a person stays with them."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import Record
from snhr_desktop.exchange.respelled import respelled
from snhr_desktop.store.identity import new_uid

Name = tuple[str, str]
Names = frozenset[Name]

_TOLD_APART = ("age", "sex", "father_ar")
_NAMES = ("name_ar", "name_en", "real_name", "source_name")


def known_again(base: Sequence[Record], new: Sequence[Record], held: Sequence[Record] = ()) -> tuple[Record, ...]:
    """`new` under the identities of `base`, what the file said before; a child that is not known again is new, and has
    the identity that the file gives it, by which others of the file speak of it.

    A child is known by its own identity or by equal content, then by a name that no other on either side has. The
    rest are known by position, only where nothing came in or went out and no two names there differ, but for a spelling
    that was corrected: a child taken for another would carry a family's consent to a stranger, one not known again is
    merely asked about. Names are also those that staff gave, in what is `held` here; whose name is gone from the file,
    or came to somebody of another age or sex, is another. What is new in the file may stand here already, from staff or
    from an import taken back: it is known by its identity or by that only name, so that nobody is counted twice.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for pairs in (_same_identity, _same_content, _same_name):
        for was, now in pairs(base, new):
            if was not in taken and now not in found:
                found[now] = was
                taken.add(was)
    rest = [at for at in range(len(new)) if at not in found]
    if len(base) == len(new) and taken.isdisjoint(rest):
        here = {one.uid: _names(one) for one in held}
        found |= {at: at for at in rest if _may_be_one(base[at], new[at], here.get(base[at].uid, frozenset()))}
    uids = {now: base[was].uid for now, was in found.items()}
    uids |= _stand_here(base, held, {at: one for at, one in enumerate(new) if at not in found})
    return tuple(one.with_uid(uids.get(at) or one.uid or new_uid()) for at, one in enumerate(new))


def _stand_here(base: Sequence[Record], held: Sequence[Record], new: Mapping[int, Record]) -> Mapping[int, str]:
    """The identities of those new in the file that stand here without it."""
    said = {one.uid for one in base}
    others, places = [one for one in held if one.uid not in said], list(new)
    found: dict[int, str] = {}
    for pairs in (_same_identity, _same_name):
        for was, now in pairs(others, list(new.values())):
            if others[was].uid not in found.values():
                found.setdefault(places[now], others[was].uid)
    return found


def _same_identity(base: Sequence[Record], new: Sequence[Record]) -> Iterator[tuple[int, int]]:
    held = {one.uid: at for at, one in enumerate(base) if one.uid}
    yield from ((held[one.uid], at) for at, one in enumerate(new) if one.uid in held)


def _same_content(base: Sequence[Record], new: Sequence[Record]) -> Iterator[tuple[int, int]]:
    left: dict[Record, deque[int]] = {}
    for at, one in enumerate(base):
        left.setdefault(one.with_uid(""), deque()).append(at)
    for now, one in enumerate(new):
        if was := left.get(one.with_uid("")):
            yield was.popleft(), now


def _same_name(base: Sequence[Record], new: Sequence[Record]) -> Iterator[tuple[int, int]]:
    before, after = [_names(one) for one in base], [_names(one) for one in new]
    there, here = _holders(before), _holders(after)
    for now, names in enumerate(after):
        was = _only(names, there)
        if was is not None and _only(before[was], here) == now:
            yield was, now


def _holders(children: Iterable[Names]) -> Mapping[Name, Sequence[int]]:
    """Which children have a name; two of them are enough to know that it tells none apart."""
    found: dict[Name, list[int]] = {}
    for at, names in enumerate(children):
        for name in names:
            held = found.setdefault(name, [])
            if len(held) < 2:
                held.append(at)
    return found


def _only(names: Names, holders: Mapping[Name, Sequence[int]]) -> int | None:
    """The one child that has any of some names; None where it is none or several."""
    found = {at for name in names for at in holders.get(name, ())}
    return found.pop() if len(found) == 1 else None


def _may_be_one(was: Record, now: Record, given: Names) -> bool:
    """Whether two in one place are taken for one child, to whom staff have `given` some names."""
    before, after = _names(was) | given, _names(now)
    if before and after:
        return bool(before & after) or respelled(was, now)
    if after:
        return all(getattr(was, name, None) == getattr(now, name, None) for name in _TOLD_APART)
    return not before


def _names(one: Record) -> Names:
    """The names of a child as the search folds them, each with its field."""
    said = ((name, text) for name in _NAMES if (text := getattr(one, name, "")))
    return frozenset((name, folded) for name, text in said if (folded := fold(text)))
