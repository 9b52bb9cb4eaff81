"""The strength of a passphrase is told on the low side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.names import fold
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.ui.first_run import words
from snhr_desktop.ui.first_run.strength import LEAST, Strength, strength


@pytest.mark.parametrize(
    "passphrase, expected",
    [
        ("", Strength.TOO_SHORT),
        ("short", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("12345678901234567890", Strength.WEAK),
        ("password123", Strength.WEAK),
        ("syriaidlib2018", Strength.WEAK),
        ("محمد أحمد علي", Strength.WEAK),
        ("محمد1990محمد", Strength.WEAK),
        ("ضصثقفغعهخح", Strength.WEAK),  # qwertyuiop
        ("حشسسصخقي123", Strength.WEAK),  # password on the same keys
        ("k7#Vq9!mTz", Strength.WEAK),
        ("allahu akbar allahu akbar", Strength.WEAK),
        ("Allahu Akbar! 2018", Strength.WEAK),
        ("correct horse battery staple", Strength.WEAK),
        ("correcthorsebatterystaple", Strength.WEAK),
        ("بسم الله الرحمن الرحيم", Strength.WEAK),
        ("بِسْمِ اللهِ الرَّحْمٰنِ الرَّحِيم", Strength.WEAK),
        ("لا اله الا الله محمد رسول الله", Strength.WEAK),
        ("الله اكبر الله اكبر الله اكبر", Strength.WEAK),
        ("lantern lantern lantern lantern", Strength.WEAK),
        ("زيتون زيتون زيتون زيتون زيتون", Strength.WEAK),
        ("x9$Kp2!mQz7w", Strength.FAIR),
        ("زيتون فانوس نهر", Strength.FAIR),
        ("olive lantern river window", Strength.STRONG),
        ("زيتون فانوس نهر نافذة شباك", Strength.STRONG),
    ],
)
def test_known_passphrases(passphrase: str, expected: Strength) -> None:
    assert strength(passphrase) == expected
    assert strength(passphrase).words.text


@given(st.text(max_size=LEAST - 1))
def test_few_characters_are_never_enough(passphrase: str) -> None:
    assert strength(passphrase) is Strength.TOO_SHORT


@given(st.characters(), st.integers(LEAST, 60))
def test_one_character_repeated_is_never_enough(character: str, times: int) -> None:
    assert strength(character * times) < Strength.FAIR


@given(st.text(min_size=LEAST, max_size=200))
def test_anything_can_be_typed(passphrase: str) -> None:
    assert strength(passphrase) in Strength


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_offered_are_as_many_as_is_said_and_all_different(code: str) -> None:
    offered = words.offered(LANGUAGES[code])
    assert len(offered) == 512
    assert len({fold(word) for word in offered}) == 512
    assert all(word.isalpha() and 2 <= len(word) <= 8 for word in offered)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_offered_is_strong_and_never_the_same(code: str) -> None:
    made = {words.passphrase(LANGUAGES[code]) for _ in range(20)}
    assert len(made) == 20
    assert all(len(one.split()) == 6 and strength(one) is Strength.STRONG for one in made)
