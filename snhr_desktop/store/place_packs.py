"""Packs of places and boundaries: every version is kept whole; the table of places is what they say together."""

import json
import zlib
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.places import BUILT_IN, Level, Place, PlaceList, Shape, Shapes, joined
from snhr_desktop.geodata import BETWEEN_CREDITS, Outline
from snhr_desktop.store import history, places, shapes
from snhr_desktop.store.identity import new_uid

if TYPE_CHECKING:
    from sqlite3 import Connection

    from snhr_desktop.store.saving import Author

RECORD_TYPE, TAKEN, TAKEN_OUT = "place_pack", "taken", "taken_out"
_AT, _AFTER = "at", "after"
"""In an entry that was recorded anew: when the pack was taken in, as its row has it, and the identity of the one before
it, blank for the first."""
PACKED = "packs"
"""The origin of places that a pack brought."""
_LATEST_FIRST = "FROM place_pack WHERE NOT taken_out ORDER BY id DESC"
_KEPT = "name, version, source, licence, credit, sha256, places, outlines"


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

    `in_use` says that it is the latest that was taken in of its name and not `taken_out` again.
    """

    uid: str
    about: About
    at: str
    places: int
    outlines: int
    in_use: bool
    taken_out: bool = False


@dataclass(frozen=True)
class Boundaries:
    """Outlines by level and code, as they are drawn, and the credit and licence that are printed on every such map."""

    outlines: Mapping[Level, Mapping[str, Outline]] = field(default_factory=dict)
    credit: str = ""

    def credit_of(self, drawn: Mapping[Level, Collection[str]]) -> str:
        """The credit for a map on which some of them are drawn."""
        return self.credit if any(drawn.values()) else ""

    @cached_property
    def coarse(self) -> Mapping[Level, Mapping[str, Outline]]:
        """The same for a map of the whole country, which shows no more."""
        whole = {
            level: {code: Shape.of(outline) for code, outline in by_code.items()}
            for level, by_code in self.outlines.items()
        }
        thin = shapes.snapped(whole, shapes.COUNTRY_STEP)
        return {level: {code: one.outline() for code, one in by_code.items()} for level, by_code in thin.items()}


@dataclass(frozen=True)
class Brought(Boundaries):
    """The outlines of all packs; `whose` says of which pack each is, by its number among the `credits`."""

    credits: tuple[str, ...] = ()
    whose: Mapping[Level, Mapping[str, int]] = field(default_factory=dict)

    def credit_of(self, drawn: Mapping[Level, Collection[str]]) -> str:
        """The credits of the packs that those are of alone."""
        of = {self.whose[level][code] for level, codes in drawn.items() for code in codes}
        return BETWEEN_CREDITS.join(dict.fromkeys(self.credits[number] for number in sorted(of)))


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


def take_out(connection: "Connection", uid: str, author: "Author") -> None:
    """Let a version say nothing any more, in the caller's transaction. What it holds stays, and is noted again.

    Raises KeyError for one not known.
    """
    *about, listed, outlines = _row(connection, uid)
    body = {RECORD_TYPE: _noted(uid, About(*about), listed, outlines)}
    history.append(connection, history.Entry(RECORD_TYPE, uid, 2, author.actor, author.reason, TAKEN_OUT, body))
    connection.execute("UPDATE place_pack SET taken_out = 1 WHERE uid = ?", (uid,))


def stands(connection: "Connection", pack: Pack) -> bool:
    """Whether the version of its name that is in use says the same."""
    found = connection.execute(
        f"SELECT {_KEPT} FROM place_pack WHERE name = ? AND NOT taken_out ORDER BY id DESC LIMIT 1", (pack.about.name,)
    ).fetchone()
    if found is None:
        return False
    *about, listed, outlines = found
    alike = _opened(listed) == _opened(_packed(_listed(pack.listed)))
    return alike and About(*about) == pack.about and shapes.whole(outlines) == shapes.whole(shapes.pack(pack.outlines))


def unnoted(connection: "Connection", about: About) -> tuple[str, ...]:
    """The identities of what an earlier version of the program took in of a version, and noted nothing of."""
    rows = connection.execute(
        "SELECT uid, body FROM place_pack LEFT JOIN revision ON record_uid = uid AND number = 1"
        " WHERE name = ? AND version = ? AND NOT taken_out ORDER BY place_pack.id",
        (about.name, about.version),
    )
    return tuple(uid for uid, body in rows if body and not json.loads(body).get(RECORD_TYPE))


def naming(connection: "Connection", codes: Collection[str]) -> int:
    """How many incidents and cases name one of some places."""
    asked = json.dumps(list(codes))
    found = connection.execute(
        "WITH asked AS (SELECT value FROM json_each(?))"
        " SELECT (SELECT count(*) FROM incident WHERE place_pcode IN asked) + (SELECT count(DISTINCT detention_id)"
        " FROM detention_state WHERE place_pcode IN asked)",
        (asked,),
    )
    return int(found.fetchone()[0])


def apply(connection: "Connection") -> None:
    """Write what all packs say together over the built-in places; in the caller's transaction."""
    if given := lists(connection):
        brought, former = _brought(given)
        places.write(connection, brought, PACKED)
        places.retire(connection, former)


