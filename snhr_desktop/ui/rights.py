"""What a person may not do, said where it would be done: who may."""

from snhr_desktop.domain.rights import Right
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.tongue import Words

SOURCES_HIDDEN = N_("Hidden: you do not see who the sources are. What stands here is kept.")
ONLY = N_("Only for: {who}.")


def only(right: Right) -> Words:
    """Who may, in words."""

    def told(language: Language) -> str:
        return language.text(ONLY, who=right.who(language))

    return told


def may_write(operations: Operations, right: Right) -> bool:
    """Whether whoever works here may, in a store that can be written to."""
    return operations.may(right) and not operations.info.read_only
