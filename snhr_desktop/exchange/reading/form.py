"""The form that submissions were filled in with: its questions and answers in each language, its repeats."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Labels = Mapping[str, str]
"""What something is called, by the code of the language; under a blank one where the form names none."""


@dataclass(frozen=True)
class Form:
    """What a form asks. Fields go by their path (`people/victim/age`) and, where only one has it, by their name alone.

    `labels` are the questions. `choices` are, for each field with given answers, these by the code that is stored.
    `several` are the fields that take several of them, whose codes stand in one cell with a space between. `repeats`
    are the paths of groups that may be filled several times.
    """

    labels: Mapping[str, Labels] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, Labels]] = field(default_factory=dict)
    repeats: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
