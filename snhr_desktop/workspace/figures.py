"""Figures: asked of the store, and remembered until something they read has changed."""

from collections.abc import Mapping

from snhr_desktop import figures
from snhr_desktop.domain.records import Period, PeriodFile
from snhr_desktop.figures import Answer
from snhr_desktop.figures.published import Beside, beside
from snhr_desktop.workspace.door import Door


class FigureDoor(Door):
    """Every number that a panel, a report or a file shows."""

    def answer(self, figure: str, period: Period, scope: str) -> Answer:
        """One figure's answer, remembered until something it reads has changed. Raises `UnknownCode`."""
        with self._store.reading():
            return self._answers.answer(figure, period, scope)

    def answers(self, period: Period, scope: str) -> Mapping[str, Answer]:
        """Every figure's answer by code, all of one moment. Raises `UnknownCode` for the scope."""
        with self._store.reading():
            return self._answers.answers(period, scope)

    def by_published_place(self, period: Period, scope: str) -> Mapping[str, Mapping[str, int]]:
        """Every figure's numbers by sub-district as far as records let it be published. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            return figures.by_published_place(connection, period, scope)

    def behind(self, figure: str, period: Period, scope: str, breakdown: str = "", term: str = "") -> tuple[str, ...]:
        """Identities of the incidents behind a total or one term of a breakdown, by date. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            return figures.behind(connection, figures.figure_of(figure), period, scope, breakdown, term)

    def beside(self, file: PeriodFile) -> tuple[Beside, ...]:
        """A period's published figures beside what is recorded, each in the scope it was published for."""
        with self._store.reading():
            return beside(file.published, lambda code, scope: self._answers.answer(code, file.period, scope))

    def killed_by_month(self, period: Period, scope: str) -> Mapping[str, Mapping[str, int]]:
        """Civilians killed of each class by month. Raises `UnknownCode` for the scope."""
        with self._store.reading():
            return figures.by_month(self._answers.told(figures.BY_CLASS.values(), period, scope))
