"""Imports without a window: listed, and undone as a whole."""

import argparse
from collections.abc import Callable

from snhr_desktop.cli.commands import open_store
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.store.imports import ImportAct
from snhr_desktop.workspace.imports import ImportTakenBack

ABOUT = N_("list the imports of a store, or undo one as a whole")
UNDO = N_("undo the import of this identity: new records are rejected, changed ones put back as they were")
LINE = N_("{uid}: {name}, {at}, {created} new, {updated} updated")
CONFLICTS = NP_("{line}, {n} field otherwise here", "{line}, {n} fields otherwise here")
UNDONE = N_("{line}, undone")
NONE = N_("Nothing was imported into this store.")
TAKEN_BACK = N_("{rejected} rejected, {put_back} put back as they were.")
KEPT = N_("Changed here since, and left so: {names}")

LATER = N_("A later import says these too; they go when that one is taken back: {names}")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[[Message], str]) -> None:
    """What can be asked for."""
    parser.add_argument("--undo", default="", metavar="ID", help=say(UNDO))


def imports(options: argparse.Namespace, language: Language) -> int:
    """List what was imported, or undo an import."""
    with open_store(options, language, read_only=not options.undo) as workspace:
        if options.undo:
            for line in _told(workspace.undo_import(options.undo), language):
                print(line)
            return 0
        found = workspace.imports()
    for one in found:
        print(_line(one, language))
    if not found:
        print(language.text(NONE))
    return 0


def _line(one: ImportAct, language: Language) -> str:
    said = {"uid": one.uid, "name": one.file.called, "at": one.at[:16].replace("T", " ")}
    counts = {"created": language.number(one.created), "updated": language.number(one.updated)}
    line = language.text(LINE, **said, **counts)
    if one.conflicts:
        line = language.plural(CONFLICTS, one.conflicts, line=line)
    return language.text(UNDONE, line=line) if one.undone else line


def _told(done: ImportTakenBack, language: Language) -> list[str]:
    counts = {"rejected": language.number(done.rejected), "put_back": language.number(done.put_back)}
    kept = [language.text(KEPT, names=language.join(list(done.kept)))] if done.kept else []
    later = [language.text(LATER, names=language.join(list(done.later)))] if done.later else []
    beside = (*done.terms.tell(language), *done.tell_parted(language))
    return [language.text(TAKEN_BACK, **counts), *kept, *later, *beside]
