"""How exactly it is known: precision of dates and places, parts of the day, and plain yes and no."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

DATE_PRECISION = (
    Term("day", NC_("date_precision", "Exact day")),
    Term("range", NC_("date_precision", "Range of days")),
    Term("week", NC_("date_precision", "Week")),
    Term("month", NC_("date_precision", "Month")),
    Term("year", NC_("date_precision", "Year")),
    Term("unknown", NC_("date_precision", "Not known"), also=("غير معروف", "مجهول", "unknown")),
)

PART_OF_DAY = (
    Term("dawn", NC_("part_of_day", "Dawn"), also=("فجر", "الفجر", "daybreak")),
    Term("morning", NC_("part_of_day", "Morning"), also=("صباح", "الصبح")),
    Term("noon", NC_("part_of_day", "Noon"), also=("ظهر", "الظهر", "midday")),
    Term("afternoon", NC_("part_of_day", "Afternoon"), also=("عصر", "العصر", "بعد الظهر")),
    Term("evening", NC_("part_of_day", "Evening"), also=("مساء", "المغرب")),
    Term("night", NC_("part_of_day", "Night"), also=("ليل", "الليل", "منتصف الليل", "midnight")),
)

PLACE_PRECISION = (
    Term("coordinates", NC_("place_precision", "Coordinates")),
    Term("landmark", NC_("place_precision", "Landmark")),
    Term("community", NC_("place_precision", "Town or village"), also=("قرية", "بلدة", "مدينة", "village", "city")),
    Term("near_community", NC_("place_precision", "Near a town or village"), also=("قرب", "أطراف", "outskirts")),
    Term("subdistrict", NC_("place_precision", "Sub-district")),
    Term("district", NC_("place_precision", "District")),
    Term("governorate", NC_("place_precision", "Governorate")),
    Term("unknown", NC_("place_precision", "Not known"), also=("غير معروف", "مجهول", "unknown")),
)

PLACE_SHOWN = (
    Term("exact", NC_("place_shown", "Exactly as recorded")),
    Term("community", NC_("place_shown", "Town or village, without the landmark")),
    Term("subdistrict", NC_("place_shown", "Sub-district only")),
    Term("district", NC_("place_shown", "District only")),
    Term("governorate", NC_("place_shown", "Governorate only")),
)
"""How exactly a place may be published. Beside `exact`, a code is the narrowest level of places that is told."""

YES_NO = (
    Term("yes", NC_("yes_no", "Yes")),
    Term("no", NC_("yes_no", "No")),
    Term("unknown", NC_("yes_no", "Not known"), also=("غير معروف", "مجهول", "unknown")),
)
