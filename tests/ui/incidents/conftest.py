"""A page of incidents over a real store, shown in a window, with everything asked answered."""

import datetime as dt
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace

import pytest
import shiboken6

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.ui.incidents import page as incidents_page
from snhr_desktop.ui.incidents.record import record_view
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import attribution, counted, dossier, facility, incident, source, victim, weapon

MARCH = When(dt.date(2018, 3, 1), dt.date(2018, 3, 31), "month")
Settle = Callable[[], None]


def given() -> list[Dossier]:
    """Four incidents that differ in everything the list shows."""
    both = (attribution(), attribution("russia", mode="joint_pending"))
    return [
        dossier(
            victim(number=7), victim(outcome="injured", number=3),
            incident=counted(day=dt.date(2017, 6, 1), title_en="Alpha market", title_ar="سوق ألفا"),
            attributions=both, facilities=(facility(name_en="North school"),), weapons=(weapon(),),
        ),
        dossier(
            victim(name_ar="أسماء عبد الرحمن", name_en="Asmaa", age=4, age_group="child", sex="female"),
            incident=counted(date=MARCH, title_en="Beta camp", kinds=("killing", "prohibited_weapon")),
            attributions=(attribution("hts", basis_ar="شهادة", basis_en="A testimony"),),
            sources=(source(real_name="Secret Person", contact="0944 123", statement_ar="رأيت الطائرة"),),
        ),
        dossier(
            incident=incident(dt.date(2018, 4, 4), title_en="Gamma road", place=Site("SY02", "governorate")),
            attributions=(attribution("russia"),),
        ),
        dossier(
            victim(number=2),
            incident=incident(None, title_en="Delta", status="rejected", place=Site("", "coordinates", 35.81, 36.6)),
        ),
    ]  # fmt: skip


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """The store with those four in it."""
    assert workspace.save_many(given()).refused == ()
    return workspace


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types here who could be waited for."""
    monkeypatch.setattr(incidents_page, "_PAUSE", 1)
    monkeypatch.setattr(record_view, "_SETTLE", 1)
    monkeypatch.setattr(record_view, "_DWELL", 600_000)  # nor does anybody read for long


@pytest.fixture
def page(desk: Desk, filled: Workspace, settle: Settle) -> Iterator[IncidentsPage]:
    """The page over the four incidents, wide enough for the record."""
    yield from shown(desk, settle)


@pytest.fixture
def empty_page(desk: Desk, settle: Settle) -> Iterator[IncidentsPage]:
    """The page over an empty store."""
    yield from shown(desk, settle)


def shown(desk: Desk, settle: Settle) -> Generator[IncidentsPage, None, None]:
    """A page in a window of its own."""
    made = IncidentsPage(desk)
    made.resize(1150, 640)
    made.show()
    settle()
    try:
        yield made
    finally:  # a test that makes its own page closes the generator
        settle()
        shiboken6.delete(made)


def titles(page: IncidentsPage) -> list[str]:
    """The titles of the rows of the list, in order."""
    rows = (page.table.incidents.row(number) for number in range(page.table.incidents.total))
    return [row.title_en.split()[0] for row in rows if row]


def rename(workspace: Workspace, title: str, to: str) -> str:
    """Change the English title of an incident; its uid."""
    row = workspace.incidents(IncidentQuery(text=title)).rows[0]
    read = workspace.dossier(row.uid)
    workspace.save(replace(read, incident=replace(read.incident, title_en=to)), "A better title")
    return row.uid
