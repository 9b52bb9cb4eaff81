"""Two incidents made one and two again; two victims of different incidents known to be one person."""

from dataclasses import dataclass, replace

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import Dossier
from snhr_desktop.errors import SourcesHidden
from snhr_desktop.store import merges, merging, person_links
from snhr_desktop.store.merges import MergedWith
from snhr_desktop.store.merging import Merged, Unmerged
from snhr_desktop.store.person_links import LinkedPerson
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace.door import Door


@dataclass(frozen=True)
class Kinship:
    """How an incident hangs together with others: what it was merged into, or what into it, and its linked persons."""

    into: MergedWith | None
    of: tuple[MergedWith, ...]
    persons: tuple[LinkedPerson, ...]


@dataclass(frozen=True)
class Linked:
    """That a link was made or ended."""

    changes: Changes


class MergeDoor(Door):
    """Each write says what it touched."""

    def merge(self, joined: Dossier, other: Dossier, reason: str = "") -> Merged:
        """Save what two incidents come to under the identity of the first; the other is rejected as its duplicate.

        `joined` is what `domain.doubles.merging.merged` makes of them; both are held against the store as they were
        read. Raises `NotYourRole`, `SourcesHidden`, `InvalidEntry`, `ChangedMeanwhile`, `MergedAway` and the
        refusals of a write.
        """
        self._require(rights.REVIEW)
        if self.user.no_sources:
            raise SourcesHidden
        author = self._author(reason)
        done = merging.merge(self._store, joined, other.incident.uid, other.revision, author)
        self._answers.forget(done.changes.types)
        return done

    def unmerge(self, uid: str, reason: str = "", seen: int = 0) -> Unmerged:
        """Give back an incident that was merged into another, and that other, as both were before.

        `seen` is how many saves since the merge one knows of, as `kinship` tells. Raises `SavedSinceMerge`,
        `StepRefused`, `InvalidEntry`, `NotMerged`, `MergedAway`, `MergedSince` and the refusals of a write.
        """
        self._require(rights.REVIEW)
        done = merging.unmerge(self._store, uid, self._author(reason), seen)
        self._answers.forget(done.changes.types)
        return replace(done, dossier=self._shown(done.dossier), other=self._shown(done.other))

    def kinship(self, uid: str) -> Kinship:
        """How an incident hangs together with others."""
        with self._store.reading() as connection:
            return Kinship(
                merges.merged_into(connection, uid),
                merges.merged_from(connection, uid),
                person_links.links(connection, uid),
            )

    def link_persons(self, one: str, other: str) -> Linked:
        """Say that two victims, by their identities, are one person. Raises `NoSuchPerson`."""
        with self._store.writing() as connection:
            person_links.link(connection, one, other, self._actor)
        return Linked(Changes(frozenset({person_links.TYPE})))

    def unlink_persons(self, one: str, other: str) -> Linked:
        """Say so no more."""
        with self._store.writing() as connection:
            person_links.unlink(connection, one, other, self._actor)
        return Linked(Changes(frozenset({person_links.TYPE})))
