/*
 * commands.c - what each command does, by the front door of the library.
 */
#define _XOPEN_SOURCE 700
#include "cli.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- opening and adding ------------------------------------------------- */

/* Reads a list of the user; false: said. */
static bool read_list(struct say *s, const char *path, struct bytes *b,
                      const char **text)
{
    struct kernsatz_remark remark;

    if (!path)
        return true;
    if (!bytes_read(b, path, &remark)) {
        say_error(s, FAILED, path,
                  remark.text ? remark.text : "not a regular file");
        return false;
    }
    *text = b->at;
    return true;
}

/* Says which value the library refuses: opens with each of them alone. */
static void say_refused(struct say *s, const struct kernsatz_options *o)
{
    const struct {
        const char *name, *value, *allowed;
    } row[] = {
        {"date", o->date, "YYYY-MM-DDThh:mm:ssZ"},
        {"target-lang", o->target_lang, "a language tag, as in en or pt-BR"},
        {"lang", o->lang, "de, de-AT or de-CH"},
    };

    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct kernsatz_options one;
        kernsatz *h;
        char text[128];

        kernsatz_options_init(&one);
        one.date = i == 0 ? o->date : NULL;
        one.target_lang = i == 1 ? o->target_lang : NULL;
        if (i == 2)
            one.lang = o->lang;
        if (kernsatz_open(&one, NULL, &h) != KERNSATZ_BAD_OPTION) {
            kernsatz_close(h);
            continue;
        }
        snprintf(text, sizeof text, "not allowed with --%s, which takes %s",
                 row[i].name, row[i].allowed);
        say_error(s, CALLED_WRONGLY, row[i].value, text);
        return;
    }
    say_error(s, CALLED_WRONGLY, NULL,
              kernsatz_status_text(KERNSATZ_BAD_OPTION));
}

kernsatz *handle_open(const struct request *r, struct say *s)
{
    struct kernsatz_options o = r->options;
    struct kernsatz_listener listener = {say_remark, s};
    struct bytes stopwords = {0}, abbreviations = {0};
    kernsatz *h = NULL;

    if (read_list(s, r->stopwords, &stopwords, &o.stopwords) &&
        read_list(s, r->abbreviations, &abbreviations, &o.abbreviations)) {
        enum kernsatz_status status = kernsatz_open(&o, &listener, &h);

        if (status == KERNSATZ_BAD_OPTION && s->status != CALLED_WRONGLY)
            say_refused(s, &o);
        else if (status != KERNSATZ_OK && status != KERNSATZ_BAD_OPTION)
            say_error(s, FAILED, NULL, kernsatz_status_text(status));
    }
    free(stopwords.at);
    free(abbreviations.at);
    return h;
}

static bool is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool add_meta(const char *path, struct say *s, kernsatz *h)
{
    enum kernsatz_status status;

    errno = 0;
    status = kernsatz_add_meta(h, path);
    if (status == KERNSATZ_OK)
        return true;
    if (status == KERNSATZ_CANNOT_READ && errno)
        say_error(s, FAILED, path, strerror(errno));
    else
        say_error(s, FAILED, path, kernsatz_status_text(status));
    return false;
}

/* A folder that cannot be read is one skipped input. */
bool handle_add(const struct request *r, struct say *s, kernsatz *h)
{
    for (int i = 0; i < r->nfile; i++) {
        enum kernsatz_status status;

        if (is_folder(r->file[i]))
            status = kernsatz_add_folder(h, r->file[i]);
        else
            status = kernsatz_add_file(h, r->file[i]);
        if (status == KERNSATZ_CANNOT_READ) {
            struct kernsatz_remark remark = {.code = KERNSATZ_SKIP_UNREADABLE,
                                             .file = r->file[i],
                                             .text = strerror(errno)};
            say_remark(s, &remark);
        } else if (status != KERNSATZ_OK) {
            say_error(s, FAILED, NULL, kernsatz_status_text(status));
            return false;
        }
    }
    return !r->meta || add_meta(r->meta, s, h);
}

/* ---- brief -------------------------------------------------------------- */

/* Writes the brief in format N of the request, under PATH. */
static void write_format(const kernsatz_brief *brief, const char *path,
                         enum kernsatz_format format, struct say *s)
{
    enum kernsatz_status status;
    struct output out;

    output_open(&out, path);
    status = kernsatz_brief_write(brief, format, &out.sink);
    /* A sink that refused says so itself: here, or when the program ends. */
    if (status != KERNSATZ_OK && status != KERNSATZ_CANNOT_WRITE)
        say_error(s, FAILED, NULL, kernsatz_status_text(status));
    output_close(&out, s, status == KERNSATZ_OK);
}

