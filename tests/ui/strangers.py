"""Finds words of another language than the one spoken, in everything a window shows or tells a screen reader.

Values of records are in whichever language they were written in: what stands isolated inside a sentence, and what is
word for word in the store, is left out. What remains is the program's own, and has to be in the language spoken.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QTextEdit, QWidget

from snhr_desktop.charts import Label
from snhr_desktop.domain.romanizing import romanized
from snhr_desktop.i18n import ARABIC, Language, bare
from snhr_desktop.ui.chart_view import ChartView
from snhr_desktop.workspace import CaseQuery, IncidentQuery, Workspace
from tests.ui import walk

_TAGS = re.compile("<[^>]*>")
_PARTS = re.compile(r": | · |\n|, |، ")  # what a cell or a row says of several things
_ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_ARABIC = re.compile("[\u0621-\u064a]+")
_LATIN = re.compile("[A-Za-z]+")
# keys, formats, codes of offices and incidents, marks of standing texts, the other language by its own name
_ALLOWED = re.compile(
    r"(?<![A-Za-z])(Ctrl|Shift|Alt|Tab|Enter|Space|Esc|Page Up|Page Down|Home|End|Delete|Backspace|Insert|F\d+)"
    r"(?![A-Za-z])"
    r"|\b[A-Z]{2,8}(-D)?-\d{4}-\d{5}\b|\b[RM]\d{6}\b|\b[A-Z]\b"
    r"|(?<![A-Za-z])(SNHR|PDF/A|PDF|CSV|TSV|XLSX?|ODS|XML|JSON|GeoJSON|XLSForm|TopoJSON|HXL|UTF-8|SHA-256)(?![A-Za-z])"
    r"|\.?\b(pdf|p12|pfx|snhr|csv|tsv|json)\b"
)
_OTHER_NAME = {"ar": "English", "en": "العربية"}
_MOST_ROWS = 30


def of_records(workspace: Workspace) -> frozenset[str]:
    """Each text that a person or an import wrote into a store."""
    uids = [row.uid for row in workspace.incidents(IncidentQuery()).rows]
    held: set[str] = {workspace.info.office, workspace.info.name}
    for uid in uids:
        held.update(said for revision in workspace.history(uid) for said in (revision.actor, revision.reason))
    found = workspace.cases_found(CaseQuery())
    files = [workspace.case(row.uid) for row in workspace.case_rows(found.rows if found else ())]
    for file in files:
        held.update(said for revision in workspace.history(file.case.uid) for said in (revision.actor, revision.reason))
    for thing in (*workspace.dossiers(uids), *workspace.periods(), *workspace.drafts(), *files):
        held.update(_strings(thing))
    held |= {romanized(text) for text in held}  # suggested for a name in Arabic
    return frozenset(" ".join(bare(text).split()) for text in held)


def foreign(
    root: QWidget, language: Language, data: frozenset[str] = frozenset(), seen_only: bool = False
) -> list[str]:
    """Texts with a word of another language, told with the widget that says them; out of sight too, unless told."""
    script = _LATIN if language.code == ARABIC.code else _ARABIC
    found = set()
    for kind, marked in said(root, seen_only):
        text = html.unescape(_TAGS.sub("", marked)) if marked.startswith("<p") else marked  # as our tool tips are
        if " ".join(bare(text).split()) in data:
            continue
        rest = " ".join(part for part in _PARTS.split(text) if " ".join(bare(part).split()) not in data)
        while (inner := _ISOLATED.sub(" ", rest)) != rest:
            rest = inner
        rest = _ALLOWED.sub(" ", rest.replace(_OTHER_NAME[language.code], " "))
        if script.search(rest):
            found.add(f"{kind}: {text[:120]!r}")
    return sorted(found)


def said(root: QWidget, seen_only: bool) -> Iterator[tuple[str, str]]:
    """Everything told, with what tells it: properties, headers, items, words drawn, names for screen readers."""
    for widget in walk.widgets(root):
        if seen_only and not widget.isVisibleTo(root):
            continue
        yield from walk.texts_of(widget)
        kind = type(widget).__name__
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            for role in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help):
                yield f"{kind} told", interface.text(role)
        if isinstance(widget, QTextEdit) and widget.isReadOnly():
            yield from ((f"{kind} block", line) for line in widget.toPlainText().splitlines())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((f"{kind} item", text) for text in _items(widget.model()))
        if isinstance(widget, ChartView):
            yield from (
                (f"{kind} drawn", shape.text) for shape in widget.drawing.primitives if isinstance(shape, Label)
            )
            yield from ((f"{kind} tip", hit.tip) for hit in widget.drawing.hits)


def _items(model: QAbstractItemModel) -> Iterator[str]:
    roles, top = Qt.ItemDataRole, QModelIndex()
    rows, columns = min(model.rowCount(top), _MOST_ROWS), _columns(model)
    for way, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        for section in range(count):
            for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
                yield str(model.headerData(section, way, role) or "")
    for row in range(rows):
        for column in range(columns):
            for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
                yield str(model.index(row, column).data(role) or "")


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()  # a list keeps its own to itself


def _strings(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
        yield from thing.splitlines()
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _strings(getattr(thing, field.name))
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from _strings(value)
    elif isinstance(thing, list | tuple | set | frozenset):
        for value in thing:
            yield from _strings(value)
