"""Tells, when a store was opened, which dialogs hold something that was not saved, and what a lock called off."""

from functools import partial

from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.ui.desk import Desk

NOT_TAKEN_IN = NP_(
    "{n} file was still being taken in when the store was locked. See whether it is there; if not, take it in again.",
    "{n} files were still being taken in when the store was locked. See which are there, and take in the others again.",
)
WAITS = N_("What you typed before is kept, and stands there when you open it again: {titles}.")


def tell_left(desk: Desk, files: int) -> None:
    """What waits in dialogs, and how many files a lock kept from being taken in; nothing where there is neither."""

    def tell(titles: tuple[str, ...]) -> None:
        if titles or files:
            desk.tell(partial(_say, titles, files), "attention" if files else "told")

    desk.operations.ask(lambda workspace: workspace.titles_of_typed(), tell, owner=desk)


def _say(titles: tuple[str, ...], files: int, language: Language) -> str:
    told = [language.plural(NOT_TAKEN_IN, files)] if files else []
    if titles:
        names = [language.isolate(language.text(Message(title))) for title in titles]
        told.append(language.text(WAITS, titles=language.join(names)))
    return "\n".join(told)
