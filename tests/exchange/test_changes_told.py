"""What a corrected file changes is told before and after: which record, which field, from what to what."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.exchange import tally
from snhr_desktop.exchange.reading.source import OWN_FORMAT
from snhr_desktop.exchange.report import CHANGED, CHANGES_HEADING, ImportReport
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, dossier, source, victim
from tests.exchange.archive import folder_file, row
from tests.exchange.test_imports_kept import found, write


def lines(report: ImportReport, language: Language) -> list[str]:
    """Those under the heading of what changes."""
    heading = language.text(CHANGES_HEADING)
    return [bare(line) for one in report.sections(language) if one.heading == heading for line in one.lines]


def test_each_field_is_told_from_what_to_what(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_file(write(tmp_path, row(title_en="First")))
    reference = found(workspace).incident.reference
    corrected = write(tmp_path, row(title_en="Second", location="حماة : كفرزيتا"))
    tried = workspace.import_file(corrected, dry_run=True)
    assert (tried.updated, found(workspace).incident.title_en) == (1, "First")
    assert f"SAR290415 ({reference}): Title in English: First → Second" in lines(tried, ENGLISH)
    [of_place] = [line for line in lines(tried, ENGLISH) if "Place" in line]
    assert "Saraqib · " in of_place
    assert "Kafr Zita · " in of_place
    [of_place] = [line for line in lines(tried, ARABIC) if "سراقب" in line]
    assert "كفر زيتا" in of_place or "كفرزيتا" in of_place
    assert lines(workspace.import_file(corrected), ENGLISH) == lines(tried, ENGLISH)
    assert lines(workspace.import_file(corrected), ENGLISH) == [], "the same file again changes nothing"


def test_records_that_are_added_are_told_one_by_one(workspace: Workspace, tmp_path: Path) -> None:
    given = dossier(victims=())
    given = replace(given, incident=replace(given.incident, uid="7" * 32))

    def told(*names: str) -> Path:
        whole = replace(given, victims=tuple(victim(name_en=name) for name in names)).dump()
        return folder_file(tmp_path, "own.json", json.dumps({"format": OWN_FORMAT, "dossiers": [whole]}))

    workspace.import_file(told())
    report = workspace.import_file(told("Amal", "Badr"), dry_run=True)
    assert [line.partition(": ")[2] for line in lines(report, ENGLISH)] == ["Victim added: Amal", "Victim added: Badr"]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_text_can_be_told(workspace: Workspace, tmp_path: Path, text: str) -> None:
    workspace.import_file(write(tmp_path, row(title_ar="أول")))
    report = workspace.import_file(write(tmp_path, row(title_ar=text)), dry_run=True)
    assert report.tell(ARABIC)
    assert report.tell(ENGLISH)


def test_of_whom_a_source_is_only_that_it_changes_is_told(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_file(write(tmp_path, row()))
    here = found(workspace)
    workspace.save(replace(here, sources=(*here.sources, source(real_name="Known here"))))
    told = workspace.import_file(write(tmp_path, row(title_en="Second"))).tell(ENGLISH)
    assert "Second" in told
    assert "Known here" not in told


def test_the_first_are_told_and_the_others_numbered(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tally, "KEPT", 2)
    days = range(10, 15)
    first, second = ([row(f"SAR{d}0415", f"2015-04-{d}", title_en=said) for d in days] for said in ("First", "Second"))
    workspace.import_file(write(tmp_path, *first))
    report = workspace.import_file(write(tmp_path, *second), dry_run=True)
    assert (report.updated, report.more[CHANGED]) == (5, 3)
    assert lines(report, ENGLISH)[-1] == "and 3 more"


def test_a_column_and_a_key_that_begin_with_a_mark_are_told_as_they_stand_in_the_file() -> None:
    report = ImportReport("a.csv", "a", True, 1, 0, 0, 1, (), edited=("_1",), columns=("_index",))
    assert [line for one in report.sections(ARABIC) for line in one.lines] == list(
        map(ARABIC.isolate, ("_1", "_index"))
    )
