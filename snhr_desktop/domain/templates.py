"""What common incidents have in common: a beginning for an entry, which a person completes and may change.

Who did it is never part of a template: that is established for each incident.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from snhr_desktop.i18n import NC_, Message


@dataclass(frozen=True)
class Template:
    """`incident` are values of the incident's fields, `lists` rows by the name of their list; as a draft carries them.

    Each says what every such incident has, and nothing that has to be found out.
    """

    code: str
    title: Message
    incident: Mapping[str, Any]
    lists: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)


TEMPLATES = (
    Template(
        "air_strike",
        NC_("template", "Air strike"),
        {"delivery": "fixed_wing"},
        {"weapons": ({"weapon": "air_bomb"},)},
    ),
    Template(
        "barrel_bombs",
        NC_("template", "Barrel bombs"),
        {"kinds": ["prohibited_weapon"], "delivery": "helicopter"},
        {"weapons": ({"weapon": "barrel"},)},
    ),
    Template(
        "facility",
        NC_("template", "Attack on a facility"),
        {"kinds": ["vital_attack"]},
    ),
    Template(
        "shelling",
        NC_("template", "Artillery shelling"),
        {"delivery": "ground"},
        {"weapons": ({"weapon": "artillery"},)},
    ),
)
"""In the order they are offered."""
