"""A process with the window on the large store: opened, jumped about in, entered into; then the same asked bare."""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.sample import PASSPHRASE
from snhr_desktop.domain.doubles import incident_traits, person_traits
from snhr_desktop.domain.records import Dossier, Victim
from snhr_desktop.exchange.training.people import FAMILIES, MEN
from snhr_desktop.figures import FIGURES, ask_all
from snhr_desktop.store import keyslots
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.opened import connect_with
from snhr_desktop.workspace import IncidentQuery, Workspace

TIMES, VICTIMS, PAGE = 15, 20, 64
_OF_THE_PERIOD = (
    "standing = 'counted' AND governorate = 'SY07' AND first >= '2017-05-06' AND last <= '2018-05-31'"
    " AND party_group = 'alliance'"
)
FLOOR = tuple(
    f"SELECT party_row, month, subdistrict, {number} FROM incident_fact JOIN {facts} USING (incident_id)"
    f" WHERE {_OF_THE_PERIOD} GROUP BY 1, 2, 3"
    for facts, number in (
        ("victim_fact", "sum(number)"),
        ("facility_fact", "count(*)"),
        ("weapon_fact", "sum(attacks)"),
    )
)
"""One grouped pass over each table of facts, of the same incidents: the least that these panels could ask."""
_CHANCE = random.Random(2018)
Pair = tuple[float, float]


def main() -> None:
    """Print, by name, seconds of ours and of the floor as JSON."""
    store = Path(sys.argv[1])
    found: dict[str, Pair] = {}
    stalls: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        window = Window(Path(folder), stalls)
        found["open"] = (window.open(store), _floor_of_opening(store))
        found["stall.opening"] = max(stalls), window.repaint()
        stalls.clear()
        workspace = window.workspace
        connection = workspace._store.connection
        found["list.jump"] = window.jump(), _middle(lambda: _bare_rows(connection))
        found |= _panels(workspace)
        found |= _saves(workspace, window)
        found["duplicates.hint"] = _doubles(workspace)
        found["stall.worst"] = max(stalls), window.repaint()
        window.close()
    print(json.dumps(found))


class Window:
    """The application's window; whatever keeps it busy is noted."""

    def __init__(self, folder: Path, stalls: list[float]) -> None:
        from snhr_desktop.i18n import ARABIC
        from snhr_desktop.ui.application import prepare
        from snhr_desktop.ui.kit import Kit
        from snhr_desktop.ui.main_window import MainWindow
        from snhr_desktop.ui.pages import PAGES
        from snhr_desktop.ui.settings import Settings
        from snhr_desktop.ui.theme import Theme
        from snhr_desktop.ui.tongue import Tongue

        self._application = prepare()
        tongue = Tongue(ARABIC)
        self._stalls = stalls
        self._window = MainWindow(Kit(tongue, Theme(tongue, "light")), Settings(folder / "settings.ini"), PAGES)
        self._window.resize(1366, 768)
        self._window.show()
        self._window.get_ready()
        self._wait(lambda: False, 0.5, noted=False)

    def open(self, store: Path) -> float:
        """Seconds from the passphrase to the first rows of the list on the screen."""
        start = time.perf_counter()
        self.workspace = Workspace.open(store, PASSPHRASE)
        self._window.open_store(self.workspace, store)
        self._note(lambda: self._window.go("incidents"))
        self._wait(self._shows)
        self._window.grab()
        taken = time.perf_counter() - start
        self._wait(lambda: self._list().lines.whole, 60)
        return taken

    def jump(self) -> float:
        """Seconds from a jump to the rows there on the screen, the middle of many."""
        table, taken = self._list(), []
        for _ in range(TIMES):
            start = time.perf_counter()
            self._note(lambda: table.go_to(_CHANCE.randrange(table.lines.total)))
            self._wait(self._shows)
            table.viewport().repaint()
            taken.append(time.perf_counter() - start)
        return median(taken)

    def enter(self) -> None:
        """Type an entry, let checks and hints follow, save it and look at the panels."""
        from PySide6.QtTest import QTest

        self._window.go("overview")
        self._window.go("entry")
        self._wait(lambda: False, 1, noted=False)  # pages are made once, when they are first gone to
        form = self._window.shell.page().form  # type: ignore[union-attr]
        title, names = form.body.editors["title_en"], form.body.lists["victims"].grid
        form.body.editors["place"].set_raw({"pcode": "C3871", "precision": "community"})
        form.body.editors["date"].set_raw("2018-03-22")
        title.setFocus()
        for letter in "Air strike on a market in Idlib":
            self._note(partial(QTest.keyClick, title.line, letter))
            self._wait(lambda: False, 0.02)
        form.body.lists["victims"].rows.fill(0, [person.dump() | {"uid": ""} for person in _people()])
        names.setFocus()
        self._wait(lambda: False, 2)
        saved: list[object] = []
        form.saved.connect(saved.append)
        self._note(form.save)
        self._wait(lambda: bool(saved))
        self._note(lambda: self._window.go("overview"))
        self._wait(lambda: False, 1)
        self._window.worker.settle()

    def repaint(self) -> float:
        """Seconds of one repaint."""
        return _middle(self._window.grab)

    def close(self) -> None:
        """Close it with its store."""
        self._window.close()

    def _list(self) -> Any:
        from snhr_desktop.ui.incidents import IncidentsPage

        assert self._window.shell is not None
        page = self._window.shell.page()
        assert isinstance(page, IncidentsPage)
        return page.table

    def _shows(self) -> bool:
        table = self._list()
        rows = table.rows_in_sight()
        return bool(rows) and all(table.lines.row(number) is not None for number in rows)

    def _note(self, act: Callable[[], object]) -> None:
        before = time.perf_counter()
        act()
        self._stalls.append(time.perf_counter() - before)

    def _wait(self, done: Callable[[], bool], longest: float = 30, *, noted: bool = True) -> None:
        until = time.perf_counter() + longest
        while not done() and time.perf_counter() < until:
            before = time.perf_counter()
            self._application.processEvents()
            if noted:
                self._stalls.append(time.perf_counter() - before)
            time.sleep(0.0005)


