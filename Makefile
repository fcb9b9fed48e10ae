# Two commands on a fresh machine: make today, make test. Everything the installer says goes to stderr.
.DELETE_ON_ERROR:
.PHONY: today test check faults install docs clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

today: $(VENV)/.program
	@$(BIN)/cmt today; code=$$?; echo "To have cmt for good: make install" >&2; exit $$code

test: $(VENV)/.test
	@$(BIN)/python -m pytest -m "not faults" -n auto --dist worksteal

check: $(VENV)/.check $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/commands.py --check
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest tests/base tests/programme tests/clinical tests/store tests/content
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report --include="cmt_cli/programme/*,cmt_cli/clinical/*" --fail-under=100 --show-missing --skip-covered

faults: $(VENV)/.test
	$(BIN)/python -m pytest -m faults -n auto --dist worksteal

docs: $(VENV)/.program
	$(BIN)/python docs/commands.py

# pipx where it is; else a link to this folder's own environment.
install: $(VENV)/.program
	@if command -v pipx >/dev/null 2>&1; then pipx install --force . >&2; \
	else mkdir -p "$$HOME/.local/bin" && ln -sf "$(CURDIR)/$(BIN)/cmt" "$$HOME/.local/bin/cmt" && \
	echo "cmt is linked from $$HOME/.local/bin. It lives in this folder, so keep the folder." >&2; \
	case ":$$PATH:" in *":$$HOME/.local/bin:"*) ;; *) echo "Add $$HOME/.local/bin to your PATH to run it by name." >&2 ;; esac; fi

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	{ echo "cmt needs Python 3.11 or newer, and $(PYTHON) is not that. Install one, or say: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	{ echo "This Python lacks venv or ensurepip. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@echo "Setting up, once. This takes a minute or so." >&2
	@$(PYTHON) -m venv $(VENV) >&2

$(VENV)/.program: pyproject.toml $(VENV)/bin/python
	@$(PIP) install -e . >&2
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/bin/python
	@$(PIP) install -e ".[test]" >&2
	@touch $(VENV)/.program $@

$(VENV)/.check: pyproject.toml $(VENV)/bin/python
	@$(PIP) install -e ".[test,check]" >&2
	@touch $(VENV)/.program $(VENV)/.test $@
