"""A new store: its folder, its keyslots and its empty tables."""

import re
from pathlib import Path

from snhr_desktop.errors import InvalidEntry, Problem, StoreExists
from snhr_desktop.i18n import N_
from snhr_desktop.store import ballast, derived, files, keyslots, known, meta, origin
from snhr_desktop.store.identity import now
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import ATTACHMENTS, BACKUPS, DATABASE
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.upkeep import take_steps, whole

_OFFICE = re.compile(r"[A-Z0-9]{2,8}")
NOT_AN_OFFICE = N_("The code of an office is 2 to 8 Latin letters or digits, like IDL.")
NO_PASSPHRASE = N_("A passphrase is needed.")


def check_new(folder: Path, passphrase: str, office: str) -> None:
    """Refuse what cannot become a store. Raises `StoreExists` or `InvalidEntry`."""
    if folder.exists():
        raise StoreExists(name=folder.name)
    if not _OFFICE.fullmatch(office):
        raise InvalidEntry([Problem("store", "office", NOT_AN_OFFICE)])
    check_passphrase(passphrase)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is none. Raises `InvalidEntry`."""
    if not passphrase.strip():
        raise InvalidEntry([Problem("store", "passphrase", NO_PASSPHRASE)])


def make(folder: Path, passphrase: str, said: dict[str, str], user: str) -> tuple[Keys, str]:
    """The files of a new store whose passphrase is that of a user; returns its keys and recovery code."""
    files.make_folder(folder)
    for name in (ATTACHMENTS, BACKUPS):
        files.make_folder(folder / name)
    slots, master, code = keyslots.new_keyslots(passphrase, user)
    keys = Keys(master)
    slots.write(folder)
    files.make_file(folder / DATABASE)
    connection = connect_with(folder, keys, read_only=False)
    try:
        with whole(connection):
            take_steps(connection)
            for key, value in (said | {"created": now(), "store": slots.store_id}).items():
                meta.write(connection, key, value)
            origin.seal(connection, keys)
            known.note(connection, known.Known.by(slots))
            derived.renew(connection)
    finally:
        connection.close()
    ballast.keep(folder)
    return keys, code
