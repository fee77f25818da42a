# Two commands: `make demo` plays the story, `make test` proves the house. Both set everything up.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test walk chaos bench eval docs lint lock clean

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: rightsbot needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "make: python3-venv is missing; install it with: apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

demo: setup
	$(BIN)/rightsbot demo

# several processes run the same code: each file is compiled once for all of them
test: setup lint
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -rs

# every way of every matter of up to three rights, whole; prints the states and moves of each
walk: setup
	RIGHTSBOT_WALK=full $(BIN)/python -m pytest tests/workflows -n 2 -rP

# ten SIGKILLs in the middle of two hundred mails, on Dovecot and on the embedded server
chaos: setup
	RIGHTSBOT_CHAOS=full $(BIN)/python -m pytest tests/chaos -s

# finding, copying and erasing one person in registers of a hundred thousand, and what they cost bare
bench: setup
	PYTHONPATH=. $(BIN)/python benchmarks/bench.py

# what the reader makes of letters that are not the project's: make eval LETTERS=path/to/letters.jsonl
eval: setup
	PYTHONPATH=. $(BIN)/python benchmarks/read_letters.py $(or $(LETTERS),../shared/letters/letters.jsonl)

# docs/law.md from the marks of the tests, docs/workflows from the tables
docs: setup
	$(BIN)/python -m bot.workflow_pages docs/workflows
	$(BIN)/python -m pytest -p no:cacheprovider --print-law=docs/law.md

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# needs `uv` on the path; writes hashes and no address of any index
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --output-file requirements.lock

clean:
	rm -rf .venv var dist .pytest_cache .mypy_cache .ruff_cache
