"""What a store says before and after a pack was taken in or out, in the same window."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.values import Site
from snhr_desktop.exchange.export.asked import Asked
from snhr_desktop.exchange.export.sheets import TOTALS
from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.findings import NOTE
from snhr_desktop.store.people import PersonQuery
from snhr_desktop.store.queue import QueueQuery
from snhr_desktop.store.sequence import Found
from snhr_desktop.ui.overview.gathering import gather
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, case, counted, dossier, state, victim
from tests.exchange.export.spreadsheet import read

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


UNITS = "level,pcode,parent_pcode,name_en,name_ar,lat,lon"
RENUMBERED = (
    "2,SY0798,SY07,New district,جديدة,35.9,36.6,SY0799\n3,SY079800,SY0798,New,جديدة,35.9,36.6,SY079900\n"
    "4,C99902,SY079800,Village,قرية,35.9,36.6,C99901\n"
)


def renumbered(workspace: Workspace, folder: Path) -> None:
    """A district, its sub-district and its village, each of which has records; then a version with other codes."""
    old, new = folder / "old.csv", folder / "new.csv"
    old.write_text(f"{UNITS}\n{bare_of(RENUMBERED)}", encoding="utf-8")
    new.write_text(f"{UNITS},replaces\n{RENUMBERED}", encoding="utf-8")
    workspace.import_pack([old], SAID)
    for code, level in (("C99901", "community"), ("SY079900", "subdistrict"), ("SY0799", "district")):
        workspace.save(dossier(victim(), incident=counted(place=Site(code, level))))
        workspace.save_case(case(state(place=Site(code, level))))
    workspace.import_pack([new], {**SAID, "version": "2"})


def rows_of(found: Found | None) -> int:
    """How many rows a question found."""
    assert found
    return len(found.rows)


def bare_of(rows: str) -> str:
    """The same rows under their former codes."""
    for now, before in (("C99902", "C99901"), ("SY0798", "SY0799"), ("SY079800", "SY079900")):
        rows = rows.replace(now, before)
    return "".join(f"{row.rpartition(',')[0]}\n" for row in rows.splitlines())


@pytest.mark.parametrize(
    ("codes", "records"), [(("SY0799", "SY0798"), 3), (("SY079900", "SY079800"), 2), (("C99901", "C99902"), 1)]
)
def test_a_code_that_is_no_more_asks_for_what_came_after_it(
    workspace: Workspace, tmp_path: Path, codes: tuple[str, str], records: int
) -> None:
    renumbered(workspace, tmp_path)
    file = workspace.period("idlib")
    for code in codes:
        query = IncidentQuery(area=code)
        assert workspace.incidents(query).total == records
        assert workspace.toll(query).killed == records
        assert rows_of(workspace.incidents_found(query)) == records
        assert rows_of(workspace.people_found(PersonQuery(of=query))) == records
        spread = workspace.spread(query)
        assert spread
        assert sum(tally.incidents for tally in spread.months.values()) == records
        workspace.save_filter("area", query)
        assert workspace.export_outlook(Asked("json", "internal", saved_filter="area")).incidents == records
        if code.startswith("C"):
            continue
        period = replace(file.period, area=code)
        told = workspace.answers(period, "all")
        assert (told["civilians_killed"].total, told["arrests"].total) == (records, records)
        assert told["civilians_killed"].by["subdistrict"]["SY079800"] == 2
        assert "SY079900" not in told["civilians_killed"].by["subdistrict"]
        assert workspace.answer("civilians_killed", period, "all").total == records
        assert len(workspace.behind("civilians_killed", period, "all")) == records
        with workspace._store.writing() as connection:  # as it was saved before the pack came
            connection.execute("UPDATE period SET area = ? WHERE code = 'idlib'", (code,))
        outlook = workspace.export_outlook(Asked("json", "internal", period="idlib"))
        assert (outlook.incidents, outlook.cases) == (records, records)
        workspace.export(Asked("xlsx", "internal", period="idlib"), tmp_path / f"{code}.xlsx", ENGLISH)
        sheet = read(tmp_path / f"{code}.xlsx", values=True)[ENGLISH.text(TOTALS)]
        killed = ENGLISH.text(FIGURES["civilians_killed"].title)
        assert [sheet[f"B{cell[1:]}"] for cell, said in sheet.items() if said == killed] == [str(records)]
        assert gather(workspace, "idlib").snapshot.period.area == codes[1], "the overview names what is there now"


def test_what_came_after_a_code_is_known_once_the_version_that_had_it_is_taken_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    renumbered(workspace, tmp_path)
    before = {code: workspace.incidents(IncidentQuery(area=code)).total for code in ("SY0799", "SY0798", "C99901")}
    [old] = [held for held in workspace.packs() if not held.in_use]
    assert workspace.look_at_taking_out(old.uid).outlook.gone == ()
    workspace.take_out_pack(old.uid)
    assert workspace.gazetteer.present("C99901") == "C99902"
    assert {code: workspace.incidents(IncidentQuery(area=code)).total for code in before} == before
    assert all(finding.level == NOTE for finding in workspace.verify())
