# make            the targets
# make run        prepare this machine and open the application; ARGS="..." is handed to the program
# make test       prepare and run everything CI runs; TESTS=tests/domain for a part, PYTEST="-k name" for options
# make check      style, types, import contracts, dead code; make -k check goes on after a failure
# make format     put the style right
# make torture    what takes hours: full disks, kill -9, flipped bits, power cuts, hostile files, pages destroyed;
# make torture    ARGS="kill flip" for some of full, kill, flip, cut, fuzz and entry; MOMENTS=500 for more of entry;
# make torture    SHARE=0.02 for so much of the others, SALVAGED=600 for pages destroyed in a smaller store
# make bench      measure beside floors and peers; prints a table; ARGS=report for a part, else writes results.json
# make setup      prepare only
# make lock       renew the pinned requirements after a change in pyproject.toml; UPGRADE=1 takes newer releases
# make clean      remove everything that can be made again
#
# Needs a POSIX system with bash; everything else is installed by packaging/setup.sh.

SHELL := /bin/bash
BIN := .venv/bin
PACKAGES := snhr_desktop tests packaging $(wildcard benchmarks)

ARGS ?=
TESTS ?=
# One more than there are cores: tests of windows wait.
PYTEST ?= -n $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --dist loadfile --no-loadscope-reorder
UPGRADE ?=
MOMENTS ?= 50
SHARE ?= 1
SALVAGED ?= 4000

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-bench run test check style types contracts dead-code compiled format torture bench lock clean

help:
	@sed -n 's/^# make/make/p' Makefile

setup:
	@packaging/setup.sh run

setup-dev:
	@packaging/setup.sh test

setup-bench:
	@packaging/setup.sh bench

run: setup
	@packaging/run.sh $(ARGS)

check: style types contracts dead-code

style: setup-dev
	@echo "• style"
	@$(BIN)/ruff format --check --quiet $(PACKAGES) || { echo "not formatted: run make format"; exit 1; }
	@$(BIN)/ruff check --quiet $(PACKAGES)

types: setup-dev
	@echo "• types"
	@$(BIN)/mypy $(PACKAGES)

contracts: setup-dev
	@echo "• import contracts"
	@$(BIN)/lint-imports --no-logo

dead-code: setup-dev
	@echo "• dead code"
	@$(BIN)/vulture

# The tests as Python reads them, made once and beside the checks: each worker that finds none makes all of them anew.
compiled: setup-dev
	@PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/pytest --collect-only -qq >/dev/null 2>&1 || true

# Many tests start the program anew: it is compiled once for all of them, whatever the machine is set to.
test: check
	@echo "• tests"
	@PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/pytest $(PYTEST) $(TESTS)

format: setup-dev
	@$(BIN)/ruff check --quiet --fix $(PACKAGES) || true
	@$(BIN)/ruff format --quiet $(PACKAGES)

torture: setup-dev
ifneq ($(if $(ARGS),$(filter entry,$(ARGS)),all),)
	@SNHR_MOMENTS=$(MOMENTS) QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 tests/journeys/test_killed.py
	@SNHR_MOMENTS=$(MOMENTS) $(BIN)/pytest -n 2 -k killed tests/store/test_backups.py tests/store/test_restore.py
	@SNHR_TAMPERED_COLUMNS=1000 SNHR_TAMPERED_CHANCE=$$(date +%s) $(BIN)/pytest -k "any_column or taken_or_slipped" tests/store/test_tampering.py
	@SNHR_SALVAGE_INCIDENTS=$(SALVAGED) SNHR_SALVAGE_TRIES=20 $(BIN)/pytest -n 2 -k forty tests/store/test_salvage.py
endif
ifneq ($(if $(ARGS),$(filter-out entry,$(ARGS)),all),)
	@SNHR_TORTURE_SHARE=$(SHARE) $(BIN)/python -m tests.torture $(filter-out entry,$(ARGS))
endif

# Processes that help are started anew: the program is compiled, as it is where it is installed.
bench: setup-bench
	@PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

# Reads the registry that uv is configured for and writes no address; hashes cover every platform and Python.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

lock: setup-dev
	@$(LOCK) pyproject.toml --group build --output-file packaging/requirements.txt
	@$(LOCK) --group dev --constraint packaging/requirements.txt --output-file packaging/requirements-dev.txt
	@$(LOCK) --group bench --constraint packaging/requirements-dev.txt --output-file packaging/requirements-bench.txt

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist out
	@rm -f translations/*.mo
	@find $(PACKAGES) -name __pycache__ -prune -exec rm -rf {} +
