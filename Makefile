# Volte: `make demo` shows it, `make test` proves it. See README.md.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export VOLTE_HOME ?= $(CURDIR)/var
WORKERS ?= 2

# Where Python may not write what it compiled beside the source, it would compile all of Django anew for each process.
ifdef PYTHONDONTWRITEBYTECODE
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX ?= $(CURDIR)/$(VENV)/bytecode
endif

.PHONY: demo test test-crash lint types house check format bench setup clean

demo: $(VENV)/.ready
	@PORT=$(PORT) $(BIN)/volte demo

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest -q -n $(WORKERS)

# kill -9 of everything, RUNS times, while refunds are on their way; prints its seed (SEED=… repeats it).
test-crash: $(VENV)/.ready-dev
	$(BIN)/python -m tests.crash --runs $(or $(RUNS),300) $(if $(SEED),--seed $(SEED))

# mypy takes as long as the rest together.
lint: $(VENV)/.ready-dev
	@$(MAKE) --no-print-directory -j2 types house

types:
	$(BIN)/mypy

house:
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tools.check

check: lint test

format: $(VENV)/.ready-dev
	$(BIN)/ruff format -q .
	$(BIN)/ruff check -q --fix .

bench: $(VENV)/.ready-dev
	$(BIN)/python -m bench

setup: $(VENV)/.ready-dev

# pip checks every hash; uv does the same, faster, where it is installed.
$(VENV)/.ready: requirements.lock pyproject.toml
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Installing what Volte needs (about a minute)…"
	@if command -v uv >/dev/null; then VIRTUAL_ENV=$(CURDIR)/$(VENV) uv pip install -q --require-hashes -r requirements.lock; \
	else $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock; fi
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@if command -v uv >/dev/null; then VIRTUAL_ENV=$(CURDIR)/$(VENV) uv pip install -q --require-hashes -r requirements-dev.lock; \
	else $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock; fi
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache
