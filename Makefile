# Elke opdracht is de enige die een nieuwkomer hoeft te typen; wat nodig is wordt eerst geïnstalleerd.
# Alleen `setup`, `setup-kern` en `lock` halen iets op van buiten.
PYTHON ?= python3
BIN := .venv/bin
KERN := .venv/.kern
ONTWIKKEL := .venv/.ontwikkel
CODE := core plugins tests bench examples voorbeelden

# De opmaak: bronnen in GEZICHT, gereedschap uit npm, vertalingen uit .po. Node komt van de machine, of anders uit PyPI.
GEZICHT := core/dakpan/web/gezicht
NODE := $(if $(shell command -v node && command -v npm),,.venv/.node)
NPM := $(GEZICHT)/node_modules/.package-lock.json
GEBOUWD := core/dakpan/web/statisch_gebouwd/manifest.json
BRONNEN := $(shell find core/dakpan -name node_modules -prune -o \( -path '$(GEZICHT)/*' -o -name '*.po' \) -type f -print)
MET_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"

# De tests starten vaak een Python; wat de vorige al vertaalde hoeft de volgende niet nog eens te vertalen.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup setup-kern systeem snel test lint types regels check demo voorbeelden schermen bench lock schoon

help: ## toont deze lijst
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(ONTWIKKEL) $(GEBOUWD) systeem ## maakt .venv met dakpan en alles om eraan te werken
setup-kern: $(KERN) $(GEBOUWD) ## maakt .venv met alleen wat nodig is om te draaien

$(KERN): requirements/kern.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes -r requirements/kern.txt
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

# De wielen van de kern blijven bewaard: de test van de vierde regelset installeert ze zonder netwerk.
$(ONTWIKKEL): $(KERN) requirements/ontwikkel.txt requirements/schematron.txt
	$(BIN)/python -m pip install -q --require-hashes -r requirements/ontwikkel.txt
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements/schematron.txt
	$(BIN)/python -m pip download -q --require-hashes -r requirements/kern.txt -d .venv/wielen
	touch $@

.venv/.node: $(KERN) requirements/node.txt
	$(BIN)/python -m pip install -q --require-hashes -r requirements/node.txt
	touch $@

$(NPM): $(GEZICHT)/package.json $(GEZICHT)/package-lock.json $(NODE)
	cd $(GEZICHT) && $(MET_NODE) npm ci --silent --ignore-scripts --no-audit --no-fund
	touch $@

$(GEBOUWD): $(KERN) $(NPM) $(BRONNEN)
	$(MET_NODE) $(BIN)/python $(GEZICHT)/bouw.py
	touch $@

systeem:
	@sh hulpmiddelen/systeem.sh

lint: $(ONTWIKKEL) ## stijl, opmaak en importrichtingen
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/lint-imports

types: $(ONTWIKKEL) ## mypy, streng
	$(BIN)/mypy core/dakpan plugins/uwv/dakpan_uwv plugins/g4/dakpan_g4 plugins/staphorst/dakpan_staphorst tests bench voorbeelden examples/gemeente_voorbeeld

regels: $(ONTWIKKEL) ## de tests van de regels: puur en snel
	$(BIN)/pytest -q -n 2 $(addprefix tests/,begrippen uitleg invoer regels plugins aanvraag huis) --ignore tests/aanvraag/loket

snel: lint types regels ## voor elke commit, onder een minuut

test: setup ## alle tests
	$(BIN)/pytest -q -n 2

# mypy gebruikt één processor; de tests ernaast vullen de andere. Wat eerst klaar is wacht op wat nog loopt.
check: setup lint ## wat CI draait
	$(MAKE) -j2 types test

demo: setup-kern ## vult een voorbeeld en opent het loket op http://127.0.0.1:8000
	$(BIN)/dakpan demo

voorbeelden: $(KERN) ## loopt drie voorbeeldzaken door op de terminal
	$(BIN)/python voorbeelden/demo.py

schermen: setup ## maakt de schermafdrukken in docs/schermen opnieuw
	DAKPAN_SCHERMEN=1 $(BIN)/pytest -q tests/browser/test_elke_pagina.py tests/browser/test_meespelen.py

bench: $(ONTWIKKEL) ## meet P1, P2 en P18 en schrijft bench/uitkomst.json
	$(BIN)/python bench/meet.py

lock: $(ONTWIKKEL) ## legt de versies opnieuw vast, met hashes en zonder adressen
	cd requirements && for naam in kern ontwikkel node; do ../$(BIN)/uv pip compile -q --upgrade --generate-hashes --universal --no-header --python-version 3.11 $$naam.in -o $$naam.txt; done
	cd requirements && ../$(BIN)/uv pip compile -q --upgrade --generate-hashes --universal --no-header --no-deps --python-version 3.11 schematron.in -o schematron.txt

schoon: ## verwijdert .venv en tussenresultaten
	rm -rf $(GEZICHT)/node_modules core/dakpan/web/statisch_gebouwd
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
