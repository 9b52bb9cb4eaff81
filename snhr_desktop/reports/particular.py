"""A particular of an incident that a dossier told otherwise, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass

from snhr_desktop.i18n import N_, Language

SAID = N_("{particular}: {before}, now {after}")


@dataclass(frozen=True)
class ParticularChange:
    """A label or section of the dossier, with what stood there and what stands there now.

    `before` is what may be told today of what stood there.
    """

    particular: str
    before: str
    after: str

    def tell(self, language: Language) -> str:
        """Attribution: Not attributed to any party, now Attributed to Russian forces."""
        said = {name: language.isolate(getattr(self, name).rstrip(".")) for name in ("before", "after")}
        return language.text(SAID, particular=self.particular, **said)


Particulars = Mapping[str, tuple[ParticularChange, ...]]
"""By the code of the language; as many in each, in one order."""
