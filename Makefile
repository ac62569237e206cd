# Every target sets up what it needs: a virtual environment in .venv with the pinned dependencies.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test lint soak bench picture lexicon wheel clean

demo: $(READY)          ## open newstui on the bundled samples (a table where there is no terminal)
	@$(BIN)/newstui demo

test: $(READY)          ## borders, types, style and the fast tests
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/pytest -q -n auto --dist worksteal

soak: $(READY)          ## the slow runs: kills, floods, scale
	@$(BIN)/pytest -q -m slow

bench: $(READY)         ## the speed of reading beside jieba's, the figures of the archive beside newsboat's and notmuch's
	@$(BIN)/python -m tests.benchmarks.reading
	@$(BIN)/python -m tests.benchmarks

picture: $(READY)       ## the picture of the README, drawn from the real screen
	@$(BIN)/python -m tests.picture docs/screen.svg

lexicon: $(READY)       ## the word lists that are counted over the dictionary of jieba, written anew
	@$(BIN)/python tools/lexicon.py

wheel: $(READY)
	@$(BIN)/pip wheel -q --no-deps -w dist .

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newstui needs Python 3.11 or newer; name one: make PYTHON=python3.12 …")'
	@echo 'Setting up $(VENV) (once) …' >&2
	@$(PYTHON) -m venv $(VENV)
	@PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/pip install -q -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $(READY)

clean:
	rm -rf $(VENV) dist build
