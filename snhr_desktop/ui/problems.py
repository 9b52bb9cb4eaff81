"""What is wrong with an entry in words that name its fields as the form does, wherever a person is told of it."""

from snhr_desktop.domain.records import RECORD_TYPES
from snhr_desktop.errors import InvalidEntry, Problem, Refusal, StepRefused
from snhr_desktop.i18n import N_, Language

OF_FIELD = N_("{field}: {problem}")
OF_ROW = N_("{record} {row}, {field}: {problem}")


def say_problem(problem: Problem, language: Language) -> str:
    """A problem with the field it is at, in one line."""
    said, record = problem.tell(language), RECORD_TYPES.get(problem.record)
    field = next((each for each in record.fields() if each.name == problem.field), None) if record else None
    if record is None or field is None:
        return said
    name = language.text(field.label)
    if not record.parent:
        return language.text(OF_FIELD, field=name, problem=said)
    values = {"record": language.text(record.title), "row": language.number(problem.row + 1)}
    return language.text(OF_ROW, field=name, problem=said, **values)


def say_refusal(refusal: Refusal, language: Language) -> str:
    """A refusal; of an entry that is not as it should be, each problem on a line of its own."""
    if not isinstance(refusal, InvalidEntry):
        return refusal.tell(language)
    told = (
        problem.tell(language) if isinstance(refusal, StepRefused) and problem.field == "status"
        else say_problem(problem, language)
        for problem in refusal.problems
    )  # fmt: skip
    return "\n".join([language.text(refusal.said), *(f"- {each}" for each in told)])
