"""The files of a record: dropped, listed, described, copied, their log read, and handed out, on a real store."""

import hashlib
import io
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.ui.attachments import asking
from snhr_desktop.ui.attachments.also_with_dialog import UNKNOWN, AlsoWithDialog
from snhr_desktop.ui.attachments.details_dialog import DetailsDialog
from snhr_desktop.ui.attachments.file_list import FileList, Tile
from snhr_desktop.ui.attachments.files_card import FilesCard
from snhr_desktop.ui.attachments.hand_out_dialog import HandOutDialog
from snhr_desktop.ui.attachments.log_dialog import WITH_ORIGINAL, LogDialog
from snhr_desktop.ui.attachments.marks import BLUR
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.attachments.pictures import read_picture
from snhr_desktop.ui.attachments.redaction_editor import RedactionEditor
from snhr_desktop.ui.attachments.saying import ELSEWHERE, note_of
from snhr_desktop.ui.attachments.take_from_dialog import TakeFromDialog
from snhr_desktop.ui.attachments.view_dialog import ViewDialog
from snhr_desktop.ui.attachments.withdraw_dialog import A_COPY, COPIES, NEEDED, READMIT, WITHDRAW, WithdrawDialog
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.record.prose import Prose
from snhr_desktop.ui.operations import Worker
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.handing_out import NotForThem
from tests.builders import dossier
from tests.reports.reading import joined, text_of
from tests.ui.attachments.photos import MARKER, jpeg
from tests.ui.attachments.test_dropping import HOSTILE, carried, enter, let_go

