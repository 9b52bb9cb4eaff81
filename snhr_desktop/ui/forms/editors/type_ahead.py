"""The letters typed toward a choice: kept together, and shown beside it so that a person sees what is looked for."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.widgets import PlainLabel

PAUSE = 6_000
"""Milliseconds after which typing begins anew; the letters vanish with it. Who hunts for keys needs seconds."""
_LINGER = 3_000
"""Milliseconds for which "nothing fits" stays once the field was left."""
_GAP = 3
Side = Literal["below", "above", "head"]
"""Where the letters stand: below or above the field, or at the end of its heading."""
TYPED = N_("Typed: {letters}")
NO_FIT = N_("Nothing fits “{letters}”; it stays as it was.")


def letters_of(event: QKeyEvent) -> str:
    """The letters a key types; nothing for a command or a control key."""
    commanding = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return event.text() if event.text().isprintable() and not commanding else ""


class TypedTag(PlainLabel):
    """Floats over the page, and moves with it, below what it speaks of; above it where no more of the page is seen."""

    def __init__(self, means: Means, page: QWidget) -> None:
        super().__init__("note", parent=page)
        self._means, self._page = means, page
        self.setProperty("kind", "notice")
        self.setContentsMargins(8, 3, 8, 3)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.fits = True

    def show_at(self, anchor: QWidget, letters: str, fits: bool, side: Side) -> None:
        """Show what was typed, and whether anything fits it."""

        def words(language: Language) -> str:
            return language.text(TYPED if fits else NO_FIT, letters=letters)

        self.fits = fits
        mark(self, tone="told" if fits else "attention")
        self._means.kit.tongue.bind(self, text=words)
        self.adjustSize()
        self.move(self._spot(anchor, side))
        self.show()
        self.raise_()

    def _spot(self, anchor: QWidget, side: Side) -> QPoint:
        rtl, slack = self._means.language.rtl, anchor.width() - self.width()
        if side == "head":
            return anchor.mapTo(self._page, QPoint(0 if rtl else slack, 0))
        across = slack if rtl else 0
        spot = anchor.mapTo(self._page, QPoint(across, anchor.height() + _GAP))
        seen = self._page.visibleRegion().boundingRect()
        if side == "above" or spot.y() + self.height() > seen.bottom():
            spot = anchor.mapTo(self._page, QPoint(across, -self.height() - _GAP))
        spot.setX(max(seen.left(), min(spot.x(), seen.right() - self.width())))
        return spot


class TypeAhead(QObject):
    """`letters` are what was typed so far. They are forgotten when the field is left or after a long pause."""

    def __init__(self, means: Means, field: QWidget) -> None:
        super().__init__(field)
        self._means = means
        self.letters = ""
        self.tag: TypedTag | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.forget)

    def show(self, letters: str, fits: bool, anchor: QWidget, side: Side = "below") -> None:
        """Show letters beside what they choose; `fits` says whether they choose anything."""
        self.letters = letters
        self._pause.start()
        if self.tag is None:
            self.tag = TypedTag(self._means, _page_of(anchor))
        self.tag.show_at(anchor, letters, fits, side)

    def forget(self, linger: bool = False) -> None:
        """Begin anew. With `linger`, that nothing fitted stays to be read for a moment."""
        self.letters = ""
        self._pause.stop()
        tag, self.tag = self.tag, None
        if tag is not None and linger and not tag.fits:
            QTimer.singleShot(_LINGER, tag, tag.deleteLater)
        elif tag is not None:
            tag.hide()
            tag.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Forget when the field is left; a list that opens from it does not count."""
        left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != _POPUP
        if left or event.type() == QEvent.Type.Hide:
            self.forget(linger=True)
        return super().eventFilter(watched, event)


def _page_of(widget: QWidget) -> QWidget:
    """What scrolls with the widget, or its window."""
    page = widget
    while (above := page.parentWidget()) is not None and not page.isWindow():
        if isinstance(area := above.parentWidget(), QScrollArea) and area.widget() is page:
            break
        page = above
    return page


_POPUP = Qt.FocusReason.PopupFocusReason
