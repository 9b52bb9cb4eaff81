"""The files kept with a record: listed, taken in by drop or choice, looked at, described, copied, handed out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from snhr_desktop.domain import rights
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.attachments.refusals import FileWithdrawn
from snhr_desktop.ui.attachments import asking
from snhr_desktop.ui.attachments.acts import FileActs
from snhr_desktop.ui.attachments.asking import Row
from snhr_desktop.ui.attachments.dropping import Dropping
from snhr_desktop.ui.attachments.file_list import FileList, Tile
from snhr_desktop.ui.attachments.intake import Intake, Outcome
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.attachments.saying import ICONS, hides, more_of, note_of, say_outcomes, state_of, title_of
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.incidents.record.reading import rule
from snhr_desktop.ui.reports.progress_line import ProgressLine
from snhr_desktop.ui.rights import close_off, may_write
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, Notice, button, label
from snhr_desktop.workspace.files_seen import OfASource

FILES = N_("Files")
HOW = N_("Photos, videos, recordings and documents. Drop them anywhere here, or choose them.")
NONE_YET = N_("No file is kept with this record yet.")
ADD, ADD_FOLDER = N_("Add files"), N_("Add a folder")
CHOOSE_FILES, CHOOSE_FOLDER = N_("Files to keep with this record"), N_("Folder whose files are kept with this record")
DROP_NOTE = N_("They are encrypted and kept with this record. The files themselves stay where they are.")
TAKING = N_("Taking in file {number} of {of}: {share} %")
CALLED_OFF = N_("It was called off; files taken in before are kept.")
LOOK, DESCRIBE, COPY = N_("Look"), N_("Details"), N_("Copy with parts unseen")
VEILED = N_("Kept with a source: what it shows is not for you to see.")
STRANDED = NP_(
    "Take over {n} file of an entry that was thrown away", "Take over {n} files of entries that were thrown away"
)
LOG, HAND_OUT = N_("Custody log"), N_("Hand out")


class FilesCard(Card):
    """`show_owner` it. `host` is the whole form or record that files may be dropped on, and whose keys lead here.

    `incident_taken(field, raw)` when what was read in a file is taken over to the incident itself, which is offered
    where it is `of_incident` that is being written.
    """

    incident_taken = Signal(str, object)
    took_in = Signal()
    """A file was taken in: an entry never saved has something to lose from now on."""

    def __init__(
        self,
        desk: Desk,
        host: QWidget,
        heading: Words = FILES,
        *,
        of_incident: bool,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.kit, heading, HOW, parent)
        kit = desk.kit
        self._desk, self._writes = desk, may_write(desk.operations)
        self.owner, self._was, self.rows = Owner(), Owner(), tuple[Row, ...]()
        self._stranded, self._fresh = 0, ""
        self.intake = Intake(desk.operations, asking.take_in, self)
        self.acts = FileActs(desk, self, of_incident)
        self.list, self.notice, self.progress = FileList(kit), Notice(kit), ProgressLine(kit)
        self.none = label(kit, NONE_YET, "muted", wrap=True)
        self.add = button(kit, ADD, "paperclip", hint=with_key(ADD, "Ctrl+O"))
        self.add_folder = button(kit, ADD_FOLDER, "folder-open", "quiet", with_key(ADD_FOLDER, "Ctrl+Shift+O"))
        self.look = button(kit, LOOK, "eye", "quiet", with_key(LOOK, "Enter"))
        self.describe = button(kit, DESCRIBE, "pencil", "quiet", with_key(DESCRIBE, "Ctrl+I"))
        self.copy = button(kit, COPY, "eye-off", "quiet", with_key(COPY, "Ctrl+U"))
        self.log = button(kit, LOG, "history", "quiet", with_key(LOG, "Ctrl+J"))
        self.hand_out = button(kit, HAND_OUT, "download", "quiet", with_key(HAND_OUT, "Ctrl+Shift+E"))
        self.adopt = button(kit, self._say_stranded, "undo-2", "link")
        for right, acts in (
            (None, (self.add, self.add_folder, self.describe, self.copy)),
            (rights.HAND_OUT, (self.hand_out,)),
        ):
            close_off(kit.tongue, desk.operations, *acts, right=right)
        self.dropping = Dropping(kit, host, DROP_NOTE, self.may_take)
        self._place()
        if not framed:  # in a record, whose parts have no frames
            self.setProperty("kind", "")
            self.body.setContentsMargins(0, 0, 0, 0)
            self.body.insertWidget(0, rule())
        self._connect(host)
        kit.tongue.on_switch(self, self._show)

    def show_owner(self, owner: Owner) -> None:
        """Show the files of another record."""
        if owner != self.owner:
            self.owner, self.rows, self._was = owner, (), Owner()
            self.list.shown.clear()
            self.notice.clear()
        self.refresh()

    def become(self, owner: Owner) -> None:
        """Show the files of the record that a draft has become; what is still taken in for the draft belongs to it."""
        was = self.owner
        self.show_owner(owner)
        self._was = self._was if owner == was else was

    def refresh(self) -> None:
        """Read the files again."""
        owner = self.owner
        if owner:
            self._desk.operations.ask(
                lambda workspace: (asking.listed(workspace, owner), asking.stranded(workspace, owner)),
                lambda found: self._take(owner, *found), owner=self, key=f"files {id(self)}",
            )  # fmt: skip
        else:
            self._take(owner, (), 0)

    def may_take(self) -> bool:
        """Whether files can be taken in now."""
        return bool(self.owner) and self._writes

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files and all in folders."""
        if not self.may_take() or not paths:
            return
        self.took_in.emit()
        self.notice.clear()
        self.intake.begin(paths, self.owner)

    def choose_files(self) -> None:
        """Ask for files."""
        if self.may_take():
            self.take_in(file_dialog.ask_for_files(self._desk.kit, CHOOSE_FILES, self))

    def choose_folder(self) -> None:
        """Ask for a folder."""
        if self.may_take():
            found = file_dialog.ask_for_folder(self._desk.kit, CHOOSE_FOLDER, self)
            self.take_in([found] if found else [])

    def current(self) -> Row | None:
        """The file one is at."""
        return next((row for row in self.rows if row.file.uid == self.list.current()), None)

    def enter(self) -> None:
        """The keyboard to the list, or to what adds the first file."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self, owner: Owner, rows: tuple[Row, ...], stranded: int) -> None:
        if owner == self.owner:
            self.rows, self._stranded = rows, stranded
            self._show()
            if any(row.file.uid == self._fresh for row in rows):
                self.list.choose(self._fresh)
                self._fresh = ""

    def _adopt(self) -> None:
        """Take over the files of entries that were thrown away."""
        draft = self.owner.draft
        if draft and self.may_take():
            self.took_in.emit()
            self._desk.operations.ask(
                lambda workspace: workspace.adopt_files(draft), lambda _: self.refresh(), self._refuse, self
            )

    def _say_stranded(self, language: Language) -> str:
        return language.plural(STRANDED, self._stranded)

    def _show(self) -> None:
        language = self._desk.tongue.language
        self.list.show_tiles(tuple(_tile(row, language) for row in self.rows))
        self.list.setVisible(bool(self.rows))
        self.none.setVisible(not self.rows)
        self.setFocusProxy(self.list if self.rows else self.add)
        self.adopt.setVisible(self._stranded > 0 and self._writes)
        self._desk.tongue.bind(self.adopt, text=self._say_stranded)
        self._offer()

    def _offer(self) -> None:
        """What can be done with the file one is at."""
        row, writes = self.current(), self._writes
        for act in (self.look, self.describe, self.copy, self.log, self.hand_out):
            act.setVisible(bool(self.rows))
        seen = row is not None and not row.veiled
        self.look.setEnabled(seen)
        self.log.setEnabled(row is not None)
        self.describe.setEnabled(seen and writes)
        self.copy.setEnabled(seen and writes and row is not None and row.file.kind == "photo")
        leaves = seen and row is not None and not row.file.withdrawn
        self.hand_out.setEnabled(leaves and may_write(self._desk.operations, rights.HAND_OUT))
        self.add.setEnabled(writes)
        self.add_folder.setEnabled(writes)

    def _progressed(self, done: int, of: int, share: int) -> None:
        if self.intake.busy:  # a word of the other thread may come after the last file is done
            self.progress.tell(partial(_say_progress, done, of, share), 100 * done + share, 100 * of)

    def _finished(self, outcomes: tuple[Outcome, ...]) -> None:
        self.progress.hide()
        here = tuple(one for one in outcomes if self._is_here(one))
        away = tuple(one for one in outcomes if not self._is_here(one))  # another record is read by now
        self._fresh = next((one.kept.file.attachment.uid for one in here if one.kept is not None), "")
        refused = any(one.refusal for one in outcomes)
        words: Words = partial(say_outcomes, here, away) if outcomes else CALLED_OFF
        tone = ("attention" if refused else "done") if outcomes else "told"
        if here or not away:
            self.notice.tell(words, tone)
            QTimer.singleShot(0, self, partial(self._tell_above, words, tone))
        else:
            self._desk.tell(words, tone)
        self.refresh()

    def _is_here(self, one: Outcome) -> bool:
        """Whether a file was to be kept with the record that is shown, or with the draft that became it."""
        return one.owner in (self.owner, self._was)

    def _tell_above(self, words: Words, tone: str) -> None:
        """Tell above the page too, where the card is scrolled out of sight: the key that adds files works anywhere."""
        if self.notice.text() and self.notice.visibleRegion().isEmpty():
            self._desk.tell(words, tone)

    def _act(self, act: Callable[[Row], None], offer: QPushButton) -> None:
        row = self.current()
        if row is not None and offer.isEnabled():
            act(row)
        elif row is not None and row.veiled:
            self._refuse(OfASource())
        elif row is not None and row.file.withdrawn and offer is self.hand_out:
            self._refuse(FileWithdrawn(name=row.file.reference, reason=row.file.withdrawn_reason))

    def _connect(self, host: QWidget) -> None:
        self.dropping.dropped.connect(self.take_in)
        self.intake.progressed.connect(self._progressed)
        self.intake.took.connect(lambda _: self.refresh())
        self.intake.finished.connect(self._finished)
        self.progress.cancelled.connect(self.intake.call_off)
        self.acts.done.connect(self.refresh)
        self.acts.stood.connect(self.notice.clear)
        self.acts.incident_taken.connect(self.incident_taken)
        self.acts.refused.connect(self._refuse)
        self.list.chosen.connect(lambda _: self._offer())
        doings = {
            "": (self.look, self.acts.look), "Ctrl+I": (self.describe, self._describe),
            "Ctrl+U": (self.copy, self.acts.copy), "Ctrl+J": (self.log, self.acts.show_log),
            "Ctrl+Shift+E": (self.hand_out, self._hand_out),
        }  # fmt: skip
        self.list.opened.connect(lambda _: self._act(self.acts.look, self.look))
        for offer, act in doings.values():
            offer.clicked.connect(partial(self._act, act, offer))
        give_keys(self, {key: partial(self._act, act, offer) for key, (offer, act) in doings.items() if key})
        self.adopt.clicked.connect(self._adopt)
        self.add.clicked.connect(self.choose_files)
        self.add_folder.clicked.connect(self.choose_folder)
        give_keys(host, {"Ctrl+O": self.choose_files, "Ctrl+Shift+O": self.choose_folder})

    def _describe(self, row: Row) -> None:
        """This file, and those after it in the list."""
        at = self.rows.index(row)
        self.acts.describe([one for one in self.rows[at:] if not one.veiled], self.owner.uid)

    def _hand_out(self, row: Row) -> None:
        copies = [one for one in self.rows if one.file.derived_from == row.file.uid and hides(one.file)]
        self.acts.hand_out(row, [one for one in copies if not one.file.withdrawn])

    def _refuse(self, refusal: Refusal) -> None:
        self.notice.refuse(refusal)

    def _place(self) -> None:
        adding, doing = QHBoxLayout(), QWidget()
        adding.addWidget(self.add)
        adding.addWidget(self.add_folder)
        adding.addStretch(1)
        flow = FlowLayout(parent=doing)
        for act in (self.look, self.describe, self.copy, self.log, self.hand_out):
            flow.addWidget(act)
        for widget in (self.notice, self.progress, self.adopt, self.none, self.list, doing):
            self.body.addWidget(widget)
        self.body.addLayout(adding)


def _tile(row: Row, language: Language) -> Tile:
    file = row.file
    return Tile(
        file.uid, title_of(file, language, row.original), note_of(file, language), more_of(file, language),
        ICONS.get(file.kind, "paperclip"), row.image, file.graphic,
        language.text(VEILED) if row.veiled else state_of(file, language, row.withdrawn_original),
    )  # fmt: skip


def _say_progress(done: int, of: int, share: int, language: Language) -> str:
    number = language.number
    return language.text(TAKING, number=number(min(done + 1, of)), of=number(of), share=number(share))
