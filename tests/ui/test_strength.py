"""The strength of a passphrase is told on the low side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.ui.dialogs.strength import LEAST, Strength, strength


@pytest.mark.parametrize(
    "passphrase, expected",
    [
        ("", Strength.TOO_SHORT),
        ("short", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("12345678901234567890", Strength.WEAK),
        ("password123", Strength.WEAK),
        ("syriaidlib2018", Strength.WEAK),
        ("olive lantern river window", Strength.STRONG),
        ("زيتون فانوس نهر نافذة شباك", Strength.STRONG),
        ("k7#Vq9!mTz", Strength.FAIR),
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
