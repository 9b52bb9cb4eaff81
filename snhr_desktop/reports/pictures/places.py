"""Where: circles at the sub-districts of the area, as large as what is counted there."""

from snhr_desktop.charts import MapChart, Outline, Point
from snhr_desktop.geodata import load_outlines
from snhr_desktop.i18n import N_, Message
from snhr_desktop.reports.phrases import NOBODY_KILLED as EMPTY
from snhr_desktop.reports.phrases import at_least
from snhr_desktop.reports.pictures.boundaries import drawn_with
from snhr_desktop.reports.telling import Telling, descending

FIGURE = "civilians_killed"
TITLE = N_("Civilians killed by sub-district")
MOST = N_("The highest toll was that of {place}: {count}.")
INCIDENTS_TITLE = N_("Documented incidents by sub-district")
MOST_INCIDENTS = N_("Most incidents were documented in {place}: {count}.")
NO_INCIDENTS = N_("No documented incident lies in this period and scope.")

_WORDS: dict[str, tuple[Message, Message, Message, str]] = {
    FIGURE: (TITLE, MOST, EMPTY, "toll"),
    "incidents": (INCIDENTS_TITLE, MOST_INCIDENTS, NO_INCIDENTS, "accent"),
}


def chart(telling: Telling, figure: str = FIGURE) -> MapChart:
    """The map of a figure: civilians killed, or `incidents`, on the ground that the snapshot holds.

    Deaths alone have the colour of deaths.
    """
    title, most, empty, role = _WORDS[figure]
    numbers, known = telling.answer(figure).by["subdistrict"], telling.snapshot.places
    points = tuple(
        Point(pcode, telling.place(pcode), known[pcode].lon, known[pcode].lat, number)
        for pcode, number in numbers.items()
        if pcode in known
    )
    order = [row for row in descending(telling, "subdistrict", [figure]) if numbers[row]]
    said = telling.text(empty)
    if order:
        count = at_least(figure, numbers[order[0]], telling.language)
        said = telling.text(most, place=telling.term("subdistrict", order[0]), count=count)
    chart = MapChart(
        title=telling.text(title),
        unit=telling.unit_of(figure),
        summary=said,
        empty=telling.text(empty),
        outlines=tuple(Outline(code, rings) for code, rings in load_outlines().items()),
        focus=telling.snapshot.period.area,
        points=points,
        legend_title=telling.title_of(figure),
        role=role,
    )
    return drawn_with(chart, telling.snapshot.ground)
