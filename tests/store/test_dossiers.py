"""Rows: whatever the fields can hold comes back the same, and its facts with it, first saved or changed."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.kinds import Choice, Choices, Count, Day, Flag, Kind, SiteKind, Text, TimeOfDay, WhenKind
from snhr_desktop.domain.places import BUILT_IN, Level, Place, PlaceList, with_built_in
from snhr_desktop.domain.records import CHILDREN, Dossier, Incident, Record
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.store import against_history, derived, dossiers, facts, history, place_packs, places, search, sets
from snhr_desktop.store.place_packs import About, Pack
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, counted, dossier

DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2030, 12, 31))
PCODES = st.sampled_from(["", *(place.pcode for place in BUILT_IN[:40])])
OWN_FIELDS = frozenset({"reference"})
"""Fields that the store gives and a form does not."""


_DEGREES = st.one_of(st.just((None, None)), st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
_VALUES: dict[type[Kind], Callable[[Any], st.SearchStrategy[Any]]] = {
    Text: lambda kind: st.text(max_size=min(kind.limit, 60)),
    Count: lambda kind: st.integers(kind.least, kind.most),
    Choice: lambda kind: st.sampled_from(["", *vocabulary(kind.vocabulary)]),
    Choices: lambda kind: st.lists(st.sampled_from(list(vocabulary(kind.vocabulary))), max_size=3),
    Flag: lambda _: st.booleans(),
    Day: lambda _: DAYS.map(str),
    TimeOfDay: lambda _: st.times().map(lambda time: f"{time:%H:%M}"),
    WhenKind: lambda _: st.tuples(DAYS, DAYS).map(lambda days: "..".join(map(str, sorted(days)))),
    SiteKind: lambda _: st.tuples(PCODES, _DEGREES).map(lambda p: {"pcode": p[0], "lat": p[1][0], "lon": p[1][1]}),
}
"""Raw values that each kind of field accepts."""


def values_of(kind: Kind) -> st.SearchStrategy[Any]:
    """Raw values that a field of this kind accepts."""
    return _VALUES[type(kind)](kind)


def records(record_type: type[Record]) -> st.SearchStrategy[Record]:
    """Records of a type with any fields filled."""
    optional = {field.name: values_of(field.kind) for field in record_type.fields() if field.name not in OWN_FIELDS}
    return st.fixed_dictionaries({}, optional=optional).map(lambda raw: record_type.parse(raw)[0])


@st.composite
def any_dossiers(draw: st.DrawFn) -> Dossier:
    """Dossiers with up to three records in each list; what they mean together may be nonsense."""
    lists: dict[str, Any] = {
        name: tuple(draw(st.lists(records(record_type), max_size=3))) for name, record_type in CHILDREN.items()
    }
    found = draw(records(Incident))
    assert isinstance(found, Incident)
    return Dossier(found, **lists)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store in which every example is undone again."""
    made, _ = Store.create(tmp_path_factory.mktemp("rows") / "a.snhr", PASSPHRASE, "IDL")
    yield made
    made.close()


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(any_dossiers(), any_dossiers())
def test_what_is_written_reads_back_equal(store: Store, first: Dossier, second: Dossier) -> None:
    connection = store.connection
    connection.execute("BEGIN")
    try:
        entered = replace(sets.with_uids(connection, first), revision=1)
        kept = entered.victims[:1]
        changed = replace(
            second, incident=second.incident.with_uid(entered.incident.uid), victims=(*second.victims, *kept)
        )
        changed = replace(sets.with_uids(connection, changed), revision=2)
        for given_now in (entered, changed):
            row = sets.write(connection, given_now)
            facts.write(connection, [(row, given_now)], store.gazetteer)
            search.write(connection, [(row, given_now)], store.gazetteer)
            body = {name: part for name, part in given_now.dump().items() if name != "revision"}
            uid = given_now.incident.uid
            history.append(connection, history.Entry("incident", uid, given_now.revision, "", "", "", body))
            assert dossiers.read(connection, uid) == given_now
            assert against_history.is_latest(connection, uid, given_now.revision, body)
            assert list(facts.differing(connection, dict(sets.read_all(connection, Dossier)), store.gazetteer)) == []
        assert list(against_history.broken(connection)) == []
    finally:
        connection.execute("ROLLBACK")


def test_a_store_made_in_one_thread_can_be_owned_by_another(workspace: Workspace) -> None:
    found: list[int] = []

    def own() -> None:
        workspace.save(dossier())
        found.append(workspace.incidents(IncidentQuery()).total)

    owner = threading.Thread(target=own)
    owner.start()
    owner.join()
    assert found == [1]


OFFICIAL = (
    Place("C9999", Level.COMMUNITY, "New Village", "القرية الجديدة", "SY070000", 35.9, 36.6),
    Place("C3871", Level.COMMUNITY, "Idleb", "ادلب", "SY070000", 35.95, 36.65),
)


@pytest.mark.parametrize("renew", [derived.renew, lambda connection: None])
def test_an_imported_list_of_places_joins_the_built_in_one(workspace: Workspace, renew: Callable[..., None]) -> None:
    connection = workspace._store.connection
    with workspace._store.writing():
        listed = PlaceList("official", tuple(OFFICIAL), {}, {})
        place_packs.keep(connection, Pack(About("official", "1", "", "", ""), listed), Author("tester"))
        place_packs.apply(connection)
        renew(connection)
    gazetteer = places.gazetteer(connection)
    assert len(gazetteer) == len(BUILT_IN) + 1
    city = gazetteer.get("C3871")
    assert city
    assert (city.name_en, city.lat) == ("Idlib", 35.95)
    assert gazetteer.within("C9999", "SY07")


def test_a_place_of_the_list_counts_after_the_next_opening(workspace: Workspace) -> None:
    folder = workspace._store.folder
    places.write(workspace._store.connection, with_built_in(OFFICIAL), "official list")
    workspace.close()
    with Workspace.open(folder, PASSPHRASE) as again:
        again.save(dossier(incident=counted(place=replace(counted().place, pcode="C9999"))))
        assert again.incidents(IncidentQuery(area="SY07", text="القرية الجديدة")).total == 1
