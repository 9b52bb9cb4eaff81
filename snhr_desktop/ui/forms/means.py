"""What the parts of a form are made with."""

from dataclasses import dataclass

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.i18n import Language
from snhr_desktop.ui.kit import Kit


@dataclass(frozen=True)
class Means:
    """The kit of every widget, and the places a place is searched in."""

    kit: Kit
    gazetteer: Gazetteer
    sees_sources: bool = True
    """Whether whoever types sees who the sources are."""
    reviews: bool = True
    """Whether they may take steps of verification."""

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self.kit.tongue.language
