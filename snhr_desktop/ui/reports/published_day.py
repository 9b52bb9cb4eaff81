"""The day a report was published, by the clock of this computer."""

import datetime as dt

from snhr_desktop.i18n import Language
from snhr_desktop.workspace import Publication


def published_on(publication: Publication, language: Language) -> str:
    """The day in words."""
    return language.date(dt.datetime.fromisoformat(publication.published_at).astimezone().date())
