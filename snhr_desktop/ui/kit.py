"""What every widget of ours is made with: the language it speaks and the theme it wears."""

from dataclasses import dataclass

from snhr_desktop.ui.theme import Theme
from snhr_desktop.ui.tongue import Tongue


@dataclass(frozen=True)
class Kit:
    """Passed down where widgets are made. One per application."""

    tongue: Tongue
    theme: Theme