def _panels(workspace: Workspace) -> dict[str, Pair]:
    period = workspace.period("idlib").period
    connection = workspace._store.connection
    floor = _middle(lambda: _bare_pass(connection), 3)
    cold = _middle(lambda: ask_all(connection, FIGURES.values(), period, "alliance"), 3)

    def warm() -> None:
        workspace.answers(period, "alliance")
        workspace.killed_by_month(period, "alliance")

    return {"panels.cold": (cold, floor), "panels.warm": (_middle(warm), floor)}


def _saves(workspace: Workspace, window: Window) -> dict[str, Pair]:
    period = workspace.period("idlib").period
    entry, connection = _entry(workspace), workspace._store.connection

    def with_panels() -> None:
        workspace.save(entry)
        workspace.answers(period, "alliance")
        workspace.killed_by_month(period, "alliance")

    save, panels = _middle(lambda: workspace.save(entry)), _middle(with_panels)
    window.enter()
    bare = _middle(lambda: _bare_save(connection, entry))
    connection.execute("DROP TABLE IF EXISTS bench")
    return {"save": (save, bare), "save.panels": (panels, bare + _middle(lambda: _bare_pass(connection), 3))}


def _doubles(workspace: Workspace) -> Pair:
    entry, connection = _entry(workspace), workspace._store.connection
    incident, person = incident_traits(entry), person_traits(entry.victims[0], entry.incident)
    assert person is not None
    ours = _middle(lambda: workspace.likely_doubles(incident, [person]))
    key = connection.execute("SELECT key FROM person_key LIMIT 1 OFFSET 1000").fetchone()[0]

    def bare() -> None:
        connection.execute("SELECT * FROM person_key WHERE key = ?", (key,)).fetchall()
        connection.execute(
            "SELECT id FROM incident WHERE place_pcode = ? AND date_first BETWEEN ? AND ?",
            (entry.incident.place.pcode, "2018-03-21", "2018-03-23"),
        ).fetchall()

    return ours, _middle(bare)


def _entry(workspace: Workspace) -> Dossier:
    """An incident of that year as it would be entered, with 20 victims."""
    found = workspace.incidents_found(IncidentQuery(area="SY07"), 1)
    assert found is not None
    [row] = workspace.incident_rows(found.rows[:1].tolist())
    like = workspace.dossier(row.uid)
    new: dict[str, Any] = {
        name: tuple(replace(child, uid="") for child in rows) for name, rows in like.children().items()
    }
    incident = replace(like.incident, uid="", reference="", origin="", status="reported")
    return replace(like, incident=incident, revision=0, **{**new, "victims": _people()})


def _people() -> tuple[Victim, ...]:
    """Twenty who are not alike."""
    return tuple(
        Victim(
            name_ar=f"{MEN[at][0]} {FAMILIES[at % len(FAMILIES)][0]}",
            name_en=f"{MEN[at][1]} {FAMILIES[at % len(FAMILIES)][1]}",
            father_ar=MEN[-1 - at][0],
            sex="male",
            age=20 + at,
        )
        for at in range(VICTIMS)
    )


def _floor_of_opening(store: Path) -> float:
    def bare() -> None:
        slots = keyslots.read_keyslots(store)
        connection = connect_with(store, Keys(slots.unlock(PASSPHRASE).master), read_only=True)
        _bare_rows(connection, 0)
        connection.close()

    return _middle(bare, 3)


def _bare_rows(connection: Any, at: int | None = None) -> None:
    start = _CHANCE.randrange(1, 300_000 - PAGE) if at is None else 1
    connection.execute("SELECT * FROM incident WHERE id >= ? ORDER BY id LIMIT ?", (start, PAGE)).fetchall()


def _bare_pass(connection: Any) -> None:
    for question in FLOOR:
        connection.execute(question).fetchall()


def _bare_save(connection: Any, entry: Dossier) -> None:
    connection.execute("CREATE TABLE IF NOT EXISTS bench (id INTEGER PRIMARY KEY, said TEXT)")
    rows = [(json.dumps(record.dump()),) for record in entry.records()]
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO bench (said) VALUES (?)", rows)
    connection.execute("COMMIT")


def _middle(act: Callable[[], object], times: int = TIMES) -> float:
    """The middle of several runs after one that is not counted."""
    act()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return median(taken)


main()
