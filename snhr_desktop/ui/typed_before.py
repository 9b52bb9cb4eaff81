"""Tells, when a store was opened, which dialogs hold something that was typed and not saved."""

from functools import partial

from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.desk import Desk

WAITS = N_("What you typed before is kept, and stands there when you open it again: {titles}.")


def tell_where_typed(desk: Desk) -> None:
    """Nothing where nothing waits."""

    def tell(titles: tuple[str, ...]) -> None:
        if titles:
            desk.tell(partial(_say, titles))

    desk.operations.ask(lambda workspace: workspace.titles_of_typed(), tell, owner=desk)


def _say(titles: tuple[str, ...], language: Language) -> str:
    names = [language.isolate(language.text(Message(title))) for title in titles]
    return language.text(WAITS, titles=language.join(names))
