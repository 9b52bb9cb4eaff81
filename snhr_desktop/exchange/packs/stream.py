"""A JSON file of boundaries part by part: numbers go into packed lines, so that memory grows with points alone.

Whoever reads asks in the order of the file. Everything that is not as boundaries are raises ValueError.
"""

import itertools
from array import array
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import ijson

_MOST_EVENTS = 2_000_000
"""Of a part that is made as Python values: properties, and the numbers of the arcs of a topology."""
_DEEPEST = 12


class Readable(Protocol):
    """What is asked of a file."""

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""


class JsonStream:
    """Reads one file once. A method that reads a value takes it from its first event."""

    def __init__(self, file: Readable) -> None:
        self._events: Iterator[tuple[str, Any]] = iter(ijson.basic_parse(file, use_float=True))
        self._held: tuple[str, Any] | None = None
        self.line = 0
        """Which line of a value is being read, from 1."""

    def members(self) -> Iterator[str]:
        """The names in an object, whose value is to be read before the next; the object may also be null."""
        event, _ = self._next()
        if event == "null":
            return
        if event != "start_map":
            raise ValueError(event)
        for event, name in self._events:
            if event == "end_map":
                return
            yield name

    def items(self, read: Callable[[], Any]) -> Iterator[Any]:
        """What `read` makes of each part of a list, which must be an object."""
        event, _ = self._next()
        if event != "start_array":
            raise ValueError(event)
        for event, value in self._events:
            if event == "end_array":
                return
            self._held = event, value
            yield read()

    def value(self) -> Any:
        """Anything small, as Python has it."""
        builder, depth = ijson.ObjectBuilder(), 0
        for count in itertools.count():
            event, value = self._next()
            builder.event(event, value)
            depth += event.startswith("start_") - event.startswith("end_")
            if depth > _DEEPEST or count > _MOST_EVENTS:
                raise ValueError(event)
            if not depth:
                break
        return builder.value

    def skip(self) -> None:
        """Anything, however large."""
        event, _ = self._next()
        depth = int(event.startswith("start_"))
        while depth:
            event, _ = next(self._events)
            depth += event.startswith("start_") - event.startswith("end_")

    def lines(self, take: Callable[[float, float], tuple[float, float]]) -> list["array[float]"]:
        """The lines in lists of lists of points, however deep; `take` says what to keep of each point."""
        found: list[array[float]] = []
        line, depth = array("d"), 0
        while True:
            event, value = self._next()
            if event == "start_array":
                depth, self.line = depth + 1, len(found) + 1
                if depth > _DEEPEST:
                    raise ValueError(event)
                continue
            if event == "number":
                line.extend(take(float(value), self._rest_of_point()))
            elif event != "end_array":
                raise ValueError(event)
            elif line:
                found.append(line)
                line = array("d")
            depth -= 1
            if depth <= 0:
                return found

    def _rest_of_point(self) -> float:
        """The second number of a point, to its end; a height after it is passed over."""
        event, second = next(self._events)
        if event != "number":
            raise ValueError(event)
        while event == "number":
            event, _ = next(self._events)
        if event != "end_array":
            raise ValueError(event)
        return float(second)

    def _next(self) -> tuple[str, Any]:
        held, self._held = self._held, None
        return held or next(self._events, ("end", None))
