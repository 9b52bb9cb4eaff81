"""Restoring, step by step: a backup is chosen, tried and compared, and only then put somewhere."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QRadioButton, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.backups.telling import say
from snhr_desktop.store.backups.vault import Backup, found_in
from snhr_desktop.store.restore.comparing import Compared
from snhr_desktop.store.restore.refusals import PresentNotOpened
from snhr_desktop.store.restore.trying import Tried, try_out, with_present
from snhr_desktop.ui.care.rescue_dialog import CLOSE, NEW_PLACE, RescueDialog
from snhr_desktop.ui.care.salvage_dialog import CHOOSE_NEW, free_name
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.tongue import Words, said
from snhr_desktop.ui.widgets import Labelled, label
from snhr_desktop.ui.widgets.wrapped_items import wrap_items

TITLE = N_("Restore a backup")
WHAT = N_("The backup is opened and compared first. Nothing is changed before you say so, and nothing is deleted.")
FROM, CHOOSE = N_("Folder of backups"), N_("Choose a folder of backups")
LIST, NO_BACKUP = N_("Backups found"), N_("There is no backup in this folder.")
TRY, TRYING = N_("Try this backup"), N_("Opening and comparing…")
RESTORE, RESTORING = N_("Restore"), N_("Restoring…")
AS_NEW = N_("As a new store beside the present one")
INSTEAD = N_("In place of the present store, which is put aside")
HOLDS = N_("The backup was opened and found whole. Compared with the present store:")
ALONE = N_("The backup was opened and found whole. There is no present store to compare it with that opens.")
MADE = N_("The new store {name} was made from the backup.")
OF_PRESENT = N_("Passphrase of the present store")
OTHER_OPENS = N_(
    "What was typed opens the backup and not the store that stands there now. Type the one that opens that; "
    "wrong tries are counted, as at its opening."
)
NEEDED = N_("Type the passphrase that opens the present store.")
NOT_OPENED = N_("This does not open the present store.")
OPENING = N_("Opening the present store…")
FILES_LACKING = N_("Attachments that are not in the backup: {count}")


class RestoreDialog(RescueDialog):
    """`known` are backups whose words the keys of the open store have read already.

    `instead(Tried)` asks the window to close the present store and put the backup in its place.
    """

    instead = Signal(object)

    def __init__(
        self,
        kit: Kit,
        worker: Worker,
        present: Path | None,
        known: Sequence[Backup] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, worker, TITLE, parent)
        self._known = {one.folder: one for one in known}
        self._present = present
        self._held: tuple[Backup, ...] = ()
        self._backup: Backup | None = None
        self.tried: Tried | None = None
        self.column.addWidget(label(kit, WHAT, "muted", wrap=True))
        self.folder = self.field(FROM, CHOOSE, present or Path.home())
        self.held = kit.tongue.bind(QListWidget(), accessibleName=LIST)
        wrap_items(self.held)
        kit.theme.measure(self.held, minimumHeight=110)
        self._none = label(kit, NO_BACKUP, "muted")
        self.as_new = kit.tongue.bind(QRadioButton(), text=AS_NEW)
        self.in_place = kit.tongue.bind(QRadioButton(), text=INSTEAD)
        self.of_present = PassphraseField(kit)
        self.present_line = Labelled(kit, OF_PRESENT, self.of_present, OTHER_OPENS, required=True)
        self.new_line = self._lay_out()
        self.foot(TRY, "history")
        self.folder.edit.textChanged.connect(self._look)
        self.as_new.toggled.connect(self._offer)
        kit.tongue.on_switch(self, self._fill)
        self.finished.connect(self._throw_away)
        self._look()

    def choose(self, folder: Path) -> None:
        """Look for backups there; one backup itself is the one to restore."""
        self.folder.edit.setText(str(folder))

    def submit(self) -> None:
        """Try the chosen backup; a second time, put it where a person says."""
        if self.tried is not None:
            self._restore(self.tried)
            return
        row, secret = self.held.currentRow(), self.typed()
        if not secret or not 0 <= row < len(self._held):
            return
        backup = self._backup = self._held[row]
        present = self._present
        target = present or free_name(Path.home() / "store.snhr")
        self.work(True, TRYING)
        self.begin(
            lambda: try_out(backup, secret, target, present, wanted=self.wanted),
            self._show_tried, TRY, Tried.throw_away,
        )  # fmt: skip

    def _lay_out(self) -> QWidget:
        for shown in (self.held, self._none, self.secret_line, self.lines, self.as_new, self.in_place):
            self.column.addWidget(shown)
        self.column.addWidget(self.present_line)
        self.new = self.field(NEW_PLACE, CHOOSE_NEW, free_name(self._present or Path.home() / "store.snhr"))
        line = self.new.parentWidget()
        assert line is not None
        for later in (self.as_new, self.in_place, self.present_line, line):
            later.hide()
        return line

    def _look(self) -> None:
        folder = self.folder.folder()
        found = found_in(folder) if folder is not None and folder.is_absolute() else ()
        self._held = tuple(self._known.get(one.folder, one) for one in found)
        self._fill()

    def _fill(self) -> None:
        language, row = self.kit.tongue.language, max(0, self.held.currentRow())
        self.held.clear()
        self.held.addItems([said(partial(say, one), language) for one in self._held])
        self.held.setCurrentRow(min(row, len(self._held) - 1))
        self.held.setVisible(bool(self._held) and self.tried is None)
        self._none.setVisible(not self._held)
        if self.tried is not None:
            self.tell(_told(self.tried, language))

    def _show_tried(self, tried: Tried) -> None:
        self.tried = tried
        self.folder.setEnabled(False)
        self.secret_line.hide()
        self._fill()
        self.work(False, RESTORE)
        self.as_new.setChecked(True)
        for shown in (self.as_new, self.in_place):
            shown.setVisible(self._present is not None)
        self.in_place.setEnabled(tried.hindrance is None or self._is_closed(tried))
        if tried.hindrance is not None:
            self.kit.tongue.bind(self.in_place, toolTip=tried.hindrance.tell)
        self._offer()
        self.go_on.setFocus()

    def _is_closed(self, tried: Tried) -> bool:
        """Whether another passphrase is needed to put the present store aside."""
        return isinstance(tried.hindrance, PresentNotOpened)

    def _offer(self) -> None:
        """Ask for what is needed at the place chosen. Enter alone replaces no store."""
        as_new = self.as_new.isChecked()
        self.new_line.setVisible(as_new)
        self.present_line.setVisible(not as_new and self.tried is not None and self._is_closed(self.tried))
        self.go_on.setDefault(as_new)
        if self.present_line.isVisible():
            self.of_present.setFocus()

    def _open_present(self, tried: Tried, backup: Backup) -> None:
        """Look at the present store with the passphrase that was typed for it; its user may replace it, or not."""
        secret, of_present = self.secret.text(), self.of_present.text()
        self.present_line.settle()
        self.notice.clear()
        if not of_present:
            self.present_line.complain(NEEDED)
            self.of_present.setFocus()
            return
        self.work(True, OPENING)
        self.begin(
            lambda: with_present(tried, backup, secret, of_present), self._opened_present, RESTORE, Tried.throw_away
        )

    def _opened_present(self, tried: Tried) -> None:
        self.tried = tried
        self.work(False, RESTORE)
        if tried.hindrance is None:
            self._fill()
            self._restore(tried)
        elif self._is_closed(tried):
            self.present_line.complain(NOT_OPENED)
            self.of_present.edit.selectAll()
            self.of_present.setFocus()
        else:
            self.notice.refuse(tried.hindrance)

    def _restore(self, tried: Tried) -> None:
        if self.in_place.isChecked() and self._backup is not None and self._is_closed(tried):
            self._open_present(tried, self._backup)
            return
        if self.in_place.isChecked():
            self.tried = None
            self.instead.emit(tried)
            self.accept()
            return
        new = self.new.folder()
        if new is None:
            return
        self.work(True, RESTORING)
        self.begin(lambda: tried.put_in_place(new, self.wanted), lambda _: self._done(new), RESTORE)

    def _done(self, new: Path) -> None:
        self.tried = None
        self.secret.clear()
        self.work(True, RESTORE)
        words: Words = lambda language: language.text(MADE, name=new.name)  # noqa: E731
        self.notice.tell(words, "done", closable=False)
        self.kit.tongue.bind(self.leave, text=CLOSE)
        self.leave.setFocus()
        self.rescued.emit(new)

    def _throw_away(self) -> None:
        if self.tried is not None:
            tried, self.tried = self.tried, None
            self.worker.run(tried.throw_away, lambda _: None)


def _told(tried: Tried, language: Language) -> tuple[str, ...]:
    compared: Compared | None = tried.compared
    lines = (language.text(ALONE),) if compared is None else (language.text(HOLDS), *compared.tell(language))
    if tried.files_lacking:
        lines += (language.text(FILES_LACKING, count=language.number(len(tried.files_lacking))),)
    return lines + tried.tell_faults(language)
