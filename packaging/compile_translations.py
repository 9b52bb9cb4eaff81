"""Compile translations/*.po to the .mo files that gettext reads at run time.

Usage: python packaging/compile_translations.py FOLDER
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po


class PluralRuleChanged(Exception):
    """The compiled catalogue would pick plural forms by another rule than its source states."""


def compile_catalogue(source: Path) -> Path:
    """Write the .mo beside `source` and return its path.

    The header of the .po is authoritative for plural forms: Babel's own table orders the Arabic forms 4 and 5
    the other way round from gettext, so a catalogue whose rule would be rewritten is refused.
    """
    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=source.stem)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    stated = _plural_rule(source.read_text(encoding="utf-8"))
    if stated != str(read_mo(compiled).plural_forms).rstrip(";").replace(" ", ""):
        raise PluralRuleChanged(f"{source.name}: {stated}")
    target = source.with_suffix(".mo")
    unfinished = target.with_suffix(".mo.part")
    unfinished.write_bytes(compiled.getvalue())
    return unfinished.replace(target)


def _plural_rule(text: str) -> str:
    """Return the value of the Plural-Forms header of a .po text, without spaces and the closing semicolon."""
    header = text.split("\n\n", 1)[0].replace('"\n"', "")
    value = header.split("Plural-Forms:", 1)[1].split("\\n", 1)[0]
    return value.replace(" ", "").rstrip(";")


def main(arguments: list[str]) -> int:
    """Compile every catalogue of the folder named by the only argument."""
    for source in sorted(Path(arguments[0]).glob("*.po")):
        compile_catalogue(source)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
