"""The toll of a record in words: none is said as the cards of figures say it, never as a nought."""

import pytest

from snhr_desktop.i18n import ARABIC, ENGLISH, Language
from snhr_desktop.ui.forms.toll import say_killed
from tests.builders import dossier, victim


@pytest.mark.parametrize(
    ("killed", "language", "said"),
    [
        (0, ENGLISH, "No civilians killed"),
        (1, ENGLISH, "1 civilian killed"),
        (7, ENGLISH, "7 civilians killed"),
        (0, ARABIC, "لا قتلى مدنيين"),
        (2, ARABIC, "قتيلان مدنيان"),
    ],
)
def test_who_was_killed_is_told_in_words(killed: int, language: Language, said: str) -> None:
    people = [victim() for _ in range(killed)] or [victim(outcome="injured")]
    assert say_killed(dossier(*people), language) == said
