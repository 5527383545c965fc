# What can be done with this checkout; `make` alone lists it. Every target sets up first.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint screens bench faults soak mutation package windows deb lock licences translations

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what is missing: system libraries, fonts, .venv, the locked packages
	@packaging/setup.sh

run: setup ## open Dangol (without a display: make the picture tour)
	@packaging/run.sh

test: setup ## the tests, offscreen and in a real X window
	@packaging/test.sh

lint: setup ## style, types, import contracts
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache

screens: setup ## pictures of every screen into out/screens
	@packaging/screens.sh

bench: setup ## the benchmarks; prints ratios, writes docs/benchmarks.md
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.bench

faults: setup ## kill, fill and corrupt: what happens to the data; writes docs/faults.md
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.faults

soak: setup ## a week of use in the window: does anything grow; writes docs/soak.md
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.soak

mutation: setup ## changes of the code that no test notices; writes docs/mutation.md
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.mutation

package: setup ## the program as a folder, dist/dangol, and its self-test
	@packaging/package.sh
	@packaging/selftest.sh

windows: setup ## the program and its installer for Windows, built and tried under Wine
	@packaging/windows/build.sh
	@packaging/windows/trial.sh

deb: package ## the package for Debian and Ubuntu; installed, proven and removed again
	@packaging/linux/deb.sh
	@packaging/linux/trial.sh

lock: setup ## requirements.lock anew from pyproject.toml
	@packaging/lock.sh

licences: setup ## resources/licences.json anew: whose work is in the program
	@.venv/bin/python packaging/licences.py

translations: setup ## bring resources/i18n/*.ts up to date with the sources
	@packaging/translations.sh
