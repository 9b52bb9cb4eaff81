"""Packs of places and boundaries from the command line."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from snhr_desktop.cli.commands import open_store
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.store.place_packs import Held
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.places import LookedAt

BUILT_IN_ALONE = N_("Only the places that come with the program are in use.")
LINE = N_("{name}, {version}. Places: {places}. Outlines: {outlines}. Source: {source}. Licence: {licence}.")
IN_USE, TAKEN_OUT = N_("in use"), N_("taken out")
CREDIT = N_("Credit: {credit}")
FINGERPRINT = N_("Fingerprint (SHA-256): {sha256}")
NOT_YET = N_("Nothing was changed: this was a dry run.")
OUT = N_("The pack was taken out.")
TAKEN = N_("The places were taken in.")
_LINES = 40
"""Places of each kind that a dry run tells by name."""
_SAID = ("name", "version", "source", "licence", "credit")


class NoSuchPack(Refusal):
    """No pack has the version that was asked for, and the name where one was."""

    said = N_("No pack of places in this store has the version “{version}”.")
    said_of_name = N_("No pack of places in this store has the name “{name}” and the version “{version}”.")
    advice = N_("Nothing was changed. The command places --list tells the packs with their names and versions.")

    def tell(self, language: Language) -> str:
        """With the name that was asked for, if one was."""
        said = self.said_of_name if self.values["name"] else self.said
        return f"{language.text(said, **self.values)} {language.text(self.advice)}"


class SeveralPacks(Refusal):
    """Several packs have the version that was asked for."""

    said = N_("Several packs of places have the version “{version}”: {names}.")
    advice = N_("Nothing was changed. Say by --name which one is meant.")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[[Message], str]) -> None:
    """What can be asked for."""
    one = parser.add_mutually_exclusive_group(required=True)
    files = N_("lists of places (CSV, XLSX) and boundaries (GeoJSON, TopoJSON) of one pack")
    one.add_argument("--import", dest="files", type=Path, nargs="+", metavar="FILE", help=say(files))
    one.add_argument("--list", action="store_true", help=say(N_("tell which packs are in use")))
    again = N_("take in once more an earlier version, which then stands again; --name where several packs have it")
    one.add_argument("--again", metavar="VERSION", help=say(again))
    out = N_("take a version out again, after which what stood before it stands; --name where several packs have it")
    one.add_argument("--take-out", metavar="VERSION", help=say(out))
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
        if options.take_out is not None:
            return _take_out(workspace, options, language)
        found = _found(workspace, options)
        if _tell(found, options, language):
            return 0
        workspace.take_pack(found.pack)
    print(language.text(TAKEN))
    return 0


def _take_out(workspace: Workspace, options: argparse.Namespace, language: Language) -> int:
    uid = _meant(workspace, options.take_out, options.name).uid
    found = workspace.look_at_taking_out(uid)
    if _tell(found, options, language):
        return 0
    workspace.take_out_pack(uid)
    print(language.text(OUT))
    return 0


def _tell(found: LookedAt, options: argparse.Namespace, language: Language) -> bool:
    """Tell what would change; whether it is to be left at that."""
    print(found.outlook.tell(language))
    if found.naming:
        print(found.tell_naming(language))
    if options.dry_run:
        print("\n".join((*found.outlook.lines(language, _LINES), language.text(NOT_YET))))
    return bool(options.dry_run)


def _found(workspace: Workspace, options: argparse.Namespace) -> LookedAt:
    """The pack of the files, or the earlier version that is meant.

    Raises `NoSuchPack`, `SeveralPacks` and what reading one raises.
    """
    if options.files:
        return workspace.look_at_pack(options.files, {name: getattr(options, name) for name in _SAID})
    return workspace.look_at_earlier(_meant(workspace, options.again, options.name).uid)


def _meant(workspace: Workspace, version: str, name: str) -> Held:
    """The latest of a version, of the pack of a name or of whichever has it. Raises `NoSuchPack`, `SeveralPacks`."""
    earliest_first = workspace.packs()[::-1]
    packs = sorted(earliest_first, key=lambda one: not one.taken_out)
    held = {one.about.name: one for one in packs if one.about.version == version and name in ("", one.about.name)}
    if not held:
        raise NoSuchPack(version=version, name=name)
    if len(held) > 1:
        raise SeveralPacks(version=version, names=tuple(held))
    [meant] = held.values()
    return meant


def _list(workspace: Workspace, language: Language) -> None:
    held = _each_once(workspace.packs())
    for one in held:
        print("\n".join(_told(one, language)))
    if not held:
        print(language.text(BUILT_IN_ALONE))


def _each_once(held: Sequence[Held]) -> Sequence[Held]:
    """A version that was taken in more than once is told as it stands now: in use, or as it was taken in last."""
    standing = sorted(held, key=lambda one: not one.in_use)
    told = {id(one) for one in {_same(one): one for one in reversed(standing)}.values()}
    return [one for one in held if id(one) in told]


def _same(one: Held) -> tuple[str, str, str]:
    return one.about.name, one.about.version, one.about.sha256


def _told(one: Held, language: Language) -> list[str]:
    about = one.about
    numbers = {"places": language.number(one.places), "outlines": language.number(one.outlines)}
    source = about.source or "-"
    head = language.text(LINE, name=about.name, version=about.version, source=source, licence=about.licence, **numbers)
    if one.in_use or one.taken_out:
        head = f"{head} ({language.text(IN_USE if one.in_use else TAKEN_OUT)})"
    return [
        head, language.text(CREDIT, credit=about.credit), language.text(FINGERPRINT, sha256=about.sha256)
    ]  # fmt: skip
