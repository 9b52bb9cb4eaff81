"""Files of places and boundaries as one pack, checked against each other and against the places known before."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from snhr_desktop.domain.places import Gazetteer, Joined, Level, Place, PlaceList, joined, misplaced
from snhr_desktop.exchange.packs import refusals as say
from snhr_desktop.exchange.packs.about import beside, said_over
from snhr_desktop.exchange.packs.refusals import BadPack
from snhr_desktop.exchange.packs.shapes import Found, is_boundaries, read_shapes
from snhr_desktop.exchange.packs.tables import Stack, Stated, read_table
from snhr_desktop.store.place_packs import Pack

_PART = 1 << 20


def read_pack(
    paths: Sequence[Path], typed: Mapping[str, str], known: Gazetteer, below: Sequence[PlaceList] = ()
) -> Pack:
    """What the files say together; `known` is what the lists `below` it say.

    Raises `UnreadableFile`, `BadPack`, `PackUnnamed`, `CreditTooLong`.
    """
    about = said_over(typed, beside(paths[0]))
    stack, shapes = Stack(), Found()
    digest = hashlib.sha256()
    for path in paths:
        if is_boundaries(path):
            read_shapes(path, shapes)
        else:
            read_table(path, stack)
        with path.open("rb") as file:
            while part := file.read(_PART):
                digest.update(part)
    _check(stack, known)
    places = tuple(_place(one, stack, known) for _, one in stack.places.values())
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


def _place(one: Stated, stack: Stack, known: Gazetteer) -> Place:
    lat, lon = _point(one, stack, known)
    return Place(one.pcode, one.level, one.name_en, one.name_ar, one.parent, lat, lon, one.aliases)


def _point(one: Stated, stack: Stack, known: Gazetteer) -> tuple[float, float]:
    """The point stated, or that known before, or the middle of those within. Raises `BadPack` where there is none."""
    if one.point:
        return one.point
    if before := known.get(one.pcode):
        return before.lat, before.lon
    within = [child.point for _, child in stack.places.values() if child.parent == one.pcode and child.point]
    if within:
        lats, lons = zip(*within, strict=True)
        return sum(lats) / len(lats), sum(lons) / len(lons)
    if wider := known.get(one.parent):
        return wider.lat, wider.lon
    raise BadPack(stack.places[one.pcode][0], say.NO_POINT, cell=one.cell, code=one.pcode)
