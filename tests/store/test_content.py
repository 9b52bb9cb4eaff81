"""What a store holds, in one number: the same for the same records, another for any letter of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.records import RECORD_TYPES, AttachmentLink, CustodyStep, OwnTerm, Record, User, Waiver
from snhr_desktop.store import content
from snhr_desktop.store.findings import as_json
from snhr_desktop.store.tables import columns_of, table
from snhr_desktop.workspace import Workspace
from tests.builders import case, counted, dossier, facility, source, state, victim, weapon
from tests.exchange.archive import folder_file, row

pytestmark = pytest.mark.usefixtures("nobody_elses_terms")

ACTS = {User, CustodyStep}
ANOTHER: dict[str, Any] = {"TEXT": "another", "INTEGER": 7, "REAL": 7.5}


def digest(workspace: Workspace) -> str:
    return content.digest(workspace._store.connection)


def test_the_same_file_three_times_leaves_the_same_content(workspace: Workspace, tmp_path: Path) -> None:
    rows = [row(f"SAR{day:02}0415", f"2015-04-{day:02}") for day in range(1, 6)]
    found, before = [], digest(workspace)
    for name in ("first.json", "second.json", "second.json"):
        workspace.import_file(folder_file(tmp_path, name, json.dumps(rows)))
        found.append(digest(workspace))
    assert len(set(found)) == 1
    assert found[0] != before
    rows[2]["title_en"] = "Attack on saraqib"
    workspace.import_file(folder_file(tmp_path, "corrected.json", json.dumps(rows)))
    assert digest(workspace) != found[0]


def test_a_check_tells_it_in_words_and_to_programs(workspace: Workspace) -> None:
    workspace.save(dossier())
    findings = workspace.verify()
    assert json.loads(as_json(findings))["content"] == digest(workspace)
    assert [digest(workspace)] == [one.values["hash"] for one in findings if one.code == "content"]


@pytest.fixture
def full(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A store with a record of every type."""
    kept = workspace.save(
        dossier(
            victim(name_en="Amal"),
            victim(name_en="Karim"),
            incident=counted(),
            facilities=(facility(),),
            weapons=(weapon(),),
            sources=(source(real_name="Salma Falcon", contact="+963 944 555 777"),),
            waivers=(Waiver(check="far_from_place", about="12 km", reason="the village moved"),),
        )
    ).dossier
    other = workspace.save(dossier()).dossier
    workspace.save_case(case(state(source_name="Hidden Name"), family_contact="+963 944 555 778"))
    workspace.save_own_term(
        OwnTerm(vocabulary="weapon", like="air_bomb", label_en="Made-up bomb", label_ar="قنبلة مختلقة")
    )
    link = AttachmentLink(record="incident", target=kept.incident.uid)
    workspace.take_in(folder_file(tmp_path, "a.txt", "a file"), (link,))
    workspace.link_persons(kept.victims[0].uid, other.victims[0].uid)
    return workspace


def columns() -> Iterator[tuple[type[Record], str, str]]:
    """Each column of each record, its table and its type."""
    for record_type in RECORD_TYPES.values():
        if record_type not in ACTS:
            for field in record_type.fields():
                for name, (_, sort) in zip(columns_of((field,)), field.kind.columns, strict=True):
                    yield (
                        record_type,
                        f"{table(record_type).name}{'_protected' if field.sensitive else ''}.{name}",
                        sort,
                    )


def test_nothing_of_any_record_can_change_and_its_content_stay(full: Workspace) -> None:
    connection = full._store.connection
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA ignore_check_constraints = on")
    seen = {digest(full)}
    wanted = 1
    for _, place, sort in columns():
        held, column = place.split(".")
        connection.execute("SAVEPOINT one")
        changed = connection.execute(
            f'UPDATE {held} SET "{column}" = ? WHERE rowid = (SELECT max(rowid) FROM {held})', (ANOTHER[sort],)
        )
        assert changed.rowcount == 1, place
        seen.add(digest(full))
        connection.execute("ROLLBACK TO one")
        wanted += 1
        assert len(seen) == wanted, place


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE victim SET position = 5 - position",
        "DELETE FROM weapon",
        "UPDATE person_link SET removed = 1",
        "DELETE FROM source_protected",
        "UPDATE incident SET uid = 'f' || substr(uid, 2) WHERE id = 1",
    ],
)
def test_order_links_and_what_is_gone_are_content(full: Workspace, statement: str) -> None:
    before = digest(full)
    full._store.connection.execute(statement)
    assert digest(full) != before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE incident SET revision = revision + 1",
        "UPDATE victim SET position = position + 5",
        "UPDATE period SET uid = 'f' || substr(uid, 2)",
        "UPDATE own_term SET uid = 'f' || substr(uid, 2)",
        "UPDATE user SET name = 'somebody else'",
        "INSERT INTO source_protected SELECT id, '', '' FROM source WHERE id = (SELECT max(id) FROM source)",
    ],
)
def test_what_happened_to_a_store_is_no_content(full: Workspace, statement: str) -> None:
    before = digest(full)
    full._store.connection.execute(statement)
    assert digest(full) == before
