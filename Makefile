# Each target works from nothing but Python >= 3.11; browser-code, for who changes a module, from Node >= 20.19.
PYTHON ?= python3
VENV := .venv
RUN := NO_MKDOCS_2_WARNING=1 $(VENV)/bin

.PHONY: serve site test quick check browser-code bench clean

serve: $(VENV)/ready
	$(RUN)/mkdocs serve --livereload --dev-addr 127.0.0.1:8000

site: $(VENV)/ready check
	$(RUN)/mkdocs build --strict --site-dir site

check: $(VENV)/ready
	@$(VENV)/bin/python -m playbooks check

test: $(VENV)/ready
	$(VENV)/bin/python tests/get_browser.py
	$(VENV)/bin/python tests/get_programs.py
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(RUN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# what one runs after a change: pure code, one behaviour of each feature, one page of each layout
quick: $(VENV)/ready check
	$(VENV)/bin/python tests/get_browser.py
	$(VENV)/bin/python tests/get_programs.py
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(RUN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal -m quick

browser-code: node_modules/.package-lock.json
	npm run --silent types
	npm run --silent lint
	npm run --silent rooms

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund

$(VENV)/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# what a visit and a build cost, into the table of README.md
bench: $(VENV)/ready
	$(VENV)/bin/python tests/get_browser.py
	$(RUN)/python tests/bench.py --write -n 10 -n 100

clean:
	rm -rf $(VENV) site node_modules
