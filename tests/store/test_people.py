"""The list of people: filters, orders, sums and the search in names."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from snhr_desktop.store.people import ORDERS
from snhr_desktop.workspace import IncidentQuery, PersonQuery, PersonRow, Workspace
from tests.builders import PASSPHRASE, attribution, counted, dossier, incident, victim


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Three incidents with six entries of people. Nothing is written to it by a test."""
    made, _ = Workspace.create(tmp_path_factory.mktemp("people") / "a.snhr", PASSPHRASE, "IDL")
    given = [
        dossier(
            victim(name_ar="أحمد سعيد", name_en="Ahmad Said", father_ar="خالد", age=31, naming="published"),
            victim(name_ar="سلمى عبد الله", name_en="Salma Abdullah", sex="female", age=6, age_group="child"),
            victim(number=5, sex="", outcome="injured"),
            incident=counted(day=dt.date(2017, 6, 1)),
        ),
        dossier(
            victim(name_en="Basim", civil_status="armed"), victim(name_en="Zaid", outcome="missing"),
            incident=counted(day=dt.date(2018, 3, 1)), attributions=(attribution("hts"),),
        ),
        dossier(victim(name_en="Nur", outcome="died_torture"), incident=incident(None, status="rejected")),
    ]  # fmt: skip
    with made:
        assert made.save_many(given).refused == ()
        yield made


def listed(workspace: Workspace, query: PersonQuery) -> tuple[PersonRow, ...]:
    """The rows that a query finds, in order."""
    found = workspace.people_found(query)
    assert found is not None
    return workspace.people_rows(found.rows.tolist())


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (PersonQuery(), ["Basim", "Zaid", "Ahmad Said", "Salma Abdullah", "", "Nur"]),
        (PersonQuery(descending=False), ["Ahmad Said", "Salma Abdullah", "", "Basim", "Zaid", "Nur"]),
        (PersonQuery("احمد"), ["Ahmad Said"]),
        (PersonQuery("عبدالله"), ["Salma Abdullah"]),
        (PersonQuery("salma abd"), ["Salma Abdullah"]),
        (PersonQuery("خالد"), ["Ahmad Said"]),
        (PersonQuery("market"), []),
        (PersonQuery(sexes=("female",)), ["Salma Abdullah"]),
        (PersonQuery(age_groups=("child",)), ["Salma Abdullah"]),
        (PersonQuery(outcomes=("missing", "injured")), ["Zaid", ""]),
        (PersonQuery(namings=("published",)), ["Ahmad Said"]),
        (PersonQuery(of=IncidentQuery(parties=("hts",))), ["Basim", "Zaid"]),
        (PersonQuery(of=IncidentQuery(statuses=("rejected",))), ["Nur"]),
        (PersonQuery(of=IncidentQuery(last=dt.date(2017, 12, 31)), sexes=("male",)), ["Ahmad Said"]),
        (PersonQuery(order="name", descending=False), ["Ahmad Said", "Basim", "Nur", "Salma Abdullah", "Zaid", ""]),
        (PersonQuery(order="age", descending=False, age_groups=("child", "adult"))
         , ["Salma Abdullah", "Ahmad Said", "", "Basim", "Zaid", "Nur"]),
        (PersonQuery(order="number", outcomes=("injured", "missing")), ["", "Zaid"]),
    ],
)  # fmt: skip
def test_people_are_filtered_and_sorted(filled: Workspace, query: PersonQuery, names: list[str]) -> None:
    assert [row.name_en for row in listed(filled, query)] == names


def test_the_arabic_list_is_in_the_order_of_arabic_names(filled: Workspace) -> None:
    rows = listed(filled, PersonQuery(order="name", descending=False, language="ar"))
    assert [row.name_ar for row in rows if row.name_ar] == ["أحمد سعيد", "سلمى عبد الله"]
    assert rows[0].name_ar == "أحمد سعيد"


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("descending", [True, False])
def test_everybody_stands_once_in_any_order_and_is_added_up(filled: Workspace, order: str, descending: bool) -> None:
    query = PersonQuery(order=order, descending=descending)
    found = filled.people_found(query)
    assert found is not None
    assert len(set(found.rows)) == 6
    assert (found.killed[-1], found.injured[-1]) == (3, 5)  # the armed one and the missing one are neither
    first = filled.people_found(query, 4)
    assert first is not None
    assert first.rows == found.rows[:4]
    assert filled.people_found(query, wanted=lambda: False) is None


def test_a_row_says_who_and_in_which_incident(filled: Workspace) -> None:
    [row] = listed(filled, PersonQuery("ahmad said"))
    assert (row.father_ar, row.age, row.sex, row.outcome, row.naming) == ("خالد", 31, "male", "killed", "published")
    [of] = filled.incidents(IncidentQuery(uids=(row.incident_uid,))).rows
    assert (row.reference, row.date, row.place, row.parties) == (of.reference, of.date, of.place, of.parties)


def test_who_left_an_incident_is_listed_no_more(workspace: Workspace) -> None:
    saved = workspace.save(dossier(victim(name_en="Ahmad"), victim(name_en="Basim"))).dossier
    workspace.save(replace(saved, victims=saved.victims[1:]))
    assert [row.name_en for row in listed(workspace, PersonQuery())] == ["Basim"]
