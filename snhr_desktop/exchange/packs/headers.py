"""Columns of place lists under one name each, however the exchange or an office writes them."""

import re
from collections.abc import Iterable, Mapping

_LEVELLED = re.compile(r"(?:adm|admin|adm_|admin_)(\d)(?:name|label|_)*(pcode|code|en|ar|alt1en|alt2en)?(?:name)?")
_POINT = {"latitude": "lat", "y": "lat", "centerlat": "lat", "longitude": "lon", "x": "lon", "centerlon": "lon"}
_OTHER = {"nameen": "name_en", "namear": "name_ar", "parentpcode": "parent", "geonamesid": "geonames"}
_OWN = {"code": "pcode", "nameenglish": "name_en", "namearabic": "name_ar", "nameeng": "name_en", "english": "name_en"}


def canonical(columns: Iterable[str]) -> Mapping[str, str]:
    """The columns of a file by the name they have here: `pcode3`, `en3`, `pcode`, `name_en`, `lat`; the first wins."""
    found: dict[str, str] = {}
    for column in columns:
        found.setdefault(_name(column), column)
    return found


def _name(column: str) -> str:
    plain = re.sub(r"[\W_]+", "", column.lower())
    if match := _LEVELLED.fullmatch(plain):
        level, kind = match.groups()
        return f"{'pcode' if kind == 'code' else kind or 'en'}{level}"
    return {**_POINT, **_OTHER, **_OWN}.get(plain, plain)
