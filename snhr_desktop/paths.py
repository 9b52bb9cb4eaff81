"""Where the program's own files lie: resources and translations, read only; and what a person keeps beside settings."""

import sys
from pathlib import Path

import platformdirs


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


def own_mappings() -> Path:
    """The folder of import mappings that a person has saved, beside the settings. It may not be there yet."""
    return platformdirs.user_config_path("snhr-desktop") / "mappings"
