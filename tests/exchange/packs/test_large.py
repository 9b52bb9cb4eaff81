"""Boundaries of any size and any shape come in with little memory, and nothing hostile takes more."""

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from snhr_desktop.exchange.packs.refusals import BadPack
from snhr_desktop.exchange.packs.shapes import Found, read_shapes

_MEASURED = """
import resource, sys
from pathlib import Path
from snhr_desktop.exchange.packs.shapes import read_shapes
from snhr_desktop.store import shapes
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = {}
read_shapes(Path(sys.argv[1]), found)
shapes.drawn(shapes.pack(found))
print(sum(map(len, found.values())), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_memory_grows_with_the_points_and_not_with_the_text(tmp_path: Path) -> None:
    path, points = tmp_path / "large.geojson", 10_000
    ring = [
        (36 + 0.1 * math.cos(at / points * math.tau), 35 + 0.1 * math.sin(at / points * math.tau))
        for at in range(points)
    ]
    shape = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    with path.open("w") as file:
        file.write('{"features": [')
        for number in range(20):
            said = {"properties": {"ADM3_PCODE": f"SY0700{number:02}"}, "geometry": shape}
            file.write((", " if number else "") + json.dumps(said))
        file.write('], "type": "FeatureCollection"}')
    assert path.stat().st_size > 7_000_000
    ran = subprocess.run([sys.executable, "-c", _MEASURED, str(path)], capture_output=True, check=True, text=True)
    shapes, grown = map(int, ran.stdout.split())
    assert (shapes, grown < 45) == (20, True), grown


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "FeatureCollection", "features": [{"geometry": {"type": "Polygon", "coordinates": ' + "[" * 9_000_000,
        '{"type": "FeatureCollection", "features": [{"properties": ' + '{"a":' * 1_000_000,
        '{"type": "Topology", "objects": ' + "[" * 1_000_000,
        '{"type": "Topology", "arcs": [[[1e999, 0], [1, 1]]], "objects": {"a": {"geometries": []}}, "transform": 5}',
        '{"type": "FeatureCollection", "features": [{"properties": null, "geometry": null}]}',
        '{"type": "FeatureCollection", "features": {"a": 1}}',
        '{"type": "FeatureCollection", "features": [5]}',
        '{"type": "FeatureCollection"',
        '{"features": [], "type": 5}',
    ],
)
def test_what_would_take_all_memory_or_is_something_else_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hostile.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadPack):
        read_shapes(path, Found())
