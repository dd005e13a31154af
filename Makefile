# Vigie: the commands of the house. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup setup-test setup-web demo serve screenshots build test contract audit bench lint format docs requirements

SWIFT_SOURCES := Package.swift Sources Tests
# A private PostgreSQL cluster around the tests; without the script the tests that need one say so.
WITH_POSTGRES := $(wildcard scripts/with-postgres)
# Tests that run at once: each may hold two databases and a process, and a process is not started safely beside more than
# a thousand open files (readdir of /proc/self/fd in Foundation).
TEST_WIDTH ?= 16
# `make test FILTER=KernelTests`, `make demo DEMO='--department 71 --scale 0.1'`
FILTER ?=
DEMO ?=
# `make bench BENCH='import milk' RUNS=3 SCALE=0.1`
BENCH ?=
RUNS ?=
SCALE ?= 1

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what building and running needs (Debian, Ubuntu)
	@scripts/setup-demo

setup-test: ## install what the tests need on top of it
	@scripts/setup-test

demo: setup ## build, then run a whole fictitious campaign into demo/
	swift build -c release --product vigie
	.build/release/vigie demo $(DEMO)
	@echo 'Dans le navigateur, avec un compte pour chaque rôle : make serve'

setup-web: ## install the front-end parts that pages use
	@scripts/setup-web
	@scripts/setup-passwords

serve: setup setup-web ## open Vigie in the browser, with a campaign to work on and an account for every role
	swift build -c release --product vigie
	test -e .web/demo/vigie.sqlite || .build/release/vigie demo --running --output .web/demo $(DEMO)
	@echo 'Ouvrez http://127.0.0.1:8080 avec un des comptes ci-dessous ; Ctrl-C arrête.'
	.build/release/vigie serve --demo --database sqlite:.web/demo/vigie.sqlite --today 2026-03-17

screenshots: setup-test setup-web ## make the pictures of the main pages again, into docs/images (fictitious data)
	swift build -c release --product vigie
	rm -rf .web/screenshots
	.test/venv/bin/python Tests/Browser/screenshots.py .build/release/vigie .web/screenshots docs/images

build: setup-test ## build the program and the tests; an import that Package.swift does not name is an error
	swift build --build-tests --explicit-target-dependency-import-check error

test: build ## run all tests, on SQLite and PostgreSQL (FILTER=Name for some)
	$(WITH_POSTGRES) swift test --disable-xctest --skip-build \
		--experimental-maximum-parallelization-width $(TEST_WIDTH) $(if $(FILTER),--filter $(FILTER))
	$(if $(FILTER),,python3 Tests/Contract/run.py)

contract: build ## part of test: the API held to its description, and used by a generated client
	python3 Tests/Contract/run.py

audit: build ## the long form: a thousand kills, long fuzzing; sqlmap over pages and API; known advisories
	VIGIE_AUDIT=1 $(WITH_POSTGRES) swift test --disable-xctest --skip-build \
		--experimental-maximum-parallelization-width $(TEST_WIDTH) $(if $(FILTER),--filter $(FILTER))
	@scripts/setup-audit
	$(if $(FILTER),,$(WITH_POSTGRES) python3 Tests/Audit/sqlmap.py)
	$(if $(FILTER),,scripts/advisories)

bench: ## speed, side by side with other programs; writes docs/performance.md (BENCH=, RUNS=, SCALE=)
	@scripts/setup-bench
	swift build -c release --product vigie
	swift build -c release --product bare-route
	$(WITH_POSTGRES) python3 Benchmarks/run.py $(if $(RUNS),--runs $(RUNS)) --scale $(SCALE) $(BENCH)

lint: ## check the formatting, change nothing
	swift format lint --recursive --parallel --strict $(SWIFT_SOURCES)

format: ## format all sources in place
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

docs: requirements ## regenerate the generated pages of docs/

requirements: ## what shows each requirement, and what is open; writes docs/requirements.md
	@scripts/requirements
