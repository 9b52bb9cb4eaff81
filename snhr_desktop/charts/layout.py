"""From a description to a drawing of a given size: the same one for the window and for the page."""

from snhr_desktop.charts.bars import bars_height, lay_out_bars
from snhr_desktop.charts.description import BarChart, Chart, MapChart, MonthChart, ShareBar
from snhr_desktop.charts.drawing import Drawing
from snhr_desktop.charts.maps import lay_out_map
from snhr_desktop.charts.months import lay_out_months, months_height
from snhr_desktop.charts.shares import lay_out_shares, shares_height
from snhr_desktop.charts.sheet import Metrics, Sheet
from snhr_desktop.i18n import Language

_MAP_SHAPE = 0.82
_TALLEST_MAP = 460


def lay_out(
    chart: Chart, width: float, height: float, language: Language, metrics: Metrics, scale: float = 1.0
) -> Drawing:
    """Place everything a chart shows.

    Args:
        chart: what to show, its words already in `language`.
        width: room in the caller's unit (px, pt).
        height: likewise; `height_for` tells what is comfortable.
        language: of the numbers, the names of months and the reading direction.
        metrics: width of a text at a size and weight, in the same unit.
        scale: size against the screen: 1 there, `look.PAGE_SCALE` on a page.
    """
    sheet = Sheet(width, height, language, metrics, scale)
    match chart:
        case MonthChart():
            lay_out_months(sheet, chart)
        case BarChart():
            lay_out_bars(sheet, chart)
        case ShareBar():
            lay_out_shares(sheet, chart)
        case MapChart():
            lay_out_map(sheet, chart)
    return sheet.drawing()


def height_for(chart: Chart, width: float, language: Language, metrics: Metrics, scale: float = 1.0) -> float:
    """The height at which a chart of that width shows everything without crowding."""
    sheet = Sheet(width, 0.0, language, metrics, scale)
    match chart:
        case MonthChart():
            return months_height(sheet, chart)
        case BarChart():
            return bars_height(sheet, chart)
        case ShareBar():
            return shares_height(sheet, chart)
        case MapChart():
            return min(width * _MAP_SHAPE, sheet.px(_TALLEST_MAP)) + 3 * sheet.line
