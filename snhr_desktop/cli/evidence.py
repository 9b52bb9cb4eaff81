"""Is the store sound, and is it the one that this computer last saw?"""

import argparse
import sys
from typing import TYPE_CHECKING

from snhr_desktop.cli.commands import open_store
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.store.findings import as_json, is_sound

if TYPE_CHECKING:
    from snhr_desktop.store.verify import Progress

ACCEPTED = N_("This copy was accepted. The reason stands in the history.")
NOTHING_TO_ACCEPT = N_("There was nothing to accept: the store is the one that this computer last saw.")
RENEWED = N_("Figures, lists, queue and search were made anew from the records.")
UNSOUND = 3
"""Exit status where the check was made and something is to be looked into."""


def verify(options: argparse.Namespace, language: Language) -> int:
    """Check the store, in words or as JSON; `UNSOUND` when something is wrong."""
    with open_store(options, language, read_only=True) as workspace:
        found = workspace.verify(_telling(language))
        if options.head:
            found = (*found, workspace.printed_head(options.head))
    if options.json:
        print(as_json(found), end="")
    else:
        for finding in found:
            print(finding.tell(language))
    return 0 if is_sound(found) else UNSOUND


def renew(options: argparse.Namespace, language: Language) -> int:
    """Make what follows from the records anew."""
    with open_store(options, language) as workspace:
        workspace.renew()
    print(language.text(RENEWED))
    return 0


def accept(options: argparse.Namespace, language: Language) -> int:
    """Let a store stand in place of the one that this computer last saw."""
    with open_store(options, language) as workspace:
        accepted = workspace.accept_replaced(options.reason)
    print(language.text(ACCEPTED if accepted else NOTHING_TO_ACCEPT))
    return 0


def _telling(language: Language) -> "Progress":
    """Tells on standard error what is being checked, where somebody looks on."""

    def tell(what: Message, done: int, of: int) -> None:
        if sys.stderr.isatty():
            print(f"{done + 1}/{of} {language.text(what)}", file=sys.stderr)

    return tell