def otherwise(connection: "Connection", lost: Container[str] = ()) -> Iterator[tuple[str, bool]]:
    """Packs that are not as the history has them, or that it has and are gone, by name and version.

    With False those that an earlier version of the program took in, which noted nothing of them. Those that are gone
    and named as `lost` are passed over.
    """
    columns = "name, version, source, licence, credit, sha256, at, places, outlines"
    held = {uid: said for uid, *said in connection.execute(f"SELECT uid, {columns} FROM place_pack ORDER BY id")}
    entered = connection.execute(
        "SELECT record_uid, at, body FROM revision WHERE record_type = ? AND number = 1 ORDER BY id", (RECORD_TYPE,)
    )
    entries = [entry for entry in entered.fetchall() if entry[0] in held or entry[0] not in lost]
    noted_out = _noted_out(connection)
    for uid in (*_out_otherwise(connection, noted_out), *_misplaced(list(held), _in_order(entries))):
        yield " ".join(held[uid][:2]), True
    for uid, at, body in entries:
        noted = json.loads(body).get(RECORD_TYPE)
        *about, moment, listed, outlines = held.pop(uid, ("",) * 7 + (b"", b""))
        if not (noted or noted_out.get(uid)):
            yield " ".join(about[:2]), not moment
        elif not _is_as_noted(noted or noted_out[uid], _noted(uid, About(*about), listed, outlines)) or (
            noted and moment != noted.get(_AT, at)
        ):
            yield (noted or noted_out[uid])["code"], True
    yield from ((f"{name} {version}", True) for name, version, *_ in held.values())


def _noted_out(connection: "Connection") -> Mapping[str, Mapping[str, str]]:
    """What was noted of packs when they were taken out, by their identity."""
    rows = connection.execute(
        "SELECT record_uid, body FROM revision WHERE record_type = ? AND number > 1", (RECORD_TYPE,)
    )
    return {uid: json.loads(body).get(RECORD_TYPE, {}) for uid, body in rows}


def _out_otherwise(connection: "Connection", noted: Container[str]) -> list[str]:
    """Packs that were taken out and are not, by the history, or the reverse."""
    rows = connection.execute("SELECT uid, taken_out FROM place_pack ORDER BY id")
    return [uid for uid, out in rows if bool(out) != (uid in noted)]


def _misplaced(stand: Sequence[str], entered: Sequence[str]) -> list[str]:
    """Packs in whose place another stands: the latest one is in use, so that another order counts otherwise."""
    taken = [uid for uid in entered if uid in set(stand)]
    now_there = [uid for uid in stand if uid in set(taken)]
    return [uid for uid, there in zip(taken, now_there, strict=True) if uid != there]


def _in_order(entries: list[tuple[str, str, str]]) -> list[str]:
    """Identities in the order in which packs were taken in; one that was recorded anew says which it came after."""
    found: list[str] = []
    for uid, _, body in entries:
        after = json.loads(body).get(RECORD_TYPE, {}).get(_AFTER)
        found.insert(len(found) if after is None else found.index(after) + 1 if after in found else 0, uid)
    return found


def _is_as_noted(noted: Mapping[str, str], stands: Mapping[str, str]) -> bool:
    return {name: value for name, value in noted.items() if name not in (_AT, _AFTER)} == stands


def record_anew(connection: "Connection", author: "Author") -> tuple[str, ...]:
    """Tell the history of packs whose entry is lost, and where they stood, and of those that were taken out; returns
    what they are called.
    """
    columns = "name, version, source, licence, credit, sha256, at, places, outlines, taken_out"
    rows = connection.execute(f"SELECT uid, {columns} FROM place_pack ORDER BY id").fetchall()
    told, below = [], ""
    for uid, *about, at, listed, outlines, out in rows:
        noted = _noted(uid, About(*about), listed, outlines)
        lost = [] if history.whole(connection, uid, 1) is not None else [(1, TAKEN, {**noted, _AT: at, _AFTER: below})]
        if out and history.whole(connection, uid, 2) is None:
            lost.append((2, TAKEN_OUT, noted))
        for number, act, said in lost:
            body = {RECORD_TYPE: said}
            history.append(connection, history.Entry(RECORD_TYPE, uid, number, author.actor, author.reason, act, body))
        told += [noted["code"]] if lost else []
        below = uid
    return tuple(told)


