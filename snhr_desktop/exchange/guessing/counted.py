"""Headers of columns that count persons: whom they count («القتلى من الأطفال», “Civilians killed”)."""

from collections.abc import Mapping, Sequence

from snhr_desktop.domain.names import words
from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED, Phrase, header_words

Kind = Mapping[str, str]


def _folded(said: str) -> frozenset[str]:
    return frozenset(words(said))


_WHO: Mapping[frozenset[str], Kind] = {
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
_BESIDE = _folded("number numbers no of count total the among and in them whom which")
_BESIDE |= _folded("عدد من مجموع إجمالي بين منهم منها بينهم بينها ومنهم ومنها وبينهم وعدد ومن")
"""Words that say nothing more."""
_ABOUT = _folded("approx approximate approximately about estimated estimate confirmed so far تقريبا تقريبي تقديري مؤكد")
_ABOUT |= _folded("تقديرا حوالي المؤكدين حتى الآن")
"""Words that say how sure a number is."""
_ASKS = _folded("number numbers no count total toll عدد أعداد إجمالي مجموع حصيلة")
"""Words that ask for a number."""
_ASIDE = _folded("date day time when by who cause reason place where how link photo notes note remarks تاريخ يوم وقت")
_ASIDE |= _folded("سبب أسباب مكان أماكن موقع طريقة كيفية رابط صورة صور ملاحظات ملاحظة بواسطة")
"""Words of headers that ask for something else about people."""
_KNOWN = frozenset().union(*_WHO, *_HARM.values())
_PEOPLE = (
    _KNOWN
    | _folded("people persons victims casualties names أشخاص أسماء الضحايا")
    | _folded(
        "detained detainees arrested missing abducted kidnapped معتقلين معتقلون محتجزين محتجزون مفقودين مفقودون مخطوفين"
        " مخطوفون مختطفين مختطفون"
    )
)
_NUMBER = _folded("عدد count")
"""All that a header says which leaves it to the list whom its column counts."""
_AND = "و"
_FEW = 5
"""Words of a header that says whom its column counts or lists; a longer one asks or explains something."""


def whom(header: str) -> tuple[Kind, ...]:
    """The kinds of people that a header counts, by the fields of a victim: one, or several that no one kind is
    (“women and children”); a kind without fields is everybody."""
    said = _said(header_words(header))
    named = [who for names, who in _WHO.items() if said & names]
    persons = _apart([who for who in named if "civil_status" not in who])
    standing = _apart([who for who in named if "civil_status" in who])
    return tuple({**one, **other} for one in persons for other in standing)


def counted(header: Phrase) -> str:
    """What a header counts that says who, and what happened to them, and nothing else; blank for any other."""
    left = _said(header) - _BESIDE
    who = frozenset().union(*_WHO)
    for target, harm in _HARM.items():
        if left & harm and left & who and left <= harm | who:
            return target
    return ""


def says_only_whom(header: str) -> bool:
    """Whether a header says whom it counts and not what happened to them."""
    left = _said(header_words(header)) - _BESIDE
    return bool(left) and left <= frozenset().union(*_WHO)


def tells_of_people(header: str) -> bool:
    """Whether a header may be that of a column that counts or lists people who were harmed."""
    said = header_words(header)
    if said and _NUMBER.issuperset(said):
        return True
    return len(said) <= _FEW and not _PEOPLE.isdisjoint(_said(said)) and _ASIDE.isdisjoint(_said(said))


def asks_for_number(header: str) -> bool:
    """Whether such a header asks for their number in so many words."""
    return tells_of_people(header) and not _ASKS.isdisjoint(header_words(header))


def plainly(header: Phrase) -> Phrase:
    """A header without the words that say how sure its numbers are."""
    return tuple(word for word in header if word not in _ABOUT)


def _said(header: Phrase) -> set[str]:
    """The words, without an “and” that Arabic writes to them."""
    bare = {word: words(word.removeprefix(_AND)) for word in header if word.startswith(_AND)}
    return {bare[word][0] if set(bare.get(word, ())) & _KNOWN else word for word in header}


def _apart(named: Sequence[Kind]) -> Sequence[Kind]:
    """What words say together of one kind (“girls”, “female”), and of several where they contradict one another."""
    found: list[dict[str, str]] = []
    for who in named:
        fitting = [one for one in found if all(one.get(field, value) == value for field, value in who.items())]
        for one in fitting:
            one.update(who)
        if not fitting:
            found.append(dict(who))
    return found or ({},)
