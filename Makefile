# `make run` sets everything up and runs the pipeline on the bundled sample; `make test` sets up and passes the tests.
# Both need Python 3.11 or later, make and a package index; nothing else is downloaded.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DO_NOT_TRACK := 1
export PREFECT_SERVER_ANALYTICS_ENABLED := false

.PHONY: run test check model lock clean-env

run: $(VENV)/.run
	$(BIN)/copydesk run flows/sample/corpus --to sample-warehouse

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Trains the bundled model anew: DATA is a folder like the one its card describes, START a spaCy pipeline to start from.
model: $(VENV)/.dev
	$(BIN)/python -m tasks.enrich.recipe model --data $(DATA) --work build/model $(if $(START),--start $(START))

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "copydesk needs Python 3.11 or later; give one with: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv $(VENV)
	touch $@

# The lock constrains itself (-c): some versions of pip look for the newest release of what is required with an extra, and
# then refuse it because the lock has no hash for it.
$(VENV)/.run: $(VENV)/.made requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -c requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock -c requirements-dev.lock
	touch $@

# Versions and hashes only: a lock that records download addresses must not be committed.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean-env:
	rm -rf $(VENV)
