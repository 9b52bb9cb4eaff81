"""A mistake on the command line, told in the language asked for: argparse itself speaks English alone."""

import re
from collections.abc import Mapping

from snhr_desktop.i18n import N_, Language, Message

NOT_UNDERSTOOD = N_("The command was not understood: {reason}")
_REASONS: Mapping[str, Message] = {
    r"the following arguments are required: (?P<what>.+)": N_("{what} is missing."),
    r"unrecognized arguments: (?P<what>.+)": N_("{what} is not known here."),
    r"argument (?P<where>.+?): invalid choice: (?P<what>.+?) \(choose from (?P<known>.+)\)": N_(
        "{what} is not one of the choices for {where}: {known}"
    ),
    r"argument (?P<where>.+?): expected (?P<what>.+)": N_("{where} needs a value."),
    r"argument (?P<where>.+?): invalid \w+ value: (?P<what>.+)": N_("{what} is not a value for {where}."),
    r"argument (?P<where>.+?): (?P<what>.+)": N_("{where}: {what}"),
}
"""What argparse says, as its source words it, and what we say of it."""


def told(message: str, language: Language) -> str:
    """The mistake in a sentence; argparse's own words where they are none of those known."""
    for pattern, ours in _REASONS.items():
        if found := re.fullmatch(pattern, message):
            named = {name: value for name, value in found.groupdict().items() if f"{{{name}}}" in ours.text}
            return language.text(NOT_UNDERSTOOD, reason=language.text(ours, **named))
    return language.text(NOT_UNDERSTOOD, reason=message)
