"""Copies of photos with parts made unseen: what is done to the pixels, and how marks are drawn by mouse and keys."""

import io
from collections.abc import Iterator

import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from snhr_desktop.i18n import ARABIC
from snhr_desktop.ui.attachments.marking import Marking
from snhr_desktop.ui.attachments.marks import BLACK, BLUR, CROP, Mark, applied
from snhr_desktop.ui.attachments.pictures import NotAPicture, hidden, read_picture, written_picture
from snhr_desktop.ui.attachments.redaction_editor import RedactionEditor
from snhr_desktop.ui.desk import Desk
from tests.ui.attachments.photos import MARKER, jpeg

places = st.builds(QRect, st.integers(-40, 700), st.integers(-40, 500), st.integers(1, 300), st.integers(1, 300))


@pytest.fixture
def photo() -> QImage:
    return read_picture(jpeg()).image


@pytest.fixture
def editor(desk: Desk, photo: QImage) -> Iterator[RedactionEditor]:
    made = RedactionEditor(desk, photo)
    made.resize(1180, 700)
    made.show()
    yield made
    shiboken6.delete(made)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_is_turned_as_its_camera_says(orientation: int) -> None:
    image = read_picture(jpeg(orientation=orientation)).image
    assert (image.width() > image.height()) == (orientation in (1, 3))
    red = {1: (5, 5), 3: (-5, -5), 6: (-5, 5), 8: (5, -5)}[orientation]
    x, y = (at % length for at, length in zip(red, (image.width(), image.height()), strict=True))
    assert image.pixelColor(x, y).red() > 150 > image.pixelColor(x, y).blue()


@pytest.mark.qt_log_ignore("JPEG")  # the library that reads them says so on its own
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff\xe0 no photo", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        read_picture(content)


def test_a_copy_holds_nothing_but_pixels(photo: QImage) -> None:
    content = written_picture(applied(photo, []))
    assert MARKER.encode() in jpeg()
    assert MARKER.encode() not in content
    with Image.open(io.BytesIO(content)) as image:
        assert not image.getexif()
        assert "icc_profile" not in image.info
        assert image.size == (640, 480)


def test_what_is_blacked_out_is_black_and_the_rest_stays(photo: QImage) -> None:
    found = applied(photo, [Mark(BLACK, QRect(10, 10, 50, 40))])
    assert {found.pixelColor(x, y).rgb() for x in range(10, 60) for y in range(10, 50)} == {QColor("black").rgb()}
    assert found.pixelColor(9, 9) == photo.pixelColor(9, 9)
    assert found.pixelColor(60, 50) == photo.pixelColor(60, 50)


def test_black_wins_over_blur_and_a_crop_cuts_last(photo: QImage) -> None:
    place = QRect(100, 200, 120, 120)
    found = applied(photo, [Mark(BLACK, place), Mark(BLUR, place.adjusted(-30, -30, 30, 30)), Mark(CROP, place)])
    assert found.size() == place.size()
    assert {found.pixelColor(x, y).rgb() for x in range(120) for y in range(120)} == {QColor("black").rgb()}


@given(place=places)
def test_a_blurred_place_holds_few_colours_and_nothing_beside_it_changes(place: QRect) -> None:
    image = read_picture(jpeg(320, 240)).image
    found = applied(image, [Mark(BLUR, place)])
    seen = Mark(BLUR, place).within(image.size()).place
    assert found.size() == image.size()
    for x in range(0, 320, 16):
        for y in range(0, 240, 16):
            if not seen.contains(x, y):
                assert found.pixelColor(x, y).rgb() == image.pixelColor(x, y).rgb()


def test_what_is_hidden_tells_nothing(photo: QImage) -> None:
    found = hidden(photo)
    assert found.size() == photo.size()
    assert found.pixelColor(300, 400) != photo.pixelColor(300, 400)


@given(
    steps=st.lists(st.tuples(st.sampled_from(["add", "move", "grow", "remove", "kind", "pick"]), places), max_size=12)
)
def test_whatever_is_drawn_lies_on_the_photo_and_is_undone(steps: list[tuple[str, QRect]]) -> None:
    marking = Marking(QSize(640, 480))
    for step, place in steps:
        if step == "add":
            marking.add(place)
        elif step == "kind":
            marking.choose_kind((BLACK, BLUR, CROP)[place.width() % 3])
        elif step == "remove":
            marking.remove()
        elif step == "pick":
            marking.pick(place.width() % 4 - 1)
        else:
            getattr(marking, step)(place.topLeft())
        assert all(QRect(0, 0, 640, 480).contains(mark.place) for mark in marking.marks)
        assert sum(mark.kind == CROP for mark in marking.marks) <= 1
    after = marking.marks
    for _ in steps:
        marking.undo()
    assert marking.marks == ()
    for _ in steps:
        marking.redo()
    assert marking.marks == after


