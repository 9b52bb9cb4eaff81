"""Many sets saved at once leave what the same sets leave that are saved one by one, to the last byte."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.records import Dossier, Record
from snhr_desktop.store import against_history, history, lines, queue, saving, sets, signing, walk
from snhr_desktop.store.identity import References
from snhr_desktop.store.saving import DOSSIERS, Author
from snhr_desktop.store.store import Store
from tests.builders import PASSPHRASE
from tests.store.test_dossiers import any_dossiers

UIDS = st.sampled_from(["", "", *(f"0190a0b0c0d07e0f8000{number:012x}" for number in range(4))])
REFERENCES = st.sampled_from(["", "IDL-2018-00001", "IDL-2018-00002", "HMA-2015-00007", "IDL-2018-00000", "?"])
TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search%'"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store in which every example is undone again."""
    made, _ = Store.create(tmp_path_factory.mktemp("rows") / "a.snhr", PASSPHRASE, "IDL")
    yield made
    made.close()


@st.composite
def brought(draw: st.DrawFn) -> Dossier:
    """A dossier from elsewhere, its records under identities and references that others may have as well."""

    def named(record: Record) -> Record:
        return record.with_uid(draw(UIDS))

    found = draw(any_dossiers())
    lists = {name: tuple(map(named, children)) for name, children in found.children().items()}
    head = replace(found.incident, uid=draw(UIDS), reference=draw(REFERENCES))
    return replace(found, incident=head, **lists)  # type: ignore[arg-type]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(brought(), max_size=6), st.booleans(), st.integers(1, 6))
def test_many_at_once_are_as_one_by_one(store: Store, some: list[Dossier], named: bool, held: int) -> None:
    assert saved(store, some, held, named=named) == saved(store, some, 1, named=named)


def saved(store: Store, some: Sequence[Dossier], held: int, *, named: bool) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a store after these dossiers were saved, so many with one statement; the store is left as it was."""
    connection, uids, moments = store.connection, count(1), count(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(saving, "AT_ONCE", held)
        patch.setattr(sets, "new_uid", lambda: f"0190a0b0c0d07e0f9000{next(uids):012x}")
        patch.setattr(signing, "now", lambda: "2020-01-01T00:00:01.000000Z")
        patch.setattr(history, "now", lambda: f"2020-01-01T00:00:00.{next(moments):06}Z")
        patch.setattr(secrets, "token_hex", lambda _: "0")
        connection.execute("BEGIN")
        try:
            done = saving.save_many(store, some, Author("somebody"), named=named)
            assert len(done.saved) + len(done.refused) == len(some)
            assert list(walk.findings(store)) == []
            for told in (against_history.broken, lines.differing, queue.differing):
                assert list(told(connection)) == []
            names = [name for (name,) in connection.execute(TABLES).fetchall()]
            return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
        finally:
            connection.execute("ROLLBACK")


def test_a_reference_is_kept_where_no_other_has_it_or_will_get_it(store: Store) -> None:
    with store.writing() as connection:
        given_now = References(connection, DOSSIERS.kind.head_type.type_name)
        assert given_now.next("ALP", 2017) == "ALP-2017-00001"
        assert not given_now.keep("ALP-2017-00001")
        assert given_now.keep("ALP-2017-00005")
        assert not given_now.keep("ALP-2017-00005")
        given_now.settle()
        assert given_now.next("ALP", 2017) == "ALP-2017-00006"
