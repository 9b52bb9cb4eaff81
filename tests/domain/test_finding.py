"""The term that typed letters mean: a wrong party costs dearly, so nothing is chosen by half of what was typed."""

import pytest

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.vocabularies import VOCABULARIES, vocabulary
from snhr_desktop.domain.vocabularies.finding import find_term, says_nothing_yet
from snhr_desktop.i18n import ARABIC, ENGLISH, Language

EVERYDAY = [
    ("party", "قسد", "sdf"), ("party", "SDF", "sdf"), ("party", "روسيا", "russia"), ("party", "الروس", "russia"),
    ("party", "الحكومة", "regime"), ("party", "النظام", "regime"), ("party", "الن", "regime"),
    ("party", "الجيش السوري", "regime"), ("party", "هتش", "hts"), ("party", "داعش", "isis"),
    ("party", "التحالف", "coalition"), ("party", "تركيا", "turkish_border"), ("party", "government", "regime"),
    ("party", "قوات النظام السوري", "regime"),
    ("attribution", "يعتقد", "believed"), ("attribution", "مشترك", "joint_pending"),
    ("attribution", "مشترك مثبت", "joint_proven"), ("attribution", "likely", "believed"),
    ("weapon", "برميل", "barrel"), ("weapon", "كلور", "chemical"), ("weapon", "برميل كلور", "barrel_gas"),
    ("weapon", "شظايا", "unknown"), ("weapon", "phosphorus", "incendiary"), ("weapon", "قناصة", "sniper"),
    ("outcome", "شهيد", "killed"), ("outcome", "جريح", "injured"), ("outcome", "wounded", "injured"),
    ("status", "قيد المراجعة", "under_review"), ("source_type", "فيديو", "photo_video"),
    ("source_type", "الخوذ البيضاء", "civil_defence"), ("facility_type", "جامع", "mosque"),
    ("facility_type", "جامعة", "university"), ("facility_type", "مستشفى", "hospital"),
]  # fmt: skip


@pytest.mark.parametrize("language", [ARABIC, ENGLISH], ids=lambda language: language.code)
@pytest.mark.parametrize("name,typed,code", EVERYDAY)
def test_everyday_words_find_their_term_in_either_language(
    name: str, typed: str, code: str, language: Language
) -> None:
    found = find_term(typed, vocabulary(name).values(), language)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("language", [ARABIC, ENGLISH], ids=lambda language: language.code)
@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_label_typed_to_its_end_finds_its_own_term_and_fits_at_every_letter(name: str, language: Language) -> None:
    for term in vocabulary(name).values():
        label = term.say(language)
        for end in range(1, len(label)):
            typed = label[:end]
            assert says_nothing_yet(typed) or find_term(typed, vocabulary(name).values(), language), typed
        assert find_term(label, vocabulary(name).values(), language) == term


@pytest.mark.parametrize("typed", ["قوات xyz", "حكومة الإنقاذ", "xyz", "قوات النظام الروسي", "نظامي", "\u202e"])
def test_what_fits_by_its_beginning_alone_finds_nothing(typed: str) -> None:
    assert find_term(typed, vocabulary("party").values(), ARABIC) is None


@pytest.mark.parametrize("typed", ["", " ", "ال", "al", "\u0650"])
def test_an_article_says_nothing_yet(typed: str) -> None:
    assert says_nothing_yet(typed)
    assert find_term(typed, vocabulary("party").values(), ARABIC) is None


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_word_of_people_means_two_terms(name: str) -> None:
    meant: dict[str, str] = {}
    for code, term in vocabulary(name).items():
        for text in {fold(text) for text in (*term.words, term.say(ARABIC), term.say(ENGLISH))}:
            assert text
            assert meant.setdefault(text, code) == code, text
