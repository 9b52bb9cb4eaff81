"""Files of places and boundaries as one pack, checked against each other and against the places known before."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from snhr_desktop.domain.places import Gazetteer, Joined, Level, Place, PlaceList, joined, misplaced
from snhr_desktop.exchange.packs import refusals as say
from snhr_desktop.exchange.packs.about import beside, said_over
from snhr_desktop.exchange.packs.refusals import BadPack
from snhr_desktop.exchange.packs.shapes import Found, is_boundaries, read_shapes
from snhr_desktop.exchange.packs.tables import Stack, Stated, read_table
from snhr_desktop.exchange.packs.watching import UNWATCHED, Watch
from snhr_desktop.store.place_packs import Pack

_PART = 1 << 20


def read_pack(
    paths: Sequence[Path],
    typed: Mapping[str, str],
    known: Gazetteer,
    below: Sequence[PlaceList] = (),
    watch: Watch = UNWATCHED,
) -> Pack:
    """What the files say together; `known` is what the lists `below` it say.

    Raises `UnreadableFile`, `BadPack`, `PackUnnamed`, `CreditTooLong`, `PackStopped`.
    """
    about = said_over(typed, beside(paths[0]))
    stack, shapes = Stack(), Found()
    digest = hashlib.sha256()
    for path in paths:
        if is_boundaries(path):
            read_shapes(path, shapes, watch)
        else:
            read_table(path, stack, watch)
        with path.open("rb") as file:
            while part := file.read(_PART):
                watch.look()
                digest.update(part)
    _check(stack, known)
    points = _Points(stack, known)
    places = tuple(_place(file, one, points) for file, one in watch.over(stack.places.values()))
    spellings = {code: tuple(dict.fromkeys(filter(None, names))) for code, names in stack.spellings.items()}
    listed = PlaceList(about.name, places, spellings, stack.successors)
    _check_levels(stack, joined((*below, listed)))
    return Pack(replace(about, sha256=digest.hexdigest()), listed, shapes)


def _check(stack: Stack, known: Gazetteer) -> None:
    """Raise `BadPack` for a place whose parent is unknown, and for one that comes after a place of another level."""
    for file, one in stack.places.values():
        if one.level is Level.GOVERNORATE:
            continue
        held = stack.places.get(one.parent)
        if not (held or known.get(one.parent)):
            raise BadPack(file, say.NO_PARENT, cell=one.cell, code=one.pcode, parent=one.parent)
    for before, code in stack.successors.items():
        old, new = known.get(before), stack.places.get(code)
        if old and new and old.level is not new[1].level:
            raise BadPack(new[0], say.OTHER_LEVEL, cell=new[1].cell, code=code, before=before)


def _check_levels(stack: Stack, together: Joined) -> None:
    """Raise `BadPack` where a place, of this pack or any other, would lie in one that is not wider: so there are no
    circles either.
    """
    for place, parent in misplaced(together.places):
        for file, one in filter(None, map(stack.places.get, (place.pcode, parent.pcode))):
            raise BadPack(file, say.NOT_WIDER, cell=one.cell, code=place.pcode, parent=parent.pcode)


def _place(file: str, one: Stated, points: "_Points") -> Place:
    point = points.of(one.pcode)
    if not point:
        raise BadPack(file, say.NO_POINT, cell=one.cell, code=one.pcode)
    return Place(one.pcode, one.level, one.name_en, one.name_ar, one.parent, *point, one.aliases)


class _Points:
    """Where places lie that a pack states: by their own point, or by what is known of what lies in them or around."""

    def __init__(self, stack: Stack, known: Gazetteer) -> None:
        self._stated = {code: one for code, (_, one) in stack.places.items()}
        self._known = known
        self._within: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for one in self._stated.values():
            if one.point:
                self._within[one.parent].append(one.point)

    def of(self, code: str) -> tuple[float, float] | None:
        """The point stated, or that known before, or the middle of those within; else that of what it lies in."""
        for _ in Level:
            if point := self._own(code):
                return point
            if code not in self._stated:
                break
            code = self._stated[code].parent
        return None

    def _own(self, code: str) -> tuple[float, float] | None:
        stated, before = self._stated.get(code), self._known.get(code)
        if stated and stated.point:
            return stated.point
        if before:
            return before.lat, before.lon
        if not (within := self._within.get(code)):
            return None
        lats, lons = zip(*within, strict=True)
        return sum(lats) / len(lats), sum(lons) / len(lons)
