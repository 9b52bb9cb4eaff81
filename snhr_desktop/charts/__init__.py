"""Charts as values: one description and one layout for window and paper, without Qt and without ReportLab."""

from snhr_desktop.charts.description import (
    Bar,
    BarChart,
    Chart,
    MapChart,
    Marker,
    MonthChart,
    Outline,
    Point,
    Series,
    Share,
    ShareBar,
)
from snhr_desktop.charts.drawing import Circle, Drawing, Hit, Label, Line, Polygon, Primitive, Rect
from snhr_desktop.charts.layout import height_for, lay_out

__all__ = [
    "Bar",
    "BarChart",
    "Chart",
    "Circle",
    "Drawing",
    "Hit",
    "Label",
    "Line",
    "MapChart",
    "Marker",
    "MonthChart",
    "Outline",
    "Point",
    "Polygon",
    "Primitive",
    "Rect",
    "Series",
    "Share",
    "ShareBar",
    "height_for",
    "lay_out",
]
