"""What can be written on the command line, with its help in the language asked for."""

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from snhr_desktop import __version__
from snhr_desktop.cli import (
    attachments,
    backups,
    commands,
    evidence,
    exporting,
    imports,
    places,
    publishing,
    reading,
    rescue,
    terms,
    users,
)
from snhr_desktop.cli.misuse import told
from snhr_desktop.cli.options import (
    Say,
    add_key_file,
    add_looked_up,
    add_new_passphrase,
    add_passphrase,
    add_period,
    add_report,
    add_store,
    number_of_records,
)
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, N_, Language, Message

WHAT_IT_IS = N_("Record incidents, count victims by a stated unit, and print reports in English and Arabic.")
USAGE, GIVEN, OPTIONS = N_("usage:"), N_("what is given"), N_("options")
THIS_HELP = N_("show this help")
ITS_VERSION = N_("show the version")
ITS_LANGUAGE = N_("language of messages and of what is made")
_ONE_OF = ("en", "ar")


Act = Callable[[argparse.Namespace, Language], int]
"""What a command does; its exit status."""

OpenWindow = Callable[[Path | None, str | None, Path | None], int]
"""Opens the window on a store, or the last one, in a language code, or the last one; with a key file or none."""


class Misused(Exception):
    """The command line has a mistake; the text tells it with the usage line."""


@dataclass(frozen=True)
class Command:
    """A command that was understood."""

    act: Act
    options: argparse.Namespace
    language: Language

    def run(self) -> int:
        """Do it; the exit status."""
        return self.act(self.options, self.language)


class _Parser(argparse.ArgumentParser):
    """Says in the language asked for what argparse says in English."""

    language: Language = ENGLISH

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)
        say = self.language.text
        self._positionals.title, self._optionals.title = say(GIVEN), say(OPTIONS)
        self.add_argument("-h", "--help", action="help", help=say(THIS_HELP))

    def format_usage(self) -> str:
        """One line of how to write it."""
        return self._in_words(super().format_usage())

    def format_help(self) -> str:
        """Everything that can be written."""
        return self._in_words(super().format_help())

    def _in_words(self, text: str) -> str:
        return text.replace("usage:", self.language.text(USAGE), 1)

    def error(self, message: str) -> NoReturn:
        raise Misused(f"{self.format_usage()}{told(message, self.language)}")


def _speaking(language: Language) -> type[_Parser]:
    return type("Parser", (_Parser,), {"language": language})


def parse(arguments: Sequence[str], open_window: OpenWindow) -> Command:
    """Understand the arguments. Raises `Misused`; `--help` and `--version` print and leave."""

    def window(options: argparse.Namespace, _: Language) -> int:
        return open_window(options.store, options.lang, options.hqkey)

    language = _language(arguments)
    parser = _parser(language, window)
    options, left = parser.parse_known_args(list(arguments))
    if len(left) == 1 and getattr(options, "code", None) == "" and not left[0].startswith("-"):
        options.code = left.pop()  # argparse takes what may be left out for left out, once an option came before it
    if left:
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    return Command(options.act, options, language)


def _language(arguments: Sequence[str]) -> Language:
    """Known before anything else is read, so that even a mistake is told in it."""
    asked = {a.removeprefix("--lang=") for a in arguments if a.startswith("--lang=")}
    asked |= {after for before, after in pairwise(arguments) if before == "--lang"}
    for code in asked:
        if code in LANGUAGES:
            return LANGUAGES[code]
    return ARABIC if os.environ.get("LANG", "").startswith("ar") else ENGLISH


def _parser(language: Language, window: Act) -> _Parser:
    say = language.text
    parser = _speaking(language)(prog="snhr-desktop", description=say(WHAT_IT_IS))
    parser.add_argument("--version", action="version", version=__version__, help=say(ITS_VERSION))
    parser.add_argument("--lang", choices=_ONE_OF, help=say(ITS_LANGUAGE), default=argparse.SUPPRESS)
    parser.set_defaults(act=window, store=None, lang=None, hqkey=None)
    kinds = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, act: Act, about: Message) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = kinds.add_parser(name, help=say(about), description=say(about))
        made.set_defaults(act=act)
        languages = ("en", "ar", "both") if name in ("report", "publish") else _ONE_OF
        made.add_argument("--lang", choices=languages, help=say(ITS_LANGUAGE), default=argparse.SUPPRESS)
        return made

    _store_commands(command, say)
    opened = command("open", window, N_("open a store in the window"))
    opened.add_argument("store", type=Path, metavar="STORE")
    add_key_file(opened, say)
    _question_commands(command, say)
    _file_commands(command, say)
    _care_commands(command, say)
    _user_commands(command, say)
    added = command("terms", terms.terms, terms.ABOUT)
    add_store(added, say)
    terms.add_arguments(added, say)
    listed = command("imports", imports.imports, imports.ABOUT)
    add_store(listed, say)
    imports.add_arguments(listed, say)
    tour = command("tour", commands.tour, N_("make a store of sample records, and write figures, reports and pictures"))
    tour.add_argument("folder", type=Path, metavar="OUT_DIR")
    return parser


