"""Files listed and looked at inside the program, with hostile names and contents."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import Attachment
from snhr_desktop.i18n import ARABIC, ENGLISH, N_, Language
from snhr_desktop.reports.certificate import certificate
from snhr_desktop.ui.attachments.content import MOST_SHOWN, MOST_WORDS, NotShown, TooLargeToShow, content_of, sheets_of
from snhr_desktop.ui.attachments.file_list import FileList, Tile
from snhr_desktop.ui.attachments.hand_out_dialog import HandOutDialog, Leaving
from snhr_desktop.ui.attachments.owner import Handing
from snhr_desktop.ui.attachments.pictures import NotAPicture, read_picture
from snhr_desktop.ui.attachments.view_dialog import NOTHING, ViewDialog
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from tests.reports.test_certificate import CERTIFIED, HOSTILE
from tests.ui.attachments.photos import jpeg

CONTENTS = {
    "image/jpeg": jpeg(),
    "application/pdf": certificate(CERTIFIED, [ARABIC])[0],
    "text/plain": "شهادة <b>not bold</b>\n".encode(),
    "video/mp4": b"\x00\x00\x00\x18ftypmp42",
}


@pytest.fixture
def files(kit: Kit, qtbot: QtBot) -> Iterator[FileList]:
    made = FileList(kit)
    made.resize(420, 320)
    made.show()
    qtbot.waitExposed(made)
    yield made
    shiboken6.delete(made)


def shown(files: FileList, *tiles: Tile) -> None:
    files.show_tiles(tiles)


def viewer(desk: Desk, worker: Worker, media_type: str, content: bytes) -> ViewDialog:
    file = io.BytesIO(content)
    made = ViewDialog(desk, N_("Reports"), lambda _: content_of(file, media_type, len(content)))
    made.show()
    worker.settle()
    return made


@pytest.mark.parametrize("media_type", CONTENTS)
def test_each_kind_of_file_is_shown_as_what_it_is(desk: Desk, worker: Worker, media_type: str) -> None:
    dialog = viewer(desk, worker, media_type, CONTENTS[media_type])
    expected = {
        "image/jpeg": dialog.picture, "application/pdf": dialog.sheets, "text/plain": dialog.words,
        "video/mp4": dialog.nothing,
    }[media_type]  # fmt: skip
    assert expected.isVisible()
    assert dialog.unseen.isVisible() == (media_type == "image/jpeg")
    assert dialog.turner.isVisible() == (media_type == "application/pdf")
    if media_type == "text/plain":
        assert "<b>not bold</b>" in dialog.words.toPlainText()
    shiboken6.delete(dialog)


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("media_type", ["image/jpeg", "image/svg+xml", "application/pdf"])
@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 400, b"%PDF-1.7\n%%EOF", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_cannot_be_read_is_told_and_shows_nothing(
    desk: Desk, worker: Worker, media_type: str, content: bytes
) -> None:
    dialog = viewer(desk, worker, media_type, content)
    assert dialog.notice.text()
    assert dialog.blank.isVisible()
    shiboken6.delete(dialog)


def test_what_is_too_large_is_not_even_read() -> None:
    with pytest.raises(TooLargeToShow):
        content_of(io.BytesIO(), "image/jpeg", MOST_SHOWN + 1)


def test_a_long_text_is_cut_and_an_old_arabic_one_is_read() -> None:
    long = content_of(io.BytesIO(b"a" * (MOST_WORDS + 5)), "text/plain", MOST_WORDS + 5)
    assert long.cut
    assert len(long.words or "") == MOST_WORDS
    assert content_of(io.BytesIO("حلب".encode("cp1256")), "text/plain", 3).words == "حلب"


@pytest.mark.parametrize("content", [b"", b"x", b"%PDF-1.7"])
def test_nothing_but_a_refusal_comes_of_a_broken_file(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        content_of(io.BytesIO(content), "image/png", len(content))
    with pytest.raises(NotShown):
        sheets_of(content_of(io.BytesIO(content), "application/pdf", len(content)).pages)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_listed_as_it_is(files: FileList, name: str) -> None:
    shown(files, Tile("a", name, "Photo", "", "image"))
    assert name in files.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert files.grab().toImage().size().isValid()


def test_what_is_graphic_is_hidden_until_asked_for_and_said_to_be(files: FileList) -> None:
    image = read_picture(jpeg()).image
    shown(files, Tile("a", "one", "", "", "image", image, graphic=True), Tile("b", "two", "", "", "image", image))
    hidden = files.grab().toImage()
    QTest.keyClick(files, Qt.Key.Key_Space)
    assert files.shown == {"a"}
    assert files.grab().toImage() != hidden
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert files.shown == set()
    files.choose("b")
    QTest.keyClick(files, Qt.Key.Key_Space)
    assert files.shown == set()
    assert "hidden" in files.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_file_is_opened_by_enter_and_stays_current(files: FileList) -> None:
    opened: list[str] = []
    files.opened.connect(opened.append)
    tiles = tuple(Tile(uid, uid, "", "", "image") for uid in "abcdef")
    shown(files, *tiles)
    files.choose("c")
    QTest.keyClick(files, Qt.Key.Key_Return)
    shown(files, *reversed(tiles))
    assert opened == ["c"]
    assert files.current() == "c"
    assert QTest.keyClick(files, Qt.Key.Key_Down) is None
    assert files.current() == "b"


@pytest.mark.parametrize(
    ("consent", "refused"),
    [("internal", {"public", "partners"}), ("courts", {"public"}), ("", {"public", "partners"}), ("anonymous", set())],
)
@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_file_leaves_only_for_those_it_was_given_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, consent: str, refused: set[str], language: Language
) -> None:
    desk.tongue.switch(language)
    dialog, decided = HandOutDialog(desk, Leaving(Attachment(consent=consent), N_("Reports")), "both"), list[Handing]()
    dialog.decided.connect(decided.append)
    monkeypatch.setattr(HandOutDialog, "ask_folder", lambda _: tmp_path)
    dialog.recipient.setText("المحكمة")
    dialog.purpose.setText("Evidence")
    for audience in ("public", "partners", "internal"):
        dialog.audience.choose(audience)
        for_the_office_alone = refused == {"public", "partners"}
        assert dialog.consent.isHidden() is not (audience in refused or for_the_office_alone)
        dialog.submit()
        dialog.allow(True)
    assert {one.audience for one in decided} == {"public", "partners", "internal"} - refused
    shiboken6.delete(dialog)


def test_nothing_is_handed_out_before_it_is_said_to_whom_and_what_for(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, decided = HandOutDialog(desk, Leaving(Attachment(consent="courts"), N_("Reports")), "both"), list[Handing]()
    dialog.decided.connect(decided.append)
    monkeypatch.setattr(HandOutDialog, "ask_folder", lambda _: tmp_path)
    dialog.submit()
    assert dialog.to.complaint()
    dialog.recipient.setText("المحكمة")
    dialog.submit()
    assert dialog.for_what.complaint()
    assert not decided
    dialog.purpose.setText("Evidence")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.submit()
    assert decided == [Handing(tmp_path, "المحكمة", "Evidence", "partners", "both")]
    assert dialog.warning.text()
    shiboken6.delete(dialog)


def test_the_viewer_speaks_arabic(desk: Desk, worker: Worker) -> None:
    desk.tongue.switch(ARABIC)
    dialog = viewer(desk, worker, "video/mp4", b"")
    assert ARABIC.text(NOTHING) != NOTHING.text
    shiboken6.delete(dialog)
