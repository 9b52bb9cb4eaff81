"""Terms of the office without a window: listed, added, retired."""

import argparse
from collections.abc import Callable
from dataclasses import replace

from snhr_desktop.cli.commands import open_store
from snhr_desktop.cli.listing import listed
from snhr_desktop.domain.records import OwnTerm
from snhr_desktop.domain.vocabularies import label, vocabulary
from snhr_desktop.errors import InvalidEntry, Problem, Refusal
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.workspace import Workspace

ABOUT = N_("list the terms the office added to the vocabularies, add one, or retire one")
ADD = N_("add a term to this vocabulary")
LINE = N_("{code}: {en} · {ar} ({kind})")
RETIRED = N_("{line}, retired")
NONE = N_("The office has added no terms.")
PROBLEM = N_("{option}: {reason}")
_OPTIONS = {"label_en": "--en", "label_ar": "--ar", "like": "--like", "also": "--also"}


class NotAdded(InvalidEntry):
    """What was said of a term does not do, option by option."""

    said = N_("The term was not added.")

    def tell(self, language: Language) -> str:
        """Each reason beside the option that it is about."""
        reasons = (language.text(PROBLEM, option=_option(one), reason=one.tell(language)) for one in self.problems)
        return "\n".join([language.text(self.said), *(f"- {one}" for one in reasons)])


class NothingToAdd(Refusal):
    """Words for a term, and no vocabulary that it goes to."""

    said = N_("What a term is called was said, and not which vocabulary it is added to.")
    advice = N_("Nothing was changed. Say it by --add; --help tells the vocabularies.")


class NoSuchTerm(Refusal):
    """No term of the office has the code that was asked for."""

    said = N_("The office has added no term with the code {code}.")
    advice = N_("Nothing was changed. The command terms, with the store alone, lists the terms of the office.")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[[Message], str]) -> None:
    """What can be asked for."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--add", default="", choices=tuple(vocabulary("open_vocabulary")), help=say(ADD))
    for name, about in (("--retire", N_("offer this term no more")), ("--offer", N_("offer a retired term again"))):
        one.add_argument(name, default="", metavar="CODE", help=say(about))
    said = {
        "--like": N_("the code of the network’s term that it is a kind of, and is counted like"),
        "--en": N_("what it is called in English"), "--ar": N_("what it is called in Arabic"),
        "--also": N_("other words it is found by, with ; between"),
    }  # fmt: skip
    for name, about in said.items():
        parser.add_argument(name, default="", metavar="TEXT", help=say(about))


def terms(options: argparse.Namespace, language: Language) -> int:
    """List the terms of the office, add one, or retire one or offer it again."""
    code = options.retire or options.offer
    if not options.add and any((options.like, options.en, options.ar, options.also)):
        raise NothingToAdd
    with open_store(options, language, read_only=not (options.add or code)) as workspace:
        if options.add:
            said = {"label_en": options.en, "label_ar": options.ar, "also": options.also}
            _add(workspace, OwnTerm(vocabulary=options.add, like=options.like, **said))
        if code:
            known = {one.code: one for one in workspace.own_terms()}
            if code not in known:
                raise NoSuchTerm(code=code)
            workspace.save_own_term(replace(known[code], retired=bool(options.retire)))
        found = workspace.own_terms()
    print(listed(found, _told, NONE, language))
    return 0


def _add(workspace: Workspace, term: OwnTerm) -> None:
    try:
        workspace.save_own_term(term)
    except InvalidEntry as refused:
        raise NotAdded(refused.problems) from refused


def _option(problem: Problem) -> str:
    return _OPTIONS.get(problem.field, "--add")


def _told(one: OwnTerm, language: Language) -> str:
    kind = label(one.vocabulary, one.like, language)
    line = language.text(LINE, code=one.code, en=one.label_en, ar=one.label_ar, kind=kind)
    return language.text(RETIRED, line=line) if one.retired else line
