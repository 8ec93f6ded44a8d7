# The targets that people use. Each sets up what it needs; all are safe to repeat.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# A target may import only what Package.swift says that it uses.
CHECKED := --explicit-target-dependency-import-check error
# One pass of the optimiser over all targets: small functions of one floor are used on every other.
RELEASE := -c release --static-swift-stdlib -Xswiftc -cross-module-optimization -Xlinker -s
NOMODEX := .build/release/nomodex
CODEX_TITLE := Codex of the Republic of Zalesia

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup:
	@bash .ci/setup

.PHONY: build
build: setup ## Build the release program, .build/release/nomodex
	swift build $(CHECKED) $(RELEASE) --product nomodex

.PHONY: codex
codex: build ## Check the model framework and its drafts, and publish the framework in dist/
	$(NOMODEX) check Corpus --exit-zero
	$(NOMODEX) build Corpus/acts Corpus/amending Corpus/translations --consolidated --output dist --title "$(CODEX_TITLE)"
	@echo "Open dist/index.html"

.PHONY: test
test: setup ## Run all tests
	swift build $(CHECKED) --build-tests
	swift test --skip-build

# A generated page is what the program prints.
PAGE = .build/debug/nomodex $(1) > .build/$(2).md && cmp .build/$(2).md Documentation/$(2).md \
	  || { echo "Documentation/$(2).md is not what the program prints: run make golden" >&2; exit 1; }

.PHONY: lint
lint: setup ## Check layout, imports, file lengths and generated pages
	swift format lint --strict --recursive --parallel Sources Tests Templates Package.swift
	@bash .ci/lint
	swift build $(CHECKED)
	@$(call PAGE,rules --pages,Rules)
	@$(call PAGE,dialects --pages,Dialects)
	@$(call PAGE,explain requirements,Requirements)
	@$(call PAGE,explain amendments,Amendments)

.PHONY: format
format: ## Lay out the sources
	swift format --in-place --recursive --parallel Sources Tests Templates Package.swift

.PHONY: golden
golden: setup ## Write generated pages and transcripts anew; the test run then fails on purpose
	swift build $(CHECKED) --build-tests
	.build/debug/nomodex rules --pages > Documentation/Rules.md
	.build/debug/nomodex dialects --pages > Documentation/Dialects.md
	.build/debug/nomodex explain requirements > Documentation/Requirements.md
	.build/debug/nomodex explain amendments > Documentation/Amendments.md
	NOMODEX_GOLDEN=1 swift test --skip-build --filter "CommandLineTests|ModelAmendmentsTests"

.PHONY: gold
gold: build ## Carry out the instructions of a law library and compare with its official publication
	@bash Benchmarks/gold.sh

.PHONY: bench
bench: build ## Compare speed and memory with libxml2 itself, and prove that no word is lost
	bash Benchmarks/run.sh
	python3 Benchmarks/conserve.py

.PHONY: clean
clean: ## Remove what was built
	rm -rf .build dist
