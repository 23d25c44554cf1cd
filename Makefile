# Each target sets itself up: all that a machine needs is python3 (3.11 or later) and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test lint types docs dist gate gate-accept clean

help:
	@echo "make demo   extract the quotes of a bundled article"
	@echo "make test   run the test suite"
	@echo "make lint   check style and the imports between rooms"
	@echo "make types  check types"
	@echo "make docs   build the documentation into site/"
	@echo "make dist   build wheel and source distribution into dist/ and try the wheel"
	@echo "make gate   compare what is extracted with golden output, and scores with their floors"
	@echo "make gate-accept  write what is extracted as golden; see docs/gate.md"
	@echo "make clean  remove all that the targets above made"

# torch first and by its exact version: with it in place nothing looks for another build of it.
$(READY): pyproject.toml constraints.txt
	@echo "setting up $(VENV) (once, a few minutes)"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet -c constraints.txt torch==2.13.0 setuptools
	$(BIN)/python -m pip install --quiet --no-build-isolation -c constraints.txt -e ".[dev]"
	@touch $@

demo: $(READY)
	@$(BIN)/python -m quotes extract fixtures/demo.txt

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check quotes tests
	$(BIN)/ruff format --check quotes tests
	$(BIN)/lint-imports

types: $(READY)
	$(BIN)/mypy

docs: $(READY)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

# ARGS="--python python3.13": the Python that the wheel is tried with
dist: $(READY)
	@$(BIN)/python -m tests.dist $(ARGS)

# ARGS="--only fixtures,seeds", ARGS=--all: see docs/gate.md
gate: $(READY)
	@$(BIN)/python -m tests.gate $(ARGS)

gate-accept: $(READY)
	@$(BIN)/python -m tests.gate --accept $(ARGS)

clean:
	rm -rf $(VENV) build dist site quotes_nlp.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find quotes tests -name __pycache__ -type d -prune -exec rm -rf {} +
