"""Settle the date of an imported row: the date given, the date in the record's own code, and what texts state.

A date typed day first and read month first is the commonest dirt of such files, and a wrong day puts an incident
into the wrong month. Nothing is corrected silently: every decision is a finding.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from snhr_desktop.domain.dates import MONTH_NAMES, NotADate, parse_when
from snhr_desktop.domain.names import fold
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.date_text import date_text
from snhr_desktop.exchange.findings import Finding
from snhr_desktop.exchange.mapping import DateRule

_NUMBER = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names}
_NAMES = "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_NAMES})\.?,?\s+(\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)


class Settled(NamedTuple):
    """The date to record (blank where none is known), what to tell, and what stays with the record for reviewers.

    `note` holds the columns and dates that contradict each other, without words, so that it reads in any language.
    """

    raw: object
    findings: tuple[Finding, ...] = ()
    note: str = ""


def settle(rule: DateRule, key: str, cells: Mapping[str, Any]) -> Settled:
    """The date of a row. One that cannot be read is passed on as it is, to be refused with its field's message."""
    written = _written(rule, cells.get(rule.column))
    coded = _coded(rule, cells)
    if not written:
        return _without(key, coded)
    given = _one_day(written)
    if rule.until or rule.precision:
        return Settled(_spanned(rule, written, cells))
    if given is None:
        return Settled(written)
    taken, topic = given, ""
    if coded and coded != given:
        taken, topic = _decided(given, coded, _stated(cells, rule.witnesses))
    mentions = tuple(_mentions(rule, key, cells, taken))
    if not topic:
        return Settled(taken, mentions)
    other = given if taken == coded else coded
    told = Finding(topic, key, {"taken": taken, "given": given, "other": other})
    return Settled(taken, (told, *mentions), f"{rule.column}: {given}; {rule.code_column}: {coded}")


def _written(rule: DateRule, cell: object) -> str:
    """The date as text; blank where the mapping says that such a cell knows none."""
    text = text_of(cell)
    knows_none = bool(rule.unknown) and (text in rule.unknown or fold(text) in map(fold, rule.unknown))
    return "" if knows_none else date_text(cell, rule.order)


def _spanned(rule: DateRule, first: str, cells: Mapping[str, Any]) -> object:
    """First and last day, as exact as the row says."""
    last = _written(rule, cells.get(rule.until)) if rule.until else ""
    word = fold(text_of(cells.get(rule.precision)))
    precision = next((code for said, code in rule.precisions.items() if fold(said) == word), "")
    if precision == "unknown":
        return ""
    whole = precision in ("month", "year") and not last
    return _around(first, precision) if whole else {"first": first, "last": last or first, "precision": precision}


def _around(written: str, precision: str) -> object:
    """The month or the year that a day stands for."""
    day = _one_day(written)
    return written if day is None else f"{day:%Y-%m}" if precision == "month" else f"{day:%Y}"


def dates_in(text: str) -> frozenset[dt.date]:
    """Days stated in words in a text of either language: "4 Feb. 2018", "May 10, 2015", «4 شباط 2018»."""
    found = {_day(year, _NUMBER[month.casefold()], day) for day, month, year in _DAY_FIRST.findall(text)}
    found |= {_day(year, _NUMBER[month.casefold()], day) for month, day, year in _MONTH_FIRST.findall(text)}
    return frozenset(day for day in found if day)


def _decided(given: dt.date, coded: dt.date, stated: frozenset[dt.date]) -> tuple[dt.date, str]:
    swapped = (given.day, given.month, given.year) == (coded.month, coded.day, coded.year)
    if not swapped:
        return given, "date_differs"
    witnessed = stated & {given, coded}
    if len(witnessed) == 1:
        return next(iter(witnessed)), "date_witnessed"
    return coded, "date_swapped"


def _without(key: str, coded: dt.date | None) -> Settled:
    if coded is None:
        return Settled("", (Finding("date_missing", key),))
    return Settled(coded, (Finding("date_from_code", key, {"taken": coded}),))


def _mentions(rule: DateRule, key: str, cells: Mapping[str, Any], taken: dt.date) -> Iterable[Finding]:
    for other in sorted(_stated(cells, rule.mentioned_in) - {taken}):
        yield Finding("date_mentioned", key, {"taken": taken, "other": other})


def _stated(cells: Mapping[str, Any], columns: Iterable[str]) -> frozenset[dt.date]:
    return frozenset(day for column in columns for day in dates_in(text_of(cells.get(column))))


def _coded(rule: DateRule, cells: Mapping[str, Any]) -> dt.date | None:
    """The date in the code; one that no calendar has when read day first is read month first."""
    found = rule.code.search(text_of(cells.get(rule.code_column))) if rule.code else None
    if not found:
        return None
    year, month, day = (found[part] or "" for part in ("year", "month", "day"))
    year = year if len(year) == 4 else f"20{year}"
    return _day(year, month, day) or _day(year, day, month)


@lru_cache(maxsize=1 << 13)
def _one_day(text: str) -> dt.date | None:
    try:
        when = parse_when(text)
    except NotADate:
        return None
    return when.first if when.first == when.last else None


def _day(year: str, month: str | int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
