"""Headers of columns that count persons: whom they count («القتلى من الأطفال», “Civilians killed”)."""

from collections.abc import Mapping

from snhr_desktop.domain.names import words
from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED, Phrase, header_words


def _folded(said: str) -> frozenset[str]:
    return frozenset(words(said))


_WHO: Mapping[frozenset[str], Mapping[str, str]] = {
    _folded("civilian civilians مدني مدنيين مدنيون المدنية"): {"civil_status": "civilian"},
    _folded("armed combatants combatant fighters fighter military soldiers مقاتلين مقاتلون عسكريين عسكريون مسلحين")
    | _folded("مسلحون"): {"civil_status": "armed"},
    _folded("child children minors طفل طفلة أطفال قاصرين"): {"age_group": "child"},
    _folded("girl girls طفلات بنات فتيات"): {"age_group": "child", "sex": "female"},
    _folded("boy boys صبيان"): {"age_group": "child", "sex": "male"},
    _folded("woman women نساء سيدات امرأة سيدة"): {"age_group": "adult", "sex": "female"},
    _folded("man men رجال رجل"): {"age_group": "adult", "sex": "male"},
    _folded("female females إناث أنثى"): {"sex": "female"},
    _folded("male males ذكور ذكر"): {"sex": "male"},
}
_HARM = {
    KILLED: _folded("killed dead deaths death fatalities قتلى القتلى قتيل شهداء شهيد وفيات ضحايا قتل مقتل قتلوا"),
    INJURED: _folded("injured wounded injuries جرحى جريح مصابين مصابون إصابات إصابة"),
}
_BESIDE = _folded("number numbers no of count total the among and in عدد من مجموع إجمالي بين")
"""Words that say nothing more."""


def classes(header: str) -> dict[str, str]:
    """Who is counted, by the fields of a victim."""
    said = set(header_words(header))
    found: dict[str, str] = {}
    for names, who in _WHO.items():
        if said & names:
            found |= who
    return found


def counted(said: Phrase) -> str:
    """What a header counts that says who, and what happened to them, and nothing else; blank for any other."""
    left = set(said) - _BESIDE
    who = frozenset().union(*_WHO)
    for target, harm in _HARM.items():
        if left & harm and left & who and left <= harm | who:
            return target
    return ""
