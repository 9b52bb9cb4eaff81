"""Who took a photo, as the camera was told to write it: offered, and cleaned of what is no name."""

import datetime as dt
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from snhr_desktop.domain.records import Attachment
from snhr_desktop.store.attachments import pictures
from snhr_desktop.store.attachments.proposals import proposed

DAY = dt.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("artist", "rights", "name"),
    [
        ("Ahmad al-Ali", "", "Ahmad al-Ali"),
        ("أحمد العلي", "© 2018 Somebody", "أحمد العلي"),
        ("", "Copyright (c) 2018, Suad al-Khatib", "Suad al-Khatib"),
        ("  ", "© 2018", ""),
        ("", "", ""),
    ],
)
def test_the_author_of_a_photo_is_proposed(artist: str, rights: str, name: str) -> None:
    assert proposed(json.dumps({"Artist": artist, "Copyright": rights}), DAY).taken_by == name


def test_the_author_is_read_from_a_real_photo() -> None:
    held, exif = io.BytesIO(), Image.Exif()
    exif[0x013B], exif[0x8298] = "R. Kassem", "(c) SNHR"
    Image.new("RGB", (8, 8)).save(held, "JPEG", exif=exif)
    held.seek(0)
    found = proposed(pictures.exif(held), DAY)  # type: ignore[arg-type]
    assert found.taken_by == "R. Kassem"
    assert found


@given(st.text(), st.one_of(st.text(), st.integers(), st.lists(st.text()), st.none()))
def test_whatever_stands_there_is_a_value_that_the_field_takes(rights: str, artist: object) -> None:
    name = proposed(json.dumps({"Artist": artist, "Copyright": rights}), DAY).taken_by
    assert len(name) <= 120
    assert name == name.strip()
    assert Attachment.field("taken_by").kind.dump(name) == name