def test_marks_are_made_by_keys_alone(editor: RedactionEditor) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(editor.view, key)
    QTest.keyClick(editor.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    [one] = editor.marking.marks
    assert one.kind == BLACK
    QTest.keyClick(editor, Qt.Key.Key_F3)
    QTest.keyClick(editor.view, Qt.Key.Key_Space)
    assert [mark.kind for mark in editor.marking.marks] == [BLACK, BLUR]
    QTest.keyClick(editor.view, Qt.Key.Key_PageUp)
    QTest.keyClick(editor.view, Qt.Key.Key_Delete)
    assert editor.list.count() == 1
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.list.count() == 2
    assert editor.view.accessibleDescription()


_NOTHING = Qt.KeyboardModifier.NoModifier


def _mouse(editor: RedactionEditor, kind: QMouseEvent.Type, point: QPoint) -> None:
    canvas, button = editor.view.canvas, Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, QPointF(point), canvas.mapToGlobal(QPointF(point)), button, button, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(canvas, event)


def drag(editor: RedactionEditor, start: QPoint, end: QPoint) -> None:
    for kind, point in (
        (QMouseEvent.Type.MouseButtonPress, start),
        (QMouseEvent.Type.MouseMove, end),
        (QMouseEvent.Type.MouseButtonRelease, end),
    ):
        _mouse(editor, kind, point)


def test_marks_are_drawn_moved_and_sized_by_the_mouse(editor: RedactionEditor) -> None:
    drag(editor, QPoint(100, 100), QPoint(200, 180))
    [drawn] = editor.marking.marks
    drag(editor, QPoint(150, 140), QPoint(170, 150))
    [moved] = editor.marking.marks
    assert moved.place.size() == drawn.place.size()
    assert moved.place.x() - drawn.place.x() == round(20 / editor.view.canvas.scale)
    corner = editor.view.canvas.on_screen(moved.place).bottomRight()
    drag(editor, corner, corner + QPoint(30, 30))
    [sized] = editor.marking.marks
    assert sized.place.topLeft() == moved.place.topLeft()
    assert sized.place.width() > moved.place.width()


def test_a_tool_is_for_the_next_mark_and_never_turns_one_just_drawn_or_moved(editor: RedactionEditor) -> None:
    drag(editor, QPoint(100, 100), QPoint(200, 180))
    editor.kinds[BLUR].click()
    drag(editor, QPoint(150, 140), QPoint(170, 150))
    QTest.keyClick(editor, Qt.Key.Key_F4)
    QTest.keyClick(editor.view, Qt.Key.Key_PageUp)
    QTest.keyClick(editor, Qt.Key.Key_F3)
    [mark] = editor.marking.marks
    assert mark.kind == BLACK
    assert editor.notice.isHidden()


def test_a_mark_picked_in_the_list_is_turned_and_it_is_said(editor: RedactionEditor) -> None:
    for at in (0, 200):
        editor.marking.add(QRect(at, 0, 160, 120))
    row = editor.list.visualItemRect(editor.list.item(1)).center()  # the row that is current already
    QTest.mouseClick(editor.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    editor.kinds[BLUR].click()
    assert [mark.kind for mark in editor.marking.marks] == [BLACK, BLUR]
    assert "Mark 2 " in editor.notice.text().replace("\u2068", "").replace("\u2069", "")
    editor.list.setFocus()
    QTest.keyClick(editor.list, Qt.Key.Key_Up)
    QTest.keyClick(editor, Qt.Key.Key_F3)
    assert [mark.kind for mark in editor.marking.marks] == [BLUR, BLUR]
    editor.marking.add(QRect(0, 200, 160, 120))
    editor.kinds[BLACK].click()
    assert [mark.kind for mark in editor.marking.marks] == [BLUR, BLUR, BLUR]


def test_what_is_handed_over_is_what_was_drawn(editor: RedactionEditor, photo: QImage) -> None:
    made: list[tuple[QImage, tuple[str, ...]]] = []
    editor.made.connect(lambda image, kinds: made.append((image, kinds)))
    editor.marking.add(QRect(0, 0, 160, 120))
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [(image, kinds)] = made
    assert kinds == (BLACK,)
    assert image.pixelColor(5, 5) == QColor("black")
    assert photo.pixelColor(5, 5).red() > 150


def test_a_photo_is_enlarged_and_shown_whole_again(editor: RedactionEditor) -> None:
    editor.view.fit()
    whole = editor.view.canvas.scale
    QTest.keyClick(editor.view, Qt.Key.Key_Plus)
    QTest.keyClick(editor.view, Qt.Key.Key_Plus)
    assert editor.view.canvas.scale > whole
    QTest.keyClick(editor.view, Qt.Key.Key_0)
    assert editor.view.canvas.scale == whole


def test_the_editor_speaks_arabic(editor: RedactionEditor, desk: Desk) -> None:
    editor.marking.add(QRect(0, 0, 160, 120))
    desk.tongue.switch(ARABIC)
    assert editor.list.item(0).text()
    assert editor.view.layoutDirection() == Qt.LayoutDirection.LeftToRight
