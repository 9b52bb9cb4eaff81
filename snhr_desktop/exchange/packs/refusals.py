"""What a file of places or boundaries may be refused for, with the place in it."""

from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import N_

UNKNOWN_COLUMNS = N_(
    "it is no list of places: columns such as ADM3_PCODE, ADM3_EN and ADM3_AR, or pcode, name_en and adm3_pcode, are"
    " missing."
)
NO_CODE = N_("{cell}: a place has no code.")
TWICE = N_("{cell}: the code {code} is given to two places.")
UNKNOWN_LEVEL = N_("{cell}: “{level}” is no level of places; there are 1, 2, 3 and 4.")
NO_PARENT = N_("{cell}: {code} lies in {parent}, which is not in the list.")
NOT_WIDER = N_("{cell}: {code} lies in {parent}, which is not wider than it.")
OTHER_LEVEL = N_("{cell}: {code} cannot come after {before}, which is a place of another level.")
OTHER_COUNTRY = N_("{cell}: {code} is not a code of this country.")
NOT_ON_MAP = N_("{cell}: {code} cannot lie at {lat}, {lon}.")
NO_POINT = N_("{cell}: {code} has no latitude and longitude.")
TOO_LARGE = N_("it has {size} MB; boundaries of up to {most} MB can be read.")
LIST_TOO_LARGE = N_("it has {size} MB; lists of places of up to {most} MB can be read.")
TOO_MANY_ROWS = N_("with it the pack has more than {most} rows, and no list of places of this country has so many.")
NOT_BOUNDARIES = N_("it holds no boundaries of places as GeoJSON or TopoJSON.")
TOO_MANY_POINTS = N_("its boundaries have more than {most} points.")
BAD_SHAPE = N_("feature {number}, ring {ring}: its shape cannot be read.")
NOT_CLOSED = N_("feature {number}, ring {ring}: it is not closed.")
OUTSIDE = N_("feature {number}, ring {ring}, point {point}: {lon}, {lat} is no longitude and latitude of this region.")
NO_LEVEL = N_("feature {number}: no code of a governorate, district or sub-district.")
FEATURE_TWICE = N_("feature {number}: the code {code} is given to two features.")
BAD_ABOUT = N_("line {line} is not TOML, or says something else than text.")


class BadPack(UnreadableFile):
    """A file of places or boundaries that does not say what it should. The reason names the place in it."""

    said = N_("{name} could not be taken in: {reason}")


BUILT_IN = N_("places of the program")


class ListsDisagree(Refusal):
    """Two lists of a store would not fit each other: `code` of one would lie in `parent` of the other.

    Where one has no name (`BUILT_IN`), it is the list of the program.
    """

    said = N_("{code} of the list “{one}” would lie in {parent} of the list “{other}”, which is not wider than it.")
    advice = N_(
        "Nothing was changed. Keep the list that is right: take out the other first, or take in a version of it in "
        "which {code} lies in a wider place."
    )


class CreditTooLong(Refusal):
    """A credit that no map could print whole: `count` signs, of `most`."""

    said = N_("The credit has {count} signs; a map has room for {most}.")
    advice = N_("Nothing was changed. Shorten it to whom the licence asks to name.")


class PackUnnamed(Refusal):
    """Nobody said what a pack is, or whom to credit: `missing` names what was left out."""

    said = N_("A pack of places needs its {missing}.")
    advice = N_("Nothing was changed. Give them, or write them into a file pack.toml beside the list.")
