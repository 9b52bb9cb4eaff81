"""The migrated schema is the declared one: a field without its migration fails here."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.records import RECORD_TYPES, Record
from snhr_desktop.errors import DamagedStore, NewerStore, OlderStore
from snhr_desktop.i18n import Message
from snhr_desktop.store import cases, dossiers, driver, meta, migrations
from snhr_desktop.store.driver import DatabaseError, connect
from snhr_desktop.store.facts import FACT_TABLES
from snhr_desktop.store.findings import NOTE
from snhr_desktop.store.layout import BACKUPS, DATABASE
from snhr_desktop.store.migrate import migrate
from snhr_desktop.store.saving import Author, save
from snhr_desktop.store.store import Store
from snhr_desktop.store.upkeep import ANEW, ASIDE, SIGNED, STEPS_TAKEN
from snhr_desktop.store.verify import verify
from tests.builders import PASSPHRASE, case, dossier, incident

PUBLISHED = "published_subdistrict"
NEWEST = len(migrations.STEPS)
STEP_2 = ("ALTER TABLE victim ADD COLUMN height INTEGER", "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new, empty store."""
    made, _ = Store.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")
    yield made
    made.close()


def columns(store: Store, table: str) -> dict[str, str]:
    """The columns of a table with their types, without those that only place a row."""
    found = {name: kind for _, name, kind, *_ in store.connection.execute(f"PRAGMA table_info({table})")}
    placing = {"id", "uid", "revision", "position"} | {name for name in found if name.endswith("_id")}
    return {name: kind for name, kind in found.items() if name not in placing}


def declared(record_type: type[Record], *, sensitive: bool) -> dict[str, str]:
    """The columns that a record type's fields ask for."""
    return {
        field.name + suffix: kind
        for field in record_type.fields()
        if field.sensitive is sensitive
        for suffix, kind in field.kind.columns
    }


@pytest.mark.parametrize("record_type", RECORD_TYPES.values(), ids=RECORD_TYPES.keys())
def test_each_record_type_has_its_columns(store: Store, record_type: type[Record]) -> None:
    assert columns(store, record_type.type_name) == declared(record_type, sensitive=False)
    assert columns(store, f"{record_type.type_name}_protected") == declared(record_type, sensitive=True)


@pytest.mark.parametrize("table", FACT_TABLES)
def test_each_fact_has_its_columns(store: Store, table: str) -> None:
    assert list(columns(store, table)) == list(FACT_TABLES[table]._fields)


def test_every_table_is_strict_and_children_lie_under_their_parent(store: Store) -> None:
    lax = store.connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite_%'"
    )
    assert lax.fetchall() == []
    for name, record_type in RECORD_TYPES.items():
        parents = [row[2] for row in store.connection.execute(f"PRAGMA foreign_key_list({name})")]
        assert parents == ([record_type.parent] if record_type.parent else [])


def test_sqlite_utils_runs_on_the_encrypted_driver() -> None:
    import sqlcipher3.dbapi2
    import sqlite_utils.utils

    assert driver.DatabaseError is sqlcipher3.dbapi2.DatabaseError
    assert sqlite_utils.utils.OperationalError is sqlcipher3.dbapi2.OperationalError


def test_no_step_imports_anything_of_the_program() -> None:
    steps = sorted(Path(migrations.__file__).parent.glob("m*.py"))
    assert len(steps) == NEWEST
    imported = re.compile(r"^\s*(import|from) ", re.MULTILINE)
    assert [step.name for step in steps if imported.search(step.read_text(encoding="utf-8").split('"""', 2)[2])] == []


def test_a_newer_store_is_refused_and_not_touched(store: Store) -> None:
    store.connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    store.close()
    before = (store.folder / DATABASE).read_bytes()
    for read_only in (True, False):
        with pytest.raises(NewerStore):
            Store.open(store.folder, PASSPHRASE, read_only=read_only)
    assert (store.folder / DATABASE).read_bytes() == before


def test_a_file_without_schema_is_damage(store: Store) -> None:
    store.connection.execute("PRAGMA user_version = 0")
    store.close()
    with pytest.raises(DamagedStore):
        Store.open(store.folder, PASSPHRASE)


