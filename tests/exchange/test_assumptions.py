"""What a mapping takes for granted is told without saying a name twice."""

import pytest

from snhr_desktop.domain.records import Attribution
from snhr_desktop.exchange.assumptions import Assumption
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare


@pytest.mark.parametrize(
    ("language", "name"), [(ENGLISH, "Attribution"), (ARABIC, ARABIC.text(Attribution.title))], ids=["en", "ar"]
)
def test_a_field_that_is_called_as_its_record_is_told_once(language: Language, name: str) -> None:
    assumed = Assumption("attributions", Attribution.title, Attribution.field("mode"), "believed")
    assert bare(assumed.name(language)) == name
    assert bare(assumed.tell(language)).startswith(f"{name}: ")
    assert bare(assumed.tell(language)).count(name) == 1
