"""Circles on the outlines of governorates: area for number, names where there is room, round numbers as key.

North is up and east is right in every language: the map itself is never mirrored, its words and key are.
"""

import math
from collections.abc import Iterable
from dataclasses import replace

from snhr_desktop import look
from snhr_desktop.charts.description import MapChart, Outline, Point
from snhr_desktop.charts.drawing import Box, Circle, Label, Polygon, Rect
from snhr_desktop.charts.months import ITEM
from snhr_desktop.charts.projection import Projection, fit, ring_on_sheet
from snhr_desktop.charts.scales import round_values
from snhr_desktop.charts.sheet import Sheet
from snhr_desktop.geodata import BETWEEN_CREDITS

_LARGEST = 0.065
_SMALLEST = 1.6
_OPACITY = 0.72
_MOST_NAMES = 40
_CREDIT = 0.3
"""As much of the height a credit may take."""


def lay_out_map(sheet: Sheet, chart: MapChart) -> None:
    """Put a map on the sheet."""
    top = sheet.head(chart.unit)
    shown = sorted((point for point in chart.points if point.value), key=lambda point: (-point.value, point.key))
    credit = sheet.wrap(chart.credit, sheet.width, lines=max(2, int(sheet.height * _CREDIT / sheet.line)))
    bottom = sheet.height - sheet.line * len(credit)
    foot = _key_height(sheet, chart) if shown else sheet.line + sheet.px(8)
    frame = Box(0, top, sheet.width, max(top + 1, bottom - foot))
    everything = _extent(chart)
    if not everything:
        return sheet.message(chart.empty, Box(0, top, sheet.width, sheet.height))
    for i, line in enumerate(credit):
        named = map(sheet.language.isolate, line.split(BETWEEN_CREDITS))  # an Arabic one turns none beside it
        sheet.write(BETWEEN_CREDITS.join(named), 0, bottom + i * sheet.line)
    largest = _largest_radius(sheet, frame)
    projection = fit(everything, frame, largest * 0.6 + sheet.px(6))
    _draw_land(sheet, chart, projection, frame)
    if not shown:
        sheet.write(sheet.elide(chart.empty, sheet.width), 0, frame.bottom + sheet.px(6))
        return None
    circles = [
        _circle(sheet, chart, point, projection, largest * math.sqrt(point.value / shown[0].value)) for point in shown
    ]
    sheet.add_fixed(*circles)
    sheet.add_fixed(*_names(sheet, shown, circles, frame))
    for point, circle in zip(shown, circles, strict=True):
        reach = max(circle.radius, sheet.px(6))
        tip = sheet.language.text(ITEM, label=point.label, value=sheet.language.number(point.value))
        box = Box(circle.x - reach, circle.y - reach, circle.x + reach, circle.y + reach)
        sheet.hit(point.key, box, [tip], fixed=True)
    _draw_key(sheet, chart, shown[0].value, largest, Box(0, frame.bottom + sheet.px(6), sheet.width, bottom))
    return None


def _extent(chart: MapChart) -> list[tuple[float, float]]:
    """What must be seen: the governorate in focus (all of them where none is) and every place."""
    focus = [outline for outline in chart.outlines if outline.code == chart.focus]
    focus = [*focus, *_parts(chart)] or list(chart.outlines)
    corners = [corner for outline in focus for ring in outline.rings for corner in ring]
    return corners + [(point.lon, point.lat) for point in chart.points]


def _largest_radius(sheet: Sheet, frame: Box) -> float:
    return min(sheet.px(26), max(sheet.px(8), min(frame.right - frame.left, frame.bottom - frame.top) * _LARGEST))


def _draw_land(sheet: Sheet, chart: MapChart, projection: Projection, frame: Box) -> None:
    """The other governorates, the one in focus, and what lies within it, whose borders lie on that of the whole."""
    sheet.add(Rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top, "ground"))

    def draw(outlines: Iterable[Outline], role: str, rim: str, width: float, filled: bool = True) -> None:
        for outline in outlines:
            rings = (ring_on_sheet(projection, ring, frame, sheet.px(0.5)) for ring in outline.rings)
            kept = tuple(ring for ring in rings if ring)
            if kept:
                sheet.add_fixed(Polygon(kept, role, rim, sheet.px(width), filled))

    focus = [outline for outline in chart.outlines if outline.code == chart.focus]
    draw((outline for outline in chart.outlines if outline.code != chart.focus), "land", "ground", 1.2)
    draw([Outline("", chart.beneath)], "land", "land", 2.4)
    if chart.in_parts:
        draw(focus, "land_focus", "land_focus", 1.2)
        draw(_parts(chart), "land_focus", "border", 2.4)  # the inner half is covered by what lies beside it
        draw(_parts(chart), "land_focus", "land_focus", 0.6)
    else:
        draw(focus, "land_focus", "border", 1.2)
    draw(chart.subdistricts, "land_focus", "line", 0.6, filled=False)
    draw(chart.districts, "land_focus", "faint", 0.8, filled=False)
    if not chart.in_parts and (chart.districts or chart.subdistricts):
        draw(focus, "land_focus", "border", 1.2, filled=False)


