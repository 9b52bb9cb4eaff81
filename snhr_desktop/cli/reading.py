"""How a file is to be read, where the command line says so."""

import argparse
from collections.abc import Callable
from pathlib import Path

from snhr_desktop.domain.kinds import Count, Invalid
from snhr_desktop.exchange.reading import Choices
from snhr_desktop.i18n import N_, Message

NOT_A_ROW = N_("the number of a row, from 1")
_TAB = ("tab", "\\t")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[[Message], str]) -> None:
    """What may be said of a file that does not tell it by itself."""
    parser.add_argument("--sheet", default="", metavar="NAME", help=say(N_("the sheet of a workbook, hidden or not")))
    parser.add_argument(
        "--header-row", type=_row(say), default=0, metavar="N", help=say(N_("the row that names the columns"))
    )
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help=say(N_("the encoding of a text file: cp1256, …"))
    )
    parser.add_argument(
        "--delimiter", default="", metavar="SIGN", help=say(N_("the sign between the columns of a text file, or “tab”"))
    )
    parser.add_argument(
        "--form", type=Path, metavar="FILE", help=say(N_("the form (XLSForm) that submissions were filled in with"))
    )


def choices_of(options: argparse.Namespace) -> Choices:
    """What was said."""
    delimiter = "\t" if options.delimiter.casefold() in _TAB else options.delimiter
    return Choices(options.sheet, options.header_row, options.encoding, delimiter, options.form)


def _row(say: Callable[[Message], str]) -> Callable[[str], int]:
    def read(text: str) -> int:
        try:
            return Count(1, 1_048_576).parse(text) or 0
        except Invalid as wrong:
            raise argparse.ArgumentTypeError(say(NOT_A_ROW)) from wrong

    return read
