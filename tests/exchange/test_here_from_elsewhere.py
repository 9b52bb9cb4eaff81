"""A new incident of a place and a day of which there is one from elsewhere is told: both may be one."""

from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier, Incident, Victim
from snhr_desktop.domain.values import Site, When
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.builders import DAY
from tests.exchange.archive import folder_file

HEADER = "الرقم,التاريخ,البلدة,القتلى\n"
MARCH = "7,22/3/2018,سراقب,5\n8,22/3/2018,سراقب,2\n9,23/3/2018,حارم,1\n"


def brought(workspace: Workspace, folder: Path, name: str, rows: str, *, dry_run: bool = False) -> ImportReport:
    path = folder_file(folder, name, HEADER + rows)
    return workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=dry_run)


def told(report: ImportReport) -> list[str]:
    return [one.key for one in report.findings if one.topic == "other_there"]


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_list_that_comes_again_under_another_name_is_told(
    workspace: Workspace, tmp_path: Path, *, dry_run: bool
) -> None:
    first = brought(workspace, tmp_path, "march.csv", MARCH)
    again = brought(workspace, tmp_path, "corrected.csv", MARCH, dry_run=dry_run)
    assert (first.doubtful, told(first)) == (0, [])
    assert (again.created, again.doubtful, told(again)) == (3, 3, ["7", "8", "9"])
    for language, said in ((ENGLISH, "one already, from elsewhere"), (ARABIC, "من مصدر آخر")):
        assert said in bare(again.tell(language))


def test_the_same_list_and_that_of_the_next_month_are_not_told(workspace: Workspace, tmp_path: Path) -> None:
    brought(workspace, tmp_path, "march.csv", MARCH)
    again = brought(workspace, tmp_path, "march.csv", MARCH)
    april = brought(workspace, tmp_path, "april.csv", MARCH.replace("/3/", "/4/"))
    assert (again.unchanged, told(again)) == (3, [])
    assert (april.created, april.doubtful) == (3, 0)


@pytest.mark.parametrize(("status", "keys"), [("reported", ["7", "8"]), ("rejected", [])])
def test_what_was_entered_by_hand_is_told_unless_it_was_rejected(
    workspace: Workspace, tmp_path: Path, status: str, keys: list[str]
) -> None:
    incident = Incident(
        title_en="Saraqib", kinds=("killing",), date=When(DAY, DAY, "day"), place=Site("C3916", "community")
    )
    saved = workspace.save(Dossier(incident, victims=(Victim(number=5, outcome="killed"),)))
    if status == "rejected":
        workspace.take_step(workspace.plan_step([saved.dossier.incident.uid], "rejected"), "twice")
    assert told(brought(workspace, tmp_path, "march.csv", MARCH)) == keys


def test_a_place_or_a_day_that_is_not_known_is_nobodys(workspace: Workspace, tmp_path: Path) -> None:
    rows = "7,,سراقب,5\n8,22/3/2018,,2\n9,2018,,1\n"
    brought(workspace, tmp_path, "march.csv", rows)
    assert told(brought(workspace, tmp_path, "again.csv", rows)) == []


@pytest.mark.parametrize("corrected", ["24/3/2018,حارم,1", "23/3/2018,جسر الشغور,1"])
def test_an_incident_of_a_list_without_numbers_whose_day_or_place_was_corrected_is_told(
    workspace: Workspace, tmp_path: Path, corrected: str
) -> None:
    header = "التاريخ,البلدة,القتلى\n"
    reports = []
    for rows in ("20/3/2018,سراقب,5\n23/3/2018,حارم,1\n", f"20/3/2018,سراقب,5\n{corrected}\n"):
        path = folder_file(tmp_path, "march.csv", header + rows)
        mapping = replace(guess(open_source(path), built_in()).mapping, key="", group_by=("التاريخ", "البلدة"))
        reports.append(workspace.import_file(path, mapping))
    assert (reports[0].created, reports[0].doubtful) == (2, 0)
    assert (reports[1].created, reports[1].unchanged, reports[1].doubtful) == (1, 1, 1)
    for language, said in ((ENGLISH, "the earlier one is still here"), (ARABIC, "فالحادثة السابقة ما زالت هنا")):
        assert said in bare(reports[1].tell(language))


def test_a_list_with_numbers_that_grows_is_not_told(workspace: Workspace, tmp_path: Path) -> None:
    brought(workspace, tmp_path, "march.csv", MARCH)
    grown = brought(workspace, tmp_path, "march.csv", MARCH + "10,23/3/2018,حارم,4\n")
    assert (grown.created, grown.doubtful) == (1, 0)
