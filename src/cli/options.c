/*
 * options.c - the table of all options, and the reader of arguments that goes
 * by it. Help is made from the same table, so that what a command takes and
 * what its help says cannot differ.
 */
#define _GNU_SOURCE
#include "cli.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#define ON(c) (1u << (c))
#define ALL (ON(BRIEF) | ON(PICK) | ON(SPLIT) | ON(CLEAN))

/* Long options without a letter. */
enum {
    DATE = 256,
    META,
    COPY_SOURCE,
    ORDER,
    SCORER,
    STOPWORDS,
    ABBREVIATIONS,
    OFFSETS,
    KEEP,
    DROP,
    FROM,
    GROUP_BY,
    SHOW_REMOVED,
    SCORES,
    HELP,
    VERSION
};

/* ---- setting ------------------------------------------------------------ */

static bool set_output(struct request *r, const char *v)
{
    r->output = strcmp(v, "-") ? v : NULL;
    return *v != 0;
}

static bool set_words(struct request *r, const char *v)
{
    r->limited = true;
    return value_count(v, &r->options.words);
}

static bool set_chars(struct request *r, const char *v)
{
    r->limited = true;
    return value_count(v, &r->options.chars);
}

static bool set_sentences(struct request *r, const char *v)
{
    r->limited = true;
    return value_count(v, &r->options.sentences);
}

static bool set_ratio(struct request *r, const char *v)
{
    r->limited = true;
    return value_percent(v, &r->options.ratio);
}

static bool set_formats(struct request *r, const char *v)
{
    return value_formats(v, r);
}

/* pick and clean: one of text and JSON Lines. */
static bool set_listing(struct request *r, const char *v)
{
    return value_formats(v, r) && r->nformat == 1 &&
           (r->format[0] == KERNSATZ_TEXT || r->format[0] == KERNSATZ_JSONL);
}

static bool set_lang(struct request *r, const char *v)
{
    r->options.lang = v;
    return *v != 0;
}

static bool set_target(struct request *r, const char *v)
{
    r->options.target_lang = v;
    return *v != 0;
}

static bool set_date(struct request *r, const char *v)
{
    r->options.date = v;
    return *v != 0;
}

static bool set_meta(struct request *r, const char *v)
{
    r->meta = v;
    return *v != 0;
}

static bool set_from(struct request *r, const char *v)
{
    static const char *const names[] = {"files", "jsonl", NULL};
    int i = value_place(v, names);

    r->records = i == 1;
    return i >= 0;
}

static bool set_group_by(struct request *r, const char *v)
{
    r->group_by = v;
    return *v != 0;
}

static bool set_keep(struct request *r, const char *v)
{
    r->options.keep = v;
    return *v != 0;
}

static bool set_drop(struct request *r, const char *v)
{
    r->options.drop = v;
    return *v != 0;
}

static bool set_stopwords(struct request *r, const char *v)
{
    r->stopwords = v;
    return *v != 0;
}

static bool set_abbreviations(struct request *r, const char *v)
{
    r->abbreviations = v;
    return *v != 0;
}

static bool set_order(struct request *r, const char *v)
{
    static const char *const names[] = {"story", "time", "score", NULL};
    int i = value_place(v, names);

    if (i >= 0)
        r->options.order = (enum kernsatz_order)i;
    return i >= 0;
}

static bool set_scorer(struct request *r, const char *v)
{
    static const char *const names[] = {"kernsatz", "textrank", "lexrank",
                                        "centroid", "lead",     NULL};
    int i = value_place(v, names);

    if (i >= 0)
        r->options.scorer = (enum kernsatz_scorer)i;
    return i >= 0;
}

static bool set_copy_source(struct request *r, const char *v)
{
    (void)v;
    r->options.copy_source = 1;
    return true;
}

static bool set_offsets(struct request *r, const char *v)
{
    (void)v;
    r->offsets = true;
    return true;
}

static bool set_all(struct request *r, const char *v)
{
    (void)v;
    r->all = true;
    return true;
}

static bool set_quiet(struct request *r, const char *v)
{
    (void)v;
    r->loud = -1;
    return true;
}

