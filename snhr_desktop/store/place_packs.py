"""Packs of places and boundaries: every version is kept whole; the table of places is what they say together."""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.places import BUILT_IN, Level, Place, PlaceList, Shape, Shapes, joined
from snhr_desktop.geodata import Outline
from snhr_desktop.store import history, places, shapes
from snhr_desktop.store.identity import new_uid

if TYPE_CHECKING:
    from sqlite3 import Connection

    from snhr_desktop.store.saving import Author

RECORD_TYPE, TAKEN = "place_pack", "taken"
PACKED = "packs"
"""The origin of places that a pack brought."""
_LATEST_FIRST = "FROM place_pack ORDER BY id DESC"


@dataclass(frozen=True)
class About:
    """What a pack says of itself. `version` is its date or number; `credit` is printed on every map drawn with it.

    `sha256` is that of the bytes of its files, one after the other.
    """

    name: str
    version: str
    source: str
    licence: str
    credit: str
    sha256: str = ""


@dataclass(frozen=True)
class Pack:
    """Places and the boundaries of places."""

    about: About
    listed: PlaceList
    outlines: Shapes = field(default_factory=dict)


@dataclass(frozen=True)
class Held:
    """One version of a pack in the store: taken in when (UTC), and how many places and outlines it has.

    `in_use` says that it is the latest that was taken in of its name.
    """

    uid: str
    about: About
    at: str
    places: int
    outlines: int
    in_use: bool


@dataclass(frozen=True)
class Boundaries:
    """Outlines by level and code, as they are drawn, and the credit and licence that are printed on every such map."""

    outlines: Mapping[Level, Mapping[str, Outline]] = field(default_factory=dict)
    credit: str = ""

    @cached_property
    def coarse(self) -> Mapping[Level, Mapping[str, Outline]]:
        """The same for a map of the whole country, which shows no more."""
        whole = {
            level: {code: Shape.of(outline) for code, outline in by_code.items()}
            for level, by_code in self.outlines.items()
        }
        thin = shapes.snapped(whole, shapes.COUNTRY_STEP)
        return {level: {code: one.outline() for code, one in by_code.items()} for level, by_code in thin.items()}


def keep(connection: "Connection", pack: Pack, author: "Author") -> None:
    """Keep a pack beside its earlier versions, in the caller's transaction; `apply` makes its places the present."""
    about, uid = pack.about, new_uid()
    listed, outlines = _packed(_listed(pack.listed)), shapes.pack(pack.outlines)
    body = {RECORD_TYPE: _noted(uid, about, listed, outlines)}
    at = history.append(connection, history.Entry(RECORD_TYPE, uid, 1, author.actor, author.reason, TAKEN, body))
    connection.execute(
        "INSERT INTO place_pack (uid, name, version, source, licence, credit, sha256, at, places, outlines)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (uid, *asdict(about).values(), at, listed, outlines),
    )


def apply(connection: "Connection") -> None:
    """Write what all packs say together over the built-in places; in the caller's transaction."""
    if lists := _lists(connection):
        brought, former = _brought(lists)
        places.write(connection, brought, PACKED)
        places.retire(connection, former)


def otherwise(connection: "Connection") -> Iterator[tuple[str, bool]]:
    """Packs that are not as the history has them, or that it has and are gone, by name and version.

    With False those that an earlier version of the program took in, which noted nothing of them.
    """
    columns = "name, version, source, licence, credit, sha256, at, places, outlines"
    held = {uid: said for uid, *said in connection.execute(f"SELECT uid, {columns} FROM place_pack ORDER BY id")}
    stand = list(held)
    entered = connection.execute(
        "SELECT record_uid, at, body FROM revision WHERE record_type = ? ORDER BY id", (RECORD_TYPE,)
    )
    entries = entered.fetchall()
    taken = [uid for uid, *_ in entries if uid in held]
    for uid, now_there in zip(taken, [one for one in stand if one in set(taken)], strict=True):
        if uid != now_there:  # the latest one is in use: what stands in another's place counts otherwise
            yield " ".join(held[uid][:2]), True
    for uid, at, body in entries:
        noted = json.loads(body).get(RECORD_TYPE)
        *about, moment, listed, outlines = held.pop(uid, ("",) * 7 + (b"", b""))
        if not noted:
            yield " ".join(about[:2]), not moment
        elif noted != _noted(uid, About(*about), listed, outlines) or moment != at:
            yield noted["code"], True
    yield from ((f"{name} {version}", True) for name, version, *_ in held.values())


