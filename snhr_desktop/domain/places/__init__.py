"""Places of Syria under their p-codes, in two languages, and the gazetteer that finds them."""

from snhr_desktop.domain.places.gazetteer import (
    BUILT_IN,
    Gazetteer,
    built_in,
    distance_km,
    in_full,
    misplaced,
    with_built_in,
)  # fmt: skip
from snhr_desktop.domain.places.packs import Joined, PlaceList, joined
from snhr_desktop.domain.places.place import Level, Place
from snhr_desktop.domain.places.shapes import Grounds, Shape, Shapes

__all__ = [
    "BUILT_IN", "Gazetteer", "Grounds", "Joined", "Level", "Place", "PlaceList", "Shape", "Shapes", "built_in",
    "distance_km", "in_full", "joined", "misplaced", "with_built_in",
]  # fmt: skip