static void write_brief(const struct request *r, struct say *s,
                        const kernsatz_brief *brief)
{
    for (int i = 0; i < r->nformat; i++) {
        const char *suffix = format_suffix(r->format[i]);
        size_t room;
        char *path;

        if (r->nformat == 1) {
            write_format(brief, r->output, r->format[i], s);
            return;
        }
        room = strlen(r->output) + strlen(suffix) + 1;
        path = malloc(room);
        if (!path) {
            say_error(s, FAILED, NULL, "out of memory");
            return;
        }
        snprintf(path, room, "%s%s", r->output, suffix);
        write_format(brief, path, r->format[i], s);
        free(path);
    }
}

static void say_brief(struct say *s, const kernsatz_brief *brief)
{
    struct kernsatz_ledger ledger;
    struct kernsatz_sentence t;

    for (size_t i = 0; i < kernsatz_brief_count(brief); i++)
        if (kernsatz_brief_sentence(brief, i, &t) == KERNSATZ_OK)
            say_sentence(s, &t);
    kernsatz_brief_ledger(brief, &ledger);
    say_ledger(s, &ledger);
}

void run_brief(const struct request *r, struct say *s, kernsatz *h)
{
    kernsatz_brief *brief;
    enum kernsatz_status status = kernsatz_make_brief(h, &brief);

    if (status != KERNSATZ_OK) {
        struct kernsatz_ledger none = {.files = s->skipped,
                                       .skipped = s->skipped};

        if (status == KERNSATZ_NOTHING && r->options.min_sources > 1)
            say_error(s, FAILED, NULL,
                      "no statement of so many origins, nothing written");
        else
            say_failure(s, status);
        if (status == KERNSATZ_NOTHING)
            say_ledger(s, &none);
        return;
    }
    write_brief(r, s, brief);
    if (!kernsatz_brief_count(brief))
        say_error(s, PARTLY, NULL, "no sentence fits into the limits");
    say_brief(s, brief);
    kernsatz_brief_free(brief);
}

/* ---- pick, clean, split ------------------------------------------------- */

static struct kernsatz_listing listing_of(const struct request *r)
{
    return (struct kernsatz_listing){r->format[0], r->all, r->offsets};
}

static void run_listing(const struct request *r, struct say *s, kernsatz *h)
{
    struct kernsatz_listing listing = listing_of(r);
    enum kernsatz_status status;
    struct output out;

    output_open(&out, r->output);
    if (r->command == PICK)
        status = kernsatz_pick(h, &listing, &out.sink);
    else
        status = kernsatz_clean(h, &listing, &out.sink);
    if (status != KERNSATZ_OK && status != KERNSATZ_CANNOT_WRITE)
        say_failure(s, status);
    output_close(&out, s, status == KERNSATZ_OK);
}

/* Splits one file; false: no need to go on. */
static bool split_file(const char *path, const struct request *r, struct say *s,
                       kernsatz *h, struct output *out)
{
    struct kernsatz_listing listing = listing_of(r);
    struct kernsatz_remark remark;
    enum kernsatz_status status = KERNSATZ_OK;
    struct bytes b = {0};

    if (bytes_read(&b, path, &remark))
        status = kernsatz_split(h, path, b.at, b.len, &listing, &out->sink);
    else
        say_remark(s, &remark);
    free(b.at);
    if (status != KERNSATZ_OK && status != KERNSATZ_CANNOT_WRITE)
        say_error(s, FAILED, path, kernsatz_status_text(status));
    return status == KERNSATZ_OK;
}

static void run_split(const struct request *r, struct say *s, kernsatz *h)
{
    struct output out;
    bool good = true;

    output_open(&out, r->output);
    for (int i = 0; i < r->nfile && good; i++)
        good = split_file(r->file[i], r, s, h, &out);
    if (good && s->skipped == (uint32_t)r->nfile) {
        say_error(s, FAILED, NULL, "no text to work on, nothing written");
        good = false;
    }
    output_close(&out, s, good);
}

int command_run(const struct request *r)
{
    struct say s = {.loud = r->loud};
    kernsatz *h;

    if (r->command == EXPLAIN) {
        run_explain(r, &s);
        return s.status;
    }
    h = handle_open(r, &s);
    if (!h)
        return s.status;
    if (r->command == SPLIT) {
        run_split(r, &s, h);
    } else if (r->command == CHECK) {
        run_check(r, &s, h);
    } else if (r->records) {
        run_records(r, &s, h);
    } else if (handle_add(r, &s, h)) {
        if (r->command == BRIEF)
            run_brief(r, &s, h);
        else
            run_listing(r, &s, h);
    }
    kernsatz_close(h);
    return s.status;
}
