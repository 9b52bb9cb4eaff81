"""Records out from the command line: told first what leaves the store, then written."""

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from snhr_desktop.cli.commands import MADE, WRITTEN, open_store
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import UnknownCode
from snhr_desktop.exchange.export.asked import FORMS, Asked
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.workspace import Workspace

SCHEMA, DICTIONARY = "schema", "dictionary"
TAKES_OUT = N_("This export takes out: {counts}.")
AN_INCIDENT = N_("an incident")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[[Message], str]) -> None:
    """What can be asked for."""
    about = N_("the form: tables, a workbook, whole records, points on a map, or what describes them")
    parser.add_argument("--as", dest="form", required=True, choices=(*FORMS, DICTIONARY, SCHEMA), help=say(about))
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help=say(N_("where to write it")))
    parser.add_argument(
        "--audience", choices=vocabulary("audience"), default="public", help=say(N_("whom the export is for"))
    )
    parser.add_argument("--period", default="", metavar="CODE", help=say(N_("records of a period of the store alone")))
    named = N_("records that a saved filter finds alone")
    parser.add_argument("--filter", default="", metavar="NAME", help=say(named))
    scope = N_("alliance, all or a party; without it the period’s own")
    parser.add_argument("--scope", default="", choices=("", *vocabulary("scope")), metavar="CODE", help=say(scope))
    one = N_("these incidents alone, by their codes")
    parser.add_argument("--selection", nargs="+", metavar="REFERENCE", help=say(one))
    whole = N_("everything as it is kept, including who the sources are; for the office alone")
    parser.add_argument("--whole", action="store_true", help=say(whole))
    kept = N_("the files kept with them too, as they were taken in, in a folder beside; for the office alone")
    parser.add_argument("--files", action="store_true", help=say(kept))
    recipient = N_("to whom the files go, for the custody log")
    parser.add_argument("--recipient", default="", metavar="TEXT", help=say(recipient))
    parser.add_argument("--words", action="store_true", help=say(N_("labels in place of codes, in a table")))
    terms = N_("all terms of the office with whole records, those that no record uses among them")
    parser.add_argument("--terms", action="store_true", help=say(terms))
    parser.add_argument(
        "--names", action="store_true", help=say(N_("a row of field names below the header of a table"))
    )
    flat = N_("one table of all victims with their incidents, as one file, instead of a folder of tables")
    parser.add_argument("--flat", action="store_true", help=say(flat))


def export(options: argparse.Namespace, language: Language) -> int:
    """Write records, or what describes them, to where the arguments say."""
    if options.form in (SCHEMA, DICTIONARY):
        _write_description(options.form, options.out, language)
        print(language.text(MADE, name=options.out.name))
        return 0
    with open_store(options, language) as workspace:
        asked = _asked(options, workspace)
        _tell(workspace, asked, language)
        workspace.export(asked, options.out, language)
    print(language.text(WRITTEN, name=options.out.name))
    return 0


def _asked(options: argparse.Namespace, workspace: Workspace) -> Asked:
    selection = None if options.selection is None else tuple(_uid(workspace, code) for code in options.selection)
    return Asked(
        options.form,
        options.audience,
        period=options.period,
        saved_filter=options.filter,
        incidents=selection,
        scope=options.scope,
        whole=options.whole,
        files=options.files,
        recipient=options.recipient,
        terms=options.terms,
        words=options.words,
        names=options.names,
        flat=options.flat,
    )


def _uid(workspace: Workspace, reference: str) -> str:
    found = workspace.by_reference(reference)
    if found is None:
        raise UnknownCode(code=reference, kind=AN_INCIDENT, known="")
    return found.incident.uid


def _tell(workspace: Workspace, asked: Asked, language: Language) -> None:
    """Before anything is written: how much leaves the store, and what that means."""
    outlook = workspace.export_outlook(asked)
    print(language.text(TAKES_OUT, counts=outlook.counts(language)), file=sys.stderr)
    for warning in outlook.warnings():
        print(language.text(warning), file=sys.stderr)


def _write_description(form: str, path: Path, language: Language) -> None:
    """What describes records needs no store to be opened: it is the program's own."""
    from snhr_desktop.exchange.export import dictionary_files
    from snhr_desktop.exchange.export.schema import as_text
    from snhr_desktop.exchange.export.target import making

    with making(path, folder=False) as target:
        if form == DICTIONARY:
            dictionary_files.write(target, language, dt.datetime.now().astimezone().date())
        else:
            with target.file() as out:
                out.write(as_text().encode())
        target.settle()
