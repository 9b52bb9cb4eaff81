"""Files carried over a form: a sheet says where to let go, and no field takes the path as its words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, N_
from snhr_desktop.ui.attachments.dropping import HERE, Dropping
from snhr_desktop.ui.kit import Kit

HOSTILE = ("a b.jpg", "صورة ٢٠١٨.jpg", "-rf ..", "\u202egpj.exe", "new\nline.png", "100%41.jpg", "<b>&.pdf")
_LEFT, _NONE, _COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
_ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


class Form(QWidget):
    """A line of text, and files taken."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.line, self.taken, self.may = QLineEdit(), list[Path](), True
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        self.dropping = Dropping(kit, self, N_("Reports"), lambda: self.may)
        self.dropping.dropped.connect(self.taken.extend)


@pytest.fixture
def form(kit: Kit, qtbot: QtBot) -> Iterator[Form]:
    made = Form(kit)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    yield made
    shiboken6.delete(made)


def carried(*paths: str, text: str = "") -> QMimeData:
    mime = QMimeData()
    if paths:
        mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    if text or paths:
        mime.setText(text or "\n".join(paths))
    return mime


def enter(form: QWidget, mime: QMimeData, point: QPoint) -> QDragEnterEvent:
    """Files come in over a point of the window, as the desktop tells it."""
    event = QDragEnterEvent(point, _ANY, mime, _LEFT, _NONE)
    QApplication.sendEvent(form.window().windowHandle(), event)
    move = QDragMoveEvent(point, _ANY, mime, _LEFT, _NONE)
    QApplication.sendEvent(form.window().windowHandle(), move)
    return event


def let_go(form: QWidget, mime: QMimeData, point: QPoint) -> QDropEvent:
    event = QDropEvent(QPointF(point), _ANY, mime, _LEFT, _NONE)
    QApplication.sendEvent(form.window().windowHandle(), event)
    return event


@pytest.mark.parametrize("name", HOSTILE)
def test_files_are_taken_over_a_line_of_text_which_stays_as_it_was(form: Form, name: str, tmp_path: Path) -> None:
    mime, point = carried(str(tmp_path / name)), form.line.geometry().center()
    enter(form, mime, point)
    assert form.dropping.sheet.isVisible()
    event = let_go(form, mime, point)
    assert form.taken == [tmp_path / name]
    assert event.dropAction() == _COPY
    assert form.line.text() == ""
    assert not form.dropping.sheet.isVisible()


def test_the_sheet_goes_when_files_are_carried_on(form: Form, tmp_path: Path) -> None:
    enter(form, carried(str(tmp_path)), QPoint(5, 5))
    QApplication.sendEvent(form.window().windowHandle(), QDragLeaveEvent())
    assert not form.dropping.sheet.isVisible()
    assert form.taken == []


def test_words_are_still_dropped_into_a_line(form: Form) -> None:
    mime, point = carried(text="حلب"), form.line.geometry().center()
    enter(form, mime, point)
    assert not form.dropping.sheet.isVisible()
    let_go(form, mime, point)
    assert form.line.text() == "حلب"


def test_nothing_is_offered_where_nothing_may_be_taken(form: Form, tmp_path: Path) -> None:
    form.may = False
    enter(form, carried(str(tmp_path)), QPoint(5, 5))
    assert not form.dropping.sheet.isVisible()


def test_an_address_of_the_network_is_not_fetched(form: Form) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.jpg"), QUrl("smb://server/b.jpg")])
    enter(form, mime, QPoint(5, 5))
    assert not form.dropping.sheet.isVisible()


def test_the_sheet_speaks_arabic(form: Form, kit: Kit, tmp_path: Path) -> None:
    kit.tongue.switch(ARABIC)
    enter(form, carried(str(tmp_path)), QPoint(5, 5))
    assert form.dropping.sheet.accessibleName() == ARABIC.text(HERE) != HERE.text
