"""Numbers typed by hand into the texts of one report: told while they are typed, and refused where nothing bears
them out. What is printed of figures is generated, so that a typed one can only be right by chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, Message, bare
from snhr_desktop.reports.agreement import FiguresDisagree, TextDisagrees, edited
from snhr_desktop.reports.kind import NAMES
from snhr_desktop.reports.proofing import BY_HAND, HINT, Known, faults
from snhr_desktop.reports.render import rendered, written
from snhr_desktop.reports.texts import Texts
from snhr_desktop.reports.typed import typed_numbers
from tests.builders import HOSTILE_TEXTS
from tests.reports.specimen import snapshot

PLANTED: dict[str, tuple[str, str, str, Message]] = {
    "1 digits swapped in an edited text": ("en", "about", "225 children were killed.", edited.CONTRADICTS),
    "1 the same in Arabic": ("ar", "about", "قُتل 225 طفلاً.", edited.CONTRADICTS),
    "2 own published figure cited wrongly": ("en", "about", "We told of 223 raids (SNHR, June 2018).", edited.CITED),
    "2 the same in Arabic": ("ar", "about", "تحدثنا عن 223 غارة (الشبكة، حزيران 2018).", edited.CITED),
    "3 an estimate without date or source": ("en", "introduction", "It had 2.9 million people.", edited.UNSOURCED),
    "3 a source without a date": ("en", "introduction", "The area had 2.9 million people (OCHA).", edited.UNSOURCED),
    "3 a date without a source": ("ar", "introduction", "كان عدد السكان 2.9 مليون (آذار 2018).", edited.UNSOURCED),
    "3 a year in brackets names nobody": (
        "en", "introduction", "In summer (since 2017) it had 2.9 million people.", edited.UNSOURCED,
    ),
    "3 the same in Arabic": ("ar", "introduction", "كان عدد السكان (منذ عام 2017) 2.9 مليون.", edited.UNSOURCED),
    "3 a source of another sentence": (
        "en", "introduction", "It had 2.9 million people. Half had fled (OCHA, March 2018).", edited.UNSOURCED,
    ),
    "3 a footnote to another sentence": (
        "en", "introduction", "Half had fled.^[OCHA, March 2018] It had 2.9 million people.", edited.UNSOURCED,
    ),
    "3 a footnote without a name": ("en", "introduction", "It had 2.9 million people.^[as of 2018]", edited.UNSOURCED),
    "3 a number in a footnote": ("en", "introduction", "Many fled.^[It had 2.9 million people.]", edited.UNSOURCED),
    "1 a source of another sentence": (
        "en", "about", "Half had fled (OCHA, March 2018). Of them 225 children were killed.", edited.CONTRADICTS,
    ),
    "3 millions in one digit": ("en", "introduction", "Some 3 million people were displaced.", edited.UNSOURCED),
    "3 the same in Arabic, in one digit": ("ar", "introduction", "نزح نحو 3 ملايين نسمة.", edited.UNSOURCED),
    "3 between two years": (
        "en", "introduction", "It had 2.9 million people (Between 2017 and 2018).", edited.UNSOURCED,
    ),
    "4 rounded, in words": ("en", "title", "# No fewer than thirty massacres", edited.CONTRADICTS),
    "4 the same in Arabic, in words": ("ar", "title", "# ما لا يقل عن ثلاثين مجزرة", edited.CONTRADICTS),
    "a digit at a placeholder": ("en", "about", "In all 1{women_children_share} of them.", edited.GLUED),
    "3 by or to": ("en", "introduction", "It increased 1.5 times (OCHA, 2018).", edited.RATIO),
    "3 by or to, in Arabic": ("ar", "introduction", "ازداد عددهم 3 مرات (أوتشا، 2018).", edited.RATIO),
    "4 rounded in one place, exact in another": ("en", "about", "No fewer than 30 massacres.", edited.CONTRADICTS),
    "5 wrong date of an event": (
        "en", "legal",
        "- [since_2401] Resolution 2401 of 24 March 2018 demanded a halt to hostilities for at least 30 days in a row, "
        "so that relief could be delivered and the wounded evacuated.", edited.FACT,
    ),
    "7 title against body": ("en", "title", "# The killing of 1,106 civilians", edited.CONTRADICTS),
    "8 wrong subtotal in the title": ("en", "title", "# Six women killed in Idlib", edited.CONTRADICTS),
    "8 the same in Arabic": ("ar", "title", "# مقتل ست سيدات في إدلب", edited.CONTRADICTS),
    "9 a share that does not recompute": ("en", "about", "Women and children are 4.2% of them.", edited.UNSOURCED),
    "11 a share rounded beyond its figures": ("ar", "about", "تبلغ نسبة السيدات والأطفال 42%.", edited.UNSOURCED),
}  # fmt: skip


def found(code: str, name: str, text: str) -> list[Message]:
    (manuscript,) = written(snapshot(), (LANGUAGES[code],), {code: {name: text}})
    return [one.what for one in edited.disagreements(manuscript)]


@pytest.mark.parametrize("plant", PLANTED.values(), ids=list(PLANTED))
def test_a_typed_number_that_nothing_bears_out_stops_the_report(plant: tuple[str, str, str, Message]) -> None:
    code, name, text, what = plant
    assert what in found(code, name, text)
    with pytest.raises(TextDisagrees):
        rendered(snapshot(), LANGUAGES[code], {code: {name: text}})


@pytest.mark.parametrize(
    ("code", "name", "text"),
    [
        ("en", "about", "255 children and 209 women were killed, 41.8% of 1,109."),
        ("en", "introduction", "Some 2.9 million people lived there (OCHA, March 2018)."),
        ("ar", "introduction", "كان يسكنها نحو 2.9 مليون نسمة (أوتشا، آذار 2018)."),
        ("en", "introduction", "Some 2.9 million people lived there. (OCHA, March 2018)"),
        ("en", "introduction", "Some 2.9 million people lived there.^[UN OCHA 2018] Half of them had fled."),
        ("en", "introduction", "Two strikes within 30 minutes, 12 km from the town, at 14:30 on 22 March 2018."),
        ("en", "legal", "Resolution 2336 and rules 14 to 21 apply; see IDL-2018-00042 and article 51."),
        ("ar", "legal", "القرار رقم 2336 والقواعد 14 إلى 21، في 22 آذار 2018."),
        ("en", "about", "On 22 March 2018 civilians were killed. In 2017 women lost everything."),
        ("en", "title", "# On 22 March 2018 civilians were killed"),
        ("ar", "title", "# في عام 2018 مدنيون بلا مأوى"),
        ("en", "about", "Call the office: +90 532 123 45 67, P.O. Box 123."),
        ("en", "about", "Two women told us of 3 children."),
        ("en", "about", "We told of 233 raids (SNHR, June 2018)."),
        ("en", "title", "# At least {civilians_killed}: Idlib, 2017-2018"),
    ],
)
def test_what_is_borne_out_sourced_or_no_figure_passes(code: str, name: str, text: str) -> None:
    assert found(code, name, text) == []


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_the_texts_of_the_program_are_not_judged_and_hold_nothing_typed(language: Language) -> None:
    own = {name: Texts(language.code, "idlib").source(name) + "\n\nWords alone." for name in NAMES}
    (manuscript,) = written(snapshot(), (language,), {language.code: own})
    assert list(edited.disagreements(manuscript)) == []


def test_the_refusal_says_which_number_and_why_in_the_users_language() -> None:
    with pytest.raises(FiguresDisagree) as refused:
        rendered(snapshot(), ENGLISH, {"en": {"about": "225 children were killed."}})
    said = bare(refused.value.tell(ENGLISH))
    assert (
        "number in an edited text: it is not the number of the records (Civilians killed: “225” instead of “255”)"
        in said
    )
    assert "Put in the placeholder" in said
    assert "في نص محرَّر" in refused.value.tell(ARABIC)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("255 children, 41.8% of 1,109, and {massacres}", ("255", "41.8%", "1,109")),
        ("قُتل ٢٥٥ طفلاً و209 سيدات", ("255", "209")),
        ("On 7-8 June 2018, in 2018, resolution 2401, rules 11 and 12, at 14:30; 3 men; R180601", ()),
        ("2017 as in 2,017", ("2,017",)),
    ],
)
def test_what_is_typed_by_hand_is_told_as_a_hint(text: str, typed: tuple[str, ...]) -> None:
    assert typed_numbers(text) == typed
    known = Known(frozenset({"massacres"}), frozenset(), frozenset())
    told = faults("about", {"en": text, "ar": text}, {"en": "", "ar": ""}, known)["en"]
    assert tuple(fault.token for fault in told if fault.message == BY_HAND) == typed
    assert {fault.level for fault in told if fault.message == BY_HAND} <= {HINT}


def test_a_number_of_the_standing_text_is_not_typed() -> None:
    assert typed_numbers("for at least 30 days, 31 of them", "for at least 30 days") == ("31",)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_hold_no_number_to_stumble_over(text: str) -> None:
    assert edited.FACT not in found("en", "about", text.replace("{", ""))


@given(st.text(alphabet="0123456789٠١٢٣.,%٪:-() \n#و abcمقd", max_size=80))
def test_whatever_is_typed_is_judged_without_stumbling(text: str) -> None:
    assert all(any(one.isdigit() for one in token) for token in typed_numbers(text))
    assert set(found("en", "about", text.replace("{", ""))) <= edited.KINDS
