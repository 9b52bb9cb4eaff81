"""Shows placeholders and conditions apart from the words around them, and those that nothing fills as wrong."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from snhr_desktop.ui.kit import Kit

_MARKS = re.compile(r"^(?:## |# |- )|(?:(?<=^)|(?<=^- )|(?<=^# )|(?<=^## ))\[[a-z0-9_]+\]|\{[^{}]{0,40}\}?|\}")


class PlaceholderInk(QSyntaxHighlighter):
    """Colours a document; `wrong` are the tokens that cannot be printed."""

    def __init__(self, kit: Kit, document: QTextDocument) -> None:
        super().__init__(document)
        self._kit = kit
        self._wrong: frozenset[str] = frozenset()
        kit.theme.on_change(self, self.rehighlight)

    def mark_wrong(self, tokens: frozenset[str]) -> None:
        """Show these as wrong from now on."""
        if tokens != self._wrong:
            self._wrong = tokens
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one paragraph of the source."""
        for found in _MARKS.finditer(text):
            ink = QTextCharFormat()
            ink.setForeground(self._colour(found[0]))
            if found[0][0] in "{}[":
                ink.setFontWeight(QFont.Weight.DemiBold)
            self.setFormat(found.start(), len(found[0]), ink)

    def _colour(self, token: str) -> QColor:
        if token in self._wrong:
            return self._kit.theme.colour("refused")
        return self._kit.theme.colour("accent" if token[0] in "{}[" else "muted")
