"""Putting a file with a record, or taking it from one, asks what a change of that record asks."""

from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.errors import MergedAway, Refusal
from snhr_desktop.store.attachments.refusals import KeptNowhere, RecordDocumented
from snhr_desktop.workspace import OfficeRules, Workspace
from tests.builders import PASSPHRASE, case, counted, dossier, incident, open_as, victim
from tests.store.test_attachment_evidence import errors


@pytest.fixture
def open_one(workspace: Workspace) -> str:
    """An incident that waits."""
    return workspace.save(dossier(incident=incident())).dossier.incident.uid


@pytest.fixture
def documented(workspace: Workspace) -> str:
    """An incident that was documented before the office asked for a second person."""
    uid = workspace.save(dossier(victim(name_en="B"), incident=counted())).dossier.incident.uid
    workspace.set_rules(OfficeRules(second_person=True))
    return uid


def taken_in(workspace: Workspace, folder: Path, *uids: str) -> str:
    (folder / "a.txt").write_text("a statement")
    links = [AttachmentLink(record="incident", target=uid) for uid in uids]
    return workspace.take_in(folder / "a.txt", links).file.attachment.uid


def acts(workspace: Workspace, uid: str) -> list[str]:
    return [entry.step.act for entry in workspace.attachment_custody(uid).log]


def test_a_documented_record_is_not_changed_in_place_by_its_files_either(
    workspace: Workspace, open_one: str, documented: str, tmp_path: Path
) -> None:
    uid = taken_in(workspace, tmp_path, open_one)
    of_a_victim = AttachmentLink(record="victim", target=workspace.dossier(documented).victims[0].uid)
    for to in (AttachmentLink(record="incident", target=documented), of_a_victim):
        with pytest.raises(RecordDocumented):
            workspace.link_attachment(uid, to)
    assert acts(workspace, uid) == ["intake"]
    step = replace(workspace.dossier(documented).incident, status="under_review")
    workspace.save(replace(workspace.dossier(documented), incident=step), "to be looked at again")
    workspace.link_attachment(uid, AttachmentLink(record="incident", target=documented))
    assert acts(workspace, uid) == ["intake", "link"]
    assert errors(workspace) == []


def test_evidence_is_not_taken_from_a_documented_record(
    workspace: Workspace, open_one: str, documented: str, tmp_path: Path
) -> None:
    uid = taken_in(workspace, tmp_path, open_one, documented)
    with pytest.raises(RecordDocumented):
        workspace.unlink_attachment(uid, documented)
    workspace.unlink_attachment(uid, open_one)
    with pytest.raises(Refusal):
        workspace.unlink_attachment(uid, documented)
    assert acts(workspace, uid) == ["intake", "unlink"]


def test_a_record_that_was_merged_away_takes_no_file_and_gives_none(
    workspace: Workspace, open_one: str, tmp_path: Path
) -> None:
    other = workspace.save(dossier(incident=incident())).dossier.incident.uid
    uid = taken_in(workspace, tmp_path, open_one)
    workspace.merge(workspace.dossier(open_one), workspace.dossier(other), "the same")
    with pytest.raises(MergedAway):
        workspace.link_attachment(uid, AttachmentLink(record="incident", target=other))


@pytest.mark.parametrize("role", ["entry", "reviewer"])
def test_whoever_may_change_the_record_may_put_a_file_with_it_and_take_it_from_it(
    workspace: Workspace, open_one: str, tmp_path: Path, role: str
) -> None:
    uid = taken_in(workspace, tmp_path, open_one)
    reference = workspace.save_case(case()).file.case.reference
    folder = workspace.folder
    workspace.close()
    with open_as("Huda", folder, role=role) as opened:
        to = opened.link_to(f" {reference.lower()} ")
        assert to.record == "case"
        opened.link_attachment(uid, to)
        opened.unlink_attachment(uid, open_one)
        with pytest.raises(KeptNowhere):
            opened.unlink_attachment(uid, to.target)
    with Workspace.open(folder, PASSPHRASE) as again:
        assert acts(again, uid) == ["intake", "link", "unlink"]
