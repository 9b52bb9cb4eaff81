"""The seal of a report as the command line is given it: secrets in files, never as arguments."""

from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.reports.file.seal import SHORTEST_PASSWORD, PasswordTooShort, Seal


class SecretUnread(Refusal):
    """A file that was to hold a password could not be read."""

    said = N_("The file {name} could not be read.")
    advice = N_("The report was not written. Check that it is there and holds the secret as UTF-8 text.")


def seal_of(certificate: Path | None, passphrase: Path | None, password: Path | None) -> Seal | None:
    """What to seal with; None where nothing was asked for. Raises `SecretUnread`, `PasswordTooShort`."""
    if certificate is None and password is None:
        return None
    chosen = _first_line(password)
    if password and not chosen:
        raise PasswordTooShort(least=SHORTEST_PASSWORD)
    return Seal(chosen, certificate, _first_line(passphrase))


def _first_line(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise SecretUnread(name=file.name) from error
