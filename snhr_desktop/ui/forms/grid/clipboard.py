"""Rows of a list to and from a spreadsheet: cells parted by tabs, lines by line ends, quoted where they hold either."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Flag
from snhr_desktop.domain.names import fold, words
from snhr_desktop.domain.vocabularies import Term, label, vocabulary
from snhr_desktop.i18n import LANGUAGES, Language, bare
from snhr_desktop.ui.forms.grid.row import Row

_TRUE = frozenset({"yes", "true", "1", "x", "نعم"})
Cells = list[list[str]]


def cells_of(text: str) -> Cells:
    """What was copied in a spreadsheet, line by line without the blank ones; one cell for plain words."""
    rows = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t", strict=True)
    try:
        return [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error:  # a quote that is never closed, or a cell beyond measure: words and no table
        return [line.split("\t") for line in text.splitlines() if line.strip()]


def rows_of(cells: Cells, shown: Sequence[Field], every: Sequence[Field], first: int) -> list[dict[str, Any]]:
    """The raw values of pasted lines.

    Where the first line names fields, by their labels in either language, the columns are those, whatever their
    order; else they are the columns shown, from the `first` on. What no column takes is left out.
    """
    named = _named(cells[0], every)
    fields, lines = (named, cells[1:]) if named else (list(shown[first:]), cells)
    return [
        {field.name: value for field, cell in zip(fields, line, strict=False) if field and (value := _raw(field, cell))}
        for line in lines
    ]


def text_of(rows: Iterable[Row], fields: Sequence[Field], language: Language) -> str:
    """Rows as a spreadsheet takes them, under a line that names the fields."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow([bare(language.text(field.label)) for field in fields])
    for row in rows:
        writer.writerow([_said(field, row.raw.get(field.name), language) for field in fields])
    return text.getvalue()


def _named(line: Sequence[str], fields: Sequence[Field]) -> list[Field | None]:
    """The fields that a line of headings names; nothing where it is a line of values."""
    by_heading = {fold(each.text(field.label)): field for field in fields for each in LANGUAGES.values()}
    by_heading |= {fold(field.name.replace("_", " ")): field for field in fields}
    found = [by_heading.get(fold(cell)) for cell in line]
    filled = sum(bool(cell.strip()) for cell in line)
    return found if filled and sum(field is not None for field in found) * 2 > filled else []


def _raw(field: Field, cell: str) -> Any:
    """What a cell says of a field. A word that is no term stays as it is, to be seen and corrected."""
    said = bare(cell).strip()
    if isinstance(field.kind, Choice):
        return _code(field.kind.vocabulary, said)
    return said.casefold() in _TRUE if isinstance(field.kind, Flag) else said


def _code(name: str, said: str) -> str:
    """The term that is called so, or the only one whose name begins with these whole words: «طفل» of «طفل (دون 18)»."""
    asked = words(said)
    called = {term.code: [words(text) for text in _texts(term)] for term in vocabulary(name).values()}
    if asked:
        exact = [code for code, texts in called.items() if asked in texts]
        begun = [code for code, texts in called.items() if any(text[: len(asked)] == asked for text in texts)]
        found = exact[:1] or (begun if len(begun) == 1 else [])
        return found[0] if found else said
    return said


def _texts(term: Term) -> tuple[str, ...]:
    return (term.code.replace("_", " "), *(term.say(each) for each in LANGUAGES.values()), *term.words)


def _said(field: Field, raw: Any, language: Language) -> str:
    if raw in (None, ""):
        return ""
    if isinstance(field.kind, Choice):
        return bare(label(field.kind.vocabulary, str(raw), language))
    return "1" if raw is True else bare(str(raw))