def test_an_older_store_is_copied_and_brought_up_to_date(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    monkeypatch.setattr("snhr_desktop.store.upkeep.STEPS", (*migrations.STEPS, STEP_2))
    with pytest.raises(OlderStore):
        Store.open(store.folder, PASSPHRASE, read_only=True)
    newer = Store.open(store.folder, PASSPHRASE)
    assert "height" in columns(newer, "victim")
    assert newer.connection.execute("PRAGMA user_version").fetchone() == (NEWEST + 1,)
    newer.close()
    [copy] = (store.folder / BACKUPS).glob("*.snhr")
    monkeypatch.undo()
    with_old_schema = Store.open(copy, PASSPHRASE)
    assert "height" not in columns(with_old_schema, "victim")
    with_old_schema.close()


def test_a_store_from_before_the_part_of_day_keeps_its_incidents_sound(store: Store) -> None:
    saved = save(store, dossier(incident=incident(time="22:30")), Author())
    store.connection.execute("DROP INDEX incident_fact_of_area")
    younger_columns = (
        ("incident", "part_of_day"),
        ("incident", "place_shown"),
        ("incident_fact", PUBLISHED),
        ("revision", "actor_uid"),
        ("place", "former"),
        ("place", "successor"),
    )
    for table, column in younger_columns:
        store.connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    store.connection.execute("DROP TRIGGER victim_leaves_the_search")
    younger = ("publication_record", "publication", "case_fact", "case_search", "detention_state_protected")
    for index in ("victim_in_list", "incident_by_place", "incident_spanning"):
        store.connection.execute(f"DROP INDEX {index}")
    store.connection.execute("CREATE INDEX victim_of_incident ON victim (incident_id, position)")
    indexed = ("search_person", "search_source_name", "source_name_use", "source_name", "saved_filter", "recent")
    cases = ("incident_line", "person_key", "not_double", "detention_state", "detention_protected", "detention")
    for table in (
        *younger,
        *indexed,
        *cases,
        "place_pack",
        *("import_file", "import_conflict", "import_row", "import_batch"),
        "review_note",
        "looked",
        "queue",
        "merge",
        "person_link",
        "waiver",
        "editing",
        "user",
        "draft_file",
        *("attachment_protected", "attachment_link", "attachment_blob", "attachment", "custody_protected", "custody"),
        "own_term",
        "signature",
    ):
        store.connection.execute(f"DROP TABLE {table}")
    store.connection.execute("DELETE FROM _sqlite_migrations WHERE name > '0001'")
    meta.write(store.connection, "derived_by", "1")
    store.connection.execute("PRAGMA user_version = 1")
    store.close()
    heard: list[tuple[Message, int, int]] = []
    newer = Store.open(store.folder, PASSPHRASE, progress=lambda *told: heard.append(told))
    parts = [(what, done) for what, done, of in heard if of == NEWEST + 2]
    assert [what for what, _ in parts] == [ASIDE, *[STEPS_TAKEN] * (NEWEST - 1), SIGNED, ANEW]
    assert [done for _, done in parts] == list(range(NEWEST + 2)), "each part is told once, and none is left out"
    [(_, kept)] = dossiers.read_all(newer.connection)
    assert kept == saved.dossier
    assert (kept.incident.part_of_day, kept.incident.place_shown) == ("", "")
    facts = newer.connection.execute(f"SELECT subdistrict, {PUBLISHED} FROM incident_fact").fetchall()
    assert facts == [("SY070000", "SY070000")]
    assert [finding.level for finding in verify(newer)] == [NOTE] * 6
    save(newer, replace(kept, incident=replace(kept.incident, part_of_day="night")), Author())
    assert [finding.level for finding in verify(newer)] == [NOTE] * 6
    newer.close()


def test_a_step_that_fails_leaves_nothing_of_itself(store: Store) -> None:
    broken = (*STEP_2, "CREATE TABLE extra (id INTEGER)")
    with pytest.raises(DatabaseError, match="already exists"):
        migrate(store.connection, (*migrations.STEPS, broken))
    assert "height" not in columns(store, "victim")
    assert store.connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE revision SET reason = 'other'", "DELETE FROM revision", "DELETE FROM incident", "DELETE FROM detention"],
)
def test_history_incidents_and_cases_cannot_be_taken_away(store: Store, statement: str) -> None:
    save(store, dossier(), Author())
    cases.save(store, case(), Author())
    with pytest.raises(DatabaseError, match=r"only ever|not removed"):
        store.connection.execute(statement)


def test_a_key_of_zeros_does_not_open_it(store: Store) -> None:
    store.close()
    with pytest.raises(DatabaseError, match="not a database"):
        connect(store.folder / DATABASE, bytes(32), bytes(16))
