"""The districts and sub-districts of Idlib governorate.

Codes, points and parents are facts of the common operational datasets of the UN Office for the
Coordination of Humanitarian Affairs (cod-ab-syr, 2020). English names are in the spelling of current
press and reports, by our own judgement; official spellings that differ are among the other spellings.
"""

from snhr_desktop.domain.places.place import Place, district, subdistrict

IDLIB_UNITS: tuple[Place, ...] = (
    district("SY0700", "SY07", "Idlib", "إدلب", 35.87762, 36.77072, "Idleb|مركز إدلب"),
    district(
        "SY0702", "SY07", "Ma'arrat al-Numan", "معرة النعمان", 35.56279, 36.77662, "Al Ma'ra|Maarat al-Nu'man|المعرة"
    ),
    district("SY0703", "SY07", "Harim", "حارم", 36.12377, 36.52146, "Harem"),
    district("SY0704", "SY07", "Jisr al-Shughur", "جسر الشغور", 35.88117, 36.30843, "Jisr al-Shughour|Jisr-Ash-Shugur"),
    district("SY0705", "SY07", "Ariha", "أريحا", 35.7725, 36.56356, "Areeha"),
    subdistrict("SY070000", "SY0700", "Idlib", "مركز إدلب", 35.92401, 36.57183, "Idleb"),
    subdistrict(
        "SY070001",
        "SY0700",
        "Abu al-Duhur",
        "أبو الظهور",
        35.75059,
        37.01209,
        "Abu Dhuhur|Abu Zuhur|ابو الضهور|Abul Thohur",
    ),
    subdistrict("SY070002", "SY0700", "Binnish", "بنش", 35.98479, 36.74325, "Bensh|Benish|Binish|Bennsh"),
    subdistrict(
        "SY070003", "SY0700", "Saraqib", "سراقب", 35.84356, 36.82157, "Saraqeb|Sarakeb|Saraqueb|Seraqib|Saraqab"
    ),
    subdistrict("SY070004", "SY0700", "Taftanaz", "تفتناز", 36.01316, 36.81943, "Teftnaz|Taftnaz"),
    subdistrict(
        "SY070005",
        "SY0700",
        "Ma'arrat Misrin",
        "معرة مصرين",
        36.05898,
        36.65223,
        "Maarat Misreen|Ma'arat Masrin|Maarrat Misreen|معرتمصرين|معرة تمصرين|Maaret Tamsrin",
    ),
    subdistrict("SY070006", "SY0700", "Sarmin", "سرمين", 35.9154, 36.73029, "Sarmeen"),
    subdistrict(
        "SY070200",
        "SY0702",
        "Ma'arrat al-Numan",
        "مركز معرة النعمان",
        35.65281,
        36.73346,
        "Maarat al-Nu'man|Maaret al-Numan|Marat Numan|Maraat al-Numan|المعرة",
    ),
    subdistrict(
        "SY070201",
        "SY0702",
        "Khan Shaykhun",
        "خان شيخون",
        35.44694,
        36.62152,
        "Khan Sheikhoun|Khan Shaykun|Khan Sheikhun|Khan Shaikhoun|Khan Cheikhoun",
    ),
    subdistrict("SY070202", "SY0702", "Sinjar", "سنجار", 35.57711, 36.99494, "Sanjar|Sinjar Idlib"),
    subdistrict(
        "SY070203",
        "SY0702",
        "Kafr Nabl",
        "كفر نبل",
        35.57127,
        36.50258,
        "Kafranbel|Kafr Nabel|Kafr Nobol|Kafranbil|Kafr Nubl|كفرنبل",
    ),
    subdistrict("SY070204", "SY0702", "Al-Tamanah", "التمانعة", 35.46888, 36.85997, "Tamanaah|Tamanea"),
    subdistrict("SY070205", "SY0702", "Hish", "حيش", 35.52898, 36.67404, "Heish|Haish"),
    subdistrict("SY070300", "SY0703", "Harim", "مركز حارم", 36.19242, 36.50835, "Harem"),
    subdistrict("SY070301", "SY0703", "Al-Dana", "الدانا", 36.23784, 36.76296),
    subdistrict("SY070302", "SY0703", "Salqin", "سلقين", 36.1274, 36.42604, "Salqeen|Selqin"),
    subdistrict(
        "SY070303", "SY0703", "Kafr Takharim", "كفر تخاريم", 36.11982, 36.52256, "Kafrtakharim|Kafr Takhareem|كفرتخاريم"
    ),
    subdistrict(
        "SY070304", "SY0703", "Qurqaniya", "قورقانيا", 36.14925, 36.61792, "Qourqeena|Qurqina|Korkanya|قورقينا"
    ),
    subdistrict("SY070305", "SY0703", "Armanaz", "أرمناز", 36.00053, 36.49913, "Ermenaz|Armnaz"),
    subdistrict(
        "SY070400",
        "SY0704",
        "Jisr al-Shughur",
        "مركز جسر الشغور",
        35.81656,
        36.33265,
        "Jisr al-Shughour|Jisr-Ash-Shugur",
    ),
    subdistrict("SY070401", "SY0704", "Badama", "بداما", 35.84403, 36.20944, "Bidama|Bdama"),
    subdistrict("SY070402", "SY0704", "Darkush", "دركوش", 35.96283, 36.4176, "Darkosh|Darkoush"),
    subdistrict(
        "SY070403", "SY0704", "Al-Janudiyah", "الجانودية", 35.91368, 36.30425, "Janudiyeh|Janoudieh|Al-Janoudiya"
    ),
    subdistrict("SY070500", "SY0705", "Ariha", "مركز أريحا", 35.79806, 36.60646, "Areeha"),
    subdistrict("SY070501", "SY0705", "Ihsim", "إحسم", 35.71358, 36.52895, "Ehsem|Ehsim|Ihsem"),
    subdistrict("SY070502", "SY0705", "Muhambal", "محمبل", 35.76972, 36.455, "Mhambal|Mohambal"),
)
