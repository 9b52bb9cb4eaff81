"""How sections are numbered in the custom of each script: I, II and أولاً، ثانياً; A, B and أ، ب."""

from snhr_desktop.i18n import Language

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ORDINALS = ("أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً")
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def ordinal(number: int, language: Language) -> str:
    """The numeral of a section, from 1: IV, رابعاً; beyond the ten customary words the number itself."""
    if language.rtl:
        return _ORDINALS[number - 1] if number <= len(_ORDINALS) else language.number(number)
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found


def letter(number: int, language: Language) -> str:
    """The letter of an item or annex, from 1: B, ب; beyond the alphabet the number itself."""
    letters = _ABJAD if language.rtl else _LATIN
    return letters[number - 1] if number <= len(letters) else language.number(number)
