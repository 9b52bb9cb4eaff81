"""When something was written and by whom, as the record says it."""

import datetime as dt

from snhr_desktop.i18n import N_, Language

SAVED_BY = N_("{day}, {time}, by {actor}")
SAVED = N_("{day}, {time}")


def say_moment(at: str, actor: str, language: Language) -> str:
    """A moment that the store keeps in UTC, by the clock of this computer, and who it was."""
    here = dt.datetime.fromisoformat(at).astimezone()
    said = {"day": language.date(here.date()), "time": language.clock(here)}
    return language.text(SAVED_BY, actor=actor, **said) if actor else language.text(SAVED, **said)
