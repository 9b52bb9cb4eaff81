"""Words for people as lists have them: of a man, a woman, several, with a “still” before; and names of branches."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.vocabularies import VOCABULARIES, vocabulary
from snhr_desktop.domain.vocabularies.spoken import forms
from snhr_desktop.exchange.conversion.terms import code_of, key_of, own_words
from snhr_desktop.exchange.mapping.changing import with_words
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file
from tests.exchange.test_mapping_examples import EXAMPLES

SAID = [
    ("case_state", "arrested", "معتقل معتقلة معتقلين معتقلات محتجزة موقوفون سجينات اعتقلت"),
    (
        "case_state",
        "arrested",
        "ما زال معتقلاً|ما زالت معتقلة|مازال معتقلا|لا تزال معتقلة|لا يزالون معتقلين|قيد الاعتقال",
    ),
    ("case_state", "arrested", "still detained|Still in detention|is still detained|In custody|imprisoned"),
    ("case_state", "abducted", "مخطوفة مخطوفين مختطف اختطفت خُطفت"),
    ("case_state", "disappeared", "مختفية قسرياً|مختفون قسرياً|مغيّبة|مخفي قسرياً|ما زال مختفياً قسرياً"),
    (
        "case_state",
        "released",
        "أفرج عنه|أفرج عنها|أُفرج عنها|أفرج عنهم|أطلق سراحها|تم الإفراج عنها|أخلي سبيلها|مفرج عنها",
    ),
    ("case_state", "released", "freed|set free"),
    ("case_state", "died", "توفيت|توفوا|متوفاة|متوفون|ماتت|توفيت في السجن|deceased"),
    (
        "case_state",
        "died_torture",
        "توفي تحت التعذيب|توفيت تحت التعذيب|قضت تحت التعذيب|قُتلوا تحت التعذيب|died under torture",
    ),
    ("outcome", "killed", "قتيلة قتلى شهيدة شهداء استشهدت متوفاة martyr"),
    ("outcome", "injured", "جريحة جرحى مصابة مصابون أُصيبوا hurt"),
    ("outcome", "released", "أفرج عنها|أُطلق سراحهم|مفرج عنهن"),
    ("outcome", "died_torture", "توفي تحت التعذيب|قُتلت بسبب التعذيب|tortured to death"),
    ("civil_status", "civilian", "مدنية مدنيون مدنيين"),
    ("civil_status", "armed", "مسلحة مسلحون مقاتلون مقاتلة عسكريون"),
    ("civil_status", "unknown", "غير معروفة|مجهولة|غير معلوم"),
    ("age_group", "child", "طفل طفلة أطفال رضيعة قاصرون"),
    ("age_group", "adult", "بالغة بالغون راشدين"),
    ("occupation", "medical", "طبيبة ممرضات مسعفون"),
    ("occupation", "teacher", "مدرّسة مدرسين معلمة معلمون أستاذة"),
    ("party", "regime", "الأمن العسكري|المخابرات الجوية|الأمن السياسي|أمن الدولة|فرع الأمن العسكري|المخابرات العسكرية"),
    ("party", "regime", "Syrian regime|Military Security|Air Force Intelligence|Political Security"),
]


def words_of(said: str) -> list[str]:
    return said.split("|") if "|" in said else said.split()


@pytest.mark.parametrize(("name", "code", "said"), SAID)
def test_what_is_said_of_a_man_is_known_of_a_woman_and_of_several(name: str, code: str, said: str) -> None:
    known = own_words(name)
    words = words_of(said)
    assert {word: code_of(word, known) for word in words} == dict.fromkeys(words, code)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_form_takes_the_place_of_what_a_term_is_called(name: str) -> None:
    known, called = own_words(name), dict[str, str]()
    for code in vocabulary(name):
        called.setdefault(key_of(code), code)
    for code, term in vocabulary(name).items():
        for word in (*(term.say(language) for language in LANGUAGES.values()), *term.words):
            called.setdefault(key_of(word), code)
    assert {word: known[word] for word in called} == called


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("case_state", "لم يفرج عنه"), ("case_state", "لم تفرج عنها"), ("case_state", "not released"),
        ("case_state", "ما زال"), ("case_state", "still"), ("case_state", "no longer detained"),
        ("party", "الأمن العام"), ("party", "حكومة الإنقاذ"), ("party", "security"), ("outcome", "لم يقتل"),
    ],
)  # fmt: skip
def test_what_says_the_contrary_or_too_little_stays_without_a_code(name: str, word: str) -> None:
    assert code_of(word, own_words(name)) is None


@given(st.text(max_size=30))
def test_a_word_is_the_first_of_its_forms_whatever_it_is(text: str) -> None:
    found = list(forms(fold(text)))
    assert found[0] == fold(text)
    assert len(found) < 500


@pytest.mark.parametrize("word", ["ما زالت معتقلة", "ما زال معتقلاً", "still detained", "في سجن صيدنايا", "in Saydnaya"])
def test_somebody_who_is_held_still_is_taken_in_once(workspace: Workspace, tmp_path: Path, word: str) -> None:
    """Whether the word is known, or a person says that it stands for an arrest."""
    mapping, _, rows, _ = EXAMPLES[3]
    decided = with_words(read(mapping), "المصير", {word: "arrested"})
    path = folder_file(tmp_path, "list.csv", rows.replace("وفاة,2015,لا", f"{word},,"))
    report = workspace.import_file(path, folder_file(tmp_path, "list.toml", write(replace(decided, code="made"))))
    found = workspace.case_by_origin("made:2")
    assert report.refused == ()
    assert found
    assert [one.state for one in found.states] == ["arrested"]
