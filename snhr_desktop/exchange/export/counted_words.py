"""What a row counts as in the words of the reader, which the formulas of the totals ask for as well.

A total that names the words one sees beside it can be followed by anybody, and a word that is corrected is counted as
corrected. So no two codes of a column may have one word, as a spreadsheet compares them: small letters and capitals
are the same to it. Where terms share a word, each carries its code behind it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import FacilityImpact, Victim, WeaponUse
from snhr_desktop.domain.vocabularies import label, vocabulary
from snhr_desktop.i18n import Language

VOCABULARY: Mapping[str, str] = {
    "standing": "standing",
    "dates": "in_period",
    "massacre": "yes_no",
    "fate": "fate",
    "victim_class": "victim_class",
    "category": "facility_category",
    "event": "case_event",
    "outcome": "case_outcome",
    **{
        name: getattr(record.field(name).kind, "vocabulary", "")
        for record, name in (
            (Victim, "civil_status"),
            (Victim, "occupation"),
            (FacilityImpact, "type"),
            (WeaponUse, "weapon"),
        )
    },
}
"""The vocabulary of each column of facts that holds codes; the others hold numbers."""
_TRUTH: Mapping[object, str] = {True: "yes", False: "no"}


class Words:
    """The words of one language, of the vocabularies as they stand now."""

    def __init__(self, language: Language) -> None:
        self._of = {name: _distinct(name, language) for name in set(VOCABULARY.values())}

    def cell(self, column: str, value: Any) -> Any:
        """What a cell of a column of facts holds: a word for a code, a number as it is."""
        name = VOCABULARY.get(column)
        if not name or value == "":
            return value
        words, code = self._of[name], _TRUTH.get(value, value)
        if code not in words:  # of a program that is newer
            words[code] = _free(code, code, words)
        return words[code]

    def criterion(self, column: str, code: str | int, *, holds: bool) -> str:
        """What a formula asks of the cells of a column, quoted: that they hold the word, or anything else."""
        word = re.sub(r"([~*?])", r"~\1", self.cell(column, code)).replace('"', '""')
        return f'"{word}"' if holds else f'"<>{word}"'


def _distinct(name: str, language: Language) -> dict[str, str]:
    said = {code: label(name, code, language) for code in vocabulary(name)}
    shared = Counter(map(fold, said.values()))
    found: dict[str, str] = {}
    for code, word in said.items():
        found[code] = _free(word if shared[fold(word)] == 1 else _with(code, word), code, found)
    return found


def _free(word: str, code: str, taken: Mapping[str, str]) -> str:
    folded = set(map(fold, taken.values()))
    while fold(word) in folded:
        word = _with(code, word)
    return word


def _with(code: str, word: str) -> str:
    return f"{word} [{code}]"
