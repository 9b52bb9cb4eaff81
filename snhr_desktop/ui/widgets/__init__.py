"""The small pieces pages are built of: each made with a `Kit`, each in both languages and for the keyboard."""

from snhr_desktop.ui.widgets.buttons import button, icon_button
from snhr_desktop.ui.widgets.card import Card
from snhr_desktop.ui.widgets.choice_box import ChoiceBox
from snhr_desktop.ui.widgets.dialog import Dialog
from snhr_desktop.ui.widgets.empty_state import EmptyState
from snhr_desktop.ui.widgets.folding import Folding
from snhr_desktop.ui.widgets.key_figure import KeyFigure
from snhr_desktop.ui.widgets.labelled import Labelled
from snhr_desktop.ui.widgets.notice import Notice
from snhr_desktop.ui.widgets.page_header import PageHeader
from snhr_desktop.ui.widgets.plain_label import PlainLabel, label, picture
from snhr_desktop.ui.widgets.roomy import Roomy
from snhr_desktop.ui.widgets.scroll_body import ScrollBody
from snhr_desktop.ui.widgets.search_field import SearchField
from snhr_desktop.ui.widgets.shortened_label import ShortenedLabel
from snhr_desktop.ui.widgets.status_chip import StatusChip

__all__ = [
    "Card",
    "ChoiceBox",
    "Dialog",
    "EmptyState",
    "Folding",
    "KeyFigure",
    "Labelled",
    "Notice",
    "PageHeader",
    "PlainLabel",
    "Roomy",
    "ScrollBody",
    "SearchField",
    "ShortenedLabel",
    "StatusChip",
    "button",
    "icon_button",
    "label",
    "picture",
]
