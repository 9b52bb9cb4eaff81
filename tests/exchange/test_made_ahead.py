"""A long file is made into records by other processes, ahead of the one that writes: with the same result."""

import datetime as dt
import multiprocessing
import os
import signal
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange import ahead, importing
from snhr_desktop.exchange.contents import content
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.making import Making
from snhr_desktop.exchange.mapping_file import load_mapping
from snhr_desktop.exchange.reading import Choices, Source, open_source
from snhr_desktop.exchange.refusals import ImportStopped, UnreadableFile
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.watching import UNWATCHED, Waiting
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.dossiers import read_all
from snhr_desktop.store.findings import is_sound
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.exchange.workbooks import workbook

MAPPING = """
[file]
code = "ahead"
name_en = "Made ahead"
name_ar = "سلفًا"
rows = "victim"
group_by = ["case"]
[incident]
kinds = { value = ["killing"] }
title_ar = "title"
[date]
column = "date"
[place]
names = ["place"]
[[victims]]
name_ar = "name"
age = "age"
outcome = { value = "killed" }
[[sources]]
kind = { value = "media_activist" }
pseudonym = "told by"
"""
HEADER = "case,title,date,place,name,age,told by"
ROWS = 90


@pytest.fixture
def mapping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(importing, "AT_ONCE", 7)
    monkeypatch.setattr(ahead, "MANY", 30)
    path = tmp_path / "ahead.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def line(at: int) -> str:
    """Two victims to a case; ages and dates that cannot be, a case that comes twice, text that looks like ours."""
    case = 3 if at == ROWS - 1 else at // 2
    title = '"قصف ""reference"":"""" ' + str(case) + '"'
    age = "كبير" if at % 20 == 5 else str(at)
    place = "سراقب" if case % 3 else "لا مكان"
    return f"C{case},{title},{case % 30 + 1}/2/2018,{place},أحمد {at % 7} الخالد,{age},شاهد {at % 4}"


def table(folder: Path, name: str = "a.csv", rows: int = ROWS) -> Path:
    path = folder / name
    path.write_text("\n".join((HEADER, *map(line, range(rows)))), encoding="utf-8")
    return path


def new(folder: Path) -> Workspace:
    return Workspace.create(folder, PASSPHRASE, "IDL")[0]


def bare_of(report: ImportReport) -> ImportReport:
    """All but the identities, which are new in each store."""
    return replace(report, changes=Changes(report.changes.types))


def told(workspace: Workspace) -> list[tuple[str, int, Dossier]]:
    """Everything that the records say, in the order they were saved; identities are new in each store."""
    return [(one.incident.reference, one.revision, content(one)) for _, one in read_all(workspace._store.connection)]


def test_both_ways_leave_the_same(tmp_path: Path, mapping: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path)
    with new(tmp_path / "ahead.snhr") as one, new(tmp_path / "here.snhr") as other:
        tried = one.import_file(path, mapping, True)
        report = one.import_file(path, mapping)
        again = one.import_file(path, mapping)
        monkeypatch.setattr(ahead, "MANY", ROWS)
        assert bare_of(tried) == bare_of(other.import_file(path, mapping, True))
        assert bare_of(report) == bare_of(other.import_file(path, mapping))
        assert bare_of(again) == bare_of(other.import_file(path, mapping))
        assert all((report.created, report.refused, report.findings))
        assert (again.created, again.unchanged) == (0, report.created)
        assert told(one) == told(other)
        assert is_sound(one.verify())
        one.undo_import(one.imports()[0].uid)
        assert is_sound(one.verify())
    assert not multiprocessing.active_children()


