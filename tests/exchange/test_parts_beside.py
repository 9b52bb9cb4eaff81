"""Headers as offices write them: kinds of attacks, and numbers that say only of whom, beside the number of all."""

import datetime as dt
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.conversion import MappedRows
from tests.exchange.test_guessing import made, targets


@pytest.mark.parametrize("header", ["نوع الهجوم", "نوع الحادث", "نوع الإعتداء", "Attack type", "Type of incident"])
@pytest.mark.parametrize(
    ("cells", "target"),
    [
        (("قصف عشوائي", "اعتقال تعسفي", "قصف جوي"), "incident.kinds"),
        (("قصف جوي", "براميل متفجرة", "قذائف هاون"), "weapons.weapon"),
        (("طيران حربي", "مروحيات", "طيران حربي"), "incident.delivery"),
    ],
)
def test_the_kind_of_an_attack_is_told_by_its_cells(
    tmp_path: Path, header: str, cells: tuple[str, ...], target: str
) -> None:
    lines = (f"{at},{at + 1}/3/2018,سراقب,{cell}\n" for at, cell in enumerate(cells))
    _, found = made(tmp_path, f"رقم الحادث,تاريخ الحادث,البلدة,{header}\n{''.join(lines)}")
    assert targets(found)[header] == target
    assert targets(found)["تاريخ الحادث"] == "date.column"


@pytest.mark.parametrize("headers", ["نوع الهجوم,السلاح", "السلاح,نوع الهجوم", "طريقة القصف,نوع السلاح"])
def test_the_column_of_weapons_goes_before_one_of_kinds_of_attacks(tmp_path: Path, headers: str) -> None:
    """The kinds are left out in sight, and the weapons are not: barrel bombs were lost."""
    kinds, weapons = ("قصف جوي", "قصف مدفعي", "قصف مدفعي"), ("برميل متفجر", "صاروخ", "قذيفة هاون")
    first = "السلاح" in headers.partition(",")[0]
    pairs = zip(weapons if first else kinds, kinds if first else weapons, strict=True)
    lines = (f"{at},{at + 1}/3/2018,سراقب,{one},{other}\n" for at, (one, other) in enumerate(pairs))
    _, found = made(tmp_path, f"رقم الحادث,تاريخ الحادث,البلدة,{headers}\n{''.join(lines)}")
    of_weapons, of_kinds = sorted(headers.split(","), key=lambda header: "السلاح" not in header)
    assert targets(found)[of_weapons] == "weapons.weapon"
    assert targets(found).get(of_kinds, "") == ""
    assert found.mapping.records["weapons"][0].fields["weapon"].columns == (of_weapons,)


KILLED, INJURED = "killed", "injured"


@pytest.mark.parametrize(
    ("headers", "numbers", "told"),
    [
        ("القتلى,نساء,أطفال", "9,2,3", (KILLED, KILLED, KILLED)),
        ("نساء,أطفال,عدد القتلى", "2,3,9", (KILLED, KILLED, KILLED)),
        ("القتلى المدنيون,النساء,الأطفال", "9,2,3", (KILLED, KILLED, KILLED)),
        ("Killed,Women,Children", "9,2,3", (KILLED, KILLED, KILLED)),
        ("الجرحى,عدد النساء,عدد الأطفال", "9,2,3", (INJURED, INJURED, INJURED)),
        ("القتلى,نساء,أطفال,الجرحى", "9,2,3,1", (KILLED, KILLED, KILLED, INJURED)),
        ("القتلى,نساء,الجرحى,أطفال", "9,2,3,1", (KILLED, KILLED, INJURED, INJURED)),
        ("القتلى,الجرحى,نساء,أطفال", "9,5,2,3", (KILLED, INJURED, "", "")),
        ("نساء,القتلى,الجرحى", "2,9,5", ("", KILLED, INJURED)),
        ("القتلى,لون,نساء,الجرحى", "9,أحمر,2,5", (KILLED, "", "", INJURED)),
        ("عدد القتلى,منهم أطفال,ومنهم نساء,عدد الجرحى", "9,3,2,1", (KILLED, KILLED, KILLED, INJURED)),
        ("عدد الشهداء,منهم: أطفال,من بينهم نساء", "9,3,2", (KILLED, KILLED, KILLED)),
        ("Killed,of them children,Of whom women", "9,3,2", (KILLED, KILLED, KILLED)),
        ("القتلى,نساء,أطفال", "2,3,1", (KILLED, "", KILLED)),
        ("القتلى,نساء", "9,لا", (KILLED, "")),
        ("نساء,أطفال", "2,3", ("", "")),
    ],
)
def test_whom_a_number_counts_is_some_of_the_number_beside_it_or_left_open(
    tmp_path: Path, headers: str, numbers: str, told: tuple[str, ...]
) -> None:
    """Two totals side by side leave it open, and so does a row in which more are told than the total."""
    lines = f"1,22/3/2018,سراقب,{numbers}\n2,23/3/2018,حارم,{numbers}\n"
    _, found = made(tmp_path, f"الرقم,التاريخ,البلدة,{headers}\n{lines}")
    taken = {one.column: one.target for one in found.columns}
    said = dict(zip(headers.split(","), told, strict=True))
    assert {header: taken[header] for header in said} == said


def test_nobody_is_counted_twice_who_stands_in_a_part_and_in_the_total(tmp_path: Path) -> None:
    rows = "الرقم,التاريخ,المحافظة,البلدة,القتلى,نساء,أطفال\n1,22/3/2018,إدلب,سراقب,9,2,3\n2,23/3/2018,إدلب,حارم,4,,1\n"
    source, found = made(tmp_path, rows)
    mapped = MappedRows(found.mapping, built_in(), dt.date(2026, 1, 1))
    records = [mapped.convert([row]).dossier for row in source.rows()]
    assert None not in records
    people = [(one.number, one.sex, one.age_group) for given in records if given for one in given.victims]
    assert sorted(people) == [(1, "", "child"), (2, "female", "adult"), (3, "", ""), (3, "", "child"), (4, "", "")]
