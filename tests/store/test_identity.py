"""Identities of records: UUIDs of the seventh version, each after the one before."""

import time
import uuid

from snhr_desktop.store.identity import new_uid


def test_identities_are_of_their_version_and_follow_each_other() -> None:
    made = [new_uid() for _ in range(20_000)]
    assert made == sorted(set(made))
    assert {(uuid.UUID(one).version, uuid.UUID(one).variant) for one in made} == {(7, uuid.RFC_4122)}
    assert abs(time.time() - int(made[-1][:12], 16) / 1000) < 60  # the clock, however many are made at once
