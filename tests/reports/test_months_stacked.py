"""The toll of a month by class: gathered, drawn, and held against month and class."""

from dataclasses import replace

import pytest

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.reports.agreement.recount import MONTH
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.pictures import months
from snhr_desktop.reports.render import written
from snhr_desktop.reports.texts import Texts
from snhr_desktop.workspace import Workspace
from tests.reports.planting import told_by


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    workspace.fill_with_training(120, 3)
    return workspace


def test_classes_of_months_sum_to_the_months_and_to_the_classes(filled: Workspace) -> None:
    for scope in ("all", "alliance", "russia"):
        killed = filled.answer("civilians_killed", IDLIB.period, scope)
        by_class = filled.killed_by_month(IDLIB.period, scope)
        assert killed.total
        for code, counted in by_class.items():
            assert sum(counted.values()) == killed.term("class", code)
        for month, number in killed.by["month"].items():
            assert sum(counted.get(month, 0) for counted in by_class.values()) == number


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_columns_are_stacked_by_class_and_as_high_as_the_month(filled: Workspace, language: Language) -> None:
    shown = filled.gather(Brief("idlib", "all"))
    edition = Edition(shown, language, Texts(language.code, "idlib"))
    stacked, plain = months.chart(edition), months.chart(edition, stacked=False)
    assert [series.label for series in stacked.series] == [edition.term("class", code) for code in shown.months]
    assert stacked.totals == plain.totals


def test_a_class_counted_wrongly_in_a_month_is_caught(filled: Workspace) -> None:
    shown = filled.gather(Brief("idlib", "all"))
    assert told_by(written(shown, LANGUAGES.values())) == []
    month, number = next(iter(shown.months["men"].items()))
    wrong = replace(shown, months={**shown.months, "men": {**shown.months["men"], month: number + 1}})
    manuscripts = [replace(m, edition=replace(m.edition, snapshot=wrong)) for m in written(shown, LANGUAGES.values())]
    assert MONTH in {what for what, _, _ in told_by(manuscripts)}