_Add = Callable[[str, Act, Message], argparse.ArgumentParser]


def _store_commands(command: _Add, say: Say) -> None:
    new = command("new", commands.new, N_("make a new, empty, encrypted store"))
    add_store(new, say)
    new.add_argument("--office", required=True, metavar="CODE", help=say(N_("the office’s code, as in IDL-2018-00042")))
    new.add_argument("--training", action="store_true", help=say(N_("a store for made-up records, marked TRAINING")))
    taken = command("import", commands.import_, N_("read records from a file"))
    add_store(taken, say)
    taken.add_argument("file", type=Path, metavar="FILE")
    taken.add_argument(
        "--mapping", type=Path, help=say(N_("a mapping file; without it the file is recognised by its columns"))
    )
    reading.add_arguments(taken, say)
    taken.add_argument("--dry-run", action="store_true", help=say(N_("tell what would happen and change nothing")))
    written = command("export", exporting.export, N_("write records to a file, for an audience"))
    add_store(written, say)
    exporting.add_arguments(written, say)
    packs = command("places", places.places, N_("take in places and boundaries, or list those in use"))
    add_store(packs, say)
    places.add_arguments(packs, say)
    training = command("training", commands.training, N_("fill a store with made-up records"))
    add_store(training, say)
    training.add_argument("--incidents", type=number_of_records(say), required=True, metavar="N")
    training.add_argument(
        "--seed", type=int, default=1, metavar="S", help=say(N_("the same seed makes the same records"))
    )


def _question_commands(command: _Add, say: Say) -> None:
    figures = command("figures", commands.figures, N_("print the figures of a period"))
    add_store(figures, say)
    add_period(figures, say)
    figures.add_argument("--format", choices=("table", "json", "csv"), default="table")
    report = command("report", commands.report, N_("write a report of a period as PDF"))
    add_report(report, say)
    published = command("publish", publishing.publish, N_("publish a report: give it a code, keep it, write it as PDF"))
    add_report(published, say)
    published.add_argument("--reason", default="", metavar="TEXT", help=say(N_("why, for the history")))
    looked_up = command("published", publishing.published, N_("list what was published, or look up a code on a page"))
    add_store(looked_up, say)
    add_looked_up(looked_up, say)
    renewed = command("renew", evidence.renew, N_("make figures, lists, queue and search anew from the records"))
    add_store(renewed, say)
    verify = command("verify", evidence.verify, N_("check that the store is whole"))
    add_store(verify, say)
    verify.add_argument("--head", default="", metavar="SIGNS", help=say(N_("also look for a head that a page has")))
    verify.add_argument("--json", action="store_true", help=say(N_("tell what was found as JSON")))


def _file_commands(command: _Add, say: Say) -> None:
    taken = command("attach", attachments.attach, N_("take in photos, videos and other files for a record"))
    add_store(taken, say)
    taken.add_argument("files", type=Path, nargs="+", metavar="FILE", help=say(N_("a file, or a folder of files")))
    taken.add_argument(
        "--to", required=True, metavar="REFERENCE", help=say(N_("the incident or case that they are kept with"))
    )
    listed = command("attachments", attachments.attachments, N_("list the files that are kept"))
    add_store(listed, say)
    listed.add_argument(
        "reference",
        nargs="?",
        default="",
        metavar="REFERENCE",
        help=say(N_("of the incident or case they are kept with")),
    )
    handed = command("attachment", attachments.export, N_("hand out a file that is kept"))
    handed.add_argument("doing", choices=("export",), metavar="export")
    add_store(handed, say)
    handed.add_argument("reference", metavar="REFERENCE", help=say(N_("of the file, like IDL-F-2018-00042")))
    handed.add_argument("-o", "--output", type=Path, metavar="FILE", help=say(N_("where to write the file")))
    handed.add_argument("--recipient", required=True, metavar="TEXT", help=say(N_("to whom, for the custody log")))
    handed.add_argument("--purpose", required=True, metavar="TEXT", help=say(N_("what for, for the custody log")))
    handed.add_argument(
        "--audience", choices=vocabulary("audience"), default="partners", help=say(N_("who is to read the file"))
    )
    handed.add_argument(
        "--stripped", action="store_true", help=say(N_("a copy without the place, time and device in it"))
    )
    handed.add_argument("--custody", action="store_true", help=say(N_("print its custody as JSON")))
    kept = command("keep", attachments.keep, N_("keep a file with another record, or with one no more"))
    add_store(kept, say)
    kept.add_argument("reference", metavar="REFERENCE", help=say(N_("of the file, like IDL-F-2018-00042")))
    which = kept.add_mutually_exclusive_group(required=True)
    which.add_argument("--also-with", metavar="REFERENCE", help=say(N_("an incident or a case to keep it with too")))
    which.add_argument("--not-with", metavar="REFERENCE", help=say(N_("one to keep it with no more")))
    withdrawn = command("withdraw", attachments.withdraw, N_("say that a file is not to be used any more"))
    add_store(withdrawn, say)
    withdrawn.add_argument("reference", metavar="REFERENCE", help=say(N_("of the file, like IDL-F-2018-00042")))
    withdrawn.add_argument("--reason", required=True, metavar="TEXT", help=say(N_("why, for the history")))
    withdrawn.add_argument("--back", action="store_true", help=say(N_("take an earlier withdrawal back")))


