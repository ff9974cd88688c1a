# Two commands matter: `make run` (the main job on the starter corpus, then at a terminal the explorer) and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup run test lint evaluate test-neo4j test-browser clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	@echo "Installing into $(VENV); this takes some minutes, once. Ctrl-C stops it."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

run: setup
	$(BIN)/shanshui ingest corpus/starter
	$(BIN)/shanshui show department 水务局
	@if [ -t 1 ]; then echo "Opening the explorer; Ctrl-C stops it." && $(BIN)/shanshui serve; \
	else echo "To open the explorer: $(BIN)/shanshui serve (Ctrl-C stops it)"; fi

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	@echo "Running all tests, then the floors of quality; this takes some minutes. Ctrl-C stops it."
	$(BIN)/pytest -n auto --maxprocesses 8 --dist loadfile
	$(BIN)/shanshui evaluate tests/gold

evaluate: setup
	$(BIN)/shanshui evaluate tests/gold

# Two servers of our own at once, or the one that is given, which two programs of tests would empty for each other.
test-neo4j: setup
	$(BIN)/pytest -m 'neo4j and not browser' -n $(if $(NEO4J_URI),0,2) --dist loadfile -rP

test-browser: setup
	$(BIN)/pytest -m browser -s --durations=5

clean:
	rm -rf $(VENV) .shanshui
