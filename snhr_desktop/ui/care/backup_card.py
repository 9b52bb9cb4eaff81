"""How the store is backed up: how old the last good backup is, where they are kept, and one more now."""

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from snhr_desktop.i18n import N_, Language, piece
from snhr_desktop.store.backups.rotation import OUTSIDE
from snhr_desktop.store.backups.telling import moment, size
from snhr_desktop.ui.care.words import say_age, sign
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words, said
from snhr_desktop.ui.widgets import Card, PlainLabel, StatusChip, button, label
from snhr_desktop.workspace import Safety

TITLE = N_("Backups")
RULE = N_(
    "A backup is made by itself every day while its place is plugged in; a copy in the store’s own folder every day, "
    "before an import, and on closing where the last is older than an hour and the store is small. Each is encrypted "
    "like the store, opened, and compared with it before it counts. "
    "At the place the last {last} are kept, one of each of {weeks} weeks and one of each of {months} months."
)
AT = N_("Kept in {path}")
NO_PLACE = N_(
    "No place is chosen. Copies in the store’s own folder are lost with this computer: choose a stick or another disk "
    "that is not carried with it."
)
HERE = N_("The place is here; {free} are free on it.")
AWAY = N_("The place is not plugged in. As soon as it is, a backup is made by itself.")
SAME_DISK = N_("The place lies on the same disk as the store and is lost with it: choose a stick or another disk.")
LAST = N_("The last verified backup there is of {moment}.")
INSIDE = N_("The last verified copy in the store’s own folder is of {moment}.")
NO_INSIDE = N_("There is no verified copy in the store’s own folder yet.")
FREE = N_("Free on the disk of the store: {free}.")
BACK_UP, CHOOSE = N_("Back up now"), N_("Choose the place…")
WORKING = N_("A backup is being made and verified. You can go on working.")


class BackupCard(Card):
    """`now` and `choose` are its buttons; the place is not to be chosen where `hindered` says why."""

    def __init__(self, kit: Kit, hindered: Words | None = None, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, _rule, parent)
        self._kit = kit
        self.now, self.choose = button(kit, BACK_UP, "save", "primary"), button(kit, CHOOSE, "folder-open")
        for act in (self.choose, self.now):
            self.head.addWidget(act)
        self.state = StatusChip(kit)
        self.lines = PlainLabel(wrap=True)
        self.lines.allow_copying(kit)
        self.bar, self.working = kit.tongue.bind(QProgressBar(), accessibleName=WORKING), label(kit, WORKING, "note")
        self.bar.setRange(0, 0)
        above = QHBoxLayout()
        above.addWidget(self.state)
        above.addStretch(1)
        self.body.addLayout(above)
        if hindered is not None:
            self.choose.setEnabled(False)
            self.body.addWidget(label(kit, partial(_hindered, hindered), "note"))
        for shown in (self.lines, self.bar, self.working):
            self.body.addWidget(shown)
        self.work(False)
        self.state.hide()

    def work(self, working: bool) -> None:
        """Say that a backup is being made, or no more."""
        self.now.setEnabled(not working)
        self.bar.setVisible(working)
        self.working.setVisible(working)

    def show_safety(self, safety: Safety) -> None:
        """Show how it stands."""
        now = dt.datetime.now(dt.UTC)
        self.state.show_state(partial(say_age, safety, now), sign(safety, now))
        self.state.show()
        self._kit.tongue.bind(self.lines, text=partial(_say, safety))


def _rule(language: Language) -> str:
    return language.text(RULE, last=OUTSIDE.last, weeks=OUTSIDE.weeks, months=OUTSIDE.months)


def _say(safety: Safety, language: Language) -> str:
    said = language.text
    lines = [_place(safety, language)]
    if safety.place is not None:
        free = size(safety.free_there or 0, language)
        lines.append(said(HERE, free=free) if safety.there else said(AWAY))
    if safety.same_disk:
        lines.append(said(SAME_DISK))
    if safety.last is not None:
        lines.append(said(LAST, moment=moment(safety.last, language)))
    inside = safety.inside_last
    lines.append(said(INSIDE, moment=moment(inside, language)) if inside else said(NO_INSIDE))
    lines.append(said(FREE, free=size(safety.free, language)))
    return "\n".join(lines)


def _place(safety: Safety, language: Language) -> str:
    path = safety.there or safety.place
    if path is None:
        return language.text(NO_PLACE)
    return language.text(AT, path=piece(path))


def _hindered(why: Words, language: Language) -> str:
    return f"{said(CHOOSE, language).rstrip('…')} · {said(why, language)}"
