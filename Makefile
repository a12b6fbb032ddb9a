# One Makefile; all output goes under BUILD.
#
#   make demo      set up, build, make a brief of the example story
#   make check     set up, build, run all tests
#   make           build the program, both libraries and the tests
#   make torture   what takes long: valgrind, want of memory, large inputs
#   make install   PREFIX (/usr/local), DESTDIR
#
# CC, CFLAGS and LDFLAGS are yours; HARDEN= turns the hardening flags off.

BUILD ?= build
CC ?= cc
AR ?= ar
OPT ?= -O2 -g
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man
INSTALL ?= install

VERSION := $(shell sed -n 's/.*KERNSATZ_VERSION "\(.*\)"/\1/p' include/kernsatz.h)
SONAME = libkernsatz.so.0

# What Debian calls what we need: to build and test; for make torture.
PACKAGES = gcc libc6-dev binutils libxml2-dev libutf8proc-dev libpcre2-dev \
	libstemmer-dev libjansson-dev zlib1g-dev libcmocka-dev
TORTURE_PACKAGES = valgrind strace mandoc g++

XML_CFLAGS := $(shell xml2-config --cflags 2>/dev/null || \
	echo -I/usr/include/libxml2)
LIBS = -lxml2 -lutf8proc -lpcre2-8 -lstemmer -ljansson -lz -lm

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
HARDEN ?= $(shell sh tests/run/flags.sh "$(CC)" -fstack-protector-strong \
	-fstack-clash-protection -fcf-protection=full \
	-ftrivial-auto-var-init=zero \
	-U_FORTIFY_SOURCE,-D_FORTIFY_SOURCE=3 \
	-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
HARDEN := $(HARDEN)
HARDEN_LD := $(filter -Wl%,$(HARDEN))
HARDEN_CC := $(filter-out -Wl%,$(HARDEN))

CFLAGS_ALL = -std=c11 $(OPT) $(WARN) -fPIC -fvisibility=hidden \
	-ffp-contract=off $(HARDEN_CC) -Iinclude $(XML_CFLAGS) $(CFLAGS)
LINK = $(CC) $(OPT) $(HARDEN_CC) $(CFLAGS) $(HARDEN_LD) $(LDFLAGS)

LISTS := $(wildcard stopwords/de/*.txt)
ROOMS := $(wildcard src/*/*.c)
LIB_SRC := $(filter-out src/cli/%,$(ROOMS))
CLI_SRC := $(filter src/cli/%,$(ROOMS))
LIB_OBJ := $(LIB_SRC:src/%.c=$(BUILD)/o/%.o) $(BUILD)/o/lists.o
CLI_OBJ := $(CLI_SRC:src/%.c=$(BUILD)/o/%.o)
UNIT_SRC := $(wildcard tests/unit/test_*.c)
UNIT := $(UNIT_SRC:tests/unit/%.c=$(BUILD)/unit/%)
BENCH_SRC := $(filter-out %/icu.c,$(wildcard tests/bench/*.c))
BENCH := $(BENCH_SRC:tests/bench/%.c=$(BUILD)/bench/%)
FUZZ_SRC := $(wildcard tests/fuzz/fuzz_*.c)
FUZZ := $(FUZZ_SRC:tests/fuzz/%.c=$(BUILD)/fuzz/%)
RUN_SRC := $(wildcard tests/run/*.c)
RUNNERS := $(RUN_SRC:tests/run/%.c=$(BUILD)/run/%)

.PHONY: all library program tests unit bench fuzz deps demo check torture asan \
	asan-tests layers symbols golden format install uninstall clean

all: program library tests

program: $(BUILD)/kernsatz
library: $(BUILD)/libkernsatz.a $(BUILD)/libkernsatz.so $(BUILD)/kernsatz.pc
tests: $(UNIT) $(RUNNERS)

# ---- building ----------------------------------------------------------------

# Objects follow the flags: another compiler or other flags build anew.
FLAGS = $(CC) $(CFLAGS_ALL) $(HARDEN_LD) $(LDFLAGS)
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@
.PHONY: FORCE
FORCE:

$(BUILD)/lists.c: src/lang/lists.awk $(LISTS)
	@mkdir -p $(@D)
	LC_ALL=C awk -f src/lang/lists.awk $(LISTS) >$@.tmp && mv $@.tmp $@

$(BUILD)/o/lists.o: $(BUILD)/lists.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Isrc -MMD -MP -c $< -o $@

# The program sees the public header and nothing else of the library.
$(BUILD)/o/cli/%.o: src/cli/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/o/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Isrc -MMD -MP -c $< -o $@

$(BUILD)/libkernsatz.a: $(LIB_OBJ)
	rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

$(BUILD)/$(SONAME): $(LIB_OBJ)
	$(LINK) -shared -Wl,-soname,$(SONAME) $(LIB_OBJ) $(LIBS) -o $@

$(BUILD)/libkernsatz.so: $(BUILD)/$(SONAME)
	ln -sf $(SONAME) $@

$(BUILD)/kernsatz: $(CLI_OBJ) $(BUILD)/libkernsatz.a
	$(LINK) -pie $(CLI_OBJ) $(BUILD)/libkernsatz.a $(LIBS) -o $@

$(BUILD)/kernsatz.pc: include/kernsatz.pc.in include/kernsatz.h FORCE
	@sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' \
	    -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' -e 's|@VERSION@|$(VERSION)|' \
	    $< >$@.tmp
	@cmp -s $@.tmp $@ && rm $@.tmp || mv $@.tmp $@

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libkernsatz.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Isrc -Itests/unit -MMD -MP $< \
	    $(BUILD)/libkernsatz.a $(LDFLAGS) $(LIBS) -lcmocka -o $@

$(BUILD)/bench/%: tests/bench/%.c $(BUILD)/libkernsatz.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Isrc -MMD -MP $< $(BUILD)/libkernsatz.a \
	    $(LDFLAGS) $(LIBS) -o $@

$(BUILD)/run/%: tests/run/%.c $(BUILD)/libkernsatz.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP $< $(BUILD)/libkernsatz.a $(LDFLAGS) \
	    $(LIBS) -o $@

# Our allocations go through counters that can refuse.
WRAP = -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free
$(BUILD)/run/memory: tests/run/memory.c $(BUILD)/libkernsatz.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP $< $(BUILD)/libkernsatz.a $(WRAP) \
	    $(LDFLAGS) $(LIBS) -o $@

-include $(wildcard $(BUILD)/o/*.d $(BUILD)/o/*/*.d $(BUILD)/unit/*.d \
	$(BUILD)/bench/*.d $(BUILD)/run/*.d)

# ---- testing -------------------------------------------------------------------

# A build inside another target: quiet, and on all processors unless -j was given.
SUB = @$(MAKE) --no-print-directory -s \
	$(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 1))

deps:
	@sh tests/run/deps.sh $(PACKAGES)

demo: deps
	$(SUB) program
	@sh tests/run/demo.sh $(BUILD)

check: deps
	$(SUB) all
	@CC="$(CC)" sh tests/run/check.sh $(BUILD)

unit: $(UNIT)
	@sh tests/run/unit.sh $(BUILD)

layers:
	@sh tests/run/layers.sh .

symbols: library
	@sh tests/run/symbols.sh $(BUILD)

# Writes the golden briefs anew: look at the difference before you commit it.
golden: program
	@sh tests/run/golden.sh $(BUILD) --write

# The sanitizers and tiny blocks, so that growing is tested by every test.
ASAN = BUILD=$(BUILD)/asan HARDEN= OPT="-O1 -g -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=all \
	-DARENA_BLOCK=256"

asan: deps
	$(SUB) $(ASAN) program tests
	@CC="$(CC)" sh tests/run/check.sh $(BUILD)/asan asan

torture: deps
	@sh tests/run/deps.sh $(TORTURE_PACKAGES)
	$(SUB) all
	$(SUB) $(ASAN) program tests
	@CC="$(CC)" sh tests/run/check.sh $(BUILD) torture

# make bench DATA=DIR, or one part of it, bench-split DATA=DIR: what DIR/data
# holds, judged by DIR/tools; see tests/bench/bench.py. Without DATA, and as
# bench-rooms, only what needs no data.
BENCH_PARTS = split speed brief rouge intake load

bench: $(if $(DATA),bench-data,bench-rooms)

bench-rooms: $(BENCH)
	@for b in $(BENCH); do $$b || exit 1; done

bench-data: program bench-icu
	@python3 tests/bench/bench.py $(BUILD) $(DATA)

$(BENCH_PARTS:%=bench-%): bench-%: program bench-icu
	@python3 tests/bench/bench.py $(BUILD) $(DATA) $*

# Only for comparison, so it may be missing.
bench-icu:
	@mkdir -p $(BUILD)/bench
	@$(CC) -O2 tests/bench/icu.c -licuuc -o $(BUILD)/bench/icu 2>/dev/null || \
	    true

.PHONY: bench-rooms bench-data bench-icu $(BENCH_PARTS:%=bench-%)

# libFuzzer on the fuzz programs, FUZZ_SECONDS each. Needs clang.
FUZZ_SECONDS ?= 20
fuzz:
	@sh tests/run/deps.sh $(PACKAGES) clang libclang-rt-14-dev
	$(SUB) BUILD=$(BUILD)/fuzzing CC=clang HARDEN= OPT="-O1 -g \
	    -fsanitize=fuzzer-no-link,address,undefined -DARENA_BLOCK=256 \
	    -fno-sanitize-recover=all" fuzz-programs
	@sh tests/run/fuzz.sh $(BUILD)/fuzzing $(FUZZ_SECONDS)

.PHONY: fuzz-programs
fuzz-programs: $(FUZZ)

$(BUILD)/fuzz/%: tests/fuzz/%.c $(BUILD)/libkernsatz.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Isrc -fsanitize=fuzzer $< $(BUILD)/libkernsatz.a \
	    $(LDFLAGS) $(LIBS) -o $@

format:
	clang-format -i include/*.h src/*/*.[ch] tests/*/*.[ch]

# ---- installing -------------------------------------------------------------------

install: program library
	$(INSTALL) -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBDIR)/pkgconfig \
	    $(DESTDIR)$(INCLUDEDIR) $(DESTDIR)$(MANDIR)/man1
	$(INSTALL) -m 755 $(BUILD)/kernsatz $(DESTDIR)$(BINDIR)/kernsatz
	$(INSTALL) -m 644 $(BUILD)/libkernsatz.a $(DESTDIR)$(LIBDIR)/
	$(INSTALL) -m 755 $(BUILD)/$(SONAME) $(DESTDIR)$(LIBDIR)/
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libkernsatz.so
	$(INSTALL) -m 644 include/kernsatz.h $(DESTDIR)$(INCLUDEDIR)/
	$(INSTALL) -m 644 $(BUILD)/kernsatz.pc $(DESTDIR)$(LIBDIR)/pkgconfig/
	$(INSTALL) -m 644 src/cli/kernsatz.1 $(DESTDIR)$(MANDIR)/man1/

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/kernsatz $(DESTDIR)$(LIBDIR)/libkernsatz.a \
	    $(DESTDIR)$(LIBDIR)/$(SONAME) $(DESTDIR)$(LIBDIR)/libkernsatz.so \
	    $(DESTDIR)$(INCLUDEDIR)/kernsatz.h \
	    $(DESTDIR)$(LIBDIR)/pkgconfig/kernsatz.pc \
	    $(DESTDIR)$(MANDIR)/man1/kernsatz.1

clean:
	rm -rf $(BUILD)
