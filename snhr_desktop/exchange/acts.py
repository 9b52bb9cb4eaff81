"""An import that was made, in words: the same in the window, on the command line and beside a record."""

from snhr_desktop.exchange.report import CREATED, UPDATED
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.imports import ImportAct

OTHERWISE = NP_("{n} field otherwise here", "{n} fields otherwise here")
TAKEN_BACK = N_("{line}; taken back since")


def counted(act: ImportAct, language: Language) -> str:
    """How many records it wrote, and what it found otherwise than staff."""
    told = [language.plural(CREATED, act.created), language.plural(UPDATED, act.updated)]
    if act.conflicts:
        told.append(language.plural(OTHERWISE, act.conflicts))
    return language.join(told)


def with_its_end(line: str, act: ImportAct, language: Language) -> str:
    """What is told of an import, and that it was taken back since, where it was."""
    return language.text(TAKEN_BACK, line=line) if act.undone else line