D = TypeVar("D", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier


def photo(folder: Path, name: str = "IMG_1.jpg", width: int = 640) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(jpeg(width))
    return file


def drop(host: QWidget, worker: Worker, *files: Path) -> None:
    mime = carried(*map(str, files))
    enter(host, mime, QPoint(40, 40))
    let_go(host, mime, QPoint(40, 40))
    settle(worker)


def settle(worker: Worker) -> None:
    """Wait as a person does: to be waited for hurries the thread, which then takes in nothing."""
    idle = 0
    for _ in range(1_000):
        QTest.qWait(8)
        idle = 0 if worker._open else idle + 1
        if idle == 4:
            return


def opened(kind: type[D], worker: Worker) -> D:
    settle(worker)
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def log(workspace: Workspace, uid: str) -> list[str]:
    return [entry.step.act for entry in workspace.attachment_custody(uid).log]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_dropped_file_is_kept_as_it_is_and_listed(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, uid: str, tmp_path: Path, name: str
) -> None:
    file = photo(tmp_path, name)
    drop(host, worker, file)
    [row] = card.rows
    assert row.file.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert workspace.attachments_of(uid) == (row.kept,)
    assert row.file.media_type == "image/jpeg"
    assert "JPEG" in note_of(row.file, ARABIC)
    assert "image/" not in note_of(row.file, ARABIC)
    assert row.image is not None
    assert row.file.reference in card.notice.text()
    assert file.exists()


def test_a_folder_is_taken_in_and_each_file_is_told(
    host: QWidget, card: FilesCard, worker: Worker, tmp_path: Path
) -> None:
    folder = tmp_path / "from the phone"
    photo(folder, "a.jpg", 300)
    photo(folder / "more", "b.jpg", 310)
    photo(folder, "again.jpg", 300)
    (folder / "link.jpg").symlink_to("/etc/passwd")
    drop(host, worker, folder)
    assert len(card.rows) == 2
    told = card.notice.text()
    assert "a.jpg: kept as" in told.replace("\u2068", "").replace("\u2069", "")
    assert "kept already" in told
    assert "link.jpg" in told
    assert card.progress.isHidden()


def test_files_of_another_record_are_not_shown(
    card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    card.take_in([photo(tmp_path)])
    settle(worker)
    other = workspace.save(dossier()).dossier.incident.uid
    card.show_owner(Owner("incident", other))
    settle(worker)
    assert card.rows == ()
    assert card.none.isVisible()


def names(workspace: Workspace, uid: str) -> list[str]:
    return sorted(one.attachment.original_name for one in workspace.attachments_of(uid))


def at_first(card: FilesCard, act: Callable[[], object]) -> None:
    """Do something once the first file of a drop is in."""
    before: list[object] = []

    def took(_: object) -> None:
        before.append(_)
        if len(before) == 1:
            act()

    card.intake.took.connect(took)


def test_what_was_dropped_stays_with_the_record_it_was_dropped_on(
    card: FilesCard, worker: Worker, workspace: Workspace, uid: str, tmp_path: Path
) -> None:
    other = workspace.save(dossier()).dossier.incident.uid

    def go_on_to_the_next_record() -> None:
        card.show_owner(Owner("incident", other))
        card.take_in([photo(tmp_path, "b.jpg", 900)])

    at_first(card, go_on_to_the_next_record)
    card.take_in([photo(tmp_path, f"a{at}.jpg", 300 + at) for at in range(3)])
    settle(worker)
    assert names(workspace, uid) == ["a0.jpg", "a1.jpg", "a2.jpg"]
    assert names(workspace, other) == ["b.jpg"]
    here, _, away = bare(card.notice.text()).partition(ELSEWHERE.text)
    assert "b.jpg: kept as" in here
    assert "a0.jpg: kept as" in away
    assert "a2.jpg: kept as" in away
    assert "b.jpg" not in away


def test_what_is_dropped_after_it_was_called_off_is_taken_in(
    card: FilesCard, worker: Worker, workspace: Workspace, uid: str, tmp_path: Path
) -> None:
    def call_off_and_drop_another() -> None:
        card.progress.cancel.click()
        card.take_in([photo(tmp_path, "b.jpg", 900)])

    at_first(card, call_off_and_drop_another)
    card.take_in([photo(tmp_path, f"a{at}.jpg", 300 + at) for at in range(3)])
    settle(worker)
    assert names(workspace, uid) == ["a0.jpg", "b.jpg"]
    assert not card.intake.busy


@pytest.mark.parametrize("litter", [(), (".DS_Store", "Thumbs.db", "._a.jpg"), ("inside/",)])
def test_a_folder_without_files_is_told_as_such(
    card: FilesCard, worker: Worker, tmp_path: Path, litter: tuple[str, ...]
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    for name in litter:
        (folder / name).mkdir() if name.endswith("/") else (folder / name).touch()
    card.take_in([folder])
    settle(worker)
    assert "empty holds no files" in bare(card.notice.text())
    assert card.rows == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
def test_a_folder_that_cannot_be_read_is_told_as_such(card: FilesCard, worker: Worker, tmp_path: Path) -> None:
    photo(tmp_path / "phone", "a.jpg", 300)
    (tmp_path / "phone" / "closed").mkdir(0o000)
    card.take_in([tmp_path / "phone"])
    settle(worker)
    assert len(card.rows) == 1
    assert "closed could not be read" in bare(card.notice.text())


def test_intake_is_called_off_between_two_files(card: FilesCard, worker: Worker, tmp_path: Path) -> None:
    card.intake.took.connect(lambda _: card.progress.cancel.click())
    card.take_in([photo(tmp_path, f"{at}.jpg", 300 + at) for at in range(5)])
    settle(worker)
    assert len(card.rows) == 1
    assert not card.intake.busy


def test_files_of_an_entry_never_saved_go_with_its_draft_to_the_record(
    card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    card.show_owner(Owner("incident", draft="new-1"))
    card.take_in([photo(tmp_path)])
    settle(worker)
    [row] = card.rows
    assert row.kept.links == ()
    workspace.put_draft("new-1", dossier().dump())
    saved = workspace.save(dossier(), draft="new-1").dossier.incident.uid
    assert [one.attachment.uid for one in workspace.attachments_of(saved)] == [row.file.uid]
    assert workspace.files_of_draft("new-1") == ()
    assert log(workspace, row.file.uid) == ["intake", "link"]
    assert workspace.verify() == () or all(finding.level != "error" for finding in workspace.verify())


def described(card: FilesCard, worker: Worker) -> DetailsDialog:
    card.describe.click()
    return opened(DetailsDialog, worker)


def test_a_file_is_withdrawn_with_a_reason_and_back_in_its_details(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop(host, worker, photo(tmp_path))
    dialog = described(card, worker)
    assert dialog.standing.isHidden()
    dialog.editors["shows_ar"].set_raw("سوق بعد القصف")
    signs = []
    for reason, act, told in (
        ("shown to be another place", "withdraw", WITHDRAW),
        ("it is the place", "readmit", READMIT),
    ):
        assert dialog.withdraw.text() == told.text
        signs.append(dialog.withdraw.icon().pixmap(20).toImage())
        dialog.withdraw.click()
        why = opened(WithdrawDialog, worker)
        why.submit()
        assert why.why.complaint() == NEEDED.text
        why.reason.setText(reason)
        why.submit()
        settle(worker)
        [row] = card.rows
        assert (row.file.withdrawn, card.hand_out.isEnabled()) == (act == "withdraw", act != "withdraw")
        assert log(workspace, row.file.uid)[-1] == act
        assert dialog.standing.isHidden() == (act != "withdraw")
        assert not card.notice.text(), "what was said before of a file withdrawn is true no more"
        if act == "withdraw":
            assert reason in dialog.standing.text()
            card._act(card.acts.look, card.hand_out)
            assert f"was withdrawn (“{reason}”)" in bare(card.notice.text())
    assert signs[0] != signs[1], "a cross is no sign of taking it back"
    dialog.submit(False)
    settle(worker)
    assert card.rows[0].file.shows_ar == "سوق بعد القصف"


def test_the_copies_of_a_withdrawn_file_say_with_what_they_went_and_are_asked_about_by_themselves(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop(host, worker, photo(tmp_path))
    uid = card.rows[0].file.uid
    copy = workspace.keep_copy(uid, jpeg(64), ("redacted",)).file.attachment.uid
    card.refresh()
    settle(worker)
    dialog = described(card, worker)
    dialog.withdraw.click()
    why = opened(WithdrawDialog, worker)
    assert any(COPIES.text == one.text() for one in why.findChildren(QLabel))
    why.reason.setText("another place")
    why.submit()
    settle(worker)
    reference = card.rows[0].file.reference
    assert [row.file.withdrawn for row in card.rows] == [True, True]
    assert f"Withdrawn with {reference}: another place" in bare(
        card.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    )
    dialog.submit(True)  # goes on to the copy, as it stands by now
    settle(worker)
    assert f"with {reference}" in bare(dialog.standing.text())
    dialog.withdraw.click()
    why = opened(WithdrawDialog, worker)
    assert any(A_COPY.text == one.text() for one in why.findChildren(QLabel))
    why.reason.setText("nobody is seen")
    why.submit()
    settle(worker)
    assert [row.file.withdrawn for row in card.rows] == [True, False]
    assert "Copy of a withdrawn file, given again" in card.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.submit(False)
    settle(worker)
    card.list.setCurrentRow(1)
    assert card.hand_out.isEnabled()
    card.log.click()
    steps = opened(LogDialog, worker)
    assert any(WITH_ORIGINAL.text in one.toPlainText() for one in steps.findChildren(Prose))
    steps.reject()
    assert log(workspace, copy)[-1] == "readmit"


def test_a_file_is_kept_with_another_record_and_taken_from_this_one_but_never_from_its_last(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, uid: str, tmp_path: Path
) -> None:
    other = workspace.save(dossier()).dossier.incident
    drop(host, worker, photo(tmp_path))
    here, file = workspace.dossier(uid).incident.reference, card.rows[0].file.uid
    dialog = described(card, worker)
    assert bare(dialog.kept_with.records.text()) == here
    dialog.kept_with.take.click()
    parting = opened(TakeFromDialog, worker)
    parting.act.click()
    settle(worker)
    assert "would be kept with no record" in parting.notice.text()
    parting.reject()
    dialog.kept_with.add.click()
    also = opened(AlsoWithDialog, worker)
    for typed in ("", "IDL-1999-00001", file):
        also.reference.setText(typed)
        also.act.click()
        settle(worker)
        assert also.line.complaint() == UNKNOWN.text
    also.reference.setText(f" {other.reference.lower()}")
    also.act.click()
    settle(worker)
    assert bare(dialog.kept_with.records.text()) == f"{here} and {other.reference}"
    dialog.editors["shows_en"].set_raw("A market")
    dialog.submit(False)  # as it stands by now
    settle(worker)
    assert card.rows[0].file.shows_en == "A market"
    dialog = described(card, worker)
    dialog.kept_with.take.click()
    opened(TakeFromDialog, worker).act.click()
    settle(worker)
    assert not shiboken6.isValid(dialog)
    assert card.rows == ()
    assert [one.attachment.uid for one in workspace.attachments_of(other.uid)] == [file]
    assert log(workspace, file) == ["intake", "link", "unlink"]


def test_a_file_withdrawn_meanwhile_is_not_handed_out(
    host: QWidget,
    card: FilesCard,
    worker: Worker,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "out").mkdir()
    drop(host, worker, photo(tmp_path))
    monkeypatch.setattr(HandOutDialog, "ask_folder", lambda _: tmp_path / "out")
    card.hand_out.click()
    dialog = opened(HandOutDialog, worker)
    workspace.withdraw_attachment(card.rows[0].file.uid, "forged")
    for line in (dialog.recipient, dialog.purpose):
        line.setText("a court")
    dialog.audience.choose("internal")
    dialog.submit()
    settle(worker)
    assert "was withdrawn (“forged”)" in bare(dialog.notice.text())
    assert list((tmp_path / "out").iterdir()) == []
    assert "export" not in log(workspace, card.rows[0].file.uid)
    dialog.reject()


def test_every_look_is_one_step_of_custody(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop(host, worker, photo(tmp_path))
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    dialog = opened(ViewDialog, worker)
    assert dialog.picture.isVisible()
    dialog.reject()
    assert log(workspace, card.rows[0].file.uid) == ["intake", "view"]


def test_a_file_is_described_and_what_was_read_offered(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, uid: str, tmp_path: Path
) -> None:
    drop(host, worker, photo(tmp_path))
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_I, CTRL)
    dialog = opened(DetailsDialog, worker)
    assert [one.field for one in dialog.proposals.offers] == ["device"]
    QTest.keyClick(dialog, Qt.Key.Key_1, CTRL)
    dialog.editors["shows_ar"].set_raw("سوق بعد القصف")
    dialog.editors["graphic"].set_raw(True)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle(worker)
    [kept] = workspace.attachments_of(uid)
    assert (kept.attachment.device, kept.attachment.shows_ar, kept.attachment.graphic) == (
        MARKER,
        "سوق بعد القصف",
        True,
    )
    assert card.rows[0].file.graphic
    assert workspace.drafts() == ()


def test_a_copy_with_parts_unseen_stands_beside_the_original(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop(host, worker, photo(tmp_path))
    original = card.rows[0].file
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_U, CTRL)
    editor = opened(RedactionEditor, worker)
    editor.marking.add(QRect(0, 0, 160, 120))
    editor.submit()
    settle(worker)
    first, copy = card.rows
    assert first.file == original
    assert copy.original == original.reference
    assert copy.file.derivation == ("redacted", "stripped")
    with workspace.open_attachment(copy.file.uid) as reader:
        assert MARKER.encode() not in reader.read()
    assert "derive" in log(workspace, original.uid)


def test_the_log_is_read_in_the_window(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop(host, worker, photo(tmp_path))
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_J, CTRL)
    dialog = opened(LogDialog, worker)
    assert "Taken in" in dialog._content.toPlainText()  # type: ignore[attr-defined]
    dialog.reject()
    workspace.withdraw_attachment(card.rows[0].file.uid, "shown to be another place")
    card.log.click()
    dialog = opened(LogDialog, worker)
    assert "Reason: shown to be another place" in bare(dialog._content.toPlainText())  # type: ignore[attr-defined]
    dialog.reject()


@pytest.mark.parametrize("edition", ["en", "ar", "both"])
def test_a_file_is_handed_out_whole_with_its_certificate(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, edition: str,
) -> None:  # fmt: skip
    out = tmp_path / "out"
    out.mkdir()
    file = photo(tmp_path)
    drop(host, worker, file)
    monkeypatch.setattr(HandOutDialog, "ask_folder", lambda _: out)
    card.hand_out.click()
    dialog = opened(HandOutDialog, worker)
    dialog.recipient.setText("International Criminal Court")
    dialog.purpose.setText("Evidence")
    dialog.audience.choose("internal")
    dialog.edition.choose(edition)
    dialog.submit()
    settle(worker)
    reference = card.rows[0].file.reference
    assert sorted(one.name for one in out.iterdir()) == [f"{reference}-certificate.pdf", f"{reference}.jpg"]
    assert (out / f"{reference}.jpg").read_bytes() == file.read_bytes()
    assert {one.stat().st_mode & 0o777 for one in out.iterdir()} == {0o600}
    text = joined(text_of(PdfReader(io.BytesIO((out / f"{reference}-certificate.pdf").read_bytes()))))
    assert hashlib.sha256(file.read_bytes()).hexdigest() in text
    steps = workspace.attachment_custody(card.rows[0].file.uid).log
    head = next(entry.chain_sha256 for entry in steps if entry.step.act == "leave")
    assert head in text, "it went out after its certificate was made"
    assert "InternationalCriminalCourt" in text
    assert log(workspace, card.rows[0].file.uid)[-1] == "export"


def test_nothing_handed_out_takes_the_place_of_another_file(
    workspace: Workspace, uid: str, tmp_path: Path, card: FilesCard, worker: Worker
) -> None:
    card.take_in([photo(tmp_path)])
    settle(worker)
    file = card.rows[0].file.uid
    with pytest.raises(NotForThem):
        workspace.hand_out(file, tmp_path, "a", "b", "partners", "en")
    assert not list(tmp_path.glob("*-certificate.pdf"))
    for _ in range(2):
        workspace.hand_out(file, tmp_path, "a", "b", "internal", "en")
    assert len(list(tmp_path.glob("*-certificate.pdf"))) == 2


def test_what_is_typed_reaches_its_draft_while_a_large_file_is_read(
    desk: Desk, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    large, order = tmp_path / "film.mp4", list[str]()
    large.write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(40 << 20))
    card.intake.finished.connect(lambda _: order.append("file"))

    def type_something() -> None:
        if not order:
            order.append("typed")
            desk.operations.ask(lambda w: w.put_draft("new-1", {"incident": {}}), lambda _: order.append("draft"))

    card.intake.progressed.connect(lambda *_: type_something())

    card.take_in([large])
    for _ in range(400):
        QTest.qWait(10)
        if "file" in order:
            break
    assert order == ["typed", "draft", "file"]
    assert len(card.rows) <= 1


def test_a_window_that_closes_waits_for_no_large_file(
    card: FilesCard, worker: Worker, workspace: Workspace, uid: str, tmp_path: Path
) -> None:
    large = tmp_path / "film.mp4"
    large.write_bytes(bytes(40 << 20))
    card.take_in([large])
    worker.settle()
    assert workspace.attachments_of(uid) == ()
    finished: list[object] = []
    card.intake.finished.connect(finished.append)
    for _ in range(400):
        QTest.qWait(10)
        if finished:
            break
    assert len(workspace.attachments_of(uid)) == len(finished) == 1


def test_who_may_neither_hand_out_nor_withdraw_is_told_who_may(
    desk: Desk, uid: str, worker: Worker, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.take_in(photo(tmp_path), [AttachmentLink(record="incident", target=uid)])
    monkeypatch.setattr(type(desk.operations), "may", lambda *_: False)
    host = QWidget()
    card = FilesCard(desk, host, of_incident=True, parent=host)
    host.show()
    card.show_owner(Owner("incident", uid))
    settle(worker)
    assert card.look.isEnabled()
    assert not card.hand_out.isEnabled()
    assert "Only for" in card.hand_out.toolTip()
    dialog = described(card, worker)
    assert not dialog.withdraw.isEnabled()
    assert "Only for" in dialog.withdraw.toolTip()
    shiboken6.delete(host)


def test_a_graphic_copy_is_told_from_its_original_at_every_place(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop(host, worker, photo(tmp_path))
    [original] = workspace.attachments_of(card.owner.uid)
    workspace.describe_attachment(original.with_head(replace(original.attachment, graphic=True)))
    asking.copy_kept(workspace, original.attachment.uid, read_picture(jpeg()).image, (BLUR,))
    card.refresh()
    settle(worker)
    first, copy = (tile_of(card.list, row) for row in (0, 1))
    assert copy.graphic
    assert first.title == ENGLISH.isolate("IMG_1.jpg")
    told = f"Copy of {original.attachment.reference} with parts hidden · IMG_1.jpg"
    assert bare(copy.title) == told
    card.list.setCurrentRow(1)
    card.hand_out.click()
    dialog = opened(HandOutDialog, worker)
    assert told in [bare(one.text()) for one in dialog.findChildren(QLabel)]


def handing_out(card: FilesCard, worker: Worker) -> HandOutDialog:
    """The question of whoever hands the file out that is chosen, as it stands by now."""
    card.refresh()
    settle(worker)
    card.hand_out.click()
    return opened(HandOutDialog, worker)


def test_who_hands_out_for_the_office_is_told_of_the_consent_and_offered_the_copy(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop(host, worker, photo(tmp_path))
    [original] = workspace.attachments_of(card.owner.uid)
    workspace.describe_attachment(original.with_head(replace(original.attachment, graphic=True)))
    dialog = handing_out(card, worker)
    dialog.audience.choose("internal")
    assert "Internal use only" in dialog.consent.text()
    assert "Ctrl+U" in dialog.better.text()
    assert dialog.instead.isHidden()
    dialog.reject()
    asking.copy_kept(workspace, original.attachment.uid, read_picture(jpeg()).image, (BLUR,))
    dialog = handing_out(card, worker)
    copy = card.rows[1].file.reference
    assert copy in dialog.better.text()
    dialog.instead.click()
    settle(worker)
    dialog = opened(HandOutDialog, worker)
    assert "Copy of" in "".join(one.text() for one in dialog.findChildren(QLabel))
    assert dialog.better.text() == ""


@pytest.mark.parametrize("consent", ["anonymous", "named", "courts"])
def test_a_file_given_for_others_too_needs_no_word_of_the_office(
    host: QWidget, card: FilesCard, worker: Worker, workspace: Workspace, tmp_path: Path, consent: str
) -> None:
    drop(host, worker, photo(tmp_path))
    [kept] = workspace.attachments_of(card.owner.uid)
    workspace.describe_attachment(kept.with_head(replace(kept.attachment, consent=consent)))
    dialog = handing_out(card, worker)
    dialog.audience.choose("internal")
    assert dialog.consent.text() == dialog.better.text() == ""


def tile_of(files: FileList, row: int) -> Tile:
    """What one row shows."""
    found: Tile = files.item(row).data(Qt.ItemDataRole.UserRole)
    return found


def test_after_a_file_is_described_the_keyboard_is_at_the_list_again(
    host: QWidget, card: FilesCard, worker: Worker, tmp_path: Path, qtbot: QtBot
) -> None:
    elsewhere = QLineEdit(host)
    elsewhere.show()
    drop(host, worker, photo(tmp_path))
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_I, CTRL)
    dialog = opened(DetailsDialog, worker)
    elsewhere.setFocus()  # as what is taken over to the incident does
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle(worker)
    assert host.focusWidget() is card.list
