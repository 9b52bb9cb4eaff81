"""What stands at a place of a mapping file, as the value it must be; else it is refused by that place."""

import re
import warnings
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeVar

from snhr_desktop.exchange.refusals import BadMapping
from snhr_desktop.i18n import N_, Message

NOT_HERE = N_("“{place}” is not known here.")
MISSING = N_("“{place}” is missing.")
WRONG_VALUE = N_("the value of “{place}” cannot be used.")

T = TypeVar("T")


class Checking:
    """One reading of one file; every step names the place it stands at."""

    def __init__(self, name: str) -> None:
        self.name = name

    def refuse(self, reason: Message, place: str) -> NoReturn:
        """Stop here."""
        raise BadMapping(self.name, reason, place=place)

    def only(self, at: str, raw: Mapping[str, Any], known: frozenset[str]) -> None:
        """Refuse whatever has no meaning here."""
        for name in raw:
            if name not in known:
                self.refuse(NOT_HERE, f"{at}.{name}" if at else name)

    def checked(self, at: str, raw: object, read: Callable[[Any], T | None]) -> T:
        """What `read` makes of it."""
        found = read(raw)
        if found is None:
            self.refuse(WRONG_VALUE, at)
        return found

    def table(self, name: str, raw: Mapping[str, Any], above: str = "") -> Mapping[str, Any]:
        """A table, empty where there is none."""
        return self.checked(above + name, raw.get(name, {}), a_table)

    def tables(self, name: str, raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """A list of tables."""
        found = raw[name]
        if not isinstance(found, list) or not all(isinstance(rule, Mapping) for rule in found):
            self.refuse(WRONG_VALUE, name)
        return found

    def text(self, at: str, raw: object) -> str:
        """A text that has to be there."""
        if raw is None or raw == "":
            self.refuse(MISSING, at)
        return self.checked(at, raw, a_text)

    def told(self, at: str, name: str, raw: Mapping[str, Any]) -> str:
        """A text that may be left out."""
        return self.checked(f"{at}.{name}", raw.get(name, ""), a_text)

    def flag(self, at: str, name: str, raw: Mapping[str, Any]) -> bool:
        """True or false; false where nothing is said."""
        return self.checked(f"{at}.{name}", raw.get(name, False), a_flag)

    def identifier(self, at: str, raw: object) -> str:
        """A code of small letters."""
        code = self.text(at, raw)
        if not re.fullmatch(r"[a-z0-9_-]{1,40}", code):
            self.refuse(WRONG_VALUE, at)
        return code

    def one_of(self, at: str, raw: str, known: tuple[str, ...]) -> str:
        """One of a few words."""
        if raw not in known:
            self.refuse(WRONG_VALUE, at)
        return raw

    def texts(self, at: str, raw: object) -> tuple[str, ...]:
        """A list of texts."""
        return self.checked(at, raw, a_list)

    def columns(self, at: str, raw: object) -> tuple[str, ...]:
        """One column or a list of them."""
        return self.texts(at, [raw] if isinstance(raw, str) and raw else raw)

    def words(self, at: str, name: str, raw: Mapping[str, Any]) -> Mapping[str, str]:
        """Texts by text."""
        return self.checked(f"{at}.{name}", raw.get(name, {}), texts_by_text)


def a_table(raw: Any) -> Mapping[str, Any] | None:
    """A table, or None for anything else; so with each of these."""
    return raw if isinstance(raw, Mapping) else None


def a_text(raw: Any) -> str | None:
    """A text."""
    return raw if isinstance(raw, str) else None


def a_flag(raw: Any) -> bool | None:
    """True or false."""
    return raw if isinstance(raw, bool) else None


def a_list(raw: Any) -> tuple[str, ...] | None:
    """A list of texts."""
    fit = isinstance(raw, list) and all(isinstance(item, str) for item in raw)
    return tuple(raw) if fit else None


def lists(raw: Any) -> tuple[tuple[str, ...], ...] | None:
    """A list of lists of two texts or more."""
    found = [a_list(item) for item in raw] if isinstance(raw, list) else [None]
    return tuple(item for item in found if item) if all(item and len(item) > 1 for item in found) else None


def a_distance(raw: Any) -> float | None:
    """A number of kilometres."""
    fit = isinstance(raw, int | float) and not isinstance(raw, bool) and raw >= 0
    return float(raw) if fit else None


def texts_by_text(raw: Any) -> dict[str, str] | None:
    """A table of texts."""
    fit = isinstance(raw, Mapping) and all(isinstance(value, str) for value in raw.values())
    return dict(raw) if fit else None


def a_date_pattern(raw: Any) -> re.Pattern[str] | None:
    """A pattern that names day, month and year."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what Python warns of may mean something else tomorrow
            pattern = re.compile(raw)
    except (re.error, TypeError, RecursionError, OverflowError, Warning):
        return None
    return pattern if {"day", "month", "year"} <= set(pattern.groupindex) else None