static bool set_verbose(struct request *r, const char *v)
{
    (void)v;
    r->loud = 1;
    return true;
}

/* ---- the table ---------------------------------------------------------- */

#define COUNT "a whole number from 1 to 4294967295"

/* In the order of --help. */
const struct option_row option_table[] = {
    {"output", 'o', "FILE", ALL, set_output,
     "write FILE, completely or not at all; a device, FIFO\n"
     "or link is written in place (default: standard output)",
     "the name of a file"},
    {"format", 'f', "NAME[,NAME]", ON(BRIEF), set_formats,
     "text, md, jsonl, xliff (1.2) or xliff2 (2.0); several\n"
     "append .txt .md .jsonl .xlf .2.xlf to the FILE of -o\n"
     "(default: by the suffix of FILE, else text)",
     "text, md, jsonl, xliff, xliff2, each at most once"},
    {"format", 'f', "NAME", ON(PICK) | ON(CLEAN), set_listing,
     "text or jsonl (default: by the suffix of FILE, else\n"
     "text)",
     "text or jsonl"},
    {"words", 'w', "N", ON(BRIEF), set_words, "at most N words (default: 200)",
     COUNT},
    {"words", 'w', "N", ON(PICK), set_words, "at most N words of each article",
     COUNT},
    {"chars", 'c', "N", ON(BRIEF) | ON(PICK), set_chars,
     "at most N characters, counting one blank between\n"
     "sentences",
     COUNT},
    {"sentences", 'n', "N", ON(BRIEF) | ON(PICK), set_sentences,
     "at most N sentences", COUNT},
    {"ratio", 'r', "P%", ON(BRIEF), set_ratio,
     "at most P per cent of the words of the articles",
     "a number above 0, up to 100, as in 7.5%"},
    {"ratio", 'r', "P%", ON(PICK), set_ratio,
     "at most P per cent of the words of each article\n"
     "(default: 20%)",
     "a number above 0, up to 100, as in 7.5%"},
    {"order", ORDER, "NAME", ON(BRIEF), set_order,
     "story, time or score (default: story)", "story, time or score"},
    {"scorer", SCORER, "NAME", ON(BRIEF) | ON(PICK), set_scorer,
     "kernsatz, textrank, lexrank, centroid or lead\n"
     "(default: kernsatz)",
     "kernsatz, textrank, lexrank, centroid or lead"},
    {"scores", SCORES, NULL, ON(PICK), set_all,
     "all sentences, with their scores", NULL},
    {"offsets", OFFSETS, NULL, ON(SPLIT), set_offsets,
     "START TAB LENGTH TAB SENTENCE, in bytes of the file as\n"
     "received, without empty lines",
     NULL},
    {"show-removed", SHOW_REMOVED, NULL, ON(CLEAN), set_all,
     "also the removed lines, as REASON TAB LINE", NULL},
    {"lang", 'l', "TAG", ALL, set_lang, "de, de-AT or de-CH (default: de)",
     "de, de-AT or de-CH"},
    {"target-lang", 't', "TAG", ON(BRIEF), set_target,
     "language to translate into (XLIFF), as in en or pt-BR\n"
     "(default: none named)",
     "a language tag of BCP 47, as in en or pt-BR"},
    {"copy-source", COPY_SOURCE, NULL, ON(BRIEF), set_copy_source,
     "XLIFF: put the source into the target, for OmegaT\n"
     "before 6; xliff2 needs -t then",
     NULL},
    {"from", FROM, "NAME", ON(BRIEF) | ON(PICK) | ON(CLEAN), set_from,
     "files, or jsonl: each line of PATH is an article, a\n"
     "JSON object with text or html, title, date, outlet,\n"
     "url, author, id (default: files)",
     "files or jsonl"},
    {"group-by", GROUP_BY, "FIELD", ON(BRIEF), set_group_by,
     "with --from=jsonl: one brief for each run of lines\n"
     "with the same FIELD, written before the next is read",
     "the name of a field"},
    {"meta", META, "FILE", ON(BRIEF) | ON(PICK) | ON(CLEAN), set_meta,
     "CSV or TSV with the columns file, outlet, title, date,\n"
     "url, author; wins over what the articles say",
     "the name of a file"},
    {"keep", KEEP, "REGEX", ON(BRIEF) | ON(PICK) | ON(CLEAN), set_keep,
     "lines in which REGEX (PCRE2) matches are never junk",
     "a regular expression"},
    {"drop", DROP, "REGEX", ON(BRIEF) | ON(PICK) | ON(CLEAN), set_drop,
     "lines in which REGEX matches are always junk, unless\n"
     "--keep matches, too",
     "a regular expression"},
    {"date", DATE, "STAMP", ON(BRIEF), set_date,
     "date of the brief, as in 2026-03-06T08:00:00Z\n"
     "(default: none)",
     "YYYY-MM-DDThh:mm:ssZ"},
    {"stopwords", STOPWORDS, "FILE", ON(BRIEF) | ON(PICK), set_stopwords,
     "further stop words, one a line", "the name of a file"},
    {"abbreviations", ABBREVIATIONS, "FILE", ON(BRIEF) | ON(PICK) | ON(SPLIT),
     set_abbreviations,
     "further abbreviations, one a line; behind a TAB stands\n"
     "whether it ends a sentence: never, may or number (not\n"
     "before a number)",
     "the name of a file"},
    {"quiet", 'q', NULL, ALL, set_quiet,
     "say only what makes the exit status other than 0", NULL},
    {"verbose", 'v', NULL, ALL, set_verbose, "say more", NULL},
    {"help", HELP, NULL, ALL, NULL, "print this text", NULL},
    {"version", VERSION, NULL, ALL, NULL, "print the version", NULL},
};

