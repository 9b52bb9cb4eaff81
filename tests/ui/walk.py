"""Walks through everything a window shows or says, to find what is untranslated, unnamed or cut off.

Use in the test of any page: `assert untranslated(page) == []` after switching to Arabic, `unnamed(page) == []`,
`cut_off(page) == []` while it is shown.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

_SAID = (
    "windowTitle", "text", "title", "placeholderText", "toolTip", "statusTip", "whatsThis", "accessibleName",
    "accessibleDescription", "prefix", "suffix", "specialValueText",
)  # fmt: skip
_INVISIBLE = re.compile("[\u200e\u200f\u2066-\u2069]")
_LATIN, _ARABIC = re.compile("[A-Za-z]"), re.compile("[\u0621-\u064a]")
# keys, codes of offices and incidents, the other language by its own name
_ALLOWED = re.compile(
    r"(Ctrl|Shift|Alt|Tab|Enter|Space|Esc|Page Up|Page Down|Home|End|Delete|Del|F\d+|[A-Z]\b|[-+,…↓↑\s\d()])+"
    r"|[A-Z]{2,8}((-D)?-\d{4}-\d{5})?|English|PDF|CSV|XLSX|JSON"
)


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Each text of the program in a tree of widgets, with what says it; what people typed is left out."""
    for widget in widgets(root):
        yield from texts_of(widget)


def widgets(root: QWidget) -> Iterator[QWidget]:
    """A widget and all in it that is ours."""
    yield from (widget for widget in [root, *root.findChildren(QWidget)] if not made_by_qt(widget))


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """The texts of one widget and of its actions."""
    kind = type(widget).__name__
    yield from ((kind, said) for said in _properties(widget))
    yield from ((f"{kind} item", said) for said in _items(widget))
    for action in widget.actions():
        yield from ((f"action of {kind}", said) for said in _action(action))


def made_by_qt(widget: QWidget) -> bool:
    """Whether Qt made it as a part of another, and speaks for it."""
    return widget.objectName().startswith("qt_")


def untranslated(root: QWidget, allowed: frozenset[str] = frozenset()) -> list[str]:
    """Texts with Latin letters and no Arabic one, of a window switched to Arabic; `allowed` are names and codes."""
    found = []
    for kind, said in texts(root):
        bare = _INVISIBLE.sub("", said).strip()
        if _LATIN.search(bare) and not _ARABIC.search(bare) and bare not in allowed and not _ALLOWED.fullmatch(bare):
            found.append(f"{kind}: {bare[:80]}")
    return sorted(set(found))


def unnamed(root: QWidget) -> list[str]:
    """Widgets that take the focus and that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if takes_focus(widget) and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def cut_off(root: QWidget) -> list[str]:
    """Visible labels and buttons that have less room than their words need."""
    return [
        f"{widget.text()[:60]!r}: {widget.width()} of {widget.sizeHint().width()} px"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QLabel | QPushButton)
        and widget.isVisibleTo(root)
        and widget.text()
        and not (isinstance(widget, QLabel) and widget.wordWrap())
        and widget.width() < widget.sizeHint().width()
    ]


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    own = widget.focusProxy() is None and not made_by_qt(widget)
    return own and not _is_part(widget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_part(widget: QWidget) -> bool:
    """Whether Qt made it as a part of another: the list of a choice, the cross of a line."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox | QLineEdit | QAbstractSpinBox):
            return True
        above = above.parentWidget()
    return False


def _properties(thing: QObject) -> Iterator[str]:
    for name in _SAID:
        if isinstance(thing, QLineEdit) and name == "text":
            continue
        if name == "placeholderText" and thing.property("suggests"):  # words of the case
            continue
        said = thing.property(name)
        if isinstance(said, str) and said:
            yield said


def _items(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QTableView | QTreeView) and widget.model() is not None:
        model = widget.model()
        for column in range(model.columnCount()):
            said = model.headerData(column, Qt.Orientation.Horizontal)
            if isinstance(said, str):
                yield said


def _action(action: QAction) -> Iterator[str]:
    yield from (said for said in (action.text(), action.toolTip(), action.statusTip()) if said)
