"""A suggestion that people would mostly write themselves, and nothing where none can be made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.names import words
from snhr_desktop.domain.romanizing import _USUAL, romanized
from snhr_desktop.domain.sounds import sounds_alike
from tests.builders import HOSTILE_TEXTS


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("أحمد العلي", "Ahmad al-Ali"), ("احمد", "Ahmad"), ("مُحَمَّد", "Muhammad"), ("عبد الرحمن", "Abd al-Rahman"),
        ("عبدالرحمن", "Abd al-Rahman"), ("عبد الله", "Abd Allah"), ("عبدالله", "Abdullah"), ("فاطمة", "Fatima"),
        ("محمد بن خالد", "Muhammad bin Khaled"), ("أبو بكر", "Abu Bakr"), ("الحموي", "al-Hamwi"), ("قدور", "Qadour"),
        ("نجار", "Najar"), ("درويش", "Darwish"), ("الشيخ", "al-Sheikh"), ("عسكر", "Askar"), ("برهوم", "Barhoum"),
        ("خنجر", "Khanjar"),
    ],
)  # fmt: skip
def test_usual_names_are_spelled_as_usual(arabic: str, latin: str) -> None:
    assert romanized(arabic) == latin


@pytest.mark.parametrize("text", ["", "Ahmad", "أحمد 2", "-", *HOSTILE_TEXTS])
def test_what_is_no_arabic_name_has_no_suggestion(text: str) -> None:
    said = romanized(text)
    assert said == "" or said.isascii()


@pytest.mark.parametrize("arabic", [name for name in _USUAL if len(name) > 2 and not name.startswith("ال")])
def test_the_usual_spelling_is_heard_as_the_name(arabic: str) -> None:
    if arabic in ("بنت", "عبدو", "صلاح"):
        return
    (one,), (other,) = words(arabic), words(_USUAL[arabic])
    assert sounds_alike(one, other)


@given(st.lists(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآئؤء", min_size=1, max_size=12), max_size=4))
def test_any_arabic_letters_have_one(parts: list[str]) -> None:
    said = romanized(" ".join(parts))
    assert said.replace("-", "").replace(" ", "").isascii()
    assert bool(said.strip()) or not any(part.strip("ئؤءع") for part in parts)
