"""Steps in words: what one is called, what it does to an incident, and what came of it."""

from snhr_desktop.domain.headlines import in_language
from snhr_desktop.domain.steps import STEPS
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.problems import say_problem
from snhr_desktop.ui.review.step_bar import TAKE_BACK
from snhr_desktop.workspace import BulkSaved, Planned

STEP = N_("Step: {step}")
FROM_TO = N_("{before} → {after}")
STAYS = N_("Stays as it is: {why}")
TAKEN = NP_("{n} incident took the step.", "{n} incidents took the step.")
LEFT = NP_(
    "{n} was changed meanwhile or could not take it, and stays as it was.",
    "{n} were changed meanwhile or could not take it, and stay as they were.",
)
TOOK = N_("{reference}: {status}. {key} takes it back.")
MANY_TOOK = NP_("{n} incident took the step. {key} takes it back.", "{n} incidents took the step. {key} takes it back.")
_DOT = " · "


def say_step(to: str, language: Language) -> str:
    """What a step is called."""
    return language.text(STEP, step=language.text(STEPS[to].words)) if to else language.text(TAKE_BACK)


def say_planned(one: Planned, language: Language) -> str:
    """An incident in two lines: which it is, and what will become of it or why not."""
    which = _DOT.join(filter(None, (say_code(one.reference), in_language(one, "title", language))))
    if one.problems:
        why = " ".join(say_problem(problem, language) for problem in one.problems)
        return f"{which}\n{language.text(STAYS, why=why)}"
    before, after = (label("status", code, language) for code in (one.before, one.to))
    return f"{which}\n{language.text(FROM_TO, before=before, after=after)}"


def say_result(result: BulkSaved, language: Language) -> str:
    """How many took a step, and how many did not after all."""
    told = [language.plural(TAKEN, len(result.saved))]
    if result.refused:
        told.append(language.plural(LEFT, len(result.refused)))
    return " ".join(told)


def say_taken(taken: BulkSaved, key: str, language: Language) -> str:
    """A step that incidents took, the one by its name, and the key that takes it back."""
    if len(taken.saved) > 1:
        return language.plural(MANY_TOOK, len(taken.saved), key=say_code(key))
    one = taken.saved[0].dossier.incident
    said = label("status", one.status, language)
    return language.text(TOOK, reference=say_code(one.reference), status=said, key=say_code(key))
