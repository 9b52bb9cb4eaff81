"""What the page asks of every panel, and the panel that holds one chart."""

from collections.abc import Callable
from typing import Protocol

from snhr_desktop.charts import Chart
from snhr_desktop.i18n import Message
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.chart_view import ChartView
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.widgets import Card, PlainLabel


class Panel(Protocol):
    """Shown again when the numbers, the language or the colours are others."""

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the overview in the words of the telling."""


class ChartPanel(Card):
    """A chart below its title and the sentence that says what it shows. A part that is picked opens `door(key)`."""

    def __init__(
        self, kit: Kit, title: Message, describe: Callable[[Telling], Chart], door: Callable[[str], None]
    ) -> None:
        super().__init__(kit, title)
        self._kit = kit
        self.describe = describe
        self._said = PlainLabel("note", wrap=True)
        self.view = ChartView()
        self.view.picked.connect(door)
        self.body.setSpacing(4)
        self.body.addWidget(self._said)
        self.body.addWidget(self.view, 1)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Describe the chart and show it."""
        chart = self.describe(telling)
        self._said.setText(chart.summary)
        self.view.set_chart(chart, telling.language, self._kit.theme.palette)
