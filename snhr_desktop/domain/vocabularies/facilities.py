"""What was hit: vital civilian facilities, their categories, and the damage."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

FACILITY_CATEGORY = (
    Term("medical", NC_("facility_category", "Vital medical facilities")),
    Term("educational", NC_("facility_category", "Vital educational facilities")),
    Term("communal", NC_("facility_category", "Communal facilities")),
    Term("worship", NC_("facility_category", "Places of worship")),
    Term("infrastructure", NC_("facility_category", "Infrastructure")),
    Term("cultural", NC_("facility_category", "Vital cultural facilities")),
    Term("insignia", NC_("facility_category", "International humanitarian insignia")),
    Term("camps", NC_("facility_category", "Camps for displaced people and refugees")),
    Term("diplomatic", NC_("facility_category", "Diplomatic missions")),
)

FACILITY_TYPE = (
    Term("school", NC_("facility_type", "School"), group="educational", also=("مدارس",)),
    Term("kindergarten", NC_("facility_type", "Kindergarten"), group="educational", also=("روضة", "حضانة", "nursery")),
    Term("institute", NC_("facility_type", "Institute"), group="educational"),
    Term("university", NC_("facility_type", "University"), group="educational"),
    Term("orphanage", NC_("facility_type", "Orphanage"), group="educational"),
    Term(
        "medical_facility",
        NC_("facility_type", "Medical facility"),
        group="medical",
        also=("مستوصف", "نقطة طبية", "عيادة", "مركز صحي", "clinic", "dispensary"),
    ),
    Term("hospital", NC_("facility_type", "Hospital"), group="medical", also=("مستشفى",)),
    Term("ambulance", NC_("facility_type", "Ambulance"), group="medical", also=("إسعاف", "منظومة إسعاف")),
    Term(
        "drug_factory",
        NC_("facility_type", "Pharmaceutical plant"),
        group="medical",
        also=("معمل أدوية", "pharmacy plant"),
    ),
    Term("mosque", NC_("facility_type", "Mosque"), group="worship", also=("جامع", "مصلى")),
    Term("church", NC_("facility_type", "Church"), group="worship"),
    Term("shrine", NC_("facility_type", "Shrine"), group="worship"),
    Term("market", NC_("facility_type", "Market"), group="communal"),
    Term("shelter", NC_("facility_type", "Shelter for the displaced"), group="communal"),
    Term("garden", NC_("facility_type", "Public garden"), group="communal"),
    Term("bakery", NC_("facility_type", "Bakery"), group="infrastructure", also=("مخبز",)),
    Term(
        "power", NC_("facility_type", "Power station"), group="infrastructure", also=("كهرباء", "محولة", "electricity")
    ),
    Term(
        "water",
        NC_("facility_type", "Water facility"),
        group="infrastructure",
        also=("مياه", "خزان مياه", "محطة مياه", "محطة ضخ", "water tank"),
    ),
    Term(
        "bridge", NC_("facility_type", "Bridge or crossing"), group="infrastructure", also=("جسر", "معبر", "crossing")
    ),
    Term(
        "official",
        NC_("facility_type", "Official headquarters"),
        group="infrastructure",
        also=("مجلس محلي", "دائرة حكومية", "local council"),
    ),
    Term("service_vehicle", NC_("facility_type", "Service vehicle"), group="infrastructure"),
    Term(
        "civil_defence",
        NC_("facility_type", "Civil Defence centre"),
        group="infrastructure",
        also=("الدفاع المدني", "الخوذ البيضاء", "White Helmets", "civil defense"),
    ),
    Term(
        "industrial",
        NC_("facility_type", "Industrial facility"),
        group="infrastructure",
        also=("معمل", "مصنع", "factory"),
    ),
    Term("bus_station", NC_("facility_type", "Transport station"), group="infrastructure", also=("كراج", "garage")),
    Term("grain", NC_("facility_type", "Grain silo"), group="infrastructure", also=("صوامع", "مطحنة", "mill")),
    Term(
        "archaeological",
        NC_("facility_type", "Archaeological site"),
        group="cultural",
        also=("آثار", "قلعة", "متحف", "museum"),
    ),
    Term(
        "red_crescent",
        NC_("facility_type", "Red Crescent premises or vehicle"),
        group="insignia",
        also=("الهلال الأحمر", "SARC"),
    ),
    Term("int_org", NC_("facility_type", "Premises of an international organisation"), group="insignia"),
    Term("idp_camp", NC_("facility_type", "Camp for displaced people"), group="camps", also=("مخيم", "camp")),
    Term("embassy", NC_("facility_type", "Embassy or consulate"), group="diplomatic"),
    Term("other", NC_("facility_type", "Other facility")),
)

DAMAGE = (
    Term("none", NC_("damage", "No damage"), also=("لا يوجد", "لا أضرار")),
    Term("minor", NC_("damage", "Minor material damage")),
    Term("moderate", NC_("damage", "Moderate material damage")),
    Term("severe", NC_("damage", "Severe material damage")),
    Term("partial", NC_("damage", "Partial destruction")),
    Term("near_total", NC_("damage", "Near-total destruction")),
    Term("total", NC_("damage", "Total destruction")),
    Term("unknown", NC_("damage", "Not known"), also=("غير معروف", "مجهول", "unknown")),
)

PRESENCE = (
    Term("none", NC_("presence", "None"), also=("لا", "no")),
    Term("present", NC_("presence", "Present"), also=("نعم", "yes")),
    Term("unknown", NC_("presence", "Not known"), also=("غير معروف", "مجهول", "unknown")),
)
