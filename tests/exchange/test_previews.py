"""What the columns of a file would be read as, before anything is tried: each problem stands at the column it is of."""

from pathlib import Path

import pytest

from snhr_desktop.domain.kinds import NOT_COORDINATES
from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.guessing import guess, previews
from snhr_desktop.exchange.reading import open_source

HEADER = "code,date,governorate,town,latitude,longitude,killed"


@pytest.mark.parametrize(
    ("latitude", "longitude", "wrong"),
    [
        ("35.93", "4239", "longitude"), ("9935", "36.63", "latitude"), ("35.93", "", "longitude"),
        ("", "36.63", "latitude"), ("٣٥٫٩٣", "٤٢٣٩", "longitude"), ("north", "36.63", "latitude"),
    ],
)  # fmt: skip
def test_coordinates_that_cannot_be_are_told_at_their_own_column(
    tmp_path: Path, latitude: str, longitude: str, wrong: str
) -> None:
    sound = "".join(f"A{at},2018-03-2{at},Idlib,Ariha,35.8{at},36.6{at},1\n" for at in range(1, 8))
    wrong_row = f"A9,2018-03-22,Idlib,Ariha,{latitude},{longitude},2\n"
    (tmp_path / "a.csv").write_text(f"{HEADER}\n{sound}{wrong_row}", encoding="utf-8")
    source = open_source(tmp_path / "a.csv")
    found = guess(source, built_in())
    told = previews(found.mapping, built_in(), source.columns, source.sample(9), 9)
    complaining = {one.column: seen.problem.message for one in told for seen in one.seen if seen.problem}
    there = latitude if wrong == "latitude" else longitude
    assert complaining == ({wrong: NOT_COORDINATES} if there else {}), "nothing is wrong with the names"
