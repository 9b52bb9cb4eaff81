"""A mapping of what a mapping file says; whatever could not be followed later is refused by its place in the file."""

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from typing import Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Count, Invalid, Kind
from snhr_desktop.domain.records import CHILDREN, STATES, Case, Incident, Record
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.convert import OwnDossiers
from snhr_desktop.exchange.mapping.checking import (
    MISSING,
    NOT_HERE,
    WRONG_VALUE,
    Checking,
    a_date_pattern,
    a_distance,
    a_flag,
    a_table,
    lists,
    texts_by_text,
)
from snhr_desktop.exchange.mapping.file_mapping import CASE, INCIDENT, LISTS, ROWS, FileMapping
from snhr_desktop.exchange.mapping.rules import ORDERS, DateRule, FieldRule, PlaceRule, RecordRule, TollRule, Words
from snhr_desktop.i18n import N_

NEEDS_EACH = N_("“{place}” needs “each” or “value”: a blank cell is not one.")
UNKNOWN_WORDS = N_("“{place}” names a word list that the file does not have.")

_COMMON = frozenset({"file", "words", "date", "place"})
_PARTS = _COMMON | {"incident", "toll", *CHILDREN}
_PARTS_OF_CASES = _COMMON | {"case", *STATES}
_FILE = frozenset(
    ("code", "name_en", "name_ar", "key", "rows", "group_by", "recognised_by", "ignored", "exclusive", "licence",
     "credit", "not_told", "none")
)  # fmt: skip
_EACH = frozenset({"each", "separator", "from", "less", "listed"})


def parse_mapping(name: str, raw: Mapping[str, Any]) -> FileMapping:
    """The mapping of the tables of a file. `name` is told in refusals. Raises `BadMapping`."""
    return _Parsing(name, raw).mapping()