const size_t option_rows = sizeof option_table / sizeof *option_table;

/* ---- reading ------------------------------------------------------------ */

static bool applies(const struct option_row *o, enum command c)
{
    return o->commands & ON(c);
}

/* Says what is wrong and where to look; false. */
static bool wrong(const char *command, const char *what, const char *which)
{
    struct say s = {0};

    say_error(&s, CALLED_WRONGLY, which ? which : command, what);
    fprintf(stderr, "Try 'kernsatz %s%s--help'.\n", command ? command : "",
            command ? " " : "");
    return false;
}

static const struct option_row *row_of(enum command c, int letter)
{
    for (size_t i = 0; i < option_rows; i++)
        if (applies(&option_table[i], c) && option_table[i].letter == letter)
            return &option_table[i];
    return NULL;
}

/* What getopt_long() needs, from the table. */
static void tables(enum command c, struct option *longs, char *shorts)
{
    size_t n = 0;

    *shorts++ = ':'; /* tells a missing value from an unknown option */
    for (size_t i = 0; i < option_rows; i++) {
        const struct option_row *o = &option_table[i];

        if (!applies(o, c))
            continue;
        longs[n++] =
            (struct option){o->name, o->value ? required_argument : no_argument,
                            NULL, o->letter};
        if (o->letter >= DATE)
            continue;
        *shorts++ = (char)o->letter;
        if (o->value)
            *shorts++ = ':';
    }
    longs[n] = (struct option){NULL, 0, NULL, 0};
    *shorts = 0;
}

/* getopt_long() refused ARG. */
static bool refused(enum command c, const char *arg)
{
    const struct option_row *o = optopt ? row_of(c, optopt) : NULL;
    size_t len = strcspn(arg, "=");
    char letter[3] = {'-', (char)optopt, 0};
    int found = 0;

    if (o)
        return wrong(command_name(c), "option takes no value", arg);
    if (optopt)
        return wrong(command_name(c), "unknown option", letter);
    for (size_t i = 0; i < option_rows && len > 2; i++)
        found += applies(&option_table[i], c) &&
                 !strncmp(arg + 2, option_table[i].name, len - 2);
    return wrong(command_name(c),
                 found > 1 ? "option could mean several" : "unknown option",
                 arg);
}

static bool set(struct request *r, const struct option_row *o,
                const char *value)
{
    char text[256];

    if (o->set(r, value))
        return true;
    snprintf(text, sizeof text, "not allowed with --%s, which takes %s",
             o->name, o->allowed);
    return wrong(command_name(r->command), text, *value ? value : "''");
}

