"""The mapping of a file, made or looked at by a person: how it is read, its columns, and the words without a code."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from snhr_desktop.domain.kinds import Choice, Choices
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.exchange.assumptions import assumptions
from snhr_desktop.exchange.guessing import Offer
from snhr_desktop.exchange.mapping import BOTH, CASE, INCIDENT, VICTIM, FileMapping
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.rows_told import RowsTold
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.exchange.columns_table import UNMAPPED, ColumnsTable
from snhr_desktop.ui.exchange.constants_line import ConstantsLine
from snhr_desktop.ui.exchange.looking import Line, Look, offered
from snhr_desktop.ui.exchange.reading_line import ReadingLine
from snhr_desktop.ui.exchange.words_line import DECIDED, WordsLine, with_code, without_code
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, ChoiceBox, Labelled, PlainLabel, button, label

TITLE = N_("How the file is read")
TRY, SAVE = N_("Try it"), N_("Save the mapping")
TRY_KEY, SAVE_KEY = "F5", "Ctrl+S"
NAME, TARGET = N_("Name of the mapping"), N_("What the column is taken for")
GUESSED = N_("The mapping was guessed. Look at each column, then try it: nothing is saved before you take it in.")
KNOWN = N_("The file is known by its columns: {mapping}. What you change goes into a copy of that mapping.")
COPIED = N_("A changed copy of the mapping {mapping}. Once it is saved, such files are read by it.")
KEYS = N_("Enter changes what a column is taken for, Delete takes it out.")
LEFT = NP_("{n} column is not taken in", "{n} columns are not taken in")
UNDER = N_("{heading}: {label}")
OUTLINES = N_("Record a point that no town is near under the sub-district whose boundary holds it")
ROW = N_("What one row is")
KINDS_OF_ROWS: tuple[tuple[str, Words], ...] = (
    (INCIDENT, N_("An incident")),
    (VICTIM, N_("Somebody harmed, with the incident told again")),
    (BOTH, N_("An incident, somebody harmed in it, or both")),
    (CASE, N_("Somebody who was detained or disappeared")),
)
LENIENT = N_("Leave out values that cannot be read, and take their records in without them")
LENIENT_HINT = N_(
    "One age or time that nobody can read then refuses no record. Each value left out is listed with its cell. Days of "
    "incidents and numbers that are counted still refuse the record."
)
OF_COLUMN = N_("What “{column}” is taken for")


class MappingCard(Card):
    """`changed` when how it is read was changed, `mapped(repeat, column, target)`, `coded(column, word, code)`,
    `outlined(by)`, `loosened(lenient)`, `parted(rows)`: what one row is.
    """

    changed = Signal()
    mapped = Signal(str, str, str)
    coded = Signal(str, str, str)
    outlined = Signal(bool)
    loosened = Signal(bool)
    parted = Signal(str)
    reached = Signal(QWidget)
    """What one has come to by a key, which may be out of sight."""

    def __init__(self, kit: Kit, gazetteer: Gazetteer, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, parent=parent)
        self._kit = kit
        self.look: Look | None = None
        self.rows = ChoiceBox(kit, ROW, KINDS_OF_ROWS)
        self.rows_line = Labelled(kit, ROW, self.rows)
        self.reading, self.words, self.table = ReadingLine(kit), WordsLine(kit), ColumnsTable(kit, gazetteer)
        self.decided = WordsLine(kit, DECIDED)
        self.about, self.remarks = PlainLabel("muted", wrap=True), PlainLabel("note", wrap=True)
        self.grouping = PlainLabel("label", wrap=True)
        self.constants = ConstantsLine(kit)
        self.target = ChoiceBox(kit, TARGET, _targets(None))
        self.target.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.act = button(kit, TRY, "search", "primary", with_key(TRY, TRY_KEY))
        self.save = button(kit, SAVE, "download", hint=with_key(SAVE, SAVE_KEY))
        self.name = ReasonLine(kit)
        self.name_line = Labelled(kit, NAME, self.name)
        self._target_line = Labelled(kit, TARGET, self.target)
        self._keys = label(kit, KEYS, "note", wrap=True)
        self.outlines = kit.tongue.bind(QCheckBox(), text=OUTLINES, accessibleName=OUTLINES)
        self.lenient = kit.tongue.bind(QCheckBox(), text=LENIENT, accessibleName=LENIENT)
        kit.tongue.bind(self.lenient, accessibleDescription=LENIENT_HINT)
        self._lenient_hint = label(kit, LENIENT_HINT, "note", wrap=True)
        self._lay_out()
        self.lenient.clicked.connect(self.loosened)
        self.outlines.clicked.connect(self.outlined)
        self.reading.changed.connect(self.changed)
        self.rows.chosen.connect(self.parted)
        for words in (self.words, self.decided):
            words.decided.connect(self.coded)
        self.table.asked.connect(self._ask)
        self.table.left_out.connect(lambda: self._take(""))
        self.table.currentCellChanged.connect(lambda *_: self._show_target())
        self.target.chosen.connect(self._take)
        self.name.textChanged.connect(lambda _: self.name_line.settle())
        self.hide()

    def clear(self) -> None:
        """Another file is chosen."""
        self.look = None
        self.reading.clear()
        self.table.show_lines(())
        self.words.show_words(())
        self.decided.show_words(())
        self.constants.show_assumed(())
        self.name.clear()
        self.hide()

    def show_look(self, look: Look) -> None:
        """Show what was found in the file; nothing for one of our own dossiers."""
        self.look = look
        if look.mapping is None:
            return
        self.target.offer(_targets(look.mapping))
        self.reading.show_source(look.source)
        self.rows_line.setVisible(not look.known)
        self.rows.choose(look.mapping.rows)
        told = RowsTold.of(look.mapping)
        self.grouping.setVisible(told is not None)
        if told:
            self._kit.tongue.bind(self.grouping, text=told.tell)
        self.table.show_lines(look.lines)
        self.constants.show_assumed(assumptions(look.mapping))
        place = look.mapping.place
        self.outlines.setVisible(place is not None and bool(place.point or (place.latitude and place.longitude)))
        self.outlines.setChecked(place is not None and place.outlines)
        for shown in (self.lenient, self._lenient_hint):
            shown.setVisible(look.lenient is not None)
        self.lenient.setChecked(bool(look.lenient))
        self.decided.show_words(with_code(look.mapping, dict(_vocabularies(look))))
        self._show_target()
        if not self.name.text().strip():
            self.name.setText(look.mapping.name_ar if self._kit.tongue.language.rtl else look.mapping.name_en)
        self._kit.tongue.bind(self.about, text=partial(_about, look))
        self.remarks.setVisible(bool(look.source.remarks))
        self._kit.tongue.bind(self.remarks, text=partial(_remarks, look))
        self.show()

    def lead(self, leads: bool) -> None:
        """Whether trying is what comes next; where the file may be taken in already, that is."""
        mark(self.act, kind="primary" if leads else "")
        self._kit.theme.set_icon(self.act, "search", "on_accent" if leads else "muted")

    def show_words(self, report: ImportReport) -> None:
        """Offer codes for the words that a dry run found none for."""
        self.words.show_words(without_code(report.unmapped, dict(_vocabularies(self.look)) if self.look else {}))

    def _ask(self) -> None:
        if self.target.isVisible():
            self.target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.reached.emit(self.target)
            self.target.showPopup()

    def _take(self, target: str) -> None:
        line = self.table.line()
        if line and self.look and (target != line.target or (not target and line.taken)):
            self.mapped.emit(line.repeat, line.column, target)
        if self.target.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_target(self) -> None:
        line = self.table.line()
        if line:
            self.target.choose(line.target)
            self._target_line.name(partial(_target, line))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.name_line, 1)
        foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self.head.addWidget(self.act)
        for widget in (
            self.about, self.reading, self.rows_line, self.grouping, self.remarks, self.table, self._keys,
            self._target_line, self.outlines, self.lenient, self._lenient_hint, self.constants, self.words,
            self.decided,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.body.addLayout(foot)


def _target(line: Line, language: Language) -> str:
    return language.text(OF_COLUMN, column=line.column)


def _targets(mapping: FileMapping | None) -> tuple[tuple[str, Words], ...]:
    """What a column may be taken for, and nothing first."""
    return (("", UNMAPPED), *((one.target, partial(_under, one)) for one in offered(mapping).values()))


def _under(offer: Offer, language: Language) -> str:
    return language.text(UNDER, heading=language.text(offer.heading), label=language.text(offer.label))


def _about(look: Look, language: Language) -> str:
    mapping = look.mapping
    assert mapping
    if look.known:
        return language.text(
            COPIED if look.changed else KNOWN, mapping=mapping.name_ar if language.rtl else mapping.name_en
        )
    left = sum(line.taken is None for line in look.lines)
    told = language.text(GUESSED)
    return f"{told} {language.plural(LEFT, left)}." if left else told


def _remarks(look: Look, language: Language) -> str:
    return "\n".join(remark.tell(language) for remark in look.source.remarks)


def _vocabularies(look: Look) -> Iterator[tuple[str, str]]:
    """The vocabulary of each column whose words have codes."""
    for line in look.lines:
        for seen in line.seen[:1]:
            if seen.field and isinstance(seen.field.kind, Choice | Choices):
                yield line.column, seen.field.kind.vocabulary
