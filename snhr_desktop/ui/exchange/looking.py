"""What a file holds and how a mapping reads it, before anything is tried: asked on the store's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.exchange.conversion import settled
from snhr_desktop.exchange.guessing import ColumnGuess, Guess, Offer, Seen, guess, offers, previews
from snhr_desktop.exchange.guessing.forms import Form
from snhr_desktop.exchange.mapping import CASE, FileMapping, Words
from snhr_desktop.exchange.mapping.changing import leniency, with_constant, with_leniency, with_words
from snhr_desktop.exchange.mapping.columns import targets_of, with_column, without_column
from snhr_desktop.exchange.mapping_file import bundled, load_mapping
from snhr_desktop.exchange.mapping_shelf import shelf
from snhr_desktop.exchange.reading import Choices, Source, open_source
from snhr_desktop.exchange.watching import UNWATCHED, Waiting
from snhr_desktop.exchange.written_for import refuse_own_tables
from snhr_desktop.i18n import Message
from snhr_desktop.workspace import Workspace

_ROWS, _VALUES = 300, 3
"""Rows that are looked at, and values of a column that are shown."""


@dataclass(frozen=True)
class Asked:
    """A file and what a person said of it: how it is read, its mapping, what columns are taken for, codes of words.

    `made`: the mapping is made here even where one is known. `targets` are by repeat and column, as for `guess`,
    `constants` what a field has where no column says it, by its list.
    `outlines`: whether points are recorded by the boundary that holds them, None as the mapping says. `rows`: what one
    row of a file is whose mapping is made here, blank to find it out. `lenient`: whether a value that cannot be
    read is left out, None as the mapping says.
    """

    path: Path
    choices: Choices = field(default_factory=Choices)
    mapping: Path | None = None
    made: bool = False
    targets: Mapping[tuple[str, str], str] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)
    constants: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    outlines: bool | None = None
    lenient: bool | None = None
    rows: str = ""


@dataclass(frozen=True)
class Line:
    """One column: what it is taken for (a target, or the words of a mapping that is known) and its first values.

    `unread` are those that cannot be read: of terms, all without a code among the rows that are looked at.
    """

    column: str
    repeat: str
    target: str
    taken: Message | None
    seen: tuple[Seen, ...]
    unread: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class Look:
    """A file as it would be read. `mapping` is None for a file of our own dossiers.

    `known`: the mapping was not made here; `changed`: what is shown is a copy of it with other columns or words.
    `lenient`: whether values that cannot be read are left out, None where none may be.
    """

    source: Source
    mapping: FileMapping | None = None
    known: bool = True
    changed: bool = False
    lenient: bool | None = None
    lines: tuple[Line, ...] = ()


def look(workspace: Workspace, asked: Asked, waiting: Waiting = UNWATCHED) -> Look:
    """Open the file, find or make its mapping. Raises `UnreadableFile`, `BadMapping`, `ImportStopped`."""
    source, gazetteer = open_source(asked.path, asked.choices, waiting=waiting), workspace.gazetteer
    if source.own:
        return Look(source)
    guessed: Guess | None = None
    found = None if asked.made else _known(source, asked.mapping, workspace)
    if found:
        mapping = _changed(found, source, gazetteer, asked.targets)
        columns = _columns(mapping, source)
    else:
        refuse_own_tables(source)
        guessed = guess(source, gazetteer, _questions(source), asked.targets, asked.rows)
        mapping, columns = _apart(guessed.mapping), guessed.columns
    for column, said in asked.words.items():
        mapping = with_words(mapping, column, said)
    for (part, name), value in asked.constants.items():
        mapping = with_constant(mapping, part, name, value)
    if asked.outlines is not None and mapping.place:
        mapping = replace(mapping, place=replace(mapping.place, outlines=asked.outlines))
    lines = _lines(source, settled(mapping, source, waiting), columns, gazetteer, guessed)
    waiting.look()
    if asked.lenient is not None:
        mapping = with_leniency(mapping, asked.lenient)
    changed = found is not None and mapping != found
    return Look(source, mapping, found is not None, changed, leniency(mapping), lines)


def _changed(
    mapping: FileMapping, source: Source, gazetteer: Gazetteer, targets: Mapping[tuple[str, str], str]
) -> FileMapping:
    """A copy of a known mapping in which some columns are taken for what a person says."""
    every = [("", name) for name in source.columns] + [
        (name, one) for name, all_ in source.lists.items() for one in all_
    ]
    for column, target in targets.items():
        mapping = without_column(mapping, column[1])
        if target:
            chosen = dict.fromkeys(every, "") | {column: target}
            alone = guess(source, gazetteer, _questions(source), chosen, mapping.rows).mapping
            mapping = with_column(mapping, column[1], target, alone)
    return mapping


def _columns(mapping: FileMapping, source: Source) -> tuple[ColumnGuess, ...]:
    """The columns of the file and of its repeats, with what the mapping takes them for."""
    told = targets_of(mapping)
    own = tuple(ColumnGuess(name, told.get(("", name), ""), 1.0) for name in source.columns)
    return own + tuple(
        ColumnGuess(name, told.get((repeat, name), ""), 1.0, repeat)
        for repeat, names in source.lists.items()
        for name in names
    )


def offered(mapping: FileMapping | None = None) -> Mapping[str, Offer]:
    """What a column may be taken for, by its target."""
    return {offer.target: offer for offer in offers(cases=mapping is not None and mapping.rows == CASE)}


def _known(source: Source, path: Path | None, workspace: Workspace) -> FileMapping | None:
    """One that a file of this name came in through before, that was saved, or that comes with the program.

    What was saved for the list of that file goes before what it came in through, and this before what was saved for
    another list, whose numbers are others. Words that a person decided for the last import stay decided: left out now,
    they would go from its records.
    """
    if path:
        return load_mapping(path)
    ours, used = bundled(), workspace.mappings_used(source.name)
    saved, lists = [one for one in shelf().mappings if one not in ours], {one.code for one in used}
    there = (*(one for one in saved if one.code in lists), *used, *saved, *ours)
    known = [mapping for mapping in there if mapping.knows(frozenset(source.columns))]
    return max(known, key=lambda mapping: len(mapping.recognised_by), default=None)


def _questions(source: Source) -> Form | None:
    """The questions and choices of the form that was given beside the file, by the last part of their path."""
    if source.form is None:
        return None
    labels = {_last(path): next(iter(said.values()), "") for path, said in source.form.labels.items()}
    choices = {
        _last(path): {code: tuple(said.values()) for code, said in options.items()}
        for path, options in source.form.choices.items()
    }
    return Form(labels, choices, frozenset(map(_last, source.form.several)))


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _apart(mapping: FileMapping) -> FileMapping:
    """The mapping under a code that no mapping of other columns has, so that no record is taken for one of theirs."""
    others = {one.code for one in shelf().mappings if one.recognised_by != mapping.recognised_by}
    codes = (mapping.code, *(f"{mapping.code}_{number}" for number in range(2, len(others) + 3)))
    return replace(mapping, code=next(code for code in codes if code not in others))


def _lines(
    source: Source,
    mapping: FileMapping,
    columns: Sequence[ColumnGuess],
    gazetteer: Gazetteer,
    guessed: Guess | None,
) -> tuple[Line, ...]:
    told = (guessed.no_keys, guessed.withheld) if guessed else ()
    names, known = [one.column for one in columns], offered(mapping)
    seen = previews(mapping, gazetteer, names, source.sample(_ROWS), _VALUES, *told)
    return tuple(
        Line(one.column, one.repeat, one.target, _taken(one, shown.seen, mapping, known), shown.seen, shown.unread)
        for one, shown in zip(columns, seen, strict=True)
    )


def _taken(
    column: ColumnGuess, seen: Sequence[Seen], mapping: FileMapping, known: Mapping[str, Offer]
) -> Message | None:
    if column.target in known:
        return known[column.target].label
    if column.column in mapping.ignored:
        return known["ignored"].label
    if read := next((one.field.label for one in seen if one.field), None):
        return read
    return known["file.key"].label if column.column in mapping.keys else None
