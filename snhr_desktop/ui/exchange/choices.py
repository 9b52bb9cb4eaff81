"""Which records can be chosen for an export: all, those of a period, those of a saved filter, those of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from snhr_desktop.domain.records import Period
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import Workspace

ALL, OF_PERIOD, OF_FILTER = "all", "period", "filter"
PERIOD, FILTER = N_("Period: {name}"), N_("Filter: {name}")


@dataclass(frozen=True)
class Choices:
    """What a store offers: codes such as `period:idlib` with their words, and the incidents picked one by one."""

    named: tuple[tuple[str, Words], ...]
    picked: tuple[str, ...]

    @classmethod
    def of(cls, workspace: Workspace, rows: Sequence[int]) -> Self:
        """Asked on the store's thread; `rows` are those of a list."""
        periods = ((f"{OF_PERIOD}:{one.period.code}", _period(one.period)) for one in workspace.periods())
        filters = ((f"{OF_FILTER}:{one.name}", _filter(one.name)) for one in workspace.saved_filters())
        return cls((*periods, *filters), tuple(row.uid for row in workspace.incident_rows(rows)))


def _period(period: Period) -> Words:
    def told(language: Language) -> str:
        return language.text(PERIOD, name=period.name(language))

    return told


def _filter(name: str) -> Words:
    def told(language: Language) -> str:
        return language.text(FILTER, name=name)

    return told
