"""What a corrected file changes is told before and after: which record, which field, from what to what."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.records import Dossier
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


def own_file(folder: Path, given: Dossier) -> Path:
    return folder_file(folder, "own.json", json.dumps({"format": OWN_FORMAT, "dossiers": [given.dump()]}))


PEOPLE = (
    victim(name_en="Amal", name_ar="أمل", age=5, age_group="child", uid="1" * 32),
    victim(name_en="", name_ar="", father_ar="", age=None, age_group="", sex="", number=3, uid="2" * 32),
    victim(name_en="Amal", name_ar="أمل", age=40, uid="3" * 32),
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (ENGLISH, ["Victim 2 (3 persons, names not known), Notes: found later", "Victim 3 (Amal), Age: 40 → 41"]),
        (ARABIC, ["ضحية 2 (3 أشخاص لا تُعرف أسماؤهم)، ملاحظات: found later", "ضحية 3 (أمل)، العمر: 40 ← 41"]),
    ],
)
def test_whose_field_a_file_changes_is_told_by_number_and_name(
    workspace: Workspace, tmp_path: Path, language: Language, told: list[str]
) -> None:
    given = dossier(*PEOPLE)
    given = replace(given, incident=replace(given.incident, uid="7" * 32))
    workspace.import_file(own_file(tmp_path, given))
    first, group, third = PEOPLE
    corrected = replace(given, victims=(first, replace(group, notes="found later"), replace(third, age=41)))
    report = workspace.import_file(own_file(tmp_path, corrected), dry_run=True)
    assert [line.partition("): ")[2] for line in lines(report, language)] == told


@pytest.mark.parametrize(("language", "whose"), [(ENGLISH, "Victim 3 (Amal), Age"), (ARABIC, "ضحية 3 (أمل)، العمر")])
def test_whose_field_both_changed_is_told_by_number_and_name(
    workspace: Workspace, tmp_path: Path, language: Language, whose: str
) -> None:
    given = dossier(*PEOPLE)
    given = replace(given, incident=replace(given.incident, uid="7" * 32))
    workspace.import_file(own_file(tmp_path, given))
    here = workspace.dossier("7" * 32)
    first, group, third = here.victims
    workspace.save(replace(here, victims=(first, group, replace(third, age=42))))
    corrected = replace(given, victims=(*PEOPLE[:2], replace(PEOPLE[2], age=41)))
    report = workspace.import_file(own_file(tmp_path, corrected), dry_run=True)
    [said] = [bare(one.tell(language, report.places)) for one in report.conflicts]
    assert f": {whose}: " in said
    assert {"41", "42"} <= set(re.findall(r"\d\d", said))


def test_whose_is_told_without_who_a_source_is(workspace: Workspace, tmp_path: Path) -> None:
    given = dossier(victim(), sources=(source(uid="5" * 32, real_name="Known here"),))
    given = replace(given, incident=replace(given.incident, uid="7" * 32))
    workspace.import_file(own_file(tmp_path, given))
    corrected = replace(given, sources=(replace(given.sources[0], reliability="B"),))
    report = workspace.import_file(own_file(tmp_path, corrected), dry_run=True)
    [changed] = report.changed
    assert changed.whose
    assert "Known here" not in repr(changed)
    assert "Source 1 (" in bare(changed.tell(ENGLISH, report.places))


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
