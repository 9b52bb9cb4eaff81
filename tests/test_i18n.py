"""A language is a value: what it says of values keeps each of them on its own side."""

import datetime as dt

import pytest

from snhr_desktop.domain.kinds import NOT_A_CODE
from snhr_desktop.errors import UnknownCode
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
    written_with,
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


def test_arabic_indic_digits_are_written_in_arabic_alone_and_never_in_codes() -> None:
    written = written_with(ARABIC, arabic_indic=True)
    assert written_with(ENGLISH, arabic_indic=True) is ENGLISH
    assert written_with(written, arabic_indic=False) is ARABIC
    assert bare(written.percent(41.84)) == "٤١٫٨٪"
    assert written.number(1109) == "١٬١٠٩"
    assert bare(written.clock(dt.datetime(2018, 3, 22, 9, 30, tzinfo=dt.UTC))) == "٠٩:٣٠"
    assert bare(written.isolate(42)) == "٤٢"
    assert bare(written.short_date(dt.date(2018, 3, 4))) == "٢٠١٨/٠٣/٠٤", "a hyphen would turn it round"
    assert (written.number(0), written.number(10)) == ("صفر", "١٠"), "٠ alone is but a dot"
    assert (written.number(0, 1), ARABIC.number(0)) == ("٠٫٠", "0")
    assert written.isolate("IDL-2018-00042") == ARABIC.isolate("IDL-2018-00042")
    assert written.numerals("القرار 2268 (S/RES/2268) من 18 مادة") == "القرار ٢٢٦٨ (S/RES/2268) من ١٨ مادة"
    assert written.numerals("Ctrl+1, SHA-256, 2018-03-22") == "Ctrl+1, SHA-256, 2018-03-22"


def test_a_refusal_lists_what_is_known_as_its_language_does() -> None:
    refusal = UnknownCode(code="x", kind="ID", known=("IDL-1", "حماة", "HAM-2"))
    assert bare(refusal.tell(ENGLISH)).endswith("Known are: IDL-1, حماة and HAM-2")
    assert bare(refusal.tell(ARABIC)).endswith("IDL-1 وحماة وHAM-2")
    assert "," not in refusal.tell(ARABIC)
