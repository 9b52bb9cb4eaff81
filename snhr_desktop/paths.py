"""Where the program's own files lie: resources and translations, read only."""

import sys
from pathlib import Path


def root() -> Path:
    """Folder that holds `resources/` and `translations/`: a packaged bundle, an installed wheel, or the checkout."""
    if bundle := getattr(sys, "_MEIPASS", None):
        return Path(bundle)
    package = Path(__file__).resolve().parent
    return package if (package / "resources").is_dir() else package.parent


def resources() -> Path:
    """Fonts, icons, geodata, report texts, samples and import mappings."""
    return root() / "resources"


def translations() -> Path:
    """One gettext catalogue per language."""
    return root() / "translations"