def differing(connection: "Connection") -> Iterator[str]:
    """Codes of places that stand otherwise than the program's list and all packs together say; or not, or besides."""
    due = {place.pcode: (*places.cells(place, places.OWN), 0, "") for place in BUILT_IN}
    if given := lists(connection):
        brought, former = _brought(given)
        due |= {place.pcode: (*places.cells(place, PACKED), 0, "") for place in brought}
        due |= {code: (*due[code][:-2], 1, after) for code, after in former.items() if code in due}
    asked = "SELECT pcode, level, name_en, name_ar, parent, lat, lon, aliases, origin, former, successor FROM place"
    held = {row[0]: tuple(row) for row in connection.execute(asked)}
    yield from sorted(code for code in {*due, *held} if due.get(code) != held.get(code))


def _brought(given: tuple[PlaceList, ...]) -> tuple[list[Place], Mapping[str, str]]:
    """The places that lists bring or spell otherwise, and those that are no more."""
    found = joined(given)
    stand = [one for one in given if not one.taken_out]
    codes = {place.pcode for one in stand for place in one.places} | {code for one in stand for code in one.spellings}
    codes |= found.former.keys()
    return [place for code, place in found.places.items() if code in codes], found.former


def held(connection: "Connection") -> tuple[Held, ...]:
    """Every version of every pack, the latest first."""
    rows = connection.execute(
        "SELECT uid, name, version, source, licence, credit, sha256, at, places, outlines,"
        " id IN (SELECT max(id) FROM place_pack WHERE NOT taken_out GROUP BY name), taken_out"
        " FROM place_pack ORDER BY id DESC"
    )
    return tuple(
        Held(
            uid, About(*about), at, len(_opened(listed)["places"]), sum(map(len, shapes.drawn(outlines).values())),
            bool(latest), bool(out),
        )
        for uid, *about, at, listed, outlines, latest, out in rows
    )  # fmt: skip


def kept(connection: "Connection", uid: str) -> Pack:
    """A version as it was taken in. Raises KeyError for one not known."""
    *about, listed, outlines = _row(connection, uid)
    return Pack(About(*about), _read(about[0], _opened(listed)), shapes.whole(outlines))


def _row(connection: "Connection", uid: str) -> tuple[Any, ...]:
    found = connection.execute(f"SELECT {_KEPT} FROM place_pack WHERE uid = ?", (uid,)).fetchone()
    if found is None:
        raise KeyError(uid)
    return tuple(found)


def newest(connection: "Connection") -> tuple[int, int]:
    """Differs once a pack was taken in or out, by this window or another."""
    latest = connection.execute("SELECT coalesce(max(id), 0) FROM place_pack").fetchone()
    out = connection.execute("SELECT count(*) FROM place_pack WHERE taken_out = 1").fetchone()
    return int(latest[0]), int(out[0])


def boundaries(connection: "Connection") -> Brought:
    """The outlines of all packs as they are drawn, and whom to credit for them."""
    rows = connection.execute(f"SELECT name, credit, licence, outlines {_LATEST_FIRST}").fetchall()
    laid = shapes.laid((name, shapes.drawn(packed)) for name, _, _, packed in rows)
    found = Brought(
        {level: {code: one.outline() for code, (_, one) in by_code.items()} for level, by_code in laid.items()},
        credits=tuple(
            said if licence.casefold() in said.casefold() else f"{said} ({licence})" for _, said, licence, _ in rows
        ),
        whose={level: {code: number for code, (number, _) in by_code.items()} for level, by_code in laid.items()},
    )
    return replace(found, credit=found.credit_of(found.outlines))


def outlined(
    connection: "Connection", above: Pack | None = None, without: str = ""
) -> Mapping[Level, Mapping[str, object]]:
    """What would be drawn with a pack above those that are kept, or as if a version were taken out."""
    rows = connection.execute(f"SELECT uid, name, outlines {_LATEST_FIRST}").fetchall()
    held = [(name, shapes.drawn(packed)) for uid, name, packed in rows if uid != without]
    return shapes.laid([*([(above.about.name, above.outlines)] if above else []), *held])


def lists(connection: "Connection", without: str = "") -> tuple[PlaceList, ...]:
    """The lists that are kept, in the order they were taken in; one of them as if it were taken out."""
    rows = connection.execute("SELECT uid, name, places, taken_out FROM place_pack ORDER BY id")
    return tuple(
        replace(_read(name, _opened(packed)), taken_out=bool(out) or uid == without)
        for uid, name, packed, out in rows.fetchall()
    )


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
