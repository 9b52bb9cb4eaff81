"""The reports that were published before of the same: what a report that is made now has to tell as changed.

What they gave is told as it may be told today: see `reports.told_now`.
"""

import datetime as dt
from collections.abc import Iterable

from snhr_desktop.domain.places import Place
from snhr_desktop.figures import Contribution
from snhr_desktop.reports.contents import prints_figures
from snhr_desktop.reports.frozen import thaw, thaw_answers
from snhr_desktop.reports.gathering import places_named
from snhr_desktop.reports.lists_since import retold
from snhr_desktop.reports.particulars_since import particulars_since
from snhr_desktop.reports.records import Records
from snhr_desktop.reports.snapshot import Earlier, Snapshot
from snhr_desktop.reports.told_now import PlacedBefore, told_now
from snhr_desktop.store import publications
from snhr_desktop.store.publications import Publication
from snhr_desktop.store.store import Store


def earlier(store: Store, records: Records, snapshot: Snapshot) -> tuple[Earlier, ...]:
    """The last report of each kind that was published of the same days, area and scope, the newest first.

    The days of a month before and of a year so far, which a monthly report tells too, are looked up as well. Of the
    same audience alone: another may be told places less or more exactly, and is to learn nothing of them here.
    """
    spans = {"": (snapshot.first, snapshot.last)}
    for beside, along in (("previous", snapshot.previous), ("year", snapshot.year)):
        if along:
            spans.setdefault(beside, (along.first, along.last))
    where = (snapshot.period.area, snapshot.scope, snapshot.brief.audience)
    asked = {(str(first), str(last), *where): beside for beside, (first, last) in reversed(spans.items())}
    found: dict[tuple[str, str], Earlier] = {}
    with store.reading() as connection:
        for one in publications.publications(connection):
            area = records.gazetteer.present(one.area)
            of = asked.get((one.first, one.last, area, one.scope, one.audience))
            if prints_figures(one.kind) and of is not None and (of, one.kind) not in found:
                found[of, one.kind] = _of_figures(store, records, snapshot, one, of)
    return tuple(found.values())


def earlier_dossiers(store: Store, records: Records, snapshot: Snapshot) -> tuple[Earlier, ...]:
    """The last dossier of the same incident that was published for the same audience: its toll and particulars."""
    assert snapshot.filed is not None
    uid, audience = snapshot.filed.dossier.incident.uid, snapshot.brief.audience
    with store.reading() as connection:
        for one, _ in publications.reading(connection, uid):
            if (one.kind, one.audience) == (snapshot.brief.kind, audience):
                before = thaw(publications.frozen_of(connection, one.code)).snapshot
                if before.filed and before.filed.dossier.incident.uid == uid:
                    told = particulars_since(before, snapshot, told_now(before.filed, records, audience))
                    return (Earlier(one.code, _day(one), before.filed.toll, particulars=told),)
    return ()


def places_of(records: Records, snapshot: Snapshot, found: Iterable[Earlier]) -> dict[str, Place]:
    """The places that earlier reports counted by, to be called by their names, and those of the report itself."""
    named = dict[str, Place]()
    for one in found:
        named |= places_named(records.gazetteer, snapshot.period, (), one.answers)
    return named | dict(snapshot.places)


def _of_figures(store: Store, records: Records, snapshot: Snapshot, one: Publication, beside: str) -> Earlier:
    connection, code = store.connection, one.code
    answers, saved = thaw_answers(publications.figures_of(connection, code)), publications.saved_since(connection, one)
    if not saved:
        return Earlier(code, _day(one), answers, beside)
    read = {
        uid: Contribution.load(read.figures).as_published()
        for uid, read in publications.reads_of(connection, code, saved).items()
    }
    answers = dict(PlacedBefore.of(read, records, one.audience).answers(answers))
    lists = () if beside else retold(thaw(publications.frozen_of(connection, code)).snapshot, snapshot)
    return Earlier(code, _day(one), answers, beside, retold=lists)


def _day(publication: Publication) -> dt.date:
    return dt.datetime.fromisoformat(publication.published_at).astimezone().date()