def test_what_is_made_here_until_the_helpers_run_is_followed_by_theirs(
    tmp_path: Path, mapping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = MAPPING.replace('rows = "victim"\ngroup_by = ["case"]', 'key = "case"')
    mapping.write_text(alone, encoding="utf-8")
    path, helpers = tmp_path / "a.csv", list[int]()
    lines = (f"C{at},قصف,{at % 28 + 1}/2/2018,سراقب,أحمد,30," for at in range(4_000))
    path.write_text("\n".join((HEADER, *lines)), encoding="utf-8")
    with new(tmp_path / "ahead.snhr") as one, new(tmp_path / "here.snhr") as other:
        count = Waiting(lambda _: helpers.append(len(multiprocessing.active_children())))
        assert one.import_file(path, mapping, waiting=count).created == 4_000
        monkeypatch.setattr(ahead, "MANY", 4_000)
        other.import_file(path, mapping)
        assert helpers[0] == ahead.HELPERS
        assert told(one) == told(other)


def test_a_workbook_has_one_helper_whose_own_end_with_it(
    workspace: Workspace, tmp_path: Path, mapping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "LARGE", 0)
    rows: list[list[Any]] = [
        HEADER.split(","),
        *([f"C{at}", "قصف", "3/2/2018", "سراقب", "أحمد", 30, ""] for at in range(400)),
    ]
    path, helpers = workbook(tmp_path / "a.xlsx", {"s": rows}), list[int]()
    count = at_first(lambda: helpers.append(len(multiprocessing.active_children())))
    assert workspace.import_file(path, mapping, waiting=count).created == 400
    assert helpers == [1]
    assert is_sound(workspace.verify())


class Broken(Making):
    """Meets a mistake of the program whose text quotes a record."""

    def blocks(
        self, source: Source, waiting: Waiting, mine: Callable[[int], bool] = lambda _: True
    ) -> Generator[list[Converted], None, None]:
        yield []
        raise KeyError(source.sample(1)[0].cells)


def test_a_mistake_in_a_helper_is_told_by_its_place_alone(tmp_path: Path, mapping: Path) -> None:
    source = open_source(path := table(tmp_path))
    making = Broken(load_mapping(mapping), built_in(), dt.date(2026, 1, 1), 7, ready=True)
    with pytest.raises(ahead.MadeWrongly, match=r"^KeyError in exchange/making_child\.py, line \d+$"):
        list(ahead.made(path, source, None, making, UNWATCHED))


def at_first(act: Callable[[], object]) -> Waiting:
    """Act once the first records are done."""
    done: list[int] = []

    def hear(number: int) -> None:
        done.append(number)
        if len(done) == 1:
            act()

    return Waiting(hear)


def nothing_is_there(workspace: Workspace) -> None:
    assert (workspace.incidents(IncidentQuery()).total, workspace.imports()) == (0, ())
    assert is_sound(workspace.verify())
    assert not multiprocessing.active_children()


def test_a_helper_that_is_killed_is_told_and_leaves_nothing(
    workspace: Workspace, tmp_path: Path, mapping: Path
) -> None:
    def kill() -> None:
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)

    path = table(tmp_path, rows=4_000)
    with pytest.raises(UnreadableFile) as refused:
        workspace.import_file(path, mapping, waiting=at_first(kill))
    assert "took more memory or time" in bare(refused.value.tell(ENGLISH))
    assert refused.value.tell(ARABIC).endswith("لم يُستورد شيء.")
    nothing_is_there(workspace)


def test_it_is_called_off_in_a_later_block(workspace: Workspace, tmp_path: Path, mapping: Path) -> None:
    told: list[int] = []
    waiting = Waiting(told.append, lambda: len(told) < 4)
    with pytest.raises(ImportStopped):
        workspace.import_file(table(tmp_path, rows=2_000), mapping, waiting=waiting)
    nothing_is_there(workspace)


def test_ctrl_c_ends_it_and_its_helpers(workspace: Workspace, tmp_path: Path, mapping: Path) -> None:
    def press() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workspace.import_file(table(tmp_path, rows=500), mapping, waiting=at_first(press))
    nothing_is_there(workspace)


def test_what_a_helper_cannot_read_is_told_as_it_is_here(
    workspace: Workspace, tmp_path: Path, mapping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path)
    path.write_text(path.read_text("utf-8") + '\n"C500,قصف', encoding="utf-8")
    monkeypatch.setattr(ahead, "MANY", 30)
    refusals = []
    for many in (30, 10 * ROWS):
        monkeypatch.setattr(ahead, "MANY", many)
        with pytest.raises(UnreadableFile) as refused:
            workspace.import_file(path, mapping, choices=Choices(encoding="utf-8"))
        refusals.append((refused.value.tell(ENGLISH), refused.value.tell(ARABIC)))
    assert refusals[0] == refusals[1]
    nothing_is_there(workspace)
