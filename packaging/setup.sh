#!/usr/bin/env bash
# Prepare this checkout: packaging/setup.sh run|test|bench
#
# Finds Python, installs the system packages that are missing (when it may, else says the line to run), makes
# .venv, installs the pinned requirements and compiles the translations. What was done is stamped, so that a
# second run only compares the stamp. `test` adds what the checks and tests need, `bench` also
# the engines that ours is measured beside; one that cannot be had is told and left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly goal="${1:-run}"
readonly env_dir=.venv
readonly env_python="$env_dir/bin/python"
readonly stamp="$env_dir/.prepared-$goal"
case "$goal" in run | test | bench) ;; *) echo "usage: packaging/setup.sh run|test|bench" >&2; exit 2 ;; esac

say() { printf '• %s\n' "$*"; }

# --- system packages ---------------------------------------------------------------------------------------

on_debian() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }
is_root() { [[ $(id -u) == 0 ]]; }
may_install() { is_root || sudo -n true 2>/dev/null; }
known_to_apt() { [[ -n $(apt-cache madison "$1" 2>/dev/null) ]]; }

refresh_package_lists() {
    may_install || return 0
    as_root apt-get update -qq || say "the package lists could not be refreshed; going on"
}

as_root() {
    if is_root; then "$@"; else sudo -n "$@"; fi
}

# Install the named packages, or print the line that does and leave.
install_packages() {
    if may_install; then
        say "installing system packages: $*"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            -o DPkg::Lock::Timeout=120 "$@" </dev/null >/dev/null
        return
    fi
    {
        echo "System packages are missing and this account may not install them. Run this, then try again:"
        echo
        echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    } >&2
    exit 1
}

# The packages of a section of system-packages.txt, one a line.
listed_packages() {
    awk -v wanted="[$1]" '/^\[/ { inside = ($0 == wanted); next } inside && NF && !/^#/ { print $1 }' \
        packaging/system-packages.txt
}

# Those of the packages on standard input of which no name is installed.
missing_packages() {
    local installed line name found
    installed=" $(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^.i *//p' | tr '\n' ' ')"
    while read -r line; do
        found=
        for name in ${line//|/ }; do [[ $installed == *" $name "* ]] && found=1; done
        [[ -n $found ]] || echo "$line"
    done
}

# The first name of `a|b` that this release knows.
name_in_release() {
    local name
    for name in ${1//|/ }; do known_to_apt "$name" && { echo "$name"; return; }; done
    echo "${1##*|}"
}

# Python and the libraries in one go, so that whoever has to ask an administrator asks once.
ensure_system_packages() {
    local line missing=() names=()
    on_debian || { say "not Debian or Ubuntu: see packaging/system-packages.txt for the libraries Qt needs"; return; }
    mapfile -t missing < <({ listed_packages run; [[ $goal == run ]] || listed_packages test; } | missing_packages)
    if ((${#missing[@]})) || ! python_at_hand; then refresh_package_lists; fi
    python_at_hand || mapfile -t names < <(python_packages)
    for line in "${missing[@]}"; do names+=("$(name_in_release "$line")"); done
    if ((${#names[@]})); then install_packages "${names[@]}"; fi
}

# --- Python ------------------------------------------------------------------------------------------------

fits() { "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.1{1,2,3,4} /usr/bin/python3.1{1,2,3,4} /usr/bin/python3; do
        command -v "$name" >/dev/null && fits "$name" && { echo "$name"; return; }
    done
    return 1
}

environment_fits() { [[ -x $env_python ]] && fits "$env_python"; }
python_at_hand() { environment_fits || find_python >/dev/null; }

# The Debian packages of the oldest Python that fits and that this release has.
python_packages() {
    local version chosen=3.11
    for version in 3.14 3.13 3.12 3.11; do
        if known_to_apt "python$version-venv"; then chosen=$version; fi
    done
    printf '%s\n' "python$chosen" "python$chosen-venv"
}

ensure_environment() {
    local python
    environment_fits && return
    python=$(find_python) || {
        echo "Python 3.11 to 3.14 with the modules venv and ensurepip is needed and was not found." >&2
        exit 1
    }
    say "making $env_dir with $("$python" --version)"
    "$python" -m venv --clear "$env_dir"
}

# --- requirements, translations ----------------------------------------------------------------------------

pip_install() { "$env_python" -m pip install -qq --disable-pip-version-check --no-input "$@"; }

install_requirements() {
    say "installing the pinned requirements"
    pip_install --require-hashes -r packaging/requirements.txt
    if [[ $goal != run ]]; then pip_install --require-hashes -r packaging/requirements-dev.txt; fi
    pip_install --no-deps --no-build-isolation --editable .
}

# False where a peer is missing, and the measuring will say so.
install_peers() {
    local missing=()
    say "installing the engines to measure beside"
    if on_debian; then mapfile -t missing < <(listed_packages bench | missing_packages); fi
    if ((${#missing[@]})); then (refresh_package_lists && install_packages "${missing[@]}") || return 1; fi
    pip_install --require-hashes -r packaging/requirements-bench.txt
}

compile_translations() {
    local po
    for po in translations/*.po; do
        [[ $po -nt ${po%.po}.mo ]] && { "$env_python" packaging/compile_translations.py translations; return; }
    done
    return 0
}

# What the stamp stands for: the place, the interpreter's presence and every file that decides what is installed.
fingerprint() {
    { echo "$PWD"; cat packaging/requirements*.txt packaging/system-packages.txt packaging/setup.sh pyproject.toml; } |
        cksum
}

if ! [[ -x $env_python && -f $stamp && $(<"$stamp") == "$(fingerprint)" ]]; then
    ensure_system_packages
    ensure_environment
    install_requirements
    if [[ $goal == bench ]] && ! install_peers; then
        say "not every peer could be installed; going on without"
    else
        fingerprint >"$stamp"
    fi
    say "ready"
fi
compile_translations
