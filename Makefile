# One door for every command. `make` alone shows what there is.
PYTHON ?= python3
VENV ?= .venv
RUN := $(VENV)/bin
PAGE := tests/lab/static/node_modules
OLDEST := $(VENV)/oldest
CHROMIUM := $(shell command -v chromium || command -v chromium-browser)
PIP := $(RUN)/python -m pip --disable-pip-version-check --quiet install
PIP_OLDEST := $(RUN)/python -m pip --python $(OLDEST)/bin/python --disable-pip-version-check --quiet install

.DEFAULT_GOAL := help
.PHONY: help demo test test-unit check docs bench lock clean browser page oldest

help:  ## show the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

demo: $(VENV)/.installed  ## run the whole study on the bundled interviews, into ./demo
	@$(RUN)/interviews demo --into demo --fresh

test: $(VENV)/.installed browser page oldest  ## run every test: units, notebooks, documentation, crash tests
	@$(RUN)/python -m pytest -n 2 --dist loadfile

test-unit: $(VENV)/.installed  ## run the unit tests alone (under two minutes)
	@$(RUN)/python -m pytest -n 2 --dist loadfile -m "not slow"

check: $(VENV)/.checked page  ## style, types, and the direction of imports
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy
	@$(RUN)/lint-imports
	@test ! -x $(PAGE)/.bin/tsc || $(PAGE)/.bin/tsc -p src/interviews/lab/static/jsconfig.json
	@! $(RUN)/python -m pip list --format freeze | grep -iE '^(nvidia-|torch==|cuda-)' || \
	  { echo "torch or CUDA got into the plain installation: see docs/adr/0001-light-installation.md"; exit 1; }

docs: $(VENV)/.installed  ## run every example of the documentation and the notebooks
	@$(RUN)/python -m pytest -n 2 --dist loadfile tests/test_documentation.py tests/test_notebooks.py

bench: $(VENV)/.installed  ## measure, and print the figures for docs/benchmarks.md
	@$(RUN)/python benchmarks/bench_scale.py
	@$(RUN)/python benchmarks/anonymization.py --set bundled

lock: $(VENV)/.installed  ## write the exact versions that are installed now
	@{ sed -n '/^#/p' requirements.lock; $(RUN)/python -m pip freeze --exclude-editable --exclude interviews; } > requirements.new
	@mv requirements.new requirements.lock

clean:  ## remove the environment and what the commands made
	rm -rf $(VENV) $(PAGE) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 ..."; exit 1; }
	@echo "→ virtual environment in $(VENV)"
	@test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	@echo "→ installing $$(grep -cv '^#' requirements.lock) packages, about 1.2 GB, without torch (one to three minutes)"
	@$(PIP) --no-deps -r requirements.lock
	@echo "→ installing interviews from this folder"
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

browser: $(VENV)/.installed
	@if [ -n "$(CHROMIUM)" ]; then \
	  $(PIP) --no-deps -r requirements-browser.lock; \
	else echo "→ no Chromium here: tests of the workspace's page are left out"; fi

oldest: $(if $(CHROMIUM),$(OLDEST)/.installed)

# Only what belongs to the oldest JupyterLab is installed; for everything else it looks into the environment around it.
$(OLDEST)/.installed: $(VENV)/.installed requirements-oldest.lock
	@echo "→ installing the oldest JupyterLab that is supported, into $(OLDEST)"
	@$(RUN)/python -m venv --without-pip --clear $(OLDEST)
	@$(PIP_OLDEST) --no-deps -r requirements-oldest.lock
	@$(RUN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > \
	  "$$($(OLDEST)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/around.pth"
	@$(PIP_OLDEST) --no-deps --no-build-isolation -e .
	@touch $@

page:
	@if command -v npm >/dev/null; then \
	  npm install --prefix tests/lab/static --no-package-lock --no-audit --no-fund --silent; \
	else echo "→ no npm here: types and accessibility of the workspace's page are not checked"; fi

$(VENV)/.checked: $(VENV)/.installed requirements-check.lock
	@echo "→ installing the checking tools"
	@$(PIP) --no-deps -r requirements-check.lock
	@touch $@
