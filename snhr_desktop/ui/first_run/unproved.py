"""Tells above the page that the recovery code of the store was never proved to stand on paper."""

from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk

UNPROVED = N_(
    "Work broke off before the recovery code of this store was on paper. Nothing is lost, but nobody has the code: "
    "make a new one on the page “Users and keys”."
)


def tell_where_unproved(desk: Desk) -> None:
    """Ask the store, and tell whoever may make another code."""

    def told(unproved: bool) -> None:
        if unproved:
            desk.tell(UNPROVED, "attention")

    desk.operations.ask(lambda workspace: workspace.is_code_unproved(), told, owner=desk)
