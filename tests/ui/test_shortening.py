"""What has no room is shortened at its own end, in a column of either direction."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from snhr_desktop.i18n import LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE, bare, piece
from snhr_desktop.ui.shortening import shortened


@pytest.mark.parametrize("text", ["Ghassan al-Mutakhayyal", piece("Ghassan al-Mutakhayyal")])
def test_a_latin_name_keeps_its_ellipsis_at_its_end(application: QApplication, text: str) -> None:
    shown = shortened(QFontMetrics(application.font()), text, 90)
    assert shown[0] + shown[-1] == LEFT_TO_RIGHT_ISOLATE + POP_ISOLATE
    assert bare(shown).startswith("Ghas")
    assert bare(shown).endswith("…")


@pytest.mark.parametrize("text", ["غسان المتخيل من سراقب", "12"])
def test_an_arabic_one_and_one_that_fits_stay_as_they_are(application: QApplication, text: str) -> None:
    metrics = QFontMetrics(application.font())
    assert shortened(metrics, text, 2000) == text
    assert LEFT_TO_RIGHT_ISOLATE not in shortened(metrics, text, 60)