def differing(connection: "Connection") -> Iterator[str]:
    """Codes of places that stand otherwise than the program's list and all packs together say; or not, or besides."""
    due = {place.pcode: (*places.cells(place, places.OWN), 0, "") for place in BUILT_IN}
    if lists := _lists(connection):
        brought, former = _brought(lists)
        due |= {place.pcode: (*places.cells(place, PACKED), 0, "") for place in brought}
        due |= {code: (*due[code][:-2], 1, after) for code, after in former.items() if code in due}
    asked = "SELECT pcode, level, name_en, name_ar, parent, lat, lon, aliases, origin, former, successor FROM place"
    held = {row[0]: tuple(row) for row in connection.execute(asked)}
    yield from sorted(code for code in {*due, *held} if due.get(code) != held.get(code))


def _brought(lists: tuple[PlaceList, ...]) -> tuple[list[Place], Mapping[str, str]]:
    """The places that lists bring or spell otherwise, and those that are no more."""
    found = joined(lists)
    codes = {place.pcode for one in lists for place in one.places} | {code for one in lists for code in one.spellings}
    return [place for code, place in found.places.items() if code in codes], found.former


def held(connection: "Connection") -> tuple[Held, ...]:
    """Every version of every pack, the latest first."""
    rows = connection.execute(
        "SELECT uid, name, version, source, licence, credit, sha256, at, places, outlines,"
        " id IN (SELECT max(id) FROM place_pack GROUP BY name) FROM place_pack ORDER BY id DESC"
    )
    return tuple(
        Held(
            uid, About(*about), at, len(_opened(listed)["places"]), sum(map(len, shapes.drawn(outlines).values())),
            bool(latest),
        )
        for uid, *about, at, listed, outlines, latest in rows
    )  # fmt: skip


def kept(connection: "Connection", uid: str) -> Pack:
    """A version as it was taken in. Raises KeyError for one not known."""
    sql = "SELECT name, version, source, licence, credit, sha256, places, outlines FROM place_pack WHERE uid = ?"
    found = connection.execute(sql, (uid,)).fetchone()
    if found is None:
        raise KeyError(uid)
    *about, listed, outlines = found
    return Pack(About(*about), _read(about[0], _opened(listed)), shapes.whole(outlines))


def newest(connection: "Connection") -> int:
    """Grows with every pack that is taken in, by this window or another."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM place_pack").fetchone()[0])


def boundaries(connection: "Connection") -> Boundaries:
    """The latest outlines of each level as they are drawn, and whom to credit for them."""
    found: dict[Level, Mapping[str, Outline]] = {}
    credit: dict[str, None] = {}
    for said, licence, packed in connection.execute(f"SELECT credit, licence, outlines {_LATEST_FIRST}").fetchall():
        for level, by_code in shapes.drawn(packed).items():
            if level not in found:
                found[level] = {code: shape.outline() for code, shape in by_code.items()}
                credit[said if licence.casefold() in said.casefold() else f"{said} ({licence})"] = None
    return Boundaries(found, " ".join(credit))


def lists_with(connection: "Connection", listed: PlaceList) -> tuple[PlaceList, ...]:
    """The lists that are kept, and one more above them."""
    return (*_lists(connection), listed)


def _lists(connection: "Connection") -> tuple[PlaceList, ...]:
    rows = connection.execute("SELECT name, places FROM place_pack ORDER BY id")
    return tuple(_read(name, _opened(packed)) for name, packed in rows.fetchall())


def _listed(listed: PlaceList) -> dict[str, Any]:
    rows = [(p.pcode, p.level, p.name_en, p.name_ar, p.parent, p.lat, p.lon, p.aliases) for p in listed.places]
    return {"places": rows, "spellings": listed.spellings, "successors": listed.successors}


def _read(name: str, said: Mapping[str, Any]) -> PlaceList:
    return PlaceList(
        name,
        tuple(
            Place(code, Level(level), en, ar, parent, lat, lon, tuple(aliases))
            for code, level, en, ar, parent, lat, lon, aliases in said["places"]
        ),
        {code: tuple(spellings) for code, spellings in said["spellings"].items()},
        said["successors"],
    )


def _noted(uid: str, about: About, listed: bytes, outlines: bytes) -> dict[str, str]:
    """What the history has of a pack: all it says of itself, and a digest of its places and boundaries as kept."""
    kept = sha256(len(listed).to_bytes(8) + listed + outlines).hexdigest()
    return {"uid": uid, "code": f"{about.name} {about.version}", **asdict(about), "kept_sha256": kept}


def _packed(said: object) -> bytes:
    return zlib.compress(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())


def _opened(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))
