"""The backups that an emergency leaves readable, looked for beside the question and told in words."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from snhr_desktop.i18n import N_, NP_, Language, piece
from snhr_desktop.ui.care.volumes import plugged_in

if TYPE_CHECKING:
    from snhr_desktop.store.backups.surviving import Surviving

LOOKING = N_("Whether this computer knows of backups that stay readable is being looked at…")
NONE = N_("This computer knows of no backup outside the store’s folder.")
HERE = NP_(
    "{n} backup in {path} stays readable. It was made on {moment}.",
    "{n} backups in {path} stay readable. The newest was made on {moment}.",
)
AWAY = N_("Backups are kept in {path}, which is not plugged in: those there stay readable.")
AWAY_LAST = N_("Backups are kept in {path}, which is not plugged in: those there stay readable, the last of {moment}.")
OPENED = NP_(
    "Whoever gets hold of it and has one of these can read every record: {ways}.",
    "Whoever gets hold of them and has one of these can read every record: {ways}.",
)
USERS = NP_("the passphrase of {n} user of that time", "the passphrases of {n} users of that time")
RECOVERY, HEADQUARTERS = N_("the recovery code of that time"), N_("the key of headquarters")
WITH_IT = NP_(
    "It lies on the same disk as the store: whoever takes this computer has it too.",
    "They lie on the same disk as the store: whoever takes this computer has them too.",
)


class Looking(QObject):
    """`found(tuple)` once; on a thread of its own, since a question that is urgent waits for no stick."""

    found = Signal(object)

    def __init__(self, folder: Path, then: "Callable[[tuple[Surviving, ...]], None]", parent: QObject) -> None:
        super().__init__(parent)
        self.found.connect(then, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._look, args=(folder,), daemon=True).start()

    def _look(self, folder: Path) -> None:
        from snhr_desktop.store.backups.surviving import surviving  # loads when it is needed

        known = surviving(folder, (root for root, _ in plugged_in("")))
        with suppress(RuntimeError):  # the question may have been answered meanwhile
            if shiboken6.isValid(self):
                self.found.emit(known)


def say_surviving(known: "tuple[Surviving, ...] | None", language: Language) -> str:
    """All of them, a line each; None while they are looked for."""
    if known is None:
        return language.text(LOOKING)
    return "\n".join(_say(one, language) for one in known) or language.text(NONE)


def _say(one: "Surviving", language: Language) -> str:
    from snhr_desktop.store.backups.telling import moment

    path = piece(one.place)
    at = moment(one.newest, language) if one.newest else ""
    if not one.count:
        return language.text(AWAY_LAST, path=path, moment=at) if at else language.text(AWAY, path=path)
    told = [language.plural(HERE, one.count, path=path, moment=at)]
    ways = [language.plural(USERS, one.users)] if one.users else []
    ways += [language.text(RECOVERY)] if one.recovery else []
    ways += [language.text(HEADQUARTERS)] if one.headquarters else []
    if ways:
        told.append(language.plural(OPENED, one.count, ways=language.either(ways)))
    if one.same_disk:
        told.append(language.plural(WITH_IT, one.count))
    return " ".join(told)
