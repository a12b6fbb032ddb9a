/*
 * cli.h - what the files of the program share. The program knows the front door
 * of the library, libc and, for lines that come packed, zlib.
 *
 * A run is one request: arguments.c makes it by the options of options.c,
 * commands.c does it with the library, say.c words what happened, output.c
 * brings the result to where it belongs.
 */
#ifndef CLI_H
#define CLI_H

#include <kernsatz.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Exit status of the program; a worse one is a larger number. */
enum { DONE = 0, PARTLY = 1, CALLED_WRONGLY = 2, FAILED = 3 };

/* ---- requests ----------------------------------------------------------- */

enum command { BRIEF, PICK, SPLIT, CLEAN, EXPLAIN, CHECK, COMMANDS };

#define FORMATS 5

struct request {
    enum command command;
    struct kernsatz_options options;
    enum kernsatz_format format[FORMATS];
    int nformat;            /* 0: not said with -f */
    const char *output;     /* NULL: standard output */
    const char *meta, *stopwords, *abbreviations; /* files */
    const char *sources;    /* a folder, or one file */
    bool limited;           /* a limit was given: the default does not hold */
    bool all;               /* --scores, --show-removed */
    bool offsets;
    bool records;           /* --from=jsonl */
    const char *group_by;
    int loud;               /* -1: errors only, 0, 1: more */
    char **file;            /* operands; "-" where none was needed or given */
    int nfile;
    char *standard_input[1];
};

/*
 * Reads the arguments into *R. Returns true where there is something to do;
 * otherwise *STATUS is the exit status (help and version were printed, or a
 * message).
 */
bool options_read(int argc, char **argv, struct request *r, int *status);

#define ON(command) (1u << (command))

/* Letters of the options that every command has; others without a letter have
 * greater numbers. */
enum { OPTION_HELP = 256, OPTION_VERSION };

/* Rows of the table, at most. */
#define OPTIONS_MAX 64

/* One option of a command: a row of the table in options.c. */
struct option_row {
    const char *name;
    int letter;             /* short form, or a number above all letters */
    const char *value;      /* what --help calls the value; NULL: takes none */
    unsigned commands;      /* 1 << enum command, ... */
    bool (*set)(struct request *r, const char *value); /* false: not allowed */
    const char *help;       /* lines */
    const char *allowed;    /* what a value may be, for the message */
};

extern const struct option_row option_table[];
extern const size_t option_rows;

/* help.c: to standard output; the exit status. */
int help_general(void);
int help_command(enum command c);
int help_version(void);
const char *command_name(enum command c);

/* value.c: strict readers of values; all of VALUE or false. */
bool value_count(const char *value, uint32_t *n);   /* 1 ... 2^32 - 1 */
bool value_percent(const char *value, double *p);   /* above 0, up to 100 */
int value_place(const char *value, const char *const names[]); /* -1: none */
bool value_formats(const char *value, struct request *r);
bool value_suffix(const char *path, enum kernsatz_format *format);
const char *format_suffix(enum kernsatz_format format);

/* ---- messages ----------------------------------------------------------- */

/* What was said so far, and how loud to be. */
struct say {
    int loud;
    int status;             /* the worst so far */
    uint32_t skipped;
};

/* "kernsatz: FILE: TEXT" on standard error; FILE may be NULL, is escaped. */
void say_error(struct say *s, int status, const char *file, const char *text);

/* Why nothing could be done. */
void say_failure(struct say *s, enum kernsatz_status status);

/* Length of the valid UTF-8 sequence (RFC 3629) at P, its code point in *C; 0:
 * there is none. P ends in NUL. */
int say_sequence(const unsigned char *p, uint32_t *c);

/* The listener of the library; CONTEXT is the struct say. */
void say_remark(void *context, const struct kernsatz_remark *remark);

/* The last line of brief. */
void say_ledger(const struct say *s, const struct kernsatz_ledger *ledger);

/* What a sentence of the brief is, with -v. */
void say_sentence(const struct say *s, const struct kernsatz_sentence *t);

/* ---- bytes in and out --------------------------------------------------- */

/* Bytes in memory of the program. */
struct bytes {
    char *at;
    size_t len, cap;
    bool no_memory;         /* something could not be added */
};

bool bytes_add(struct bytes *b, const char *at, size_t len);

/* Reads PATH ("-": standard input) whole. False: *REMARK says why not. A NUL
 * that does not count stands behind the end. */
bool bytes_read(struct bytes *b, const char *path,
                struct kernsatz_remark *remark);

/* Where the result of a command goes: standard output at once, or memory until
 * all is known to be well. */
struct output {
    struct kernsatz_sink sink;
    const char *path;       /* NULL: standard output */
    struct bytes bytes;
    int why;                /* errno of standard output, or 0 */
};

void output_open(struct output *o, const char *path);

/* Ends the output and says what went wrong with it. KEEP false: throws away
 * what was not written yet. */
void output_close(struct output *o, struct say *s, bool keep);

/* Flushes and closes standard output; false: some of it was lost. */
bool output_finish(void);

/* ---- JSON Lines in --------------------------------------------------------- */

struct lines;

/* NULL: errno has the reason. */
struct lines *lines_open(const char *path);
void lines_close(struct lines *l);

enum lines_result { LINES_LINE, LINES_END, LINES_FAILED };

/* The next line, without its end; it may come with a FAULT of its own. A NUL
 * that does not count stands behind it. FAILED: FAULT has the reason. */
enum lines_result lines_next(struct lines *l, struct bytes *line,
                             const char **fault);

/* brief, pick and clean of the records in the files of R. */
void run_records(const struct request *r, struct say *s, kernsatz *h);

/* ---- commands ----------------------------------------------------------- */

/* check.c */
void run_check(const struct request *r, struct say *s, kernsatz *h);

/* Does R; the exit status. */
int command_run(const struct request *r);

/* Makes and writes one brief of what was added to H. */
void run_brief(const struct request *r, struct say *s, kernsatz *h);

/* Adds a table of metadata; false: said why not. */
bool add_meta(const char *path, struct say *s, kernsatz *h);

/* Opens a handle with the options of R; NULL: said why not. */
kernsatz *handle_open(const struct request *r, struct say *s);

/* Adds the operands of R and its table; false: it makes no sense to go on, said
 * why. */
bool handle_add(const struct request *r, struct say *s, kernsatz *h);

/* explain.c */
void run_explain(const struct request *r, struct say *s);

#endif
