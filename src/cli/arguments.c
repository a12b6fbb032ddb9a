/*
 * arguments.c - reads the arguments of the program by the table of options.
 */
#define _GNU_SOURCE
#include "cli.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>

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
        if (o->letter >= OPTION_HELP)
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
    if (r->command == EXPLAIN && (r->nfile < 1 || r->nfile > 2))
        return wrong(name, "takes a brief and at most one unit", NULL);
    if (r->command == EXPLAIN && !r->sources)
        return wrong(name, "needs --sources=DIR, the articles of the brief",
                     NULL);
    if (!r->nfile && r->command == CHECK)
        return wrong(name, "nothing to check: name files, or -", NULL);
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
    if ((r->command == BRIEF || r->command == EXPLAIN) && !r->limited)
        r->options.words = 200;
}

static bool read_options(int argc, char **argv, struct request *r, int *status)
{
    struct option longs[OPTIONS_MAX + 1];
    char shorts[2 * OPTIONS_MAX + 2];
    int letter;

    tables(r->command, longs, shorts);
    opterr = 0;
    while ((letter = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        const struct option_row *o = row_of(r->command, letter);

        if (letter == OPTION_HELP || letter == OPTION_VERSION) {
            *status =
                letter == OPTION_HELP ? help_command(r->command) : help_version();
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
        fputs("usage: kernsatz brief|pick|split|clean|explain|check [OPTION]... "
              "[FILE]...\n"
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
