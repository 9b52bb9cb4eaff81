"""Backups without a window: make one, list them."""

import argparse
from pathlib import Path

from snhr_desktop.cli.commands import open_store
from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.backups import names
from snhr_desktop.store.backups.telling import say
from snhr_desktop.workspace import Safety

MADE = N_("Backup {name} was made and verified.")
CHOSEN = N_("Backups are kept in {name} from now on.")
NONE_YET = N_("No backup of this store was made yet.")
IN_PLACE, IN_STORE = N_("In {name}:"), N_("In the store’s own folder:")


def backup(options: argparse.Namespace, language: Language) -> int:
    """Make a backup and verify it."""
    with open_store(options, language, read_only=True) as workspace:
        if options.to and options.keep:
            workspace.choose_backup_place(options.to)
            print(language.text(CHOSEN, name=options.to.name))
        if options.to and not options.keep:
            made = workspace.back_up_to(options.to, names.MANUAL)
        else:
            made = workspace.back_up(names.MANUAL)
    print(language.text(MADE, name=made.folder.name))
    return 0


def listed(options: argparse.Namespace, language: Language) -> int:
    """List the backups of a store, the newest first."""
    with open_store(options, language, read_only=True) as workspace:
        found = workspace.safety()
    for line in lines(found, language):
        print(line)
    return 0


def lines(found: Safety, language: Language) -> list[str]:
    """What there is, in words."""
    told: list[str] = []
    if found.outside and found.there:
        told += [language.text(IN_PLACE, name=found.there.name), *(say(one, language) for one in found.outside)]
    if found.inside:
        told += [language.text(IN_STORE), *(say(one, language) for one in found.inside)]
    return told or [language.text(NONE_YET)]


def place(text: str) -> Path:
    """A folder as it is typed."""
    return Path(text).expanduser().absolute()
