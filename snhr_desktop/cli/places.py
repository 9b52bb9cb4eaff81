"""Packs of places and boundaries from the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path

from snhr_desktop.cli.commands import open_store
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.store.place_packs import Held
from snhr_desktop.workspace import Workspace

BUILT_IN_ALONE = N_("Only the places that come with the program are in use.")
LINE = N_("{name}, {version}. Places: {places}. Outlines: {outlines}. Source: {source}. Licence: {licence}.")
CREDIT = N_("Credit: {credit}")
FINGERPRINT = N_("Fingerprint (SHA-256): {sha256}")
NOT_YET = N_("Nothing was changed: this was a dry run.")
TAKEN = N_("The places were taken in.")
_SAID = ("name", "version", "source", "licence", "credit")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[[Message], str]) -> None:
    """What can be asked for."""
    one = parser.add_mutually_exclusive_group(required=True)
    files = N_("lists of places (CSV, XLSX) and boundaries (GeoJSON, TopoJSON) of one pack")
    one.add_argument("--import", dest="files", type=Path, nargs="+", metavar="FILE", help=say(files))
    one.add_argument("--list", action="store_true", help=say(N_("tell which packs are in use")))
    parser.add_argument("--dry-run", action="store_true", help=say(N_("tell what would happen and change nothing")))
    about = {
        "--name": N_("of the pack, the same for every version; without it from pack.toml beside the file"),
        "--version": N_("of the pack: a date or a number"),
        "--source": N_("where it is from"),
        "--licence": N_("under which it is given"),
        "--credit": N_("printed on every map drawn with it"),
    }
    for name, words in about.items():
        parser.add_argument(name, default="", metavar="TEXT", help=say(words))


def places(options: argparse.Namespace, language: Language) -> int:
    """Take in a pack, or list those in use."""
    with open_store(options, language, read_only=options.list) as workspace:
        if options.list:
            _list(workspace, language)
            return 0
        said = {name: getattr(options, name) for name in _SAID}
        if options.dry_run:
            print(workspace.pack_outlook(options.files, said).tell(language))
            print(language.text(NOT_YET))
            return 0
        print(workspace.import_pack(options.files, said).tell(language))
    print(language.text(TAKEN))
    return 0


def _list(workspace: Workspace, language: Language) -> None:
    held = workspace.packs()
    for one in held:
        print("\n".join(_told(one, language)))
    if not held:
        print(language.text(BUILT_IN_ALONE))


def _told(one: Held, language: Language) -> list[str]:
    about = one.about
    numbers = {"places": language.number(one.places), "outlines": language.number(one.outlines)}
    source = about.source or "-"
    head = language.text(LINE, name=about.name, version=about.version, source=source, licence=about.licence, **numbers)
    return [
        head, language.text(CREDIT, credit=about.credit), language.text(FINGERPRINT, sha256=about.sha256)
    ]  # fmt: skip
