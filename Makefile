# Two commands do all set-up: `make demo` and `make test`. They need Python 3.11 or newer and the package index, no root.
# `make test` leaves the slow tests out; `make test-all` (and .ci/run) runs every one.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -q --disable-pip-version-check
PYTEST_MARK ?= not slow
PYTEST_ARGS ?=
# Tests wait for the disk more than for anything else; where there is room in memory their files stay there.
ROOM ?= $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 3000000 { print $$6 }')
# Tests start many processes: byte code is written once, whatever the shell says.
export PYTHONDONTWRITEBYTECODE :=
PROOF_DAY ?= $(shell date +%F)
PROOF_ARGS ?=
# `make lock LOCK_ARGS=--upgrade` takes newer versions; FURNISH=--strict refuses anything but the locked files.
LOCK_ARGS ?=
FURNISH ?=
SEARCH := python3 python3.13 python3.12 python3.11 python

# The first interpreter that starts and is new enough; PYTHON=... on the command line decides otherwise.
PYTHON ?= $(shell for one in $(SEARCH); do \
	if "$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$$one"; break; fi; done)

.PHONY: help demo test test-all coverage branches checks proof lowest pythons lock tables docs sample pictures format wheel clean
.DEFAULT_GOAL := help

help:
	@echo "make demo      set up, then make the sample report in netscout-demo/"
	@echo "make test      set up, then lint, types and tests (under three minutes)"
	@echo "make test-all  the same with the slow tests"
	@echo "make coverage  which lines and branches the tests that are not slow leave out"
	@echo "make branches  fails where a branch of sources, store or stages is left out"
	@echo "make checks    every numbered check; writes what came of it to docs/reference/checks.md"
	@echo "make proof     the long proofs, before a release: PROOF_ARGS=\"--points 5 --dry\" for a short look"
	@echo "make lowest    try the oldest packages that pyproject.toml allows"
	@echo "make pythons   environments of the other Pythons here, which the slow tests then compare"
	@echo "make lock      write the hash-locked versions in requirements/ anew"
	@echo "make tables    work out anew what matching keeps of its tables, after one of them changed"
	@echo "make docs      write docs/reference anew"
	@echo "make sample    write the sample page in reports/ anew, make pictures its pictures in docs/"
	@echo "make format    format the code and mend what the linter can mend"
	@echo "make wheel     build dist/*.whl"
	@echo "make clean     remove everything made here"

demo: $(VENV)/.netscout
	@$(BIN)/netscout demo

# While the types are checked on one core, pytest writes the byte code of the tests on the other.
test: $(VENV)/.tools
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m pytest --collect-only -qq >/dev/null 2>&1 & \
	$(BIN)/mypy -n 2; status=$$?; wait; exit $$status
	@TMPDIR="$${TMPDIR:-$(ROOM)}" $(BIN)/python -m pytest -n 2 --dist worksteal -m "$(PYTEST_MARK)" $(PYTEST_ARGS)

test-all:
	@$(MAKE) --no-print-directory test PYTEST_MARK=

# Tracing doubles what the tests take, so it has a command of its own.
coverage: $(VENV)/.tools
	@TMPDIR="$${TMPDIR:-$(ROOM)}" $(BIN)/python -m pytest -n 2 --dist worksteal --cov -m "$(PYTEST_MARK)" $(PYTEST_ARGS)

# In sources, store and the stages of the campaign every branch is taken by a test, or excluded beside it with a reason.
branches: $(VENV)/.tools
	@rm -rf build/branches; mkdir -p build/branches
	@TMPDIR="$${TMPDIR:-$(ROOM)}" COVERAGE_FILE=build/branches/.coverage $(BIN)/python -m pytest -n 2 --dist worksteal \
	-m "not slow or deep" --cov --cov-report= tests/sources tests/store tests/campaign tests/fuzz tests/app tests/cli $(PYTEST_ARGS)
	@COVERAGE_FILE=build/branches/.coverage $(BIN)/python -m coverage report --skip-covered --show-missing --fail-under=100 \
	--include="$$($(BIN)/python -m tests.proof.mutants)"

