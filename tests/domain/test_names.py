"""Folding of names: spellings that must meet, names that must stay apart, and laws that hold for any text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snhr_desktop.domain.names import fold, is_article, runs, words
from snhr_desktop.domain.seeking import Question

SAME = [
    ("أحمد", "احمد"),
    ("إدلب", "ادلب"),
    ("آمنة", "امنه"),
    ("ٱلحسن", "الحسن"),
    ("مصطفى", "مصطفي"),
    ("فاطمة", "فاطمه"),
    ("معرّة النُّعمان", "معره النعمان"),
    ("مـحـمـد", "محمد"),
    ("مُحَمَّد", "محمد"),
    ("سـراقب", "سراقب"),
    ("عبد الرحمن", "عبدالرحمن"),
    ("عبد الله", "عبدالله"),
    ("العبد الله", "العبدالله"),
    ("عبد ال رحمن", "عبد الرحمن"),
    ("عَبْدُ القَادِر", "عبدالقادر"),
    ("نور الدين", "نورالدين"),
    ("صلاح الدين", "صلاحالدين"),
    ("أبوعمر", "ابو عمر"),
    ("أبو الظهور", "ابوالظهور"),
    ("الدانا", "دانا"),
    ("التمانعة", "تمانعه"),
    ("الحسن", "حسن"),
    ("رؤى", "روي"),
    ("رئيفة", "رييفه"),
    ("٢٠١٨", "2018"),
    ("۲۰۱۸", "2018"),
    ("الفوج ٤٦", "الفوج 46"),
    ("خان‌شیخون", "خانشيخون"),
    ("کفر نبل", "كفر نبل"),
    ("ﷲ", "الله"),
    ("\u202bسراقب\u202c", "سراقب"),
    ("سرا\u200fقب", "سراقب"),
    ("  كفر \t بطيخ\n", "كفر بطيخ"),
    ("إلياس", "الياس"),
    ("ألمى", "المى"),
    ("إلهام", "الهام"),
    ("Ma'arrat al-Nu'man", "Maarrat an Numan"),
    ("Ma‘arrat an-Nu‘mān", "maarrat el numan"),
    ("Jisr ash-Shughūr", "Jisr al Shughur"),
    ("Jisr-ash-Shughur", "JISR SHUGHUR"),
    ("al-Dana", "Dana"),
    ("ad-Dānā", "dana"),
    ("At-Tamanah", "al-Tamana"),
    ("As-Suwayda", "Suwayda"),
    ("Deir ez-Zor", "Deir al-Zor"),
    ("Ath-Thawrah", "al Thawra"),
    ("Hamah", "Hama"),
    ("Fatimah", "fatima"),
    ("Khān Shaykhūn", "khan shaykhun"),
    ("Abd al-Rahman", "Abdulrahman"),
    ("Abdul Rahman", "Abdel-Rahman"),
    ("Abd ar-Rahman", "Abdurrahman"),
    ("Abdus Salam", "Abd es-Salam"),
    ("Abdullah", "Abd Allah"),
    ("Abdallah", "Abdulla"),
    ("Ḥāss", "Hass"),
    ("İdlib", "idlib"),
    ("Ｓａｒａｑｉｂ", "Saraqib"),
]

APART = [
    ("الله", "له"),
    ("ألمى", "مى"),
    ("الياس", "ياس"),
    ("إلهام", "هام"),
    ("أسماء", "اسماعيل"),
    ("عبد", "عبده"),
    ("أبواب", "ابو اب"),
    ("سالم", "سلام"),
    ("حسن", "حسين"),
    ("Allah", "lah"),
    ("Elias", "Ias"),
    ("Ashraf", "Raf"),
    ("Annan", "Nan"),
    ("Shah", "Sha"),
    ("At Home", "Home"),
    ("Abdo", "Abd"),
]

FRAGMENTS = st.one_of(
    st.sampled_from(("ال", "عبد", "عبدال", "الله", "الدين", "نور", "الياس", "ألمى", "إ", "ة", "ى", "ـ", "ً", "ﷲ")),
    st.sampled_from(("abd", "abdul", "abdel", "abdur", "abdus", "al", "el", "an", "ash", "as", "ul", "allah")),
    st.sampled_from(("ullah", "lah", "ah", "rahman", "salam", "shakur", "numan", "d", "İ", "ß", "-", "'", " ")),
    st.sampled_from(("\u200f", "\u202e", "\x00", "\x1b", "\ud800", "٣", "\n", "  ")),
)
TEXT = st.one_of(
    st.text(),
    st.lists(FRAGMENTS).map("".join),
    st.lists(FRAGMENTS).map(" ".join),
    st.text(st.characters(codec=None)),
)


@pytest.mark.parametrize("one,other", SAME)
def test_usual_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize("one,other", APART)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert not Question.of(one).all_whole().agrees(other)


@given(TEXT)
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_folded_text_holds_letters_digits_and_single_spaces(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(char == " " or unicodedata.category(char)[0] in "LN" for char in folded)
    assert words(text) == tuple(folded.split())


@given(TEXT)
@example("℠")
def test_the_runs_of_a_text_hold_its_words(text: str) -> None:
    spans = list(runs(text))
    assert spans == sorted(spans)
    assert fold(" ".join(text[start:end] for start, end in spans)) == fold(text)


def test_articles_alone_are_known() -> None:
    assert all(map(is_article, ("al", "el", "ash", "an", "ال")))
    assert not any(map(is_article, ("ali", "bab", "الله", "")))


@given(st.text())
@example("\u0345")  # a mark that Unicode's folding of case makes a letter of
def test_each_character_is_folded_by_itself(text: str) -> None:
    """A text is folded in one walk over its characters: as Unicode decomposes and folds the whole without its marks."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if unicodedata.category(char)[0] != "M")
    whole = unicodedata.normalize("NFKD", bare.casefold())
    assert words(text) == words(whole)
