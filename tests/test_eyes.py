"""What a user may read, at the one place that says it: records, drafts, imports, custody, reasons; and what is kept."""

from dataclasses import replace

import pytest

from snhr_desktop.domain.records import Dossier
from snhr_desktop.workspace.eyes import Eyes
from tests.builders import HOSTILE_TEXTS, dossier, source

ALL, WITHOUT = Eyes(no_sources=False), Eyes(no_sources=True)


def held(name: str) -> Dossier:
    """A record with one source, as the store has it."""
    given = dossier(sources=(source(real_name=name),))
    return replace(given, sources=tuple(replace(one, uid="s1") for one in given.sources))


@pytest.mark.parametrize("name", ["Salma Falcon", *HOSTILE_TEXTS])
def test_who_does_not_see_sources_reads_no_name_and_takes_none_away(name: str) -> None:
    known = held(name)
    seen = WITHOUT.shown(known)
    assert [one.real_name for one in seen.sources] == [""]
    assert WITHOUT.completed(seen, known) == known
    assert (ALL.shown(known), ALL.completed(seen, known)) == (known, seen)


def test_of_a_source_that_is_new_what_was_typed_is_kept() -> None:
    assert WITHOUT.completed(held("Typed Now"), None).sources[0].real_name == "Typed Now"


def test_neither_a_field_nor_a_draft_that_tells_who_sources_are_is_seen() -> None:
    assert not WITHOUT.may_see("source", "real_name")
    assert WITHOUT.may_see("source", "pseudonym")
    raw = held("Salma Falcon").dump()
    assert not WITHOUT.may_see_draft(raw)
    assert WITHOUT.may_see_draft(WITHOUT.body(raw))
    assert ALL.may_see("source", "real_name")
    assert (ALL.may_see_draft(raw), ALL.body(raw)) == (True, raw)
