"""Counted nouns inside made-up narratives, as each language counts them."""

from dataclasses import dataclass

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Counted:
    """A noun with its forms: English one and many; Arabic one, two (nominative and oblique), few and many."""

    one: str
    many: str
    ar_one: str
    ar_two: str
    ar_two_oblique: str
    ar_few: str
    ar_many: str

    def en(self, n: int) -> str:
        """One child, 12 children."""
        return f"{_WORDS[n] if n < len(_WORDS) else n} {self.one if n == 1 else self.many}"

    def ar(self, n: int, *, oblique: bool = False) -> str:
        """طفل واحد، طفلان (أو طفلين)، 3 أطفال، 11 طفلاً."""
        if n == 1:
            return self.ar_one
        if n == 2:
            return self.ar_two_oblique if oblique else self.ar_two
        return f"{n} {self.ar_few if 3 <= n <= 10 else self.ar_many}"


CIVILIANS = Counted("civilian", "civilians", "مدني واحد", "مدنيان", "مدنيَّين", "مدنيين", "مدنياً")
CHILDREN = Counted("child", "children", "طفل واحد", "طفلان", "طفلين", "أطفال", "طفلاً")
WOMEN = Counted("woman", "women", "سيدة واحدة", "سيدتان", "سيدتين", "سيدات", "سيدة")
PEOPLE = Counted("person", "people", "شخص واحد", "شخصان", "شخصين", "أشخاص", "شخصاً")
BARRELS = Counted(
    "barrel bomb", "barrel bombs",
    "برميلاً متفجراً", "برميلان متفجران", "برميلين متفجرين", "براميل متفجرة", "برميلاً متفجراً",
)  # fmt: skip
"""Only ever thrown, so the single Arabic one is an object."""