def _care_commands(command: _Add, say: Say) -> None:
    made = command("backup", backups.backup, N_("make a backup of the store and verify it"))
    add_store(made, say)
    made.add_argument("--to", type=backups.place, metavar="FOLDER", help=say(N_("where; else the place chosen before")))
    made.add_argument("--keep", action="store_true", help=say(N_("keep backups there from now on")))
    listed = command("backups", backups.listed, N_("list the backups of the store"))
    add_store(listed, say)
    _rescue_commands(command, say)
    accepted = command("accept", evidence.accept, N_("accept an older copy in place of what this computer last saw"))
    add_store(accepted, say)
    accepted.add_argument("--reason", required=True, metavar="TEXT", help=say(N_("why, for the history")))


def _rescue_commands(command: _Add, say: Say) -> None:
    restored = command("restore", rescue.restore, N_("try a backup, compare it, and make it a store again"))
    held = N_("a backup, or a folder whose newest backup is taken")
    restored.add_argument("backup", type=backups.place, metavar="BACKUP", help=say(held))
    where = restored.add_mutually_exclusive_group()
    where.add_argument("--new", type=backups.place, metavar="NEW", help=say(N_("the new store to make of it")))
    instead = N_("the store it takes the place of, which is put aside and not deleted")
    where.add_argument("--in-place-of", type=backups.place, metavar="STORE", help=say(instead))
    restored.add_argument("--compare", type=backups.place, metavar="STORE", help=say(N_("a store to compare it with")))
    restored.add_argument("--dry-run", action="store_true", help=say(N_("tell what would happen and change nothing")))
    add_passphrase(restored, say)
    other = N_("a file whose first line opens the present store, where that is another passphrase than the backup's")
    restored.add_argument("--present-passphrase-file", type=Path, metavar="FILE", help=say(other))
    salvaged = command("salvage", rescue.salvaged, N_("bring what can be read of a damaged store into a new one"))
    add_store(salvaged, say)
    salvaged.add_argument("new", type=backups.place, metavar="NEW", help=say(N_("the new store to make")))
    salvaged.add_argument("--json", action="store_true", help=say(N_("tell what was lost as JSON")))


def _user_commands(command: _Add, say: Say) -> None:
    kept = command("users", users.users, N_("list the users of a store, add one, or change one"))
    add_store(kept, say)
    one = kept.add_mutually_exclusive_group()
    acts = {
        "--add": N_("add a user of this name"),
        "--change": N_("change the user of this name"),
        "--off": N_("let this user open the store no more"),
        "--on": N_("take back that a user was switched off"),
    }
    for name, about in acts.items():
        one.add_argument(name, default="", metavar="NAME", help=say(about))
    kept.add_argument("--role", choices=vocabulary("role"), help=say(N_("what the user is there for")))
    sees = kept.add_mutually_exclusive_group()
    unseen, seen = N_("the user does not see who the sources are"), N_("the user sees who the sources are")
    sees.add_argument("--no-sources", action="store_true", default=None, help=say(unseen))
    sees.add_argument("--sources", action="store_false", dest="no_sources", default=None, help=say(seen))
    add_new_passphrase(kept, say)
    changed = command("passphrase", users.change_passphrase, N_("change your passphrase, or renew the recovery code"))
    add_store(changed, say)
    given = N_("give this user the new passphrase, in place of an earlier one")
    changed.add_argument("--user", default="", metavar="NAME", help=say(given))
    changed.add_argument("--recovery", action="store_true", help=say(N_("make a new recovery code instead")))
    add_new_passphrase(changed, say)
    add_store(
        command("rekey", users.rekey, N_("make all keys of a store anew, where somebody may have the old ones")), say
    )
    key = command("hqkey", users.headquarters, N_("make the key of headquarters, or let it open a store"))
    key.add_argument("what", choices=("new", "set", "remove", "show"))
    key.add_argument("store", type=Path, metavar="STORE", help=say(N_("a store; for “new” the key file to be made")))
    key.add_argument("--public", type=Path, metavar="FILE", help=say(N_("for “set”: a file with the public key")))
    add_passphrase(key, say)
