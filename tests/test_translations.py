"""Every marked string stands in every catalogue, none is dead, and placeholders survive translation."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog, pofile
from babel.messages.extract import extract_from_dir

from snhr_desktop import paths
from snhr_desktop.i18n import ENGLISH, LANGUAGES, Message

PACKAGE = Path(paths.__file__).parent
KEYWORDS = {"N_": None, "NC_": ((1, "c"), 2), "NP_": (1, 2)}
TRANSLATED = [code for code in LANGUAGES if code != ENGLISH.code]
ARABIC_LETTER = re.compile("[\u0621-\u064a]")


@cache
def marked() -> frozenset[Message]:
    """Every message marked in the program's source."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=())
    messages = set()
    for _file, _line, text, _comments, context in found:
        singular, plural = text if isinstance(text, tuple) else (text, "")
        messages.add(Message(singular, context or "", plural))
    return frozenset(messages)


@cache
def catalogue(code: str) -> Catalog:
    """One language's catalogue as it stands in the project."""
    with (paths.translations() / f"{code}.po").open("rb") as file:
        return pofile.read_po(file, locale=code)


def entries(code: str) -> dict[Message, tuple[str, ...]]:
    """The translations of each message, one or as many as the language has plural forms."""
    found = {}
    for entry in catalogue(code):
        if entry.id:
            (singular, *plural), texts = several(entry.id), several(entry.string)
            found[Message(singular, entry.context or "", "".join(plural))] = texts
    return found


def several(text: object) -> tuple[str, ...]:
    """One text or its plural forms, as a tuple."""
    return tuple(str(form) for form in text) if isinstance(text, list | tuple) else (str(text or ""),)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)", text))


def test_no_entry_has_the_translation_of_another_below_its_own() -> None:
    text = (paths.translations() / "ar.po").read_text(encoding="utf-8")
    for entry in re.split("^msgid ", text, flags=re.MULTILINE)[2:]:
        forms = catalogue("ar").num_plurals if "\nmsgid_plural " in entry else 1
        assert len(re.findall("^msgstr", entry, re.MULTILINE)) == forms, entry


def test_strings_are_found() -> None:
    assert Message("Barrel bomb", "weapon") in marked()
    assert len(marked()) > 300


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_string_is_missing_or_empty(code: str) -> None:
    translated = {message for message, texts in entries(code).items() if all(texts)}
    assert sorted(marked() - translated) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_string_is_dead(code: str) -> None:
    assert sorted(entries(code).keys() - marked()) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_survive(code: str) -> None:
    wrong = []
    for message, texts in entries(code).items():
        expected = placeholders(message.text) | placeholders(message.plural)
        for text in texts:
            # one and two are words in Arabic and need no digit
            found = placeholders(text) | ({"n"} if message.plural else set())
            if found != expected | ({"n"} if message.plural else set()):
                wrong.append((message, text))
    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_plural_messages_have_every_form(code: str) -> None:
    short = [message for message, texts in entries(code).items() if message.plural and len(texts) != 6]
    assert short == []


def test_arabic_is_arabic() -> None:
    latin_only = [
        message for message, texts in entries("ar").items() if not all(ARABIC_LETTER.search(text) for text in texts)
    ]
    assert all(
        not re.search("[A-Za-z]{3}", message.text.replace("{", "")) or placeholders(message.text)
        for message in latin_only
    )


def test_tanwin_is_spelled_in_one_way() -> None:
    """After the alif, as it is throughout: معاً."""
    assert [text for texts in entries("ar").values() for text in texts if "\u064b\u0627" in text] == []


def test_a_person_is_addressed_in_one_register() -> None:
    """One person is spoken to, as one; the network's own words for what it means stand in one form."""
    orders = re.compile(r"(?:^|[.:؛،] |ثم |أو )و?[اأ][\u0621-\u064a]+(?:وا|وه|وها|وهما)(?![\u0621-\u064a])")
    said = [text for texts in entries("ar").values() for text in texts]
    assert [text for text in said if orders.search(text) or re.search("(?:لكم|كنتم|سجلاتكم)(?!\\w)", text)] == []
    assert [text for text in said if "المقر الرئيسي" in text or "السجل التاريخي" in text] == []
