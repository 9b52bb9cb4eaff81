"""Identities and references: each after the one before, and put into what was made without them."""

import time
import uuid
from dataclasses import replace

import pytest
from hypothesis import given

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import Dossier
from snhr_desktop.store import history
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.search import folded_reference
from tests.store.test_dossiers import any_dossiers


def test_identities_are_of_their_version_and_follow_each_other() -> None:
    made = [new_uid() for _ in range(20_000)]
    assert made == sorted(set(made))
    assert {(uuid.UUID(one).version, uuid.UUID(one).variant) for one in made} == {(7, uuid.RFC_4122)}
    assert abs(time.time() - int(made[-1][:12], 16) / 1000) < 60  # the clock, however many are made at once


@pytest.mark.parametrize("office", ["IDL", "AL", "ABU", "ABD", "9", "H1", "AISH", "SH", "ASH"])
@pytest.mark.parametrize("series", ["-2018", "-D-2018"])
@pytest.mark.parametrize("number", ["-00001", "-99999", "-1234567", "", "-"])
def test_a_reference_is_folded_as_any_text(office: str, series: str, number: str) -> None:
    assert folded_reference(office + series + number) == fold(office + series + number)


@given(any_dossiers())
def test_a_body_is_put_under_a_reference_as_if_it_had_it(dossier: Dossier) -> None:
    said = replace(dossier.incident, title_ar='"reference":""', reference="")
    bare, named = (replace(dossier, incident=replace(said, reference=name)) for name in ("", "IDL-2018-00042"))
    assert history.under(*history.spoken(bare.body()), "IDL-2018-00042") == history.spoken(named.body())
