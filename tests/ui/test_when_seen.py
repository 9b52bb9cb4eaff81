"""What nobody sees is said again when it is seen, once."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from snhr_desktop.ui.when_seen import WhenSeen


@pytest.fixture
def widget(application: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    shiboken6.delete(made)


def test_an_act_waits_until_its_widget_is_seen(widget: QWidget) -> None:
    acts: list[bool] = []
    act = WhenSeen(widget, lambda: acts.append(widget.isVisible()))
    act()
    act()
    assert acts == []
    widget.show()
    assert acts == [True]
    act()
    assert acts == [True, True]
    widget.hide()
    widget.show()
    assert acts == [True, True]
