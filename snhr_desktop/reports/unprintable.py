"""The characters that no typeface of the program has, told to whoever made the report, with where they stand.

What is told holds words of records: it is for the screen or the terminal of the one who prints, and is never logged.
"""

from collections.abc import Sequence

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.reports.text import Missing

UNPRINTABLE = N_("No typeface of the program has these characters; they are printed as �:")
PLACE = N_("{character} ({code}), page {page}: “{excerpt}”")
MORE = NP_("and in {n} more place", "and in {n} more places")
_MOST = 8


def say_unprintable(missing: Sequence[Missing], language: Language) -> str:
    """Each character with its number, so that one that the screen cannot show either can be looked up; one a line."""
    lines = [
        language.text(
            PLACE,
            character=one.character,
            code=f"U+{ord(one.character):04X}",
            page=language.number(one.page),
            excerpt=one.excerpt,
        )
        for one in missing[:_MOST]
    ]
    rest = [language.plural(MORE, len(missing) - _MOST)] if len(missing) > _MOST else []
    return "\n".join([language.text(UNPRINTABLE), *lines, *rest])
