"""Users and keys of a store without a window."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from snhr_desktop.cli.commands import open_store
from snhr_desktop.cli.passphrase import new_passphrase, passphrase
from snhr_desktop.domain.records import User
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.errors import InvalidEntry, NoPublicKey, Problem, StoreExists
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.store import escrow, keyslots
from snhr_desktop.store.keyslots import prepared
from snhr_desktop.store.slots import tuned
from snhr_desktop.workspace import Listed, Workspace

LINE = N_("{name}: {role}. {said}")
SEES_NOT, OFF = N_("Does not see who the sources are."), N_("Switched off.")
HAS, HAS_NOT = N_("Has a passphrase."), N_("Has no passphrase yet.")
SAVED = N_("{name} was saved.")
CHANGED_PASSPHRASE = N_("The passphrase was changed. The earlier one still opens copies made before.")
NEW_CODE = N_("New recovery code, shown only now; the earlier one opens nothing here any more:")
REKEYED = N_("All keys of {name} were made anew. Users who have no passphrase now: {users}.")
NOBODY = NC_("users", "nobody")
KEY_MADE = N_("{name} was made. Keep it far from the laptops. Its public half, for the offices:")
KEY_SET = N_("The key of headquarters opens this store from now on: {key}")
KEY_TAKEN = N_("No key of headquarters opens this store.")
WHAT_IS_NEEDED = N_("Give {options}.")


def users(options: argparse.Namespace, language: Language) -> int:
    """List the users of a store, add one, or change one."""
    name = options.add or options.change or options.off or options.on
    own = passphrase(options.passphrase_file, language)
    with open_store(options, language, read_only=not name, secret=own) as workspace:
        if name:
            workspace.ensure_may_change_users()
            given, secret = _wanted(options, workspace), ""
            if options.add:
                secret = new_passphrase(options.new_passphrase_file, language)
            saved = workspace.save_user(given, secret, own=own).user
            print(language.text(SAVED, name=saved.name))
        for one in workspace.users():
            print(told(one, language))
    return 0


def _wanted(options: argparse.Namespace, workspace: Workspace) -> User:
    """The user as they are to be."""
    if options.add:
        return User(name=options.add, role=options.role or "entry", no_sources=bool(options.no_sources))
    said = {"role": options.role, "no_sources": options.no_sources}
    changed = {field: value for field, value in said.items() if value is not None}
    if options.off or options.on:
        changed["switched_off"] = bool(options.off)
    return replace(workspace.user_named(options.change or options.off or options.on), **changed)


def told(one: Listed, language: Language) -> str:
    """A user in one line."""
    said = [HAS if one.has_passphrase else HAS_NOT]
    if one.user.no_sources:
        said.append(SEES_NOT)
    if one.user.switched_off:
        said = [OFF]
    words = " ".join(language.text(part) for part in said)
    return language.text(LINE, name=one.user.name, role=label("role", one.user.role, language), said=words)


def change_passphrase(options: argparse.Namespace, language: Language) -> int:
    """Change one's own passphrase, give one to a user, or renew the recovery code."""
    secret = passphrase(options.passphrase_file, language)
    with open_store(options, language, secret=secret) as workspace:
        if options.recovery:
            print(language.text(NEW_CODE))
            print(workspace.renew_recovery(own=secret), flush=True)
            workspace.prove_code()
            return 0
        if options.user:
            workspace.ensure_may_change_users()
        fresh = new_passphrase(options.new_passphrase_file, language)
        if options.user:
            workspace.save_user(workspace.user_named(options.user), fresh, own=secret)
        else:
            workspace.change_passphrase(secret, fresh)
    print(language.text(CHANGED_PASSPHRASE))
    return 0


def rekey(options: argparse.Namespace, language: Language) -> int:
    """Make all keys of a store anew."""
    secret = passphrase(options.passphrase_file, language)
    workspace = open_store(options, language, secret=secret)
    code = workspace.rekey(secret, lambda words: print(language.text(words), file=sys.stderr))
    with Workspace.open(options.store, secret) as again:
        without = [one.user.name for one in again.users() if not one.has_passphrase and not one.user.switched_off]
        named = language.join(without) or language.text(NOBODY)
        print(language.text(REKEYED, name=options.store.name, users=named))
        print(language.text(NEW_CODE))
        print(code, flush=True)
        again.prove_code()
    return 0


def headquarters(options: argparse.Namespace, language: Language) -> int:
    """Make a key pair of headquarters; lay its public half down in a store, take it away, or show it."""
    if options.what == "new":
        return _new_key(options, language)
    own = passphrase(options.passphrase_file, language)
    with open_store(options, language, read_only=options.what == "show", secret=own) as workspace:
        if options.what == "set":
            workspace.set_headquarters(_public(options.public), own=own)
        elif options.what == "remove":
            workspace.set_headquarters("", own=own)
        key = workspace.key_state().headquarters
    print(language.text(KEY_SET, key=key) if key else language.text(KEY_TAKEN))
    return 0


def _new_key(options: argparse.Namespace, language: Language) -> int:
    secret = passphrase(options.passphrase_file, language, new=True)
    try:
        public = escrow.make_key_file(options.store, prepared(secret), keyslots.COST or tuned())
    except FileExistsError as error:
        raise StoreExists(name=options.store.name) from error
    print(language.text(KEY_MADE, name=options.store.name))
    print(escrow.show_public_key(public))
    return 0


def _public(file: Path | None) -> str:
    if file is None:
        raise InvalidEntry([Problem("keys", "", WHAT_IS_NEEDED, values={"options": "--public"})])
    try:
        return file.read_text(encoding="utf-8") or "-"
    except (OSError, UnicodeDecodeError) as error:
        raise NoPublicKey from error
