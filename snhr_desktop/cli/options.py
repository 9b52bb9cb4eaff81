"""Options that several commands share, each with its help in the language asked for."""

import argparse
from collections.abc import Callable
from pathlib import Path

from snhr_desktop.domain.kinds import Count, Invalid
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, Message
from snhr_desktop.reports.brief import PUBLIC
from snhr_desktop.reports.kind import KINDS, THEMATIC

NOT_A_NUMBER_OF_RECORDS = N_("give a whole number from 1 to 1,000,000")
MOST_RECORDS = 1_000_000
Say = Callable[[Message], str]
"""Words in the language asked for."""


def add_new_passphrase(parser: argparse.ArgumentParser, say: Say) -> None:
    """Where a new passphrase is read from."""
    said = N_("a file whose first line is the new passphrase; or set SNHR_NEW_PASSPHRASE")
    parser.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help=say(said))


def add_report(parser: argparse.ArgumentParser, say: Say) -> None:
    """What can be chosen for a report, to be published or not."""
    add_store(parser, say)
    add_period(parser, say)
    add_brief(parser, say)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    parser.add_argument(
        "--archive",
        action="store_true",
        help=say(N_("a file for archives (PDF/A-1b), which has no figures attached to it")),
    )
    add_seal(parser, say)


def add_looked_up(parser: argparse.ArgumentParser, say: Say) -> None:
    """Which published report is looked up, and what is asked of it."""
    parser.add_argument(
        "code", nargs="?", default="", metavar="CODE", help=say(N_("of a report (R180601) or an incident"))
    )
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.pdf", help=say(N_("where to write the file")))
    one = parser.add_mutually_exclusive_group()
    rebuild = N_("build the report again from what was kept of it, and compare")
    one.add_argument("--rebuild", action="store_true", help=say(rebuild))
    one.add_argument("--changes", action="store_true", help=say(N_("tell what changed since it was published")))
    one.add_argument("--addendum", action="store_true", help=say(N_("write an addendum of what changed since")))


def add_brief(parser: argparse.ArgumentParser, say: Say) -> None:
    """What says which report is wanted, beside its period."""
    parser.add_argument("--kind", choices=KINDS, default=THEMATIC, help=say(N_("which kind of report")))
    parser.add_argument(
        "--month", metavar="YYYY-MM", default="", help=say(N_("the month that a monthly report is of, like 2018-03"))
    )
    parser.add_argument(
        "--incident", metavar="CODE", default="", help=say(N_("the incident that a dossier is of, by its code"))
    )
    parser.add_argument(
        "--audience", choices=vocabulary("audience"), default=PUBLIC, help=say(N_("whom the report is for"))
    )
    parser.add_argument(
        "--leave-out", action="append", default=[], metavar="SECTION", help=say(N_("a section not to be printed"))
    )
    digits = N_("digits of Arabic pages: 123 (latin) or ١٢٣ (arabic)")
    parser.add_argument("--digits", choices=("latin", "arabic"), default="latin", help=say(digits))


def add_store(parser: argparse.ArgumentParser, say: Say) -> None:
    """The store, and what opens it."""
    parser.add_argument("store", type=Path, metavar="STORE", help=say(N_("a folder NAME.snhr")))
    add_passphrase(parser, say)
    add_key_file(parser, say)


def add_key_file(parser: argparse.ArgumentParser, say: Say) -> None:
    """What opens a store for headquarters."""
    about = N_("the key file of headquarters, which opens the store with the passphrase of that file")
    parser.add_argument("--hqkey", type=Path, metavar="FILE", help=say(about))


def add_passphrase(parser: argparse.ArgumentParser, say: Say) -> None:
    """Where the passphrase is read from."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        help=say(N_("a file whose first line is the passphrase; or set SNHR_PASSPHRASE")),
    )


def add_seal(parser: argparse.ArgumentParser, say: Say) -> None:
    """Secrets come from files: what is an argument can be seen by all on the machine."""
    held = {
        "--sign": N_("a PKCS#12 file (.p12) whose certificate signs the report"),
        "--sign-passphrase-file": N_("a file whose first line is the passphrase of the certificate"),
        "--password-file": N_("a file whose first line is the password that the report will ask for"),
    }
    for name, about in held.items():
        parser.add_argument(name, type=Path, metavar="FILE", help=say(about))


def add_period(parser: argparse.ArgumentParser, say: Say) -> None:
    """The period of the figures, and whose acts they count."""
    parser.add_argument("--period", default="idlib", metavar="CODE", help=say(N_("a period of the store")))
    parser.add_argument(
        "--scope", metavar="CODE", help=say(N_("alliance, all or a party; without it the period’s own"))
    )


def number_of_records(say: Say) -> Callable[[str], int]:
    """Reads how many records are wanted; anything else is told in words."""

    def read(text: str) -> int:
        try:
            number = Count(1, MOST_RECORDS).parse(text)
        except Invalid as wrong:
            raise argparse.ArgumentTypeError(say(NOT_A_NUMBER_OF_RECORDS)) from wrong
        if number is None:
            raise argparse.ArgumentTypeError(say(NOT_A_NUMBER_OF_RECORDS))
        return number

    return read
