# make demo          build and run the word-frequency example in three ways
# make test          build and run every test
# make dev           the same tests under asserts, ASan and UBSan
# make tsan          the programs of tests/lang with tasks under ThreadSanitizer
# make install-deps  install what the build needs (apt), or say what is missing
# make install       into PREFIX (default /usr/local)
BUILD  ?= build
TYPE   ?= release
JOBS   ?= $(shell nproc)
PREFIX ?= /usr/local
CMAKE   = cmake
unexport MAKEFLAGS

.PHONY: all demo test dev tsan install-deps install clean

all: install-deps
	@$(CMAKE) -S . -B $(BUILD) -G Ninja -DCMAKE_BUILD_TYPE=$(TYPE) > $(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@$(CMAKE) --build $(BUILD) -j $(JOBS)

install-deps:
	@tools/install-deps

demo: all
	@tools/demo $(BUILD)

test: all
	@tools/run-tests $(BUILD) $(JOBS)

dev:
	@$(MAKE) --no-print-directory test BUILD=build-dev TYPE=dev

tsan: install-deps
	@/usr/bin/python3 tests/tsan/run_tsan.py --build build-tsan --seconds 1200

install: all
	@$(CMAKE) --install $(BUILD) --prefix $(PREFIX)

clean:
	rm -rf build build-dev build-tsan build.log build-dev.log build-tsan.log
