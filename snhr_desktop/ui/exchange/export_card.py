"""The way out of the store on the page of exchange: the dialog of exports, and its key."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.vocabularies import label as label_of
from snhr_desktop.exchange.export.asked import FORMS, Asked, Outlook
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, PlainLabel, button, label
from snhr_desktop.workspace import ExportAct

TITLE, OPEN, DICTIONARY = N_("Export records"), N_("Export…"), N_("Data dictionary…")
NOTE = N_(
    "Whole records, tables, a workbook or points on a map, for an audience: you read what leaves the store before "
    "anything is written."
)
EARLIER = N_("Latest exports, as the history has them:")
ONE = N_("{day}, {time}, by {actor}: {form}. Audience: {audience}. {counts}.")
BEGUN = N_("Begun, and not known to have been written.")
_MOST = 5
KEY, DICTIONARY_KEY = "Ctrl+Shift+X", "Ctrl+D"


class ExportCard(Card):
    """`open` is its button; where nothing can be exported, a line says why. `dictionary` says what the data mean."""

    def __init__(self, kit: Kit, hindered: Words | None, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, parent=parent)
        self._kit = kit
        self.body.addWidget(label(kit, hindered or NOTE, "note", wrap=True))
        self.earlier = PlainLabel("muted", wrap=True)
        self.earlier.hide()
        self.body.addWidget(self.earlier)
        self.open = button(kit, OPEN, "upload", hint=with_key(OPEN, KEY))
        self.open.setEnabled(hindered is None)
        self.dictionary = button(kit, DICTIONARY, "book-open", hint=with_key(DICTIONARY, DICTIONARY_KEY))
        self.head.addWidget(self.dictionary)
        self.head.addWidget(self.open)

    def show_acts(self, acts: Sequence[ExportAct]) -> None:
        """Tell the latest exports, as the history has them."""
        self.earlier.setVisible(bool(acts))
        self._kit.tongue.bind(self.earlier, text=partial(_say, tuple(acts[:_MOST])))


def _say(acts: Sequence[ExportAct], language: Language) -> str:
    lines = (_say_one(act, language) for act in acts)
    return "\n".join((language.text(EARLIER), *lines)) if acts else ""


def _say_one(act: ExportAct, language: Language) -> str:
    taken, at = act.taken, dt.datetime.fromisoformat(act.at).astimezone()
    counts = Outlook(Asked(taken.form), taken.incidents, taken.cases).counts(language)
    form = language.text(FORMS[taken.form])
    audience = label_of("audience", taken.audience, language)
    line = language.text(
        ONE,
        day=language.date(at.date()),
        time=language.clock(at),
        actor=act.actor,
        form=form,
        audience=audience,
        counts=counts,
    )
    return line if act.went else f"{line} {language.text(BEGUN)}"
