"""The making of a report tells each step, and is called off at any page without leaving anything."""

from collections.abc import Callable

import pytest

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.progress import CHECKING, FINISHING, SETTING, Cancelled, Step
from snhr_desktop.reports.render import printed, written
from tests.reports.specimen import snapshot


def steps_of(stop: Callable[[Step], bool] = lambda _: False) -> list[Step]:
    """The steps told until the making is over or called off."""
    told: list[Step] = []

    def watch(step: Step) -> None:
        told.append(step)
        if stop(step):
            raise Cancelled

    printed(written(snapshot(), (ENGLISH,)), progress=watch)
    return told


def test_each_page_is_told_once_in_order() -> None:
    told = steps_of()
    assert (told[0], told[-1]) == (Step(CHECKING), Step(FINISHING))
    pages = [step.page for step in told if step.stage == SETTING]
    assert pages == list(range(1, len(pages) + 1))
    assert len(pages) > 10
    assert Step(SETTING, 12).tell(ARABIC) == "جارٍ تنضيد الصفحة 12…"


@pytest.mark.parametrize("at", [Step(CHECKING), Step(SETTING, 3), Step(FINISHING)])
def test_it_is_called_off_at_any_step(at: Step) -> None:
    with pytest.raises(Cancelled):
        steps_of(lambda step: step == at)
    assert steps_of()
