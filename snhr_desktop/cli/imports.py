"""Imports without a window: listed, and taken back as a whole."""

import argparse
from collections.abc import Callable

from snhr_desktop.cli.commands import open_store
from snhr_desktop.cli.listing import listed
from snhr_desktop.exchange.acts import counted, fingerprints, with_its_end
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.store.imports import ImportAct

ABOUT = N_("list the imports of a store, or take one back as a whole")
UNDO = N_("take back the import of this identity: new records are rejected, changed ones put back as they were")
LINE = N_("{uid}: {name}, {at}: {counts}")
NONE = N_("Nothing was imported into this store.")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[[Message], str]) -> None:
    """What can be asked for."""
    parser.add_argument("--undo", default="", metavar="ID", help=say(UNDO))


def imports(options: argparse.Namespace, language: Language) -> int:
    """List what was imported, or take an import back."""
    with open_store(options, language, read_only=not options.undo) as workspace:
        if options.undo:
            print(*workspace.undo_import(options.undo).tell(language), sep="\n")
            return 0
        found = workspace.imports()
    print(listed(found, _line, NONE, language))
    return 0


def _line(one: ImportAct, language: Language) -> str:
    said = {"uid": one.uid, "name": one.file.called, "at": one.at[:16].replace("T", " ")}
    line = with_its_end(language.text(LINE, counts=counted(one, language), **said), one, language)
    return "\n    ".join((line, *fingerprints(one.file, language)))
