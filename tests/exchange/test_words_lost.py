"""A word that no code stands for takes nothing away from a record that an earlier file brought."""

from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.content import digest
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

HEADER = "رقم الحادثة,التاريخ,البلدة,عدد القتلى,الجهة المسؤولة,السلاح المستخدم"
LIST = HEADER + "\n1,2018-03-22,سراقب,{killed},{party},{weapon}\n"
FIRST = {"killed": 3, "party": "قوات النظام", "weapon": "برميل متفجر"}


def written(folder: Path, **said: object) -> Path:
    return folder_file(folder, "list.csv", LIST.format(**{**FIRST, **said}))


@pytest.mark.parametrize("other", [{"party": "قوات النضام"}, {"weapon": "قصف جوي"}, {"killed": 4, "weapon": "برملي"}])
def test_a_party_or_weapon_stays_where_its_word_is_not_known(
    workspace: Workspace, tmp_path: Path, other: dict[str, object]
) -> None:
    path = written(tmp_path)
    mapping = guess(open_source(path), built_in()).mapping
    assert workspace.import_file(path, mapping).created == 1
    before = digest(workspace._store.connection)
    report = workspace.import_file(written(tmp_path, **other), mapping)
    assert (report.updated, report.refusals) == (0, 1)
    assert digest(workspace._store.connection) == before
    assert str(next(word for word in other.values() if word != 4)) in bare(report.tell(ENGLISH))
    assert "لا رمز يقابل" in bare(report.tell(ARABIC))


def test_what_a_decided_word_takes_away_goes(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path)
    mapping = guess(open_source(path), built_in()).mapping
    workspace.import_file(path, mapping)
    rule = replace(mapping.records["weapons"][0].fields["weapon"], words="weapons")
    weapons = replace(mapping.records["weapons"][0], fields={**mapping.records["weapons"][0].fields, "weapon": rule})
    decided = replace(
        mapping, words={**mapping.words, "weapons": {"لم يذكر": ""}}, records={**mapping.records, "weapons": (weapons,)}
    )
    assert workspace.import_file(written(tmp_path, weapon="لم يذكر"), decided).updated == 1


@pytest.mark.parametrize("other", [{"killed": 5}, {"weapon": ""}, {"party": "روسيا"}])
def test_what_is_known_is_corrected_as_before(workspace: Workspace, tmp_path: Path, other: dict[str, object]) -> None:
    path = written(tmp_path)
    mapping = guess(open_source(path), built_in()).mapping
    workspace.import_file(path, mapping)
    assert workspace.import_file(written(tmp_path, **other), mapping).updated == 1


def test_a_word_that_was_never_known_hinders_no_correction(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, weapon="برملي")
    mapping = guess(open_source(path), built_in()).mapping
    workspace.import_file(path, mapping)
    assert workspace.import_file(written(tmp_path, weapon="برملي", killed=2), mapping).updated == 1