class _Parsing:
    def __init__(self, name: str, raw: Mapping[str, Any]) -> None:
        self.raw, self.check = raw, Checking(name)
        self.words: dict[str, Words] = {}
        self.rows = INCIDENT

    def mapping(self) -> FileMapping:
        check = self.check
        about = check.table("file", self.raw)
        check.only("file", about, _FILE)
        self.rows = check.one_of("file.rows", check.told("file", "rows", about) or INCIDENT, ROWS)
        check.only("", self.raw, _PARTS_OF_CASES if self.rows == CASE else _PARTS)
        if self.rows == CASE and not self.raw.get("states"):
            check.refuse(MISSING, "states")
        for name, words in check.table("words", self.raw).items():
            self.words[name] = check.checked(f"words.{name}", words, texts_by_text)
        group_by = check.texts("file.group_by", about.get("group_by", []))
        return FileMapping(
            code=self._code(about.get("code")),
            name_en=check.text("file.name_en", about.get("name_en")),
            name_ar=check.text("file.name_ar", about.get("name_ar")),
            key=check.told("file", "key", about) if group_by else check.text("file.key", about.get("key")),
            rows=self.rows,
            group_by=group_by,
            recognised_by=frozenset(check.texts("file.recognised_by", about.get("recognised_by", []))),
            ignored=frozenset(check.texts("file.ignored", about.get("ignored", []))),
            exclusive=check.checked("file.exclusive", about.get("exclusive", []), lists),
            licence=check.told("file", "licence", about),
            credit=check.told("file", "credit", about),
            not_told=self._signs("not_told", about),
            none=self._signs("none", about),
            words=self.words,
            incident=self._fields("incident", check.table("incident", self.raw), Incident, grouped=False),
            case=self._fields("case", check.table("case", self.raw), Case, grouped=False),
            records={name: self._records(name) for name in LISTS if name in self.raw},
            date=self._date(),
            place=self._place(),
            toll=self._toll(),
        )

    def _signs(self, name: str, about: Mapping[str, Any]) -> tuple[str, ...] | None:
        """A list of signs and words; an empty one is a list too."""
        return self.check.texts(f"file.{name}", about[name]) if name in about else None

    def _records(self, name: str) -> tuple[RecordRule, ...]:
        return tuple(self._record(name, rule) for rule in self.check.tables(name, self.raw))

    def _record(self, name: str, rule: Mapping[str, Any]) -> RecordRule:
        source = self.check.told(name, "from", rule)
        fields = {field: said for field, said in rule.items() if field not in _EACH}
        return RecordRule(
            self._fields(name, fields, LISTS[name], grouped=bool(source) or self.rows != INCIDENT),
            self.check.columns(f"{name}.each", rule.get("each", [])),
            self.check.told(name, "separator", rule),
            source,
            self.check.columns(f"{name}.less", rule.get("less", [])),
            self._listed(name, rule),
        )

    def _listed(self, name: str, rule: Mapping[str, Any]) -> bool:
        """Only of numbers of victims to whom one thing happened can others be listed among them."""
        said = self.check.flag(name, "listed", rule)
        outcome = rule.get("outcome")
        if said and not (
            name == "victims" and rule.get("each") and isinstance(outcome, Mapping) and outcome.get("value")
        ):
            self.check.refuse(WRONG_VALUE, f"{name}.listed")
        return said

    def _fields(
        self, at: str, raw: Mapping[str, Any], record_type: type[Record], *, grouped: bool
    ) -> dict[str, FieldRule]:
        known = frozenset(field.name for field in record_type.fields() if not field.sensitive)
        own = {"reference", "origin"} if record_type in STATES.values() else {"reference", "origin", "date", "place"}
        self.check.only(at, raw, known - own)
        return {name: self._field(f"{at}.{name}", rule, record_type.field(name), grouped) for name, rule in raw.items()}

    def _field(self, at: str, raw: object, field: Field, grouped: bool) -> FieldRule:
        check = self.check
        if isinstance(raw, str | list):
            raw = {"columns": raw}
        table = check.checked(at, raw, a_table)
        check.only(at, table, frozenset(rule.name for rule in dataclass_fields(FieldRule)))
        rule = FieldRule(
            value=table.get("value"),
            columns=check.columns(at, table.get("columns", [])),
            words=self._words_of(at, check.told(at, "words", table)),
            separator=check.told(at, "separator", table),
            flags=check.words(at, "flags", table),
            template=check.told(at, "template", table),
            order=check.one_of(f"{at}.order", check.told(at, "order", table), ORDERS),
            lenient=check.flag(at, "lenient", table),
            each=check.flag(at, "each", table),
            follows=check.flag(at, "follows", table),
        )
        if rule.follows and at != "incident.kinds":
            check.refuse(NOT_HERE, f"{at}.follows")
        self._codes(at, rule, field.kind)
        blank_is_one = isinstance(field.kind, Count) and field.default is not None and rule.columns
        if blank_is_one and rule.value is None and not grouped:
            check.refuse(NEEDS_EACH, at)  # a blank cell would become one person, one attack
        return rule

    def _code(self, raw: object) -> str:
        """What its records are known again by; never what those of our own files are."""
        code = self.check.identifier("file.code", raw)
        if code == OwnDossiers.code:
            self.check.refuse(WRONG_VALUE, "file.code")
        return code

    def _codes(self, at: str, rule: FieldRule, kind: Kind) -> None:
        """Constants and codes must be ones that the field takes, so that no row fails for the mapping's mistake."""
        try:
            kind.parse(rule.value)
        except Invalid:
            self.check.refuse(WRONG_VALUE, f"{at}.value")
        codes = {*self.words.get(rule.words, {}).values(), *rule.flags.values()} - {""}
        if isinstance(kind, Choice | Choices) and not codes <= set(vocabulary(kind.vocabulary)):
            self.check.refuse(WRONG_VALUE, at)

    def _words_of(self, at: str, name: str) -> str:
        if name and name not in self.words:
            self.check.refuse(UNKNOWN_WORDS, f"{at}.words")
        return name

    def _date(self) -> DateRule | None:
        check, raw = self.check, self.check.table("date", self.raw)
        if not raw:
            return None
        check.only("date", raw, frozenset(rule.name for rule in dataclass_fields(DateRule)))
        return DateRule(
            column=check.text("date.column", raw.get("column")),
            until=check.told("date", "until", raw),
            precision=check.told("date", "precision", raw),
            precisions=self._precisions("date", raw),
            order=check.one_of("date.order", check.told("date", "order", raw), ORDERS),
            unknown=check.texts("date.unknown", raw.get("unknown", [])),
            code_column=check.told("date", "code_column", raw),
            code=check.checked("date.code", raw["code"], a_date_pattern) if "code" in raw else None,
            witnesses=check.texts("date.witnesses", raw.get("witnesses", [])),
            mentioned_in=check.texts("date.mentioned_in", raw.get("mentioned_in", [])),
        )

    def _place(self) -> PlaceRule | None:
        check, raw = self.check, self.check.table("place", self.raw)
        if not raw:
            return None
        check.only("place", raw, frozenset(rule.name for rule in dataclass_fields(PlaceRule)))
        governorates = check.table("governorates", raw, "place.")
        found = PlaceRule(
            separator=check.text("place.separator", raw.get("separator", ":")),
            pcodes=check.columns("place.pcodes", raw.get("pcodes", [])),
            governorates={word: check.texts("place.governorates", codes) for word, codes in governorates.items()},
            known=check.words("place", "known", raw),
            dropped=check.texts("place.dropped", raw.get("dropped", [])),
            names=check.columns("place.names", raw.get("names", [])),
            precisions=self._precisions("place", raw),
            near_km=check.checked("place.near_km", raw.get("near_km", 3), a_distance),
            far_km=check.checked("place.far_km", raw.get("far_km", 25), a_distance),
            outlines=check.checked("place.outlines", raw.get("outlines", False), a_flag),
            **{name: check.told("place", name, raw) for name in _PLACE_COLUMNS},
        )
        if not found.used():
            check.refuse(MISSING, "place.column")
        return found

    def _precisions(self, at: str, raw: Mapping[str, Any]) -> Words:
        found = self.check.words(at, "precisions", raw)
        if not set(found.values()) - {""} <= set(vocabulary(f"{at}_precision")):
            self.check.refuse(WRONG_VALUE, f"{at}.precisions")
        return found

    def _toll(self) -> TollRule | None:
        raw = self.check.table("toll", self.raw)
        if not raw:
            return None
        self.check.only("toll", raw, frozenset({"minimum", "maximum"}))
        least, most = (self.check.text(f"toll.{name}", raw.get(name)) for name in ("minimum", "maximum"))
        return TollRule(least, most)


_PLACE_COLUMNS = (
    "column", "community", "subdistrict", "district", "governorate", "latitude", "longitude", "point", "precision",
)  # fmt: skip
