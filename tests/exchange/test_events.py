"""Georeferenced events of another body through the mapping that comes with the program, against the raw file."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping_file import bundled
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.workspace import Workspace
from tests.exchange.shared_files import EVENTS, events, with_events


def mapping() -> FileMapping:
    return next(one for one in bundled() if one.code == "ucdp_ged")


def converted(path: Path) -> list[Converted]:
    source = open_source(path)
    rows = MappedRows(mapping(), built_in(), dt.date(2026, 1, 1), source.cell_name)
    return [rows.convert([row]) for row in source.rows()]


def dossiers(path: Path) -> list[Dossier]:
    return [one.dossier for one in converted(path) if one.dossier]


def raw(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@with_events
def test_every_event_and_every_death_of_the_sample_comes_in() -> None:
    said, made = raw(EVENTS), dossiers(EVENTS)
    assert len(made) == len(said) == 265
    counted: Counter[str] = Counter()
    for one in made:
        for victim in one.victims:
            counted[victim.civil_status] += victim.number
    assert counted["civilian"] == sum(int(row["deaths_civilians"]) for row in said)
    assert counted["armed"] == sum(int(row["deaths_a"]) + int(row["deaths_b"]) for row in said)
    assert counted["unknown"] == sum(int(row["deaths_unknown"]) for row in said)
    assert sum(source.stated_killed or 0 for one in made for source in one.sources) == sum(
        int(row["best"]) for row in said
    )
    assert sum(one.incident.toll_open for one in made) == sum(int(row["low"]) < int(row["high"]) for row in said)


@with_events
def test_every_date_and_every_governorate_of_the_sample_is_found() -> None:
    said, made = raw(EVENTS), {one.incident.origin.partition(":")[2]: one for one in dossiers(EVENTS)}
    places: Counter[str] = Counter()
    for row in said:
        incident = made[row["id"]].incident
        assert (str(incident.date.first), str(incident.date.last)) == (row["date_start"][:10], row["date_end"][:10])
        assert (incident.place.lat is None) == (int(row["where_prec"]) >= 3)
        places[_governorate(incident.place.pcode)] += 1
    told = Counter("" if row["where_prec"] == "6" else row["adm_1"].removesuffix(" governorate") for row in said)
    assert places["Idlib"] == told["Idlib"] == 32
    assert places[""] == told[""]
    assert sum(places.values()) == len(said)


def _governorate(pcode: str) -> str:
    found = built_in().ancestors(pcode)
    place = found[-1] if found else built_in().get(pcode)
    return place.name_en if place else ""


def test_numbers_of_both_sides_and_of_civilians_are_groups_of_their_own(tmp_path: Path) -> None:
    (made,) = dossiers(
        events(tmp_path, {"deaths_a": "2", "deaths_civilians": "3", "best": "5", "low": "4", "high": "9"})
    )
    assert [(v.number, v.civil_status, v.outcome) for v in made.victims] == [
        (3, "civilian", "killed"), (2, "armed", "killed"),
    ]  # fmt: skip
    assert (made.incident.toll_open, made.incident.review_notes) == (True, "low: 4; high: 9")
    assert (made.incident.place.pcode, made.incident.place.precision) == ("C3916", "community")
    assert (made.sources[0].stated_killed, made.attributions) == (5, ())


@pytest.mark.parametrize(
    "said, precision, pcode, point",
    [
        ({"where_prec": "2"}, "near_community", "C3916", True),
        ({"where_prec": "4", "where_coordinates": "Idlib governorate", "adm_2": ""}, "governorate", "SY07", False),
        ({"where_prec": "6", "where_coordinates": "Syria", "adm_1": "", "adm_2": ""}, "unknown", "", False),
    ],
)
def test_a_point_in_the_middle_of_an_area_is_no_point(
    tmp_path: Path, said: dict[str, str], precision: str, pcode: str, point: bool
) -> None:
    (made,) = dossiers(events(tmp_path, said))
    place = made.incident.place
    assert (place.precision, place.pcode, place.lat is not None) == (precision, pcode, point)


def test_a_range_of_days_and_one_sided_violence(tmp_path: Path) -> None:
    (made,) = dossiers(
        events(tmp_path, {"date_end": "2018-03-25", "date_prec": "2", "dyad_name": "Government of Syria - Civilians"})
    )
    date = made.incident.date
    assert (date.first, date.last, date.precision) == (dt.date(2018, 3, 22), dt.date(2018, 3, 25), "range")
    assert [(a.party, a.mode) for a in made.attributions] == [("regime", "believed")]


def test_the_file_is_known_by_its_columns(workspace: Workspace, tmp_path: Path) -> None:
    path = events(tmp_path, {"id": "1"}, {"id": "2"})
    report = workspace.import_file(path)
    assert (report.created, report.dataset) == (2, "ucdp_ged")
    assert workspace.import_file(path).unchanged == 2


def test_licence_and_credit_are_named() -> None:
    assert mapping().licence == "CC BY 4.0"
    assert "Uppsala" in mapping().credit
