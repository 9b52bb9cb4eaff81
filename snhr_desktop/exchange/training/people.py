"""Made-up people: common given names with family names that say themselves that nobody is meant."""

import random

from snhr_desktop.exchange.training.weights import CIVIL_STATUS, CLASSES, OCCUPATIONS, draw

Raw = dict[str, object]

MEN = (
    ("أحمد", "Ahmad"), ("محمد", "Muhammad"), ("خالد", "Khaled"), ("محمود", "Mahmoud"), ("عمر", "Omar"), ("علي", "Ali"),
    ("حسن", "Hassan"), ("حسين", "Hussein"), ("يوسف", "Yousef"), ("إبراهيم", "Ibrahim"), ("مصطفى", "Mustafa"),
    ("عبد الله", "Abdullah"), ("عبد الرحمن", "Abd al-Rahman"), ("سامر", "Samer"), ("ياسر", "Yasser"), ("وليد", "Walid"),
    ("فادي", "Fadi"), ("باسل", "Basel"), ("أنس", "Anas"), ("بلال", "Bilal"), ("حمزة", "Hamza"), ("زياد", "Ziad"),
    ("طارق", "Tareq"), ("نبيل", "Nabil"), ("غسان", "Ghassan"), ("عماد", "Imad"), ("رامي", "Rami"), ("كريم", "Karim"),
)  # fmt: skip
WOMEN = (
    ("فاطمة", "Fatima"), ("مريم", "Maryam"), ("عائشة", "Aisha"), ("خديجة", "Khadija"), ("زينب", "Zeinab"),
    ("أمينة", "Amina"), ("سلمى", "Salma"), ("هدى", "Huda"), ("نور", "Nour"), ("رنا", "Rana"), ("ريم", "Reem"),
    ("سمر", "Samar"), ("هناء", "Hanaa"), ("وفاء", "Wafaa"), ("ليلى", "Layla"), ("سعاد", "Suad"), ("إيمان", "Iman"),
    ("رغد", "Raghad"), ("بتول", "Batoul"), ("جمانة", "Jumana"), ("دعاء", "Duaa"), ("ياسمين", "Yasmin"),
)  # fmt: skip
FAMILIES = (
    ("الوهمي", "al-Wahmi"), ("التجريبي", "al-Tajribi"), ("المثالي", "al-Mithali"), ("الافتراضي", "al-Iftiradi"),
    ("النموذجي", "al-Namudhaji"), ("التدريبي", "al-Tadribi"), ("الخيالي", "al-Khayali"), ("المتخيل", "al-Mutakhayyal"),
)  # fmt: skip
"""Imaginary, trial, example, hypothetical, model, training, fictional, imagined."""

_NAMED = {"killed": 0.8, "injured": 0.35}
_LARGEST_GROUP = 9


def person(chance: random.Random) -> Raw:
    """Somebody with a name, of any class."""
    row = _person(chance, "injured")
    row["sex"] = row["sex"] or "male"
    return row | _name(chance, str(row["sex"]))


def victims(chance: random.Random, killed: int, injured: int) -> list[Raw]:
    """Rows for those killed and injured; now and then some of the injured are one row with a number."""
    grouped = 0
    if injured >= 5 and chance.random() < 0.3:
        grouped = chance.randint(2, min(injured, _LARGEST_GROUP))
    rows = [_person(chance, "killed") for _ in range(killed)]
    rows += [_person(chance, "injured") for _ in range(injured - grouped)]
    if grouped:
        rows.append({"number": grouped, "outcome": "injured", "civil_status": "civilian"})
    return rows


def _person(chance: random.Random, outcome: str) -> Raw:
    age_group, sex = draw(chance, CLASSES)
    status = draw(chance, CIVIL_STATUS) if (age_group, sex) == ("adult", "male") else "civilian"
    row: Raw = {"outcome": outcome, "sex": sex, "age_group": age_group, "civil_status": status}
    if age_group and chance.random() < 0.75:
        row["age"] = chance.randint(0, 17) if age_group == "child" else min(18 + int(chance.expovariate(1 / 18)), 90)
    if age_group == "adult" and status == "civilian":
        row["occupation"] = draw(chance, OCCUPATIONS)
    elif age_group == "child" and chance.random() < 0.3:
        row["occupation"] = "student"
    row["displaced"] = chance.random() < 0.15
    if sex and chance.random() < _NAMED[outcome]:
        row |= _name(chance, sex)
    return row


def _name(chance: random.Random, sex: str) -> Raw:
    given = chance.choice(WOMEN if sex == "female" else MEN)
    father, family = chance.choice(MEN), chance.choice(FAMILIES)
    return {
        "name_ar": f"{given[0]} {family[0]}",
        "name_en": f"{given[1]} {family[1]}",
        "father_ar": father[0],
        "naming": "published" if chance.random() < 0.7 else "none",
    }
