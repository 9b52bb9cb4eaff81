"""Figures as rows for the command line and for files: a table to read, CSV, and JSON of a fixed shape."""

import csv
import datetime as dt
import io
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.records import Period
from snhr_desktop.figures.breakdowns import BREAKDOWNS, PlaceName
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.figure import Answer, Figure
from snhr_desktop.i18n import N_, NP_, Language

APART = N_("Shown apart, in no total")
UNSTATED = NP_("{n} use without a stated number, not included", "{n} uses without a stated number, not included")
HISTORY = {
    "head": N_("Head of the history (SHA-256)"),
    "key": N_("Key of the office"),
    "at": N_("Read on (UTC)"),
    "entries": N_("Entries of the history"),
}
"""What is said of the history with the figures."""
_CSV_COLUMNS = ("figure", "breakdown", "term", "number", "unit", "title", "label")


@dataclass(frozen=True)
class Row:
    """One number: a total (blank breakdown and term) or one term of a breakdown, with what a person reads for it."""

    figure: Figure
    breakdown: str
    term: str
    label: str
    number: int | float | None
    unstated: int = 0


def rows(answers: Mapping[str, Answer], language: Language, place_name: PlaceName | None = None) -> tuple[Row, ...]:
    """Every number of the answers: each total followed by its breakdowns."""
    return tuple(row for answer in answers.values() for row in _rows(answer, language, place_name))


def as_object(answers: Mapping[str, Answer], period: Period, scope: str, as_of: dt.date) -> dict[str, Any]:
    """The shape that other programs read: period, scope, day of counting, and per figure its unit, total and terms."""
    figures = {
        code: {"unit": answer.unit, "total": answer.total, "by": {b: dict(terms) for b, terms in answer.by.items()}}
        for code, answer in answers.items()
    }
    return {"period": period.code, "scope": scope, "as_of": as_of.isoformat(), "figures": figures}


def as_json(
    answers: Mapping[str, Answer],
    period: Period,
    scope: str,
    as_of: dt.date,
    history: Mapping[str, str | int] | None = None,
) -> str:
    """`as_object` as JSON text, line by line; `history` says where that stood (`store.anchoring`)."""
    said = as_object(answers, period, scope, as_of) | ({"history": dict(history)} if history else {})
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def as_csv(
    answers: Mapping[str, Answer],
    language: Language,
    place_name: PlaceName | None = None,
    history: Mapping[str, str | int] | None = None,
) -> str:
    """One line per number, with codes for programs and titles for people; a number that does not exist is blank.

    The last lines say where the `history` stood, by the names that JSON has: their numbers are blank.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_CSV_COLUMNS)
    for row in rows(answers, language, place_name):
        number = "" if row.number is None else row.number
        unit, title = row.figure.unit_code, language.text(row.figure.title)
        writer.writerow((row.figure.code, row.breakdown, row.term, number, unit, title, row.label))
        if row.unstated:
            label = language.plural(UNSTATED, row.unstated)
            writer.writerow((row.figure.code, "unstated", "", row.unstated, "uses", title, label))
    for name, said in (history or {}).items():
        writer.writerow(("history", name, "", "", "", language.text(HISTORY[name]), said))
    return text.getvalue()


def as_table(answers: Mapping[str, Answer], language: Language, place_name: PlaceName | None = None) -> str:
    """Lines to read in a terminal: totals with their unit, the terms of each breakdown below under its heading."""
    lines: list[tuple[str, str]] = []
    breakdown = ""
    for row in rows(answers, language, place_name):
        if row.breakdown and row.breakdown != breakdown:
            lines.append((f"  {language.text(BREAKDOWNS[row.breakdown].title)}", ""))
        breakdown = row.breakdown
        lines += _lines(row, language)
    width = max((_width(label) for label, number in lines if number), default=0)
    return "".join(f"{_padded(label, width)}  {number}\n" if number else f"{label}\n" for label, number in lines)


def _rows(answer: Answer, language: Language, place_name: PlaceName | None) -> Iterator[Row]:
    figure = FIGURES[answer.figure]
    yield Row(figure, "", "", language.text(figure.title), answer.total, answer.unstated)
    for breakdown, terms in answer.by.items():
        for term, number in terms.items():
            yield Row(figure, breakdown, term, BREAKDOWNS[breakdown].label(term, language, place_name), number)


def _lines(row: Row, language: Language) -> Sequence[tuple[str, str]]:
    unit = row.figure.unit
    if row.breakdown:
        return [(f"    {row.label}", unit.figures(row.number, language))]
    lines = [(row.label, unit.say(row.number, language))]
    if row.figure.apart:
        lines.append((f"  ({language.text(APART)})", ""))
    if row.unstated:
        lines.append((f"  ({language.plural(UNSTATED, row.unstated)})", ""))
    return lines


def _width(text: str) -> int:
    """Columns of a terminal: marks and direction controls take none."""
    return sum(unicodedata.category(character) not in ("Mn", "Cf") for character in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
