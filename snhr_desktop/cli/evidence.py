"""Is the store sound, and is it the one that this computer last saw?"""

import argparse
import sys
from collections.abc import Callable

from snhr_desktop.cli.commands import open_store
from snhr_desktop.cli.interrupted import until_interrupted
from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.checking import Checking, Step
from snhr_desktop.store.findings import as_json, is_sound

ACCEPTED = N_("This copy was accepted. The reason stands in the history.")
NOTHING_TO_ACCEPT = N_("There was nothing to accept: the store is the one that this computer last saw.")
RENEWED = N_("Figures, lists, queue and search were made anew from the records.")
UNSOUND = 3
"""Exit status where the check was made and something is to be looked into."""
OVER = "\r\x1b[K"
"""Begins a line of a terminal anew."""


def verify(options: argparse.Namespace, language: Language) -> int:
    """Check the store, in words or as JSON; `UNSOUND` when something is wrong."""
    with open_store(options, language, read_only=True) as workspace:
        with until_interrupted() as wanted:
            found = workspace.verify_until(_OnTerminal(language, wanted))
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


class _OnTerminal(Checking):
    """Tells on standard error what is being checked, where somebody looks on, and ends with Ctrl+C."""

    def __init__(self, language: Language, wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._language, self._wanted = language, wanted

    def stopped(self) -> bool:
        return super().stopped() or not self._wanted()

    def __call__(self, step: Step) -> None:
        """How far a long check is stands in its line, over what stood there before."""
        goes_on = self.now is not None and step.what == self.now.what
        super().__call__(step)
        if sys.stderr.isatty():
            before = OVER if goes_on else "" if step.done == 0 else "\n"
            last = "\n" if step.done == step.of - 1 else ""
            print(before + step.tell(self._language), end=last, flush=True, file=sys.stderr)
