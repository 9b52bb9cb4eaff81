"""The other files beside the project that hold records: a form's submissions, and tables that hold no incidents."""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.conversion import MappedRows, settled
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.guessing.forms import form_of
from snhr_desktop.exchange.mapping.changing import with_constant
from snhr_desktop.exchange.reading import Choices, open_source
from tests.exchange.shared_files import DATA, TABLES, with_tables

FORM = DATA / "incident_bilingual_xlsform.xlsx"
with_form = pytest.mark.skipif(not FORM.is_file(), reason="the shared data set is not on this machine")

SENT: list[dict[str, Any]] = [
    {
        "_uuid": f"uuid-{number}",
        "incident_date": f"2018-03-{number:02}",
        "gov": "idlib",
        "victim": [{"victim/name_ar": f"أحمد {at}", "victim/age": str(at)} for at in range(number % 3)],
    }
    for number in range(1, 29)
]


@with_form
def test_submissions_of_the_form_come_in_whole(tmp_path: Path) -> None:
    """The form names the questions; what was sent is counted in the raw file."""
    sheets = [
        [row.cells or {} for row in open_source(FORM, Choices(sheet=name)).rows()] for name in ("survey", "choices")
    ]
    path = tmp_path / "sent.json"
    path.write_text(json.dumps(SENT), encoding="utf-8")
    source = open_source(path)
    mapping = with_constant(guess(source, built_in(), form_of(*sheets)).mapping, "victims", "outcome", "killed")
    rows = MappedRows(settled(mapping, source), built_in(), dt.date(2026, 1, 1), source.cell_name)
    made = [one for row in source.rows() if (one := rows.convert([row]).dossier)]
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert len(made) == len(raw)
    people = [(person["victim/name_ar"], int(person["victim/age"])) for one in raw for person in one["victim"]]
    assert [(v.name_ar, v.age) for one in made for v in one.victims] == people
    assert [str(one.incident.date.first) for one in made] == [one["incident_date"] for one in raw]
    assert {one.incident.place.pcode for one in made} == {"SY07"}


@with_tables
@pytest.mark.parametrize("name", ["iom-haiti-dtm.csv", "unhcr-3w.csv"])
def test_tables_of_camps_and_agencies_hold_no_incident(name: str) -> None:
    """Sites of displaced people and who works where: nobody is harmed in a row, and none may become a victim."""
    source = open_source(TABLES / name)
    with (TABLES / name).open(encoding="utf-8-sig", newline="") as file:
        raw = list(csv.reader(file))
    assert sum(1 for _ in source.rows()) == sum(1 for row in raw[2:] if any(row))
    found = guess(source, built_in())
    assert "victims" not in found.mapping.records
    targets = {one.target for one in found.columns}
    assert not targets & {"killed", "injured", "victims.name", "attributions.party"}
