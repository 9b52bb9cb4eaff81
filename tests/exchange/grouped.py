"""A list of which the rows of one case are one incident: its mapping, and its rows as CSV."""

from collections.abc import Iterable
from pathlib import Path

from tests.exchange.archive import folder_file

CODE = "grouped"
EACH = ('each = ["killed"]', "number = { each = true }")
"""Victims of whom a row says how many they are."""
ONE = "number = { value = 1 }"
"""A victim to a row, whatever else of them it says."""


def mapping(*victim: str, incident: str = "") -> str:
    """The mapping, with lines about each victim and about the incident."""
    lines = "\n".join(victim)
    return f"""
[file]
code = "{CODE}"
name_en = "Grouped"
name_ar = "مجمع"
rows = "both"
group_by = ["case"]
[incident]
{incident}
kinds = {{ value = ["killing"] }}
[date]
column = "date"
[place]
names = ["place"]
[[victims]]
{lines}
outcome = {{ value = "killed" }}
civil_status = {{ value = "civilian" }}
"""


def header(*more: str) -> str:
    """The first line, with the columns that the lines about victims and incident name."""
    return ",".join(("case", "date", "place", *more)) + "\n"


def line(case: str | int, *more: object, date: str = "22/3/2018", place: str = "سراقب") -> str:
    """A row of a case, with what it says under the columns named besides."""
    return ",".join(map(str, (case, date, place, *more))) + "\n"


def table(folder: Path, columns: Iterable[str], lines: Iterable[str]) -> Path:
    """A file of such rows."""
    return folder_file(folder, "grouped.csv", header(*columns) + "".join(lines))
