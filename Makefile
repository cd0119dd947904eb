# The commands of this project; works with GNU make 3.81 (macOS) and newer, and sh.
#
# The environment lives in .venv. Two stamps in it say what is installed: .run (what kb needs) and
# .dev (what working on kb needs too). While they are newer than the lock files and pyproject.toml,
# nothing is installed and nothing asks the network.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
ARGS ?=

# A Python that the user names is used or refused; otherwise a newer one may stand in for an old python3.
ifeq ($(origin PYTHON),file)
CANDIDATES := $(PYTHON) python3.13 python3.12 python3.11
else
CANDIDATES := $(PYTHON)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo serve test test-fast programs lint format cli-docs lock wheel catalogue quality relevance bench clean

help: ## show this list
	@echo "Usage: make TARGET        (new here? make demo)"
	@echo
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)$$/\1|\2/p' Makefile \
		| awk -F '|' '{ printf "  %-10s %s\n", $$1, $$2 }'

demo: $(VENV)/.run ## index the starter documents and search them, in English and Spanish
	$(BIN)/kb ingest corpus/
	@echo
	$(BIN)/kb search "best interests" --limit 3
	@echo
	$(BIN)/kb search interes superior consular --limit 3
	@echo
	@echo "To search in a web page:              $(BIN)/kb serve"
	@echo "Para buscar en una página web:        $(BIN)/kb serve"

serve: $(VENV)/.run ## open the search page on this computer
	$(BIN)/kb serve $(ARGS)

# Each processor begins with a part of its own, so that what a file's tests share is made once.
test: $(VENV)/.dev programs ## run all tests, doctests included, on all processors
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

test-fast: $(VENV)/.dev ## run the tests that take less than a second each
	$(BIN)/python -m pytest -m "not slow" $(ARGS)

# Two programs that Python cannot install: one reads scans, one shows the pages. Where the system may
# install them, it does; the tests that miss one fail and name the command.
TESSERACT := tesseract-ocr tesseract-ocr-spa tesseract-ocr-eng
programs:
	@needed=; \
	command -v tesseract >/dev/null || needed="$(TESSERACT)"; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
		|| command -v google-chrome >/dev/null || needed="$$needed chromium"; \
	[ -z "$$needed" ] || { command -v apt-get >/dev/null && { \
		as=; [ "$$(id -u)" = 0 ] || as="sudo -n"; \
		echo "Installing what the tests need: $$needed ..." >&2; \
		$$as apt-get -qq update && \
		$$as env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$needed; \
	} >/dev/null; } || echo "Install for the tests: sudo apt-get install $$needed" >&2

lint: $(VENV)/.dev ## check style, types, architecture and lock files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	@if grep -nE '://|--(extra-)?index.url|--find-links|--trusted-host' requirements/*.lock; then \
		echo "A lock file names a host: take that line out, or write it again with 'make lock'." >&2; \
		exit 1; \
	fi

format: $(VENV)/.dev ## put the code in the common style
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

cli-docs: $(VENV)/.dev ## write docs/cli.md from the help of the commands
	$(BIN)/python -m tests.cli_reference > docs/cli.md

# Pins are kept where pyproject.toml allows it; UPGRADE=1 takes the newest of everything.
COMPILE := $(BIN)/uv pip compile --quiet --no-config --universal --generate-hashes \
	--python-version 3.11 --custom-compile-command "make lock" \
	$(if $(UPGRADE),--upgrade)

lock: $(VENV)/pyvenv.cfg ## write requirements/*.lock from pyproject.toml (UPGRADE=1: newest versions)
	$(PIP) install uv
	$(COMPILE) pyproject.toml --group build -o requirements/run.lock
	$(COMPILE) pyproject.toml --group dev -c requirements/run.lock -o requirements/dev.lock

wheel: $(VENV)/.dev ## build dist/*.whl and dist/*.tar.gz
	$(BIN)/python -m build --no-isolation

catalogue: $(VENV)/.dev ## compile the Spanish sentences after a change of kb.po
	$(BIN)/pybabel -q compile -d src/kb/locale -D kb

quality: $(VENV)/.dev ## print how right the records are, field by field (ARGS="--misses quotes")
	$(BIN)/python -m bench.quality $(ARGS)
	$(if $(ARGS),,$(BIN)/python -m bench.guidelines)

relevance: $(VENV)/.dev ## print how well answers are ranked (ARGS="--data DIR --plain")
	$(BIN)/python -m bench.relevance $(ARGS)

bench: $(VENV)/.dev ## run the benchmarks (ARGS="--texts DIR")
	$(BIN)/python -m bench $(ARGS)

clean: ## remove the environment, caches and builds; documents and index stay
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# -- The environment --------------------------------------------------------------------------

$(VENV)/pyvenv.cfg:
	@chosen=; \
	for python in $(CANDIDATES); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			chosen=$$python; break; \
		fi; \
	done; \
	if [ -z "$$chosen" ]; then \
		echo "kb needs Python 3.11 or newer (tried: $(CANDIDATES)):" \
			"install one, or name yours with 'make PYTHON=/path/to/python3'." >&2; \
		exit 1; \
	fi; \
	if ! "$$chosen" -c 'import ensurepip' 2>/dev/null; then \
		echo "$$chosen cannot make environments: its ensurepip is missing." \
			"On Debian and Ubuntu: sudo apt install python3-venv" >&2; \
		exit 1; \
	fi; \
	"$$chosen" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.run: $(VENV)/pyvenv.cfg requirements/run.lock pyproject.toml
	@echo "Installing what kb needs into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@echo "Installing what working on kb needs into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@
