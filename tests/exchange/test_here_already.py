"""A dry run tells which new incidents are much like one that is here from elsewhere, and refuses none."""

from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.exchange import here_already
from snhr_desktop.exchange.findings import BESIDE, LIKE_HERE
from snhr_desktop.exchange.refusals import ImportStopped
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.watching import UNWATCHED, Waiting
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store import doubles
from snhr_desktop.store.doubles import LikelyIncident
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file
from tests.exchange.test_sums import HEADER, LIST

ROWS = ("1,2018-03-22,سراقب,12,,", "2,2018-05-01,أريحا,,3,4", "3,2017-01-01,حارم,1,,")


def tried(
    workspace: Workspace, folder: Path, *rows: str, code: str = "other", waiting: Waiting = UNWATCHED
) -> ImportReport:
    return workspace.import_file(*of_list(folder, *rows, code=code), dry_run=True, waiting=waiting)


def of_list(folder: Path, *rows: str, code: str) -> tuple[Path, Path]:
    mapping = folder_file(folder, f"{code}.toml", LIST.replace('"tolls"', f'"{code}"'))
    return folder_file(folder, f"{code}.csv", "\n".join((HEADER, *rows))), mapping


def told(report: ImportReport, topic: str = LIKE_HERE) -> list[str]:
    return [bare(found.tell(ENGLISH)) for found in report.findings if found.topic == topic]


@pytest.fixture
def held(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A store that another list came into."""
    workspace.import_file(*of_list(tmp_path, *ROWS, code="first"))
    return workspace


def test_the_incidents_of_another_list_are_told_once_and_taken(held: Workspace, tmp_path: Path) -> None:
    rows = ("A,2018-03-22,سراقب,12,,", "B,2018-05-02,أريحا,,3,", "C,2017-06-30,حارم,1,,")
    report = tried(held, tmp_path, *rows)
    assert (report.created, report.refusals, report.doubtful) == (3, 0, 2)
    assert told(report, BESIDE) == ["A: IDL-2018-00001, 22 March 2018, Saraqib"]
    assert told(report) == [
        "B: IDL-2018-00002, 1 May 2018, Ariha (Same place · One day apart · Same number of civilians killed: 3 ·"
        " Same violation: Killing)"
    ]
    assert "from elsewhere: near in place and day" in bare(report.tell(ENGLISH))
    assert "B: IDL-2018-00002، 1 أيار 2018، أريحا (المكان نفسه" in bare(report.tell(ARABIC))


def test_the_same_list_is_nowhere_else(held: Workspace, tmp_path: Path) -> None:
    report = tried(held, tmp_path, *ROWS, "4,2018-05-02,أريحا,,3,", "5,2018-03-22,سراقب,12,,", code="first")
    assert (report.created, report.unchanged, report.doubtful) == (2, 3, 0)


@pytest.mark.parametrize(
    ("row", "likely"),
    [
        ("A,2018-03-23,سراقب,12,,", True),
        ("A,21/3/2018 - 24/3/2018,سراقب,12,,", True),
        ("A,2018-03-23,ترنبة,12,,", False),
        ("A,2018-03-23,سراقب,1,,", False),
        ("A,2018-03-25,سراقب,12,,", False),
        ("A,,سراقب,12,,", False),
        ("A,2018-03-22,,12,,", False),
        ("A,2018-03-22,حارم,12,,", False),
    ],
)
def test_two_of_day_place_and_toll_must_be_the_same(held: Workspace, tmp_path: Path, row: str, *, likely: bool) -> None:
    assert bool(told(tried(held, tmp_path, row))) is likely


def test_what_was_rejected_counts_nowhere_and_is_not_told(held: Workspace, tmp_path: Path) -> None:
    mine = held.by_origin("first:1")
    assert mine is not None
    held.save(replace(mine, incident=replace(mine.incident, status="rejected", review_notes="no")), "looked at")
    assert told(tried(held, tmp_path, "A,2018-03-23,سراقب,12,,")) == []


def test_only_so_many_are_looked_up_and_that_is_said(
    held: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(here_already, "MOST", 2)
    rows = [f"{at},2018-03-23,سراقب,12,," for at in ("A", "B", "C")]
    report = tried(held, tmp_path, *rows)
    assert len(told(report)) == 2
    assert "looked up of the first 2 alone" in bare(report.tell(ENGLISH))
    assert "alone" not in bare(tried(held, tmp_path, *rows[:2]).tell(ENGLISH))


def test_it_is_called_off_while_the_store_is_asked(
    held: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def likely(*_: object) -> tuple[LikelyIncident, ...]:
        asked.append("")
        return ()

    monkeypatch.setattr(doubles, "likely_incidents", likely)
    rows = [f"{at},2018-03-23,سراقب,12,," for at in range(10, 60)]
    with pytest.raises(ImportStopped):
        tried(held, tmp_path, *rows, waiting=Waiting(wanted=lambda: len(asked) < 3))
    assert len(asked) == 3


def test_an_import_itself_asks_nothing(held: Workspace, tmp_path: Path) -> None:
    report = held.import_file(*of_list(tmp_path, "A,2018-03-23,سراقب,12,,", code="other"))
    assert (report.created, told(report)) == (1, [])
