"""Numbers of persons with notes or blank columns beside them: nobody is made of a note, and no number is lost."""

import datetime as dt
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.guessing import Guess, guess
from snhr_desktop.exchange.mapping import INCIDENT
from snhr_desktop.exchange.reading import open_source

ROWS = ("12,2018-03-22,سراقب,12,4,قصف على السوق", "13,2018-03-23,سراقب,,3,", "14,2018-03-24,سراقب,0,0,شهود")


def made(folder: Path, header: str, rows: tuple[str, ...]) -> tuple[Guess, list[Converted]]:
    path = folder / "list.csv"
    path.write_text("\n".join((header, *rows)), "utf-8")
    source = open_source(path)
    found = guess(source, built_in())
    converter = MappedRows(found.mapping, built_in(), dt.date(2026, 1, 1), source.cell_name)
    return found, [converter.convert([row]) for row in source.rows()]


def people(found: Converted) -> list[tuple[int | None, str]]:
    assert found.dossier, found.problems
    return [(one.number, one.outcome) for one in found.dossier.victims]


@pytest.mark.parametrize("more", ["", ",العمر", ",العمر,الجنس,الاسم"])
@pytest.mark.parametrize("notes", ["ملاحظات", "notes", "Remarks"])
def test_notes_beside_numbers_are_of_the_incident_and_make_nobody(tmp_path: Path, notes: str, more: str) -> None:
    blank = "," * more.count(",")
    found, records = made(
        tmp_path, f"الرقم,التاريخ,البلدة,القتلى,الجرحى,{notes}{more}", tuple(row + blank for row in ROWS)
    )
    assert found.mapping.rows == INCIDENT
    assert found.mapping.key == "الرقم"
    assert [people(one) for one in records] == [[(12, "killed"), (4, "injured")], [(3, "injured")], []]
    assert [one.dossier.incident.review_notes for one in records if one.dossier] == ["قصف على السوق", "", "شهود"]


def test_notes_without_anybody_make_nobody(tmp_path: Path) -> None:
    found, records = made(tmp_path, "Incident No,Date,Town,Notes", ("1,2018-03-22,سراقب,x", "2,2018-03-23,سراقب,"))
    assert found.mapping.rows == INCIDENT
    assert found.mapping.key == "Incident No"
    assert [people(one) for one in records] == [[], []]


def test_a_row_whose_name_is_blank_is_nobody_and_keeps_its_note(tmp_path: Path) -> None:
    rows = (
        "1,2018-03-22,سراقب,1,,أحمد حسن,قتيل,", "2,2018-03-23,سراقب,,3,,,شهود من الحي", "3,2018-03-24,سراقب,2,,,,",
    )  # fmt: skip
    _, records = made(tmp_path, "الرقم,التاريخ,البلدة,القتلى,الجرحى,الاسم,مصير الضحية,ملاحظات", rows)
    assert [people(one) for one in records] == [[(1, "killed")], [(3, "injured")], [(2, "killed")]]
    assert records[1].dossier
    assert "شهود من الحي" in records[1].dossier.incident.review_notes
