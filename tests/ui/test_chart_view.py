"""The chart in the window: seen, pointed at, walked through by keys, picked, and told to a screen reader."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from snhr_desktop import look
from snhr_desktop.charts import Bar, BarChart, Drawing, Hit, Marker, MonthChart, Point, Series, lay_out
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language
from snhr_desktop.ui import chart_view, fonts
from snhr_desktop.ui.chart_painter import text_width
from snhr_desktop.ui.chart_view import ChartView
from tests.charts.builders import HOSTILE, map_chart, month_row, outside, overlapping, share_bar
from tests.charts.builders import labels as words_of

BARS = BarChart(
    "By party",
    "Civilians killed",
    "The first leads.",
    "No records.",
    (Bar("first", "First", 90), Bar("second", "Second", 45), Bar("third", "Third", 0)),
)
MONTHS = MonthChart(
    "By month",
    "Civilians killed",
    "Most in June.",
    "No records.",
    month_row(dt.date(2017, 5, 1), 13),
    (Series("Men", "brick", tuple(range(13))), Series("Women", "ochre", (4,) * 13)),
    (Marker(dt.date(2018, 2, 4), "chlorine in Saraqib"),),
)


@pytest.fixture(autouse=True)
def _faces(qapp: QApplication) -> None:
    assert qapp.platformName()
    fonts.load()


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    made = ChartView()
    made.resize(480, 260)
    made.set_chart(BARS, ENGLISH, look.LIGHT)
    made.show()
    qtbot.waitExposed(made)
    yield made
    shiboken6.delete(made)


def centre(view: ChartView, hit: Hit) -> QPoint:
    """The middle of a part, on the widget."""
    box, margin = hit.box, (view.width() - view.drawing.width) / 2
    return QPointF((box.left + box.right) / 2 + margin, (box.top + box.bottom) / 2 + margin).toPoint()


def picture(view: ChartView) -> QImage:
    return view.grab().toImage()


def test_a_click_picks_what_lies_under_it(view: ChartView, qtbot: QtBot) -> None:
    for hit in view.drawing.hits:
        with qtbot.waitSignal(view.picked) as caught:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(view, hit))
        assert caught.args == [hit.key]


def test_a_click_beside_picks_nothing(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.picked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(470, 255))
        QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=centre(view, view.drawing.hits[0]))


def test_keys_walk_and_enter_picks(view: ChartView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key == "second"
    with qtbot.waitSignal(view.picked) as caught:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["second"]
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key == "third"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_key == "first"


@pytest.mark.parametrize(
    ("language", "onward", "back"),
    [(ENGLISH, Qt.Key.Key_Right, Qt.Key.Key_Left), (ARABIC, Qt.Key.Key_Left, Qt.Key.Key_Right)],
    ids=LANGUAGES,
)
def test_the_arrow_that_runs_with_time_goes_on(
    view: ChartView, language: Language, onward: Qt.Key, back: Qt.Key
) -> None:
    view.set_chart(MONTHS, language, look.LIGHT)
    QTest.keyClick(view, onward)
    QTest.keyClick(view, onward)
    assert view.current_key == "2017-06"
    QTest.keyClick(view, back)
    assert view.current_key == "2017-05"


def test_other_keys_are_left_to_the_window(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.picked):
        QTest.keyClick(view, Qt.Key.Key_Return)
        QTest.keyClick(view, Qt.Key.Key_A)
    assert view.current_key is None


def test_a_screen_reader_is_told_the_summary_and_then_the_part(view: ChartView) -> None:
    assert view.accessibleName() == "By party"
    assert view.accessibleDescription() == "The first leads."
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.accessibleDescription() == "First: 90"


def test_the_tip_shows_the_whole_text_as_text(view: ChartView) -> None:
    rows = (Bar("k", "<b>bold</b> & " + "long " * 60, 3),)
    view.set_chart(replace(BARS, rows=rows), ENGLISH, look.LIGHT)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; long" in QToolTip.text()
    QToolTip.hideText()


def test_pointing_lights_up_and_leaving_lets_go(view: ChartView) -> None:
    QTest.mouseMove(view, centre(view, view.drawing.hits[1]))
    assert view.current_key == "second"
    assert QColor(look.LIGHT.accent_soft).rgb() in colours(view)
    QTest.mouseMove(view, QPoint(470, 255))
    assert view.current_key is None


def colours(view: ChartView) -> set[int]:
    """Every colour of the picture."""
    image = picture(view)
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize("palette", [look.LIGHT, look.DARK], ids=lambda palette: palette.name)
def test_it_is_painted_in_the_colours_of_the_theme(view: ChartView, palette: look.Palette) -> None:
    view.set_chart(BARS, ENGLISH, palette)
    assert QColor(palette.accent).rgb() in colours(view)


def test_focus_can_be_seen(view: ChartView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert picture(view).pixelColor(240, 1) == QColor(look.LIGHT.accent)


def test_the_chosen_part_survives_a_change_of_language(view: ChartView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    view.set_chart(BARS, ARABIC, look.DARK)
    assert view.current_key == "third"
    view.set_chart(replace(BARS, rows=BARS.rows[:1]), ARABIC, look.DARK)
    assert view.current_key is None


def test_it_asks_for_the_height_it_needs(view: ChartView) -> None:
    few = view.heightForWidth(400)
    view.set_chart(replace(BARS, rows=BARS.rows * 4), ENGLISH, look.LIGHT)
    assert view.heightForWidth(400) > 2 * few
    assert view.sizeHint().height() == view.heightForWidth(view.sizeHint().width())
    assert view.minimumSizeHint().width() < 330


def test_without_a_chart_it_is_empty(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key is None
    assert not picture(view).isNull()


def test_a_mirrored_window_does_not_mirror_it_again(view: ChartView) -> None:
    view.set_chart(MONTHS, ARABIC, look.LIGHT)
    straight = picture(view)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(view) == straight


@pytest.mark.parametrize("width", [330, 700])
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("text", ["Harim", *HOSTILE])
def test_real_type_collides_nowhere(view: ChartView, language: Language, width: int, text: str) -> None:
    markers = (Marker(dt.date(2017, 9, 1), text), *MONTHS.markers)
    crowd = tuple(Point(f"{i}", text, 36 + i / 40, 35.5 + i % 7 / 10, i) for i in range(40))
    rows = tuple(replace(row, label=text, note=text) for row in BARS.rows)
    charts = (replace(MONTHS, markers=markers), replace(BARS, rows=rows), share_bar(label=text), map_chart(crowd))
    for chart in charts:
        view.set_chart(chart, language, look.LIGHT)
        view.resize(width, view.heightForWidth(width))
        assert overlapping(words_of(view.drawing)) == []
        assert outside(view.drawing) == []
        assert not picture(view).isNull()


def test_width_is_measured_in_the_bundled_faces() -> None:
    assert text_width("حارم", 12, look.REGULAR) > 10
    assert text_width("2018", 12, look.SEMIBOLD) > text_width("201", 12, look.SEMIBOLD)


def test_a_chart_nobody_sees_is_not_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[float] = []

    def counted(*given: Any) -> Drawing:
        laid_out.append(given[1])
        return lay_out(*given)

    monkeypatch.setattr(chart_view, "lay_out", counted)
    view = ChartView()
    for language in (ENGLISH, ARABIC):
        view.set_chart(BARS, language, look.LIGHT)
        view.resize(400, 200)
    assert laid_out == []
    assert view.drawing.rtl
    assert len(laid_out) == 1
    shiboken6.delete(view)
