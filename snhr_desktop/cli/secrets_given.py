"""The seal of a report as the command line is given it: secrets in files, never as arguments."""

import argparse
from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.reports.file.seal import SHORTEST_PASSWORD, PasswordTooShort, Seal, ensure


class SecretUnread(Refusal):
    """A file that was to hold a password could not be read."""

    said = N_("The file {name} could not be read.")
    advice = N_("The report was not written. Check that it is there and holds the secret as UTF-8 text.")


def seal_of(options: argparse.Namespace) -> Seal | None:
    """What to seal with, found to be fit for it; None where nothing was asked for.

    Raises `SecretUnread`, and what `sealed` raises.
    """
    if options.sign is None and options.password_file is None:
        return None
    seal = Seal(_first_line(options.password_file), options.sign, _first_line(options.sign_passphrase_file))
    if options.password_file and not seal.password:
        raise PasswordTooShort(least=SHORTEST_PASSWORD)
    ensure(seal, options.archive)
    return seal


def _first_line(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise SecretUnread(name=file.name) from error
