"""Periods with their markers and published figures, saved with their history like any record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from snhr_desktop.domain.checks import UNKNOWN_PLACE
from snhr_desktop.domain.kinds import END_BEFORE_START
from snhr_desktop.domain.places import Gazetteer, Level
from snhr_desktop.domain.records import Marker, Period, PeriodFile, PublishedFigure, Record
from snhr_desktop.errors import InvalidEntry, Problem, UnknownCode
from snhr_desktop.i18n import N_
from snhr_desktop.store import history
from snhr_desktop.store.actions import CHANGED, CREATED
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.identity import is_uid, new_uid
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store
from snhr_desktop.store.tables import read_records, write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

AREA_TOO_SMALL = N_("Figures are counted by governorate, district or sub-district, not by town.")
A_PERIOD = N_("a period")
"""What an unknown code was taken for."""


def periods(connection: "Connection") -> tuple[PeriodFile, ...]:
    """All periods, in the order they were first saved."""
    return tuple(
        _file(connection, uid) for (uid,) in connection.execute("SELECT uid FROM period ORDER BY id").fetchall()
    )


def period(connection: "Connection", code: str) -> PeriodFile:
    """One period by its code. Raises `UnknownCode`."""
    row = connection.execute("SELECT uid FROM period WHERE code = ?", (code,)).fetchone()
    if row is None:
        known = [found for (found,) in connection.execute("SELECT code FROM period ORDER BY id")]
        raise UnknownCode(code=code, kind=A_PERIOD, known=tuple(known))
    return _file(connection, row[0])


def heads(connection: "Connection") -> Iterator[tuple[PeriodFile, int]]:
    """All periods, each with the number of its latest revision."""
    for uid, revision in connection.execute("SELECT uid, revision FROM period ORDER BY id").fetchall():
        yield _file(connection, uid), int(revision)


def body_of(file: PeriodFile) -> Body:
    """A period as history keeps it."""
    return {
        "period": file.period.dump(),
        "markers": [marker.dump() for marker in file.markers],
        "published": [figure.dump() for figure in file.published],
    }


def save_period(store: Store, file: PeriodFile, author: Author) -> tuple[PeriodFile, frozenset[str]]:
    """Save a period; a code that exists already is that period. Returns it as it stands, and the types touched.

    Raises `InvalidEntry` where a field cannot be read or is missing, the end is before the start, or the area is
    none that facts are kept for: nothing lies in a misspelt one or in a town, and every figure would be 0.
    """
    checked = _checked(file, store.gazetteer)
    with store.writing() as connection:
        row = connection.execute("SELECT uid, revision FROM period WHERE code = ?", (checked.period.code,)).fetchone()
        before = _file(connection, row[0]) if row else None
        after = _with_uids(checked, before)
        if before == after:
            return after, frozenset()
        _write(connection, after, revision=(row[1] if row else 0) + 1, author=author)
    return after, frozenset(_touched(before, after))


def _file(connection: "Connection", uid: str) -> PeriodFile:
    [(_, found)] = read_records(connection, Period, "WHERE uid = ?", (uid,))
    inside = "WHERE period_id = (SELECT id FROM period WHERE uid = ?) ORDER BY position"
    markers, published = (
        tuple(record for _, record in read_records(connection, record_type, inside, (uid,)))
        for record_type in (Marker, PublishedFigure)
    )
    return PeriodFile(cast(Period, found), cast(Any, markers), cast(Any, published))


def _checked(file: PeriodFile, places: Gazetteer) -> PeriodFile:
    found, wrong = Period.parse(file.period.dump())
    problems = list(wrong)
    area = places.get(found.area)
    if found.area and (area is None or area.level is Level.COMMUNITY):
        problems.append(Problem("period", "area", AREA_TOO_SMALL if area else UNKNOWN_PLACE))
    if found.first and found.last and found.last < found.first:
        problems.append(Problem("period", "last", END_BEFORE_START))
    lists: list[tuple[Record, ...]] = []
    for records in (file.markers, file.published):
        parsed = [type(record).parse(record.dump(), row) for row, record in enumerate(records)]
        lists.append(tuple(record for record, _ in parsed))
        problems += [problem for _, wrong in parsed for problem in wrong]
    if problems:
        raise InvalidEntry([replace(problem, level="error") for problem in problems])
    return PeriodFile(found, cast(Any, lists[0]), cast(Any, lists[1]))


def _with_uids(file: PeriodFile, before: PeriodFile | None) -> PeriodFile:
    """Identities for what has none; the period keeps the one its code has."""
    uid = before.period.uid if before else new_uid()
    own = {record.uid for record in (*before.markers, *before.published)} if before else set()
    return PeriodFile(
        file.period.with_uid(uid),
        cast(Any, _children_with_uids(file.markers, own)),
        cast(Any, _children_with_uids(file.published, own)),
    )


def _children_with_uids(records: Sequence[Record], own: set[str]) -> tuple[Record, ...]:
    return tuple(r if is_uid(r.uid) and r.uid in own else r.with_uid(new_uid()) for r in records)


def _write(connection: "Connection", file: PeriodFile, revision: int, author: Author) -> None:
    write_record(connection, file.period, (revision,))
    row = connection.execute("SELECT id FROM period WHERE uid = ?", (file.period.uid,)).fetchone()[0]
    for record_type, records in ((Marker, file.markers), (PublishedFigure, file.published)):
        connection.execute(f"DELETE FROM {record_type.type_name} WHERE period_id = ?", (row,))
        for position, record in enumerate(records):
            write_record(connection, record, (row, position))
    action = CREATED if revision == 1 else CHANGED
    entry = history.Entry("period", file.period.uid, revision, author.actor, author.reason, action, body_of(file))
    history.append(connection, entry)


def _touched(before: PeriodFile | None, after: PeriodFile) -> set[str]:
    pairs = {
        "period": (before and before.period, after.period),
        "marker": (before and before.markers, after.markers),
        "published_figure": (before and before.published, after.published),
    }
    return {name for name, (old, new) in pairs.items() if old != new}