def _parts(chart: MapChart) -> tuple[Outline, ...]:
    """What draws the outline of the area in focus where it has none of its own."""
    return (chart.districts or chart.subdistricts) if chart.in_parts else ()


def _circle(sheet: Sheet, chart: MapChart, point: Point, projection: Projection, radius: float) -> Circle:
    x, y = projection.place(point.lon, point.lat)
    return Circle(
        x,
        y,
        max(sheet.px(_SMALLEST), radius),
        chart.role,
        rim_width=sheet.px(0.8),
        opacity=_OPACITY,
        key=point.key,
    )


def _names(sheet: Sheet, points: list[Point], circles: list[Circle], frame: Box) -> list[Label]:
    """Names beside their circles, the largest first; one that would meet another or a circle is left out."""
    taken = [Box(c.x - c.radius, c.y - c.radius, c.x + c.radius, c.y + c.radius) for c in circles]
    done: list[Label] = []
    for i, (point, circle) in enumerate(zip(points[:_MOST_NAMES], circles, strict=False)):
        text = sheet.elide(point.label, sheet.width * 0.4, look.SEMIBOLD)
        for label in _around(sheet, text, circle):
            box = label.box
            others = taken[:i] + taken[i + 1 :]
            if text and box.within(frame) and not any(box.meets(other) for other in others):
                done.append(label)
                taken.append(box.grown(sheet.px(1)))
                break
    return done


def _around(sheet: Sheet, text: str, circle: Circle) -> list[Label]:
    """The places a name may take round its circle, the best first, in absolute coordinates."""
    away, x, y = circle.radius + sheet.px(4), circle.x, circle.y
    middle, above, below = y - sheet.line / 2, y - away - sheet.line * 0.85, y + away - sheet.line * 0.15
    near = away * 0.72
    after, before = sheet.label(text, x + away, middle), sheet.label(text, x - away, middle, "end")
    sides = [before, after] if sheet.language.rtl else [after, before]
    rest = [
        sheet.label(text, x, above, "middle"),
        sheet.label(text, x, below, "middle"),
        sheet.label(text, x + near, y - near - sheet.line * 0.7),
        sheet.label(text, x + near, y + near - sheet.line * 0.3),
        sheet.label(text, x - near, y - near - sheet.line * 0.7, "end"),
        sheet.label(text, x - near, y + near - sheet.line * 0.3, "end"),
    ]
    width = sheet.measure(text, look.SEMIBOLD)
    return [replace(one, width=width, role="ink", weight=look.SEMIBOLD, halo=True) for one in (*sides, *rest)]


def _key_height(sheet: Sheet, chart: MapChart) -> float:
    frame = Box(0, 0, sheet.width, sheet.height * 0.8)
    one_line = max(sheet.line, 2 * _largest_radius(sheet, frame)) + sheet.px(8)
    return one_line + (sheet.line if _title_alone(sheet, chart) else 0.0)


def _title_alone(sheet: Sheet, chart: MapChart) -> bool:
    return sheet.measure(chart.legend_title) > sheet.width * 0.45


def _draw_key(sheet: Sheet, chart: MapChart, most: int, largest: float, room: Box) -> None:
    """What the circles mean: the title and up to three round numbers with their circles."""
    title = sheet.elide(chart.legend_title, sheet.width)
    x = 0.0
    middle = (room.top + (sheet.line if _title_alone(sheet, chart) else 0.0) + room.bottom) / 2
    if _title_alone(sheet, chart):
        sheet.write(title, 0, room.top)
    elif title:
        sheet.write(title, 0, middle - sheet.line / 2)
        x = sheet.measure(title) + sheet.px(14)
    for value in round_values(most):
        radius = max(sheet.px(_SMALLEST), largest * math.sqrt(value / most))
        sheet.add(Circle(x + radius, middle, radius, chart.role, rim_width=sheet.px(0.8), opacity=_OPACITY))
        x += 2 * radius + sheet.px(5)
        text = sheet.language.number(value)
        sheet.write(text, x, middle - sheet.line / 2)
        x += sheet.measure(text) + sheet.px(14)
