"""Plain texts with marks beside them, as the text engine takes them: spans, and footnotes numbered as they come."""

from dataclasses import replace

from snhr_desktop.i18n import Language
from snhr_desktop.reports.nesting import Nesting
from snhr_desktop.reports.paper import HEIGHT, MEASURE, Styles
from snhr_desktop.reports.parts import Emphasis, Marks, Note
from snhr_desktop.reports.text import Content, FontSet, Footnote, Paragraph, Span, fits_at_foot

_THIN = "\u202f"
"""Between a digit and the mark of a note: 2018 and note 3 are not 20183."""
_COLUMN = HEIGHT * 0.7


class Marking:
    """Numbers the footnotes of one edition."""

    def __init__(self, language: Language, fonts: FontSet, nesting: Nesting) -> None:
        self._language, self._fonts, self._nesting = language, fonts, nesting
        self._style = Styles(language).footnote
        self._number = 0

    def content(self, text: str, marks: Marks) -> Content:
        """The text with what is marked in it; notes too long for the foot of a page stand in brackets in the text."""
        if not marks:
            return text
        started, notes = self._number, self._notes(marks)
        if not fits_at_foot((note for _, note in notes), MEASURE, _COLUMN):
            self._number = started
            return self._spans(*_with_brackets(text, marks), [])
        return self._spans(text, _emphases(marks), notes)

    def height(self, marks: Marks) -> float:
        """Points that the notes of a passage take at the foot of its page; nothing of them is numbered by asking."""
        bodies = (Paragraph(mark.text, self._style, self._fonts) for mark in marks if isinstance(mark, Note))
        return sum(body.wrap(MEASURE)[1] + self._style.space_after for body in bodies)

    def _notes(self, marks: Marks) -> list[tuple[Note, Footnote]]:
        return [(mark, self._footnote(mark.text)) for mark in marks if isinstance(mark, Note)]

    def _footnote(self, text: str) -> Footnote:
        self._number += 1
        key = f"{self._language.code}-note-{self._number}"
        number = Span(self._language.number(self._number), superscript=True, link=f"#{key}-mark")
        element = self._nesting.here.add("Note", attributes=f"/ID({key})")
        return Footnote(Paragraph((number, f"{_THIN}{text}"), self._style, self._fonts, element=element), key)

    def _spans(
        self, text: str, emphases: tuple[Emphasis, ...], notes: list[tuple[Note, Footnote]]
    ) -> tuple[str | Span, ...]:
        cuts = {0, len(text), *(note.at for note, _ in notes)}
        cuts |= {at for one in emphases for at in (one.start, one.end)}
        spans: list[str | Span] = []
        ends = sorted(cuts)
        for start, end in zip([None, *ends], ends, strict=False):
            if start is not None and end > start:
                spans.append(_emphasised(text[start:end], start, emphases))
            spans += [self._mark(text[:end], footnote) for note, footnote in notes if note.at == end]
        return tuple(spans)

    def _mark(self, before: str, footnote: Footnote) -> Span:
        number = footnote.key.rpartition("-")[2]
        thin = _THIN if before[-1:].isdigit() else ""
        return Span(thin + self._language.number(int(number)), superscript=True, link=f"#{footnote.key}", note=footnote)


def _emphasised(text: str, at: int, emphases: tuple[Emphasis, ...]) -> str | Span:
    over = [one for one in emphases if one.start <= at < one.end]
    if not over:
        return text
    link = next((one.link for one in over if one.link), None)
    return Span(text, bold=any(one.bold for one in over), italic=any(one.italic for one in over), link=link)


def _emphases(marks: Marks) -> tuple[Emphasis, ...]:
    return tuple(mark for mark in marks if isinstance(mark, Emphasis))


def _with_brackets(text: str, marks: Marks) -> tuple[str, tuple[Emphasis, ...]]:
    """The text with its notes in brackets, and what is marked in it where it stands then."""
    emphases = _emphases(marks)
    for note in sorted((mark for mark in marks if isinstance(mark, Note)), key=lambda note: -note.at):
        said = f" ({note.text})"
        text = f"{text[: note.at]}{said}{text[note.at :]}"
        # a note never stands within what is marked: all that begins behind it moves
        emphases = tuple(
            replace(one, start=one.start + len(said), end=one.end + len(said)) if one.start >= note.at else one
            for one in emphases
        )
    return text, emphases
