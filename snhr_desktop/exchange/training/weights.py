"""In what proportions training records are made up: roughly those of the Idlib year, from its published figures.

Weights are relative. Nothing here counts anything real; it only makes screens and pages look as they will.
"""

import datetime as dt
import random
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")
Weights = Mapping[T, float]

MONTHS: Weights[dt.date] = MappingProxyType(
    {
        dt.date(2017, 4, 1): 0.6, dt.date(2017, 5, 1): 3, dt.date(2017, 6, 1): 3, dt.date(2017, 7, 1): 3,
        dt.date(2017, 8, 1): 3, dt.date(2017, 9, 1): 10, dt.date(2017, 10, 1): 9, dt.date(2017, 11, 1): 5,
        dt.date(2017, 12, 1): 7, dt.date(2018, 1, 1): 9, dt.date(2018, 2, 1): 14, dt.date(2018, 3, 1): 15,
        dt.date(2018, 4, 1): 6, dt.date(2018, 5, 1): 4, dt.date(2018, 6, 1): 0.6,
    }
)  # fmt: skip
"""Peaks in September and October 2017 and in February and March 2018; a little on either side of the period."""

ALL_MONTHS: Weights[dt.date] = MappingProxyType(
    {
        dt.date(year, month, 1): 1 if year < 2012 else 5 if year < 2019 else 2
        for year in range(2011, 2024)
        for month in range(1, 13)
        if (year, month) >= (2011, 3)
    }
)
"""March 2011 to December 2023, most in the years 2012 to 2018."""

PRECISIONS: Weights[str] = MappingProxyType({"day": 94, "range": 4, "month": 2})

RESPONSIBLE: Weights[tuple[str, ...]] = MappingProxyType(
    {
        ("regime",): 47, ("russia",): 26, ("regime", "russia"): 14, ("hts",): 4, ("opposition",): 3, ("isis",): 1,
        ("coalition",): 0.5, ("iran_militias",): 0.5, ("unidentified",): 4,
    }
)  # fmt: skip

EVENTS: Mapping[str, Weights[str]] = MappingProxyType(
    {
        "regime": {"air": 38, "artillery": 40, "barrel": 18, "cluster": 0.8, "incendiary": 0.6, "chemical": 0.1},
        "russia": {"air": 97, "cluster": 1.2, "incendiary": 1.6},
        "iran_militias": {"artillery": 80, "gunfire": 20},
        "coalition": {"air": 100},
        "isis": {"ied": 40, "carbomb": 20, "gunfire": 40},
        "hts": {"gunfire": 70, "artillery": 30},
        "opposition": {"artillery": 70, "gunfire": 30},
        "unidentified": {"landmine": 25, "ied": 30, "carbomb": 15, "gunfire": 30},
    }
)
"""What a party does; joint attribution is always an air strike whose author is not established."""

BARRELS: Weights[int] = MappingProxyType({1: 20, 2: 30, 3: 15, 4: 15, 6: 10, 8: 6, 12: 4})

FACILITIES: Weights[str] = MappingProxyType(
    {
        "school": 50, "hospital": 18, "medical_facility": 12, "ambulance": 6, "market": 16, "mosque": 34,
        "civil_defence": 24, "idp_camp": 16, "bakery": 9, "water": 9, "power": 6, "kindergarten": 5, "bus_station": 4,
        "industrial": 8, "service_vehicle": 12,
    }
)  # fmt: skip
FACILITY_SHARE = 0.1

KILLED: Weights[tuple[int, int]] = MappingProxyType(
    {(0, 0): 79, (1, 1): 12, (2, 2): 4.5, (3, 4): 3, (5, 9): 0.8, (10, 22): 0.3, (23, 44): 0.06}
)
"""How many are killed, as a range to draw from; about one incident in ninety is a massacre."""

INJURED: Weights[tuple[int, int]] = MappingProxyType({(0, 0): 30, (1, 2): 30, (3, 5): 25, (6, 12): 13, (13, 30): 2})

CLASSES: Weights[tuple[str, str]] = MappingProxyType(
    {("child", "male"): 13, ("child", "female"): 10, ("adult", "female"): 19, ("adult", "male"): 53, ("", ""): 5}
)
"""Age group and sex of a person harmed."""

CIVIL_STATUS: Weights[str] = MappingProxyType({"civilian": 94, "armed": 3, "unknown": 3})

OCCUPATIONS: Weights[str] = MappingProxyType(
    {
        "": 93, "medical": 1, "media": 0.6, "civil_defence": 1, "red_crescent": 0.2, "relief": 0.7, "teacher": 1.5,
        "other": 2,
    }
)  # fmt: skip

STANDINGS: Weights[tuple[str, str]] = MappingProxyType(
    {
        ("documented", "violation"): 88, ("documented", "not_violation"): 1, ("reported", ""): 4,
        ("under_review", ""): 3, ("corroborated", "violation"): 1.5, ("unconfirmed", ""): 1, ("rejected", ""): 1.5,
    }
)  # fmt: skip

ARRESTED_BY: Weights[str] = MappingProxyType(
    {"regime": 58, "sdf": 13, "hts": 12, "sna": 9, "isis": 3, "unidentified": 5}
)

CIRCUMSTANCES: Weights[str] = MappingProxyType(
    {"checkpoint": 40, "raid": 33, "summons": 8, "street": 8, "border": 5, "work": 4, "protest": 2}
)

WARRANTS: Weights[str] = MappingProxyType({"no": 90, "yes": 2, "unknown": 8})

AFTER_ARREST: Weights[tuple[str, ...]] = MappingProxyType(
    {
        (): 27, ("disappeared",): 40, ("released",): 18, ("transferred",): 4, ("disappeared", "released"): 4,
        ("disappeared", "died"): 4, ("died",): 2, ("disappeared", "revealed"): 1,
    }
)  # fmt: skip

SOURCES: Weights[str] = MappingProxyType(
    {
        "eyewitness": 24, "snhr_member": 20, "media_activist": 16, "activist": 14, "civil_defence": 10, "medic": 6,
        "photo_video": 12, "family": 6, "survivor": 5, "signal": 4, "open_source": 8,
    }
)  # fmt: skip

DAMAGE: Weights[str] = MappingProxyType(
    {"minor": 10, "moderate": 30, "severe": 25, "partial": 25, "near_total": 6, "total": 4}
)


def draw(chance: random.Random, weights: Weights[T]) -> T:
    """One of the keys, by its weight."""
    return chance.choices(list(weights), list(weights.values()))[0]


def between(chance: random.Random, weights: Weights[tuple[int, int]]) -> int:
    """A number of one of the ranges, by the range's weight."""
    return chance.randint(*draw(chance, weights))
