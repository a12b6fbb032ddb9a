# One Makefile, all output under BUILD.
#   make demo    set up, build, make a brief of the example story
#   make check   set up, build, run all tests

BUILD ?= build
CC ?= cc
AR ?= ar
PREFIX ?= /usr/local

PACKAGES = libxml2-dev libutf8proc-dev libpcre2-dev libsqlite3-dev \
	libstemmer-dev libjansson-dev zlib1g-dev libcmocka-dev

XML_CFLAGS := $(shell xml2-config --cflags 2>/dev/null || echo -I/usr/include/libxml2)
LIBS = -lxml2 -lutf8proc -lpcre2-8 -lstemmer -ljansson -lz -lm

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
OPT ?= -O2 -g
CFLAGS_ALL = -std=c11 $(OPT) $(WARN) -fPIC -fvisibility=hidden \
	-ffp-contract=off -Iinclude $(XML_CFLAGS) $(CFLAGS)

LISTS := $(wildcard stopwords/de/*.txt)
ROOMS := $(wildcard src/*/*.c)
LIB_SRC := $(filter-out src/cli/%,$(ROOMS))
CLI_SRC := $(filter src/cli/%,$(ROOMS))
LIB_OBJ := $(LIB_SRC:src/%.c=$(BUILD)/o/%.o) $(BUILD)/o/lists.o
CLI_OBJ := $(CLI_SRC:src/%.c=$(BUILD)/o/%.o)
UNIT_SRC := $(wildcard tests/unit/test_*.c)
UNIT := $(UNIT_SRC:tests/unit/%.c=$(BUILD)/unit/%)

.PHONY: all unit clean
all: $(BUILD)/kernsatz $(BUILD)/libkernsatz.a

$(BUILD)/lists.c: src/lang/lists.awk $(LISTS)
	@mkdir -p $(@D)
	LC_ALL=C awk -f src/lang/lists.awk $(LISTS) >$@.tmp && mv $@.tmp $@

$(BUILD)/o/lists.o: $(BUILD)/lists.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Isrc -MMD -c $< -o $@

$(BUILD)/o/cli/%.o: src/cli/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -c $< -o $@

$(BUILD)/o/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Isrc -MMD -c $< -o $@

$(BUILD)/libkernsatz.a: $(LIB_OBJ)
	rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

$(BUILD)/kernsatz: $(CLI_OBJ) $(BUILD)/libkernsatz.a
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) $(CLI_OBJ) $(BUILD)/libkernsatz.a $(LIBS) -o $@

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libkernsatz.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Isrc -Itests/unit -MMD $< $(BUILD)/libkernsatz.a $(LIBS) -lcmocka -o $@

unit: $(UNIT)
	@for t in $(UNIT); do $$t || exit 1; done

clean:
	rm -rf $(BUILD)

-include $(wildcard $(BUILD)/o/*.d $(BUILD)/o/*/*.d $(BUILD)/unit/*.d)
