"""Where a passphrase comes from: the environment, a file or a prompt; never an argument, which others can see."""

import getpass
import os
import sys
from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language, Message

VARIABLE = "SNHR_PASSPHRASE"
NEW_VARIABLE = "SNHR_NEW_PASSPHRASE"
ASK = N_("Passphrase:")
ASK_NEW = N_("New passphrase:")
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
    return _given(file, language, VARIABLE, ASK, twice=new)


def new_passphrase(file: Path | None, language: Language) -> str:
    """The passphrase that is to open a store from now on; asked for twice at a prompt. Raises as `passphrase` does."""
    return _given(file, language, NEW_VARIABLE, ASK_NEW, twice=True)


def _given(file: Path | None, language: Language, variable: str, ask: Message, *, twice: bool) -> str:
    if file is not None:
        return _first_line(file)
    if found := os.environ.get(variable):
        return found
    if not sys.stdin.isatty():
        raise NoPassphrase(variable=variable)
    typed = getpass.getpass(language.text(ask) + " ")
    if twice and getpass.getpass(language.text(ASK_AGAIN) + " ") != typed:
        raise PassphrasesDiffer
    if not typed:
        raise NoPassphrase(variable=variable)
    return typed


def _first_line(file: Path) -> str:
    try:
        line = file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise PassphraseFileUnread(name=file.name) from error
    if not line:
        raise NoPassphrase(variable=VARIABLE)
    return line
