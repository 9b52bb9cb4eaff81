"""Codes as they stand on a page, typed as people type them: of incidents, cases and reports."""

import re
from collections.abc import Iterable

from snhr_desktop.domain.dates import LATIN_DIGITS
from snhr_desktop.i18n import bare

_NOISE = re.compile(r"[\s\-‐‑‒–—−_./\u0640]+")
_INCIDENT = re.compile(r"([A-Z0-9]{2,8}?)((?:19|20)\d{2})(\d{5,})")
_SHORT = re.compile(r"([A-Z0-9]{2,8})-(\d{4})-(\d{1,4})")
_JOINED = re.compile(r"([A-Z]{2,8})((?:19|20)\d{2})(\d*)")
_NUMBER = 5
"""Digits of the number of an incident."""
_CASE = re.compile(r"([A-Z0-9]{2,8}?)D((?:19|20)\d{2})(\d{5,})")
_SHORT_CASE = re.compile(r"([A-Z0-9]{2,8})-D-(\d{4})-(\d{1,})")
_REPORT = re.compile(r"[A-Z]\d{6}")


def incident_code(typed: str) -> str:
    """The reference of an incident, or blank: digits of either script, any dash or none, leading zeros left out."""
    text = _plain(typed)
    found = _SHORT.fullmatch(_NOISE.sub("-", text)) or _INCIDENT.fullmatch(_NOISE.sub("", text))
    return f"{found[1]}-{found[2]}-{int(found[3]):05}" if found else ""


def begun_codes(typed: str, series: Iterable[str] = ()) -> tuple[str, ...]:
    """What references and codes may begin with, of a code as far as it is typed: IDL-2018-0004, R18, or 42 alone.

    `series` are office and year of the references there are; a number alone may be one of each.
    """
    text = _NOISE.sub("-", _plain(typed)).strip("-")
    if not text or not text.isascii() or not any(map(str.isdigit, text)):
        return ()
    if text.isdigit() and len(text) <= _NUMBER:
        return (text, *(f"{one}-{int(text):0{_NUMBER}}" for one in series))
    joined = _JOINED.fullmatch(text)
    exact = incident_code(typed)
    return tuple(
        dict.fromkeys(code for code in (exact, joined and "-".join(filter(None, joined.groups())), text) if code)
    )


def case_code(typed: str) -> str:
    """The reference of a case, like IDL-D-2018-00042, or blank; typed as freely."""
    text = _plain(typed)
    found = _SHORT_CASE.fullmatch(_NOISE.sub("-", text)) or _CASE.fullmatch(_NOISE.sub("", text))
    return f"{found[1]}-D-{found[2]}-{int(found[3]):05}" if found else ""


def report_code(typed: str) -> str:
    """The code of a report, or blank."""
    text = _NOISE.sub("", _plain(typed))
    return text if _REPORT.fullmatch(text) else ""


def _plain(typed: str) -> str:
    return bare(typed).translate(LATIN_DIGITS).strip().upper()
