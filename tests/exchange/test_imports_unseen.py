"""Imports by whoever may not see who sources are: held against what is kept, and nothing of it is shown."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.exchange.reading.source import OWN_FORMAT
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.store.content import digest
from snhr_desktop.store.findings import is_sound
from snhr_desktop.workspace import ImportReport, Workspace
from tests.builders import case, counted, dossier, open_as, source, state
from tests.exchange.archive import folder_file

INCIDENT, CASE, SOURCE = "7" * 32, "8" * 32, "6" * 32
HIDDEN = ("Witness One", "Witness Two", "09 44 00 11", "Family Known", "Cellmate Known", "Typed Here")


@pytest.fixture(params=[SOURCE, ""])
def given(request: pytest.FixtureRequest) -> tuple[Dossier, CaseFile]:
    """Records of another office with who told them; the sources of some have no identity of their own."""
    told = (
        source(real_name="Witness One", contact="09 44 00 11", uid=request.param),
        source(real_name="Witness Two"),
    )
    return (
        dossier(incident=counted(uid=INCIDENT), sources=told),
        case(state(source_name="Cellmate Known"), family_contact="Family Known", uid=CASE),
    )


@pytest.fixture
def unseeing(workspace: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    with open_as("Nour", tmp_path / "office.snhr", role="reviewer", no_sources=True) as opened:
        yield opened


def own(folder: Path, *given: RecordSet) -> Path:
    whole = {"format": OWN_FORMAT, "dossiers": [one.dump() for one in given]}
    return folder_file(folder, "own.json", json.dumps(whole))


def ensure_silent(report: ImportReport, *more: Any) -> None:
    told = [*(report.tell(language) for language in LANGUAGES.values()), repr(report), *map(repr, more)]
    assert not [name for name in HIDDEN for one in told if name in one]


def asked(workspace: Workspace, uid: str) -> list[tuple[str, str]]:
    return [(one.record, one.field) for one in workspace.said_otherwise(uid)]


def content(workspace: Workspace) -> tuple[str, str]:
    return digest(workspace._store.connection), workspace.custody("").head


def test_the_same_file_again_changes_nothing(
    workspace: Workspace, unseeing: Workspace, tmp_path: Path, given: tuple[Dossier, CaseFile]
) -> None:
    path = own(tmp_path, *given)
    workspace.import_file(path)
    before = content(workspace)
    for dry_run in (True, False, False):
        report = unseeing.import_file(path, dry_run=dry_run)
        assert (report.unchanged, report.conflicts, report.edited) == (2, (), ())
        ensure_silent(report)
        assert content(workspace) == before
    assert asked(workspace, INCIDENT) == asked(workspace, CASE) == []


def test_a_corrected_file_leaves_sources_whole(
    workspace: Workspace, unseeing: Workspace, tmp_path: Path, given: tuple[Dossier, CaseFile]
) -> None:
    incident, file = given
    workspace.import_file(own(tmp_path, *given))
    sources = workspace.dossier(INCIDENT).sources
    states = workspace.case(CASE).states
    corrected = (
        replace(incident, incident=replace(incident.incident, title_en="Corrected")),
        replace(file, case=replace(file.case, age=31)),
    )
    report = unseeing.import_file(own(tmp_path, *corrected))
    assert (report.updated, report.conflicts) == (2, ())
    ensure_silent(report)
    here, there = workspace.dossier(INCIDENT), workspace.case(CASE)
    assert (here.incident.title_en, here.sources) == ("Corrected", sources)
    assert (there.case.age, there.case.family_contact, there.states) == (31, "Family Known", states)
    again = unseeing.import_file(own(tmp_path, *corrected))
    assert (again.unchanged, again.conflicts) == (2, ())
    assert is_sound(workspace.verify())


def test_what_staff_said_of_a_source_is_in_no_conflict_that_is_shown(
    workspace: Workspace, unseeing: Workspace, tmp_path: Path, given: tuple[Dossier, CaseFile]
) -> None:
    incident, _ = given
    workspace.import_file(own(tmp_path, *given))
    here = workspace.dossier(INCIDENT)
    one, two = here.sources
    workspace.save(replace(here, sources=(replace(one, real_name="Typed Here", pseudonym="T1"), two)))
    told = replace(incident, sources=(replace(incident.sources[0], pseudonym="T2"), incident.sources[1]))
    report = unseeing.import_file(own(tmp_path, told))
    assert [found.conflict.field for found in report.conflicts] == ["pseudonym"]
    ensure_silent(report, unseeing.said_otherwise(INCIDENT))
    assert workspace.dossier(INCIDENT).sources[0].real_name == "Typed Here"


@pytest.mark.parametrize("said", ["Another", ""])
def test_another_name_of_a_source_is_not_taken_over_but_asked_about(
    workspace: Workspace, unseeing: Workspace, tmp_path: Path, said: str
) -> None:
    given = dossier(incident=counted(uid=INCIDENT), sources=(source(real_name="Witness One", uid=SOURCE),))
    workspace.import_file(own(tmp_path, given))
    revision = workspace.dossier(INCIDENT).revision
    corrected = replace(given, sources=(replace(given.sources[0], real_name=said),))
    for _ in range(2):
        report = unseeing.import_file(own(tmp_path, corrected))
        assert (report.unchanged, len(report.conflicts)) == (1, 1)
        ensure_silent(report, unseeing.said_otherwise(INCIDENT), unseeing.imports())
    assert workspace.dossier(INCIDENT).sources[0].real_name == "Witness One"
    assert workspace.dossier(INCIDENT).revision == revision
    assert asked(unseeing, INCIDENT) == []
    assert asked(workspace, INCIDENT) == [("source", "real_name")]
    workspace.take_from_file(workspace.said_otherwise(INCIDENT)[0].uid)
    assert workspace.dossier(INCIDENT).sources[0].real_name == said
    assert is_sound(workspace.verify())


def test_a_source_that_is_gone_from_the_file_stays_and_is_asked_about(
    workspace: Workspace, unseeing: Workspace, tmp_path: Path, given: tuple[Dossier, CaseFile]
) -> None:
    incident, _ = given
    workspace.import_file(own(tmp_path, incident))
    report = unseeing.import_file(own(tmp_path, replace(incident, sources=incident.sources[:1])))
    assert [one.real_name for one in workspace.dossier(INCIDENT).sources] == ["Witness One", "Witness Two"]
    assert asked(workspace, INCIDENT) == asked(unseeing, INCIDENT) == [("source", "")]
    ensure_silent(report, unseeing.said_otherwise(INCIDENT))


def test_whoever_sees_sources_has_them_corrected_by_the_file(
    workspace: Workspace, tmp_path: Path, given: tuple[Dossier, CaseFile]
) -> None:
    incident, _ = given
    workspace.import_file(own(tmp_path, incident))
    corrected = replace(incident, sources=(replace(incident.sources[0], contact="Another"),))
    assert workspace.import_file(own(tmp_path, corrected)).updated == 1
    assert [one.contact for one in workspace.dossier(INCIDENT).sources] == ["Another"]


def test_taking_an_import_back_puts_no_earlier_name_of_a_source_in_place_unseen(
    workspace: Workspace, unseeing: Workspace, tmp_path: Path
) -> None:
    one = dossier(incident=counted(uid=INCIDENT), sources=(source(real_name="Witness One", uid=SOURCE),))
    corrected = replace(one, sources=(replace(one.sources[0], real_name="Right Name"),))
    workspace.import_file(own(tmp_path, one))
    workspace.import_file(own(tmp_path, corrected))
    told = unseeing.undo_import(unseeing.imports()[0].uid)
    assert [one.real_name for one in workspace.dossier(INCIDENT).sources] == ["Right Name"]
    assert len(told.kept) == 1
    assert is_sound(workspace.verify())
