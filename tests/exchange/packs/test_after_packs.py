"""What a store says before and after a pack was taken in or out, in the same window."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.values import Site
from snhr_desktop.store.queue import QueueQuery
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, case, counted, dossier, state, victim

SAID = {"name": "Official", "version": "1", "licence": "CC BY 3.0 IGO", "credit": "UN OCHA"}
POINTS = "PCODE,name_en,name_ar,admin3Pcode,LATITUDE,LONGITUDE\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new store with its door."""
    made, _ = Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")
    with made:
        yield made


def village(folder: Path, subdistrict: str, name: str = "Village", lat: float = 35.9) -> Path:
    """A list of one village in a sub-district."""
    path = folder / "list.csv"
    path.write_text(f"{POINTS}C99901,{name},قرية,{subdistrict},{lat},36.6\n", encoding="utf-8")
    return path


def seen(workspace: Workspace, area: str) -> Mapping[str, object]:
    """What this window says of an area, each in its own way."""
    period = replace(workspace.period("idlib").period, area=area)
    spread = workspace.spread(IncidentQuery())
    queue = workspace.queue_found(QueueQuery())
    assert spread
    assert queue
    return {
        "killed": workspace.answer("civilians_killed", period, "all").total,
        "arrested": workspace.answer("arrests", period, "all").total,
        "by place": workspace.answers(period, "all")["civilians_killed"].by,
        "by month": workspace.killed_by_month(period, "all"),
        "listed": workspace.incidents(IncidentQuery(area=area)).total,
        "mapped": {code: tally.incidents for code, tally in spread.places.items()},
        "found by its name": workspace.incidents(IncidentQuery(text="Newname")).total,
        "waiting": [(row.needed, row.hints) for row in workspace.queue_rows(queue.rows)],
    }


def test_all_follows_a_pack_that_is_taken_in_or_out_in_the_same_window(workspace: Workspace, tmp_path: Path) -> None:
    site = Site("C99901", "community")
    workspace.import_pack([village(tmp_path, "SY070000")], SAID)
    workspace.save(dossier(victim(), incident=counted(place=site)))
    exactly = Site("C99901", "coordinates", 35.9, 36.6)
    workspace.save(dossier(victim(), incident=counted(place=exactly, status="reported")))
    workspace.save_case(case(state(place=site)))
    first = {area: seen(workspace, area) for area in ("SY07", "SY02")}
    assert [(said["killed"], said["arrested"], said["listed"]) for said in first.values()] == [(1, 1, 2), (0, 0, 0)]
    second = workspace.import_pack([village(tmp_path, "SY020000", "Newname", 36.9)], {**SAID, "version": "2"})
    assert second.changes.types >= {"incident", "detention"}
    moved = {area: seen(workspace, area) for area in ("SY07", "SY02")}
    assert [(said["killed"], said["arrested"], said["listed"]) for said in moved.values()] == [(0, 0, 0), (1, 1, 2)]
    assert moved["SY02"]["mapped"] == {"SY020000": 2}
    assert moved["SY02"]["found by its name"] == 2
    assert moved["SY02"]["waiting"] != first["SY02"]["waiting"], "what is recorded lies far from the village now"
    with Workspace.open(tmp_path / "a.snhr", PASSPHRASE) as anew:
        assert {area: seen(anew, area) for area in moved} == moved
    workspace.take_out_pack(workspace.packs()[0].uid)
    assert {area: seen(workspace, area) for area in first} == first
