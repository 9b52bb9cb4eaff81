"""A language is a value: what it says of values keeps each of them on its own side."""

import pytest

from snhr_desktop.domain.kinds import NOT_A_CODE
from snhr_desktop.i18n import (
    ARABIC,
    ENGLISH,
    FIRST_STRONG_ISOLATE,
    LANGUAGES,
    LEFT_TO_RIGHT_ISOLATE,
    POP_ISOLATE,
    RIGHT_TO_LEFT_ISOLATE,
    Language,
    bare,
)


@pytest.mark.parametrize(
    ("value", "opening"),
    [
        ("IDL-2018-00042", LEFT_TO_RIGHT_ISOLATE),
        ("سراقب", RIGHT_TO_LEFT_ISOLATE),
        ("–, 36.8", FIRST_STRONG_ISOLATE),
        (f"{LEFT_TO_RIGHT_ISOLATE}a.json{POP_ISOLATE}", LEFT_TO_RIGHT_ISOLATE),
        (f"«{LEFT_TO_RIGHT_ISOLATE}code{POP_ISOLATE}» ليس من الخيارات", RIGHT_TO_LEFT_ISOLATE),
    ],
)  # fmt: skip
def test_a_value_is_isolated_in_its_own_direction(value: str, opening: str) -> None:
    assert ARABIC.isolate(value) == f"{opening}{value}{POP_ISOLATE}"


def test_a_sentence_that_begins_with_a_foreign_code_keeps_its_side() -> None:
    sentence = ARABIC.text(NOT_A_CODE, code="martians")
    assert bare(sentence).startswith("«martians»")
    assert ARABIC.isolate(sentence)[0] == RIGHT_TO_LEFT_ISOLATE
    assert ENGLISH.isolate("martians") == "martians"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_nothing_is_less_than_nothing(language: Language) -> None:
    assert language.number(-0.0, 1) == language.number(0.0, 1) == "0.0"
