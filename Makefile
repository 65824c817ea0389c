# Signpost. `make run` serves it, `make test` tests it; both make the environment first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run test check chaos fuzz fuzz-api bench bench-memory bench-reader bench-imports bench-snapshot bench-proof bench-desk bench-api setup clean
.DEFAULT_GOAL := help

help: ## what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 22

run: .venv/ready ## serve the web chat at http://127.0.0.1:8080, and Telegram if TELEGRAM_TOKEN is set
	@exec $(BIN)/python -m bot run

# One more than there are cores by default: a quarter of the time is spent waiting for databases and processes.
WORKERS ?= 3

test: .venv/ready-for-tests ## run all tests
	$(BIN)/python -m pytest -n $(WORKERS)

check: .venv/ready-for-tests ## style, types and which package may import which
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

chaos: .venv/ready-for-tests ## kill replicas and the database under call backs, for less than five minutes
	@$(BIN)/python -m tests.chaos

bench: .venv/ready-for-tests ## answers a second in process and by webhook, and the ratios to a bare aiogram handler
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.webhook

bench-memory: .venv/ready-for-tests ## memory while UPDATES (100000) are answered by webhook
	@$(BIN)/python -m bench.webhook $(or $(UPDATES),100000)

bench-reader: .venv/ready-for-tests ## how well and how fast texts and places are read
	@$(BIN)/python -m bench.reading
	@$(BIN)/python -m bench.understanding

fuzz: .venv/ready-for-tests ## read texts that nobody would write, for SECONDS (60)
	@$(BIN)/python -m tools.fuzz $(or $(SECONDS),60)

fuzz-api: .venv/ready-for-tests ## send the interface requests that nobody would write, made up from its OpenAPI
	@HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest -q tests/bot/web/api -k openapi_says

bench-imports: .venv/ready-for-tests ## cases a second, and the ratio to the bare driver, on both databases
	@$(BIN)/python -m bench.imports

bench-snapshot: .venv/ready-for-tests ## a directory of national size: build time and memory
	@$(BIN)/python -m bench.snapshot

bench-proof: .venv/ready-for-tests ## how long a year of West Mercia takes to prove
	@$(BIN)/python -m bench.proofs

bench-desk: .venv/ready-for-tests ## the desk with 200 pages open: answers a second, and the ratio to a bare endpoint
	@$(BIN)/python -m bench.desk

bench-api: .venv/ready-for-tests ## what an answer by HTTP costs above the answer itself
	@$(BIN)/python -m bench.interface

setup: .venv/ready .venv/ready-for-tests ## make the environment in .venv

clean: ## remove the environment and caches; data stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'Signpost needs Python 3.11 or newer: name one, as in make PYTHON=python3.11 run' >&2; exit 2; }
	@echo 'Making the environment in .venv ...'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 2; }

# The marks are set only when an installation went through, so an interrupted one is done again.
.venv/ready: requirements.txt | .venv/bin/python
	@echo 'Installing what Signpost runs on; the first time this takes a minute ...'
	@$(BIN)/python -m pip install --disable-pip-version-check --requirement requirements.txt
	@touch $@

.venv/ready-for-tests: requirements-dev.txt .venv/ready
	@echo 'Installing what Signpost is tested with ...'
	@$(BIN)/python -m pip install --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@
