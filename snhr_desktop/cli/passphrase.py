"""Where a passphrase comes from: the environment, a file or a prompt; never an argument, which others can see."""

import getpass
import os
import sys
from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language

VARIABLE = "SNHR_PASSPHRASE"
ASK = N_("Passphrase:")
ASK_AGAIN = N_("Passphrase again:")


class NoPassphrase(Refusal):
    """Nobody to ask and nothing set."""

    said = N_("A passphrase is needed.")
    advice = N_("Set {variable}, or give --passphrase-file.")


class PassphraseFileUnread(Refusal):
    """The file that was to hold the passphrase could not be read."""

    said = N_("The passphrase file {name} could not be read.")
    advice = N_("Nothing was opened. Check that it is there and holds the passphrase as UTF-8 text.")


class PassphrasesDiffer(Refusal):
    """A new passphrase was typed in two ways."""

    said = N_("The two passphrases are not the same.")
    advice = N_("Nothing was made. Try again.")


def passphrase(file: Path | None, language: Language, *, new: bool = False) -> str:
    """The passphrase for a store; `new` asks twice at a prompt.

    Raises `NoPassphrase`, `PassphraseFileUnread`, `PassphrasesDiffer`.
    """
    if file is not None:
        return _first_line(file)
    if found := os.environ.get(VARIABLE):
        return found
    if not sys.stdin.isatty():
        raise NoPassphrase(variable=VARIABLE)
    typed = getpass.getpass(language.text(ASK) + " ")
    if new and getpass.getpass(language.text(ASK_AGAIN) + " ") != typed:
        raise PassphrasesDiffer
    if not typed:
        raise NoPassphrase(variable=VARIABLE)
    return typed


def _first_line(file: Path) -> str:
    try:
        line = file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise PassphraseFileUnread(name=file.name) from error
    if not line:
        raise NoPassphrase(variable=VARIABLE)
    return line
