"""What a dry run adds up is what figures count once it is in: of what is new, and of what changes before and after."""

import json
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Period, RecordSet
from snhr_desktop.exchange import sums_told
from snhr_desktop.exchange.reading.source import OWN_FORMAT
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.sums import Sums
from snhr_desktop.exchange.training import made_up
from snhr_desktop.exchange.training.cases import made_up_cases
from snhr_desktop.exchange.training.incidents import ONE_YEAR
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
from snhr_desktop.workspace import Workspace
from tests.builders import case, dossier, state, victim
from tests.exchange import grouped
from tests.exchange.archive import folder_file

EVER = Period(code="ever")
LIST = """
[file]
code = "tolls"
name_en = "Tolls"
name_ar = "حصائل"
key = "no"
[incident]
kinds = { value = ["killing"] }
[date]
column = "date"
[place]
names = ["place"]
[[victims]]
each = ["killed"]
number = { each = true }
outcome = { value = "killed" }
civil_status = { value = "civilian" }
[[victims]]
each = ["women"]
number = { each = true }
outcome = { value = "killed" }
civil_status = { value = "civilian" }
sex = { value = "female" }
age_group = { value = "adult" }
[[victims]]
each = ["detained"]
number = { each = true }
outcome = { value = "detained" }
civil_status = { value = "unknown" }
"""
HEADER = "no,date,place,killed,women,detained"


def of_tolls(workspace: Workspace, folder: Path, *rows: str, dry_run: bool = True) -> ImportReport:
    path = folder_file(folder, "tolls.csv", "\n".join((HEADER, *rows)))
    return workspace.import_file(path, folder_file(folder, "tolls.toml", LIST), dry_run)


def of_own(workspace: Workspace, folder: Path, *given: RecordSet, dry_run: bool = True) -> ImportReport:
    own = {"format": OWN_FORMAT, "dossiers": [one.dump() for one in given]}
    return workspace.import_file(folder_file(folder, "own.json", json.dumps(own)), dry_run=dry_run)


def lines(sums: Sums, language: Language = ENGLISH) -> list[str]:
    return [bare(line) for line in sums_told.told(sums, language)]


def test_what_is_added_up_is_what_the_figures_count_then(workspace: Workspace, tmp_path: Path) -> None:
    given = [one for one in made_up(7, range(120), built_in()) if one.incident.status == "documented"]
    cases = [one for one in made_up_cases(7, range(400), built_in(), ONE_YEAR) if one.case.civil_status == "civilian"]
    cases = [one for one in cases if (one.case.status, one.case.classification) == ("documented", "violation")]
    given = [one for one in given if one.incident.classification == "violation"]
    assert len(given) > 50
    assert cases
    tried = of_own(workspace, tmp_path, *given, *cases)
    done = of_own(workspace, tmp_path, *given, *cases, dry_run=False)
    assert tried.refused == ()
    assert tried.new == done.new
    answers = workspace.answers(EVER, "all")
    assert tried.new.incidents["counted"] == answers["incidents"].total
    for fate, figure in (("killed", "civilians_killed"), ("injured", "civilians_injured")):
        for of_class, number in answers[figure].by["class"].items():
            found = {
                one: n for one, n in tried.new.victims.items() if (one.fate, one.civil_status) == (fate, "civilian")
            }
            assert sum(n for one, n in found.items() if one.victim_class == of_class) == number
            assert sum(found.values()) == answers[figure].total
    for event, figure in (("arrest", "arrests"), ("release", "releases")):
        assert sum(n for one, n in tried.new.events.items() if one.event == event) == answers[figure].total


