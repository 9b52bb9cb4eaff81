"""What a record set says, whatever identities this store gave it."""

from collections import Counter
from dataclasses import replace
from typing import Any, TypeVar

from snhr_desktop.domain.records import RecordSet
from snhr_desktop.exchange.known_again import known_again

S = TypeVar("S", bound=RecordSet)


def content(given: S) -> S:
    """What a dossier or case says, without identities, reference and revision."""
    lists: dict[str, Any] = {
        name: tuple(child.with_uid("") for child in children) for name, children in given.children().items()
    }
    return replace(given.with_head(replace(given.head, uid="", reference="")), revision=0, **lists)


def say_the_same(one: S, other: S) -> bool:
    """Whether two sets say the same, in whatever order their children stand."""
    here, there = content(one), content(other)
    if here == there:
        return True
    pairs = zip(here.children().values(), there.children().values(), strict=True)
    return here.head == there.head and all(Counter(mine) == Counter(its) for mine, its in pairs)


def in_place_of(base: S, new: S, held: S) -> S:
    """What `new` says under the identities that `base`, what the file said before, has; `held` is what stands here."""
    before, here = base.children(), held.children()
    lists: dict[str, Any] = {
        name: known_again(before[name], children, here[name]) for name, children in new.children().items()
    }
    head = replace(new.head, uid=base.head.uid, reference=base.head.reference)
    return replace(new.with_head(head), revision=base.revision, **lists)
