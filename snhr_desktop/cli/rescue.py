"""A store from a backup, and what can be read of a damaged one, without a window."""

import argparse
import sys
from pathlib import Path

from snhr_desktop.cli.passphrase import passphrase
from snhr_desktop.errors import NotAStore
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.backups.refusals import NotABackup
from snhr_desktop.store.backups.telling import say
from snhr_desktop.store.backups.vault import Backup, found_in
from snhr_desktop.store.restore.alone import ensure_alone
from snhr_desktop.store.restore.trying import Tried, try_out
from snhr_desktop.store.salvage.saving import salvage

CHOSEN = N_("This backup was opened and found whole:")
HOLDS = NP_("It holds {n} incident.", "It holds {n} incidents.")
FILES_LACKING = NP_("{n} attachment is not in the backup.", "{n} attachments are not in the backup.")
RESTORED = N_("{name} was made from the backup.")
PUT_ASIDE = N_("The store that stood there was put aside as {name}. Nothing of it was deleted.")
ONLY_TRIED = N_("Nothing was restored: it was only tried.")


def restore(options: argparse.Namespace, language: Language) -> int:
    """Try a backup, compare it with the present store, and make it a store again."""
    backup = chosen(options.backup)
    secret = passphrase(options.passphrase_file, language)
    present = options.in_place_of or (options.compare if options.compare else None)
    if present is not None and not present.is_dir():
        raise NotAStore(name=present.name)
    target = options.in_place_of or options.new
    of_present = passphrase(options.present_passphrase_file, language) if options.present_passphrase_file else None
    tried = try_out(backup, secret, target or options.backup.with_name("tried.snhr"), present, of_present)
    try:
        for line in told(backup, tried, language):
            print(line)
        if options.dry_run or target is None:
            print(language.text(ONLY_TRIED))
        elif options.in_place_of:
            if tried.hindrance is not None:
                raise tried.hindrance
            ensure_alone(target, of_present or secret)
            aside = tried.put_in_place_of_present()
            print(language.text(RESTORED, name=target.name))
            print(language.text(PUT_ASIDE, name=aside.name))
        else:
            tried.put_in_place()
            print(language.text(RESTORED, name=target.name))
    finally:
        tried.throw_away()
    return 0


def chosen(path: Path) -> Backup:
    """The backup in a folder: itself, or the newest one there. Raises `NotABackup`."""
    found = found_in(path)
    if not found:
        raise NotABackup(name=path.name)
    return found[0]


def told(backup: Backup, tried: Tried, language: Language) -> list[str]:
    """What was found when it was tried."""
    lines = [language.text(CHOSEN), say(backup, language), language.plural(HOLDS, tried.incidents)]
    if tried.files_lacking:
        lines.append(language.plural(FILES_LACKING, len(tried.files_lacking)))
    lines += tried.tell_faults(language)
    if tried.compared is not None:
        lines += tried.compared.tell(language)
    return lines


def salvaged(options: argparse.Namespace, language: Language) -> int:
    """Bring what can be read of a damaged store into a new one; 1 where something was lost."""
    secret = passphrase(options.passphrase_file, language)
    report = salvage(options.store, secret, options.new)
    if options.json:
        print(report.as_json())
    else:
        for line in report.tell(language):
            print(line)
    sys.stdout.flush()
    return 0 if report.whole else 1