# Kills, errors, spoiled files, hostile texts and pages at full numbers, an hour or two; figures go to docs/explanation/proof.md with the
# day. PROOF_ARGS="--only pages" runs one part; a run that was stopped goes on where it was.
proof: branches
	@$(BIN)/python -m tests.properties.nine
	@TMPDIR="$${TMPDIR:-$(ROOM)}" $(BIN)/python -m tests.proof.run --today "$(PROOF_DAY)" $(PROOF_ARGS)
	@$(MAKE) --no-print-directory checks

# The tests that bear the number of a check, the slow ones too; the page is written whatever came of them.
checks: $(VENV)/.tools
	@status=0; TMPDIR="$${TMPDIR:-$(ROOM)}" $(BIN)/python -m pytest -n 2 --dist worksteal -m check \
	-p tests.recording --record-checks "$(PROOF_DAY)" $(PYTEST_ARGS) || status=$$?; \
	$(BIN)/python -m tools.make_docs checks.md; exit $$status

lowest: $(VENV)/.tools
	@rm -rf build/lowest
	@$(PYTHON) -m venv --without-pip build/lowest
	@$(BIN)/python -m tools.lowest > build/lowest/constraints.txt
	@$(PIP) --python build/lowest/bin/python install -c build/lowest/constraints.txt . --group test
	@build/lowest/bin/python -m pytest -m "$(PYTEST_MARK)" $(PYTEST_ARGS)

# Environments of the other Pythons found here, for the test that all of them give the same bytes.
pythons: $(VENV)/.tools
	@for one in 3.11 3.12 3.13 3.14; do if python$$one -c "" 2>/dev/null; then echo "Python $$one: build/python$$one"; \
	python$$one -m venv --without-pip build/python$$one && \
	$(PIP) --python build/python$$one/bin/python install --require-hashes -r requirements/run.lock; fi; done

# uv solves for all systems at once; it stands in a folder of its own and nothing else needs it.
lock: $(VENV)/.pip
	@test -x build/lock/bin/uv || $(PIP) install --target build/lock "uv>=0.9"
	@$(BIN)/python -m tools.lock $(LOCK_ARGS)

tables: $(VENV)/.tools
	@$(BIN)/python -m tools.key_labels
	@$(BIN)/python -m tools.build_tables

docs: $(VENV)/.tools
	@$(BIN)/python -m tools.make_docs
	@$(BIN)/python -m tools.licences

sample: $(VENV)/.tools
	@$(BIN)/python -m tools.make_sample_report

pictures: $(VENV)/.tools
	@$(BIN)/python -m tools.make_pictures

format: $(VENV)/.tools
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/python -m tools.strip_notebooks

wheel: $(VENV)/.tools
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist

clean:
	rm -rf $(VENV) build dist htmlcov netscout-demo .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Some systems ship Python without ensurepip: there the pip outside furnishes the environment.
$(VENV)/.pip:
	@test -n "$(PYTHON)" || { echo "netscout needs Python 3.11 or newer, and none was found." \
	"Install it, or name one: make demo PYTHON=/path/to/python3" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 \
	|| { echo "Setting up $(VENV) with $(PYTHON); this happens once."; $(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1; } \
	|| { $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip -q --python $(BIN)/python install pip; } \
	|| { echo "This Python can make no environment." \
	"Install its venv module (on Debian: python3-venv), then give the command again." >&2; exit 1; }
	@touch $@

# Every package from requirements/, each file held against its hash; hatchling, which builds netscout itself, is among them.
$(VENV)/.netscout: $(VENV)/.pip requirements/run.lock pyproject.toml
	@$(BIN)/python -m tools.furnish run.lock $(FURNISH)
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.tools: $(VENV)/.pip requirements/test.lock pyproject.toml
	@$(BIN)/python -m tools.furnish test.lock $(FURNISH)
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $(VENV)/.netscout $@
