"""The problems of an entry by their weight; Enter or a click leads to the field."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from snhr_desktop.domain.records import RECORD_TYPES
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.measure import px

LEVELS = {
    "error": (N_("To correct"), "circle-x", "refused"),
    "needed": (N_("Needed to call it documented"), "circle-alert", "amber"),
    "hint": (N_("Worth a look"), "info", "accent"),
    "accepted": (N_("Let stand; Delete takes it back"), "check", "muted"),
}
IN_ROW = N_("{field}, row {row}")
REASON = N_("Reason: {reason}")
NOTHING = N_("Nothing to correct, nothing missing.")
_PROBLEM = Qt.ItemDataRole.UserRole
_ICON, _PADDING = 34, 14


class _Wrapped(QStyledItemDelegate):
    """Items as high as their words need at the width of the list."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        option.displayAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        assert isinstance(view, QListWidget)
        width = view.viewport().width() - (px(_ICON) if index.data(_PROBLEM) else 0) - _PADDING
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        flags = Qt.TextFlag.TextWordWrap.value
        needed = view.fontMetrics().boundingRect(0, 0, max(width, 80), 10_000, flags, text)
        return QSize(width, needed.height() + _PADDING)


class CheckList(QListWidget):
    """Keeps the chosen problem chosen while others come and go."""

    taken_back = Signal(object)
    """The `Problem` that was let stand and is to be asked again."""
    picked = Signal(object)
    """The `Problem` whose field a person wants to see."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._problems: tuple[Problem, ...] = ()
        self.setProperty("flat", True)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        means.kit.tongue.bind(self, accessibleName=N_("Checks"))
        means.kit.tongue.on_switch(self, self._say_again)
        means.kit.theme.on_change(self, self._say_again)
        self.itemClicked.connect(self._pick)
        self.itemActivated.connect(self._pick)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the problems of another state of the entry."""
        if tuple(problems) != self._problems or [p.values for p in problems] != [p.values for p in self._problems]:
            self._problems = tuple(problems)
            self._say_again()

    def texts(self) -> list[str]:
        """Every line shown."""
        return [self.item(row).text() for row in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes back that a hint may stand."""
        problem = self.chosen()
        if event.key() == Qt.Key.Key_Delete and problem is not None and problem.level == "accepted":
            self.taken_back.emit(problem)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(e)
        self.scheduleDelayedItemsLayout()

    def _say_again(self) -> None:
        kept = self.chosen()
        self.clear()
        for level, (title, icon, role) in LEVELS.items():
            found = [problem for problem in self._problems if problem.level == level]
            if found:
                self._add_title(self._means.language.text(title))
            for problem in found:
                self._add(problem, icon, role)
                if problem == kept:
                    self.setCurrentRow(self.count() - 1)
        if not self._problems:
            self._add_title(self._means.language.text(NOTHING))

    def chosen(self) -> Problem | None:
        """The problem that is chosen, if the keyboard is in the list."""
        if not self.hasFocus():
            return None
        chosen = next((item.data(_PROBLEM) for item in self.selectedItems()), None)
        return chosen if isinstance(chosen, Problem) else None

    def _add_title(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setForeground(self._means.kit.theme.colour("muted"))
        self.addItem(item)

    def _add(self, problem: Problem, icon: str, role: str) -> None:
        language = self._means.language
        text = f"{place_of(problem, language)}\n{problem.tell(language)}"
        if problem.reason:
            text += f"\n{language.text(REASON, reason=problem.reason)}"
        item = QListWidgetItem(self._means.kit.theme.icon(icon, role), self._means.kit.tongue.say(lambda _: text))
        item.setData(_PROBLEM, problem)
        item.setToolTip(f"<p>{escape(problem.tell(language))}</p>")
        self.addItem(item)

    def _pick(self, item: QListWidgetItem) -> None:
        problem = item.data(_PROBLEM)
        if isinstance(problem, Problem):
            self.picked.emit(problem)


def place_of(problem: Problem, language: Language) -> str:
    """The field, and the row where there are rows."""
    label = language.text(RECORD_TYPES[problem.record].field(problem.field).label)
    if not RECORD_TYPES[problem.record].parent:
        return label
    return language.text(IN_ROW, field=label, row=language.number(problem.row + 1))
