"""The head of the form: one line at the width of the smallest screen, however long what it says of its origin."""

import pytest
import shiboken6
from PySide6.QtTest import QTest

from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.form_head import FormHead
from snhr_desktop.ui.forms.means import Means

WIDTH = 1366 - 220
"""Of the smallest screen, the side bar taken away."""
ORIGIN = "publicly_reported.json: Syrian Network for Human Rights, monthly report of March 2018, page 24, note 3 "


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize("origin", [ORIGIN, ORIGIN * 8, "تقرير منشور " * 30])
def test_a_long_origin_gives_way_and_is_read_in_full_where_one_points(
    desk: Desk, language: Language, origin: str
) -> None:
    head = FormHead(Means(desk.kit, desk.operations.gazetteer, True))
    desk.tongue.switch(language)
    head.resize(WIDTH, 100)
    head.show()
    QTest.qWait(1)
    head.show_incident({"reference": "IDL-2018-00001"})
    low = head.heightForWidth(WIDTH)
    head.show_incident({"reference": "IDL-2018-00001", "origin": origin})
    QTest.qWait(1)
    assert head.heightForWidth(WIDTH) == low
    *set_of_data, told = origin.strip().split(": ", 1)
    for shown in (head.origin.text(), head.origin.toolTip()):
        assert all(part in bare(shown) for part in (*set_of_data, told))
    assert head.origin.geometry().intersected(head.begin.geometry()).isEmpty()
    assert head.origin.width() > 60
    shiboken6.delete(head)