def test_a_trial_says_incidents_persons_and_days(workspace: Workspace, tmp_path: Path) -> None:
    rows = ("1,2018-03-22,سراقب,12,,", "2,2018-05-01,سراقب,,3,4", "3,2018-04-31,سراقب,900,,")
    report = of_tolls(workspace, tmp_path, *rows)
    assert (report.created, report.refusals) == (2, 1)
    assert lines(report.new)[:-1] == [
        "Incidents: 2 (Not yet counted: 2)",
        "Dates: 22 March 2018 to 1 May 2018",
        "Killed: 15",
        "Killed, civilians: 15 (Women: 3 and Sex or age not known: 12)",
        "Detained: 4",
        "Detained, not known whether civilian: 4 (Sex or age not known: 4)",
    ]
    short = bare(sums_told.in_short(report.new, ENGLISH))
    assert short == "What is new, added up: Incidents: 2 · Killed: 15 · Dates: 22 March 2018 to 1 May 2018"
    for language, said in ((ENGLISH, "Killed: 15"), (ARABIC, "القتلى: 15")):
        assert said in bare(report.tell(language))
    assert lines(of_tolls(workspace, tmp_path, *rows, dry_run=False).new) == lines(report.new)
    assert of_tolls(workspace, tmp_path, *rows).new == Sums()


@pytest.mark.parametrize("dry_run", [True, False])
def test_what_changes_is_told_beside_what_stands_here(workspace: Workspace, tmp_path: Path, *, dry_run: bool) -> None:
    of_tolls(workspace, tmp_path, "1,2018-03-22,سراقب,12,,", "2,2018-05-01,سراقب,,3,4", dry_run=False)
    rows = ("1,2018-03-22,سراقب,15,,", "2,2018-05-01,سراقب,,3,4", "3,2018-05-01,سراقب,1,,")
    report = of_tolls(workspace, tmp_path, *rows, dry_run=dry_run)
    assert (report.created, report.updated, report.unchanged) == (1, 1, 1)
    assert "Killed: 1" in lines(report.new)
    told = [bare(line) for line in sums_told.told_beside(report.changed_to, report.changed_from, ENGLISH)]
    assert told[0] == "Incidents: 1 (Not yet counted: 1)"
    assert told[2] == "Killed: 15; until now 12"
    assert "What is changed, added up (1)" in bare(report.tell(ENGLISH))


def test_rows_of_one_incident_are_added_up_once(workspace: Workspace, tmp_path: Path) -> None:
    folder_file(tmp_path, "m.toml", grouped.mapping(grouped.ONE))
    path = folder_file(tmp_path, "m.csv", "case,date,place\n" + "A,2018-03-22,سراقب\n" * 3 + "B,2018-03-23,سراقب\n")
    report = workspace.import_file(path, tmp_path / "m.toml", dry_run=True)
    assert lines(report.new)[:3] == [
        "Incidents: 2 (Not yet counted: 2)", "Dates: 22 March 2018 to 23 March 2018", "Killed: 4",
    ]  # fmt: skip


def test_those_refused_among_others_made_ready_are_not_added_up(workspace: Workspace, tmp_path: Path) -> None:
    rows = [f"{at % 20},2018-03-22,سراقب,2,," for at in range(30)]
    for dry_run in (True, False):
        report = of_tolls(workspace, tmp_path, *rows, dry_run=dry_run)
        assert (report.created, report.refusals) == (20, 10)
        assert lines(report.new)[0] == "Incidents: 20 (Not yet counted: 20)"
        assert "Killed: 40" in lines(report.new)


def test_cases_and_what_has_become_of_people_are_added_up(workspace: Workspace, tmp_path: Path) -> None:
    given: tuple[RecordSet, ...] = (
        case(), case(state(), state("disappeared", day=None), sex="female"), case(state(party=""), name_ar="x"),
        case(state(), state("released", day=None), age=12, age_group="child"),
        dossier(victim(civil_status="armed"), victim(outcome="missing", number=3, sex="")),
    )  # fmt: skip
    given = tuple(one.with_head(one.head.with_uid(str(at) * 32)) for at, one in enumerate(given, 1))
    report = of_own(workspace, tmp_path, *given)
    assert report.refused == ()
    told = lines(report.new)
    for said in (
        "Incidents: 1 (Counted: 1)", "Cases: 4 (Counted: 4)", "Killed, armed: 1 (Men: 1)",
        "Missing: 3", "Missing, civilians: 3 (Sex or age not known: 3)", "Arrest: 3 (Men: 1, Women: 1 and Children: 1)",
        "Abduction by a party not identified: 1 (Men: 1)", "Release: 1 (Children: 1)",
        "What became of those arrested: 3 (Still detained, as far as is known: 1, Became an enforced disappearance: 1"
        " and Released: 1)",
    ):  # fmt: skip
        assert said in told