/* Would text under this name surprise? */
static bool is_page(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot && (!strcmp(dot, ".html") || !strcmp(dot, ".htm"));
}

static bool is_folder_name(const char *path)
{
    size_t len = strlen(path);

    return len && path[len - 1] == '/';
}

/* What only all options together show. */
static bool together(struct request *r)
{
    const char *name = command_name(r->command);
    enum kernsatz_format by_suffix = KERNSATZ_TEXT;

    if (!r->nformat) {
        if (r->output && !value_suffix(r->output, &by_suffix) &&
            is_page(r->output))
            return wrong(name, "HTML is not written yet; choose with --format",
                         r->output);
        if (r->command != BRIEF && by_suffix != KERNSATZ_JSONL)
            by_suffix = KERNSATZ_TEXT;
        r->format[r->nformat++] = by_suffix;
    }
    if (r->nformat > 1 && !r->output)
        return wrong(name, "several formats need --output=FILE", NULL);
    if (r->nformat > 1 && is_folder_name(r->output))
        return wrong(name, "not the name of a file", r->output);
    for (int i = 0; i < r->nformat; i++)
        if (r->format[i] == KERNSATZ_XLIFF20 && r->options.copy_source &&
            !r->options.target_lang)
            return wrong(name, "--copy-source with xliff2 needs --target-lang",
                         NULL);
    if (r->group_by && !r->records)
        return wrong(name, "--group-by needs --from=jsonl", NULL);
    if (r->group_by && (r->nformat > 1 || r->format[0] >= KERNSATZ_XLIFF12))
        return wrong(name, "--group-by writes one of text, md and jsonl",
                     NULL);
    if (!r->nfile && !r->records && (r->command == BRIEF || r->command == PICK))
        return wrong(name, "nothing to read: name files or folders, or -",
                     NULL);
    if (!r->nfile) {
        r->standard_input[0] = "-";
        r->file = r->standard_input;
        r->nfile = 1;
    }
    return true;
}

/* The default of a limit holds where no limit was given. */
static void limits(struct request *r)
{
    if (r->command == PICK && !r->limited)
        r->options.ratio = 20;
    if (r->command == BRIEF && !r->limited)
        r->options.words = 200;
}

static bool read_options(int argc, char **argv, struct request *r, int *status)
{
    struct option longs[sizeof option_table / sizeof *option_table + 1];
    char shorts[2 * sizeof option_table / sizeof *option_table + 2];
    int letter;

    tables(r->command, longs, shorts);
    opterr = 0;
    while ((letter = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        const struct option_row *o = row_of(r->command, letter);

        if (letter == HELP || letter == VERSION) {
            *status =
                letter == HELP ? help_command(r->command) : help_version();
            return false;
        }
        if (letter == ':')
            return wrong(command_name(r->command), "option needs a value",
                         argv[optind - 1]);
        if (!o)
            return refused(r->command, argv[optind - 1]);
        if (!set(r, o, optarg))
            return false;
    }
    r->file = argv + optind;
    r->nfile = argc - optind;
    limits(r);
    return together(r);
}

bool options_read(int argc, char **argv, struct request *r, int *status)
{
    const char *first = argc > 1 ? argv[1] : NULL;

    memset(r, 0, sizeof *r);
    *status = CALLED_WRONGLY;
    if (!first) {
        fputs("usage: kernsatz brief|pick|split|clean [OPTION]... [FILE]...\n"
              "Try 'kernsatz --help'.\n",
              stderr);
        return false;
    }
    if (!strcmp(first, "--help") || !strcmp(first, "--version")) {
        *status = !strcmp(first, "--help") ? help_general() : help_version();
        return false;
    }
    if (*first == '-')
        return wrong(NULL, "unknown option; options follow the command", first);
    kernsatz_options_init(&r->options);
    r->options.words = 0;
    for (int c = 0; c < COMMANDS; c++) {
        r->command = (enum command)c;
        if (!strcmp(first, command_name(r->command)))
            return read_options(argc - 1, argv + 1, r, status);
    }
    return wrong(NULL, "unknown command", first);
}
