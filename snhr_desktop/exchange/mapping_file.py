"""Read a mapping file and refuse, by the place in it, whatever could not be followed later."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from snhr_desktop import paths
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Count, Invalid
from snhr_desktop.domain.records import CHILDREN, Incident, Record
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.mapping import DateRule, FieldRule, FileMapping, PlaceRule, RecordRule
from snhr_desktop.exchange.refusals import NO_FILE, NOT_OPENED, NOT_UTF8, BadMapping
from snhr_desktop.i18n import N_, Message

NOT_TOML = N_("it is not a TOML file ({detail}).")
NOT_HERE = N_("“{place}” is not known here.")
MISSING = N_("“{place}” is missing.")
WRONG_VALUE = N_("the value of “{place}” cannot be used.")
NEEDS_EACH = N_("“{place}” needs “each”: a blank cell is not one.")
UNKNOWN_WORDS = N_("“{place}” names a word list that the file does not have.")

T = TypeVar("T")
_PARTS = {"file", "words", "incident", "date", "place", *CHILDREN}


def load_mapping(path: Path) -> FileMapping:
    """The mapping of a file. Raises `BadMapping`, naming the place in the file."""
    return _Reader(path.name, _toml(path)).mapping()


def bundled() -> tuple[FileMapping, ...]:
    """The mappings that come with the program."""
    return tuple(load_mapping(path) for path in sorted((paths.resources() / "mappings").glob("*.toml")))


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (FileNotFoundError, IsADirectoryError) as error:
        raise BadMapping(path.name, NO_FILE) from error
    except OSError as error:
        raise BadMapping(path.name, NOT_OPENED) from error
    except UnicodeDecodeError as error:
        raise BadMapping(path.name, NOT_UTF8, offset=error.start) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadMapping(path.name, NOT_TOML, detail=str(error)) from error


class _Reader:
    """One reading of one file; every step names the place it stands at."""

    def __init__(self, name: str, raw: Mapping[str, Any]) -> None:
        self.name, self.raw = name, raw
        self.words: dict[str, dict[str, str]] = {}

    def mapping(self) -> FileMapping:
        self._only("", self.raw, _PARTS)
        about = self._table("file", self.raw)
        self._only("file", about, {"code", "name_en", "name_ar", "key", "recognised_by", "ignored"})
        for name, words in self._table("words", self.raw).items():
            at = f"words.{name}"
            table = self._checked(at, words, _texts_by_text)
            self.words[name] = {word.casefold(): code for word, code in table.items()}
        return FileMapping(
            code=self._identifier("file.code", about.get("code")),
            name_en=self._text("file.name_en", about.get("name_en")),
            name_ar=self._text("file.name_ar", about.get("name_ar")),
            key=self._text("file.key", about.get("key")),
            recognised_by=frozenset(self._texts("file.recognised_by", about.get("recognised_by", []))),
            ignored=frozenset(self._texts("file.ignored", about.get("ignored", []))),
            incident=self._fields("incident", self._table("incident", self.raw), Incident),
            records={name: self._records(name) for name in CHILDREN if name in self.raw},
            date=self._date(),
            place=self._place(),
        )

    def _records(self, name: str) -> tuple[RecordRule, ...]:
        rules = self.raw[name]
        if not isinstance(rules, list) or not all(isinstance(rule, Mapping) for rule in rules):
            self._refuse(WRONG_VALUE, name)
        return tuple(
            RecordRule(
                self._fields(name, {k: v for k, v in rule.items() if k != "each"}, CHILDREN[name]),
                self._texts(f"{name}.each", rule.get("each", [])),
            )
            for rule in rules
        )

    def _fields(self, at: str, raw: Mapping[str, Any], record_type: type[Record]) -> dict[str, FieldRule]:
        known = {field.name for field in record_type.fields() if not field.sensitive}
        self._only(at, raw, known - {"reference", "origin", "date", "place"})
        return {name: self._field(f"{at}.{name}", rule, record_type.field(name)) for name, rule in raw.items()}

    def _field(self, at: str, raw: object, field: Field) -> FieldRule:
        if isinstance(raw, str | list):
            raw = {"columns": raw}
        table = self._checked(at, raw, _a_table)
        self._only(at, table, {rule.name for rule in dataclass_fields(FieldRule)})
        columns = table.get("columns", [])
        rule = FieldRule(
            value=table.get("value"),
            columns=self._texts(at, [columns] if isinstance(columns, str) else columns),
            words=self._words_of(at, table.get("words")),
            flags=self._checked(f"{at}.flags", table.get("flags", {}), _texts_by_text),
            template=self._checked(f"{at}.template", table.get("template", ""), _a_text),
            lenient=self._checked(f"{at}.lenient", table.get("lenient", False), _a_flag),
            each=self._checked(f"{at}.each", table.get("each", False), _a_flag),
        )
        self._codes(at, rule, field.kind)
        if isinstance(field.kind, Count) and field.default is not None and rule.columns:
            self._refuse(NEEDS_EACH, at)  # a blank cell would become one person, one attack
        return rule

    def _codes(self, at: str, rule: FieldRule, kind: Any) -> None:
        """Constants and codes must be ones that the field takes, so that no row fails for the mapping's mistake."""
        try:
            kind.parse(rule.value)
        except Invalid:
            self._refuse(WRONG_VALUE, f"{at}.value")
        codes = {*(rule.words or {}).values(), *rule.flags.values()} - {""}
        if isinstance(kind, Choice | Choices) and not codes <= set(vocabulary(kind.vocabulary)):
            self._refuse(WRONG_VALUE, at)

    def _words_of(self, at: str, name: object) -> Mapping[str, str] | None:
        if name is None:
            return None
        if not isinstance(name, str) or name not in self.words:
            self._refuse(UNKNOWN_WORDS, f"{at}.words")
        return self.words[name]

    def _date(self) -> DateRule | None:
        raw = self._table("date", self.raw)
        if not raw:
            return None
        self._only("date", raw, {rule.name for rule in dataclass_fields(DateRule)})
        code = raw.get("code")
        return DateRule(
            column=self._text("date.column", raw.get("column")),
            code_column=self._checked("date.code_column", raw.get("code_column", ""), _a_text),
            code=self._checked("date.code", code, _a_date_pattern) if code is not None else None,
            witnesses=self._texts("date.witnesses", raw.get("witnesses", [])),
            mentioned_in=self._texts("date.mentioned_in", raw.get("mentioned_in", [])),
        )

    def _place(self) -> PlaceRule | None:
        raw = self._table("place", self.raw)
        if not raw:
            return None
        self._only("place", raw, {rule.name for rule in dataclass_fields(PlaceRule)})
        governorates = self._table("governorates", raw, "place.")
        return PlaceRule(
            column=self._text("place.column", raw.get("column")),
            separator=self._text("place.separator", raw.get("separator", ":")),
            governorates={word: self._texts("place.governorates", codes) for word, codes in governorates.items()},
            known=self._checked("place.known", raw.get("known", {}), _texts_by_text),
            dropped=self._texts("place.dropped", raw.get("dropped", [])),
            names=self._texts("place.names", raw.get("names", [])),
            latitude=self._checked("place.latitude", raw.get("latitude", ""), _a_text),
            longitude=self._checked("place.longitude", raw.get("longitude", ""), _a_text),
            near_km=self._checked("place.near_km", raw.get("near_km", 3), _a_distance),
            far_km=self._checked("place.far_km", raw.get("far_km", 25), _a_distance),
        )

    def _table(self, name: str, raw: Mapping[str, Any], above: str = "") -> Mapping[str, Any]:
        return self._checked(above + name, raw.get(name, {}), _a_table)

    def _text(self, at: str, raw: object) -> str:
        if raw is None or raw == "":
            self._refuse(MISSING, at)
        return self._checked(at, raw, _a_text)

    def _identifier(self, at: str, raw: object) -> str:
        code = self._text(at, raw)
        if not re.fullmatch(r"[a-z0-9_-]{1,40}", code):
            self._refuse(WRONG_VALUE, at)
        return code

    def _texts(self, at: str, raw: object) -> tuple[str, ...]:
        return self._checked(at, raw, _a_list)

    def _checked(self, at: str, raw: object, read: Callable[[Any], T | None]) -> T:
        found = read(raw)
        if found is None:
            self._refuse(WRONG_VALUE, at)
        return found

    def _only(self, at: str, raw: Mapping[str, Any], known: set[str]) -> None:
        for name in raw:
            if name not in known:
                self._refuse(NOT_HERE, f"{at}.{name}" if at else name)

    def _refuse(self, reason: Message, place: str) -> NoReturn:
        raise BadMapping(self.name, reason, place=place)


def _a_table(raw: Any) -> Mapping[str, Any] | None:
    return raw if isinstance(raw, Mapping) else None


def _a_text(raw: Any) -> str | None:
    return raw if isinstance(raw, str) else None


def _a_flag(raw: Any) -> bool | None:
    return raw if isinstance(raw, bool) else None


def _a_list(raw: Any) -> tuple[str, ...] | None:
    fit = isinstance(raw, list) and all(isinstance(item, str) for item in raw)
    return tuple(raw) if fit else None


def _a_distance(raw: Any) -> float | None:
    fit = isinstance(raw, int | float) and not isinstance(raw, bool) and raw >= 0
    return float(raw) if fit else None


def _texts_by_text(raw: Any) -> Mapping[str, str] | None:
    fit = isinstance(raw, Mapping) and all(isinstance(value, str) for value in raw.values())
    return raw if fit else None


def _a_date_pattern(raw: Any) -> re.Pattern[str] | None:
    try:
        pattern = re.compile(raw)
    except (re.error, TypeError, RecursionError, OverflowError):
        return None
    return pattern if {"day", "month", "year"} <= set(pattern.groupindex) else None
