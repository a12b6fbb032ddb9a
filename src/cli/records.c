/*
 * records.c - JSON Lines in: brief, pick and clean as filters. One story, or one
 * article, is held at a time; its result is flushed before the next is read.
 */
#define _XOPEN_SOURCE 700
#include "cli.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct filter {
    const struct request *r;
    struct say *s;
    kernsatz *h;
    struct output out;
    const char *path;       /* the file that is read */
    uint64_t line;          /* its line, 1 ... */
    uint64_t lines;         /* read in all files */
    bool holds;             /* records were added and not worked on yet */
    uint32_t skipped;       /* before the story at hand */
    uint32_t made;          /* briefs, articles */
    struct kernsatz_ledger sum;
};

/* ---- what could not be used ----------------------------------------------- */

static bool put(struct filter *f, const char *at, size_t len)
{
    return f->out.sink.write(f->out.sink.context, at, len) == 0;
}

static bool put_text(struct filter *f, const char *text)
{
    return put(f, text, strlen(text));
}

/* As a string of JSON; what is no UTF-8 as U+FFFD. A NUL stands behind it. */
static bool put_string(struct filter *f, const char *at, size_t len)
{
    bool good = put_text(f, "\"");

    for (size_t i = 0; i < len && good;) {
        uint32_t c;
        int n = say_sequence((const unsigned char *)at + i, &c);
        char code[8];

        if (n && c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) {
            good = put(f, at + i, (size_t)n);
        } else {
            snprintf(code, sizeof code, "\\u%04x", n ? (unsigned)c : 0xfffdu);
            good = put_text(f, code);
        }
        i += n ? (size_t)n : 1;
    }
    return good && put_text(f, "\"");
}

/* Says that a line could not be used; JSON Lines pass it on. */
static void pass_on(struct filter *f, const char *fault,
                    const struct bytes *line)
{
    char number[64];

    snprintf(number, sizeof number, "line %" PRIu64 ": %.40s", f->line, fault);
    say_error(f->s, PARTLY, f->path, number);
    if (f->r->nformat != 1 || f->r->format[0] != KERNSATZ_JSONL)
        return;
    snprintf(number, sizeof number, ",\"line\":%" PRIu64 ",\"reason\":",
             f->line);
    (void)(put_text(f, "{\"kind\":\"error\",\"file\":") &&
           put_string(f, f->path, strlen(f->path)) && put_text(f, number) &&
           put_string(f, fault, strlen(fault)) && put_text(f, ",\"text\":") &&
           put_string(f, line->len ? line->at : "", line->len) &&
           put_text(f, "}\n"));
}

/* ---- working on what was added -------------------------------------------- */

static void add_sum(struct kernsatz_ledger *sum,
                    const struct kernsatz_ledger *one)
{
    sum->files += one->files;
    sum->used += one->used;
    sum->read += one->read;
    sum->duplicates += one->duplicates;
    sum->skipped += one->skipped;
    sum->removed += one->removed;
}

/* Writes the brief of the story at hand. */
static enum kernsatz_status write_story(struct filter *f)
{
    struct kernsatz_ledger one = {0};
    kernsatz_brief *brief;
    enum kernsatz_status status = kernsatz_make_brief(f->h, &brief);

    if (status == KERNSATZ_NOTHING)
        one.files = one.skipped = f->s->skipped - f->skipped;
    if (status == KERNSATZ_OK) {
        bool lines = f->r->format[0] == KERNSATZ_JSONL;

        kernsatz_brief_ledger(brief, &one);
        if (f->made && !lines && !put_text(f, "\n"))
            status = KERNSATZ_CANNOT_WRITE;
        else
            status = kernsatz_brief_write(brief, f->r->format[0],
                                          &f->out.sink);
        kernsatz_brief_free(brief);
    }
    add_sum(&f->sum, &one);
    return status;
}

/* Works on what was added and forgets it; false: no need to go on. */
static bool finish(struct filter *f)
{
    struct kernsatz_listing listing = {f->r->format[0], f->r->all, 0};
    enum kernsatz_status status;

    if (!f->holds)
        return true;
    if (f->r->command == BRIEF)
        status = write_story(f);
    else if (f->r->command == PICK)
        status = kernsatz_pick(f->h, &listing, &f->out.sink);
    else
        status = kernsatz_clean(f->h, &listing, &f->out.sink);
    if (status == KERNSATZ_OK && !f->out.path && fflush(stdout) != 0)
        status = KERNSATZ_CANNOT_WRITE;
    f->made += status == KERNSATZ_OK;
    if (status != KERNSATZ_OK && status != KERNSATZ_NOTHING) {
        if (status != KERNSATZ_CANNOT_WRITE)
            say_failure(f->s, status);
        return false;
    }
    kernsatz_clear(f->h);
    f->holds = false;
    f->skipped = f->s->skipped;
    return !f->r->meta || add_meta(f->r->meta, f->s, f->h);
}

/* ---- reading ----------------------------------------------------------------- */

/* Adds LINE; false: no need to go on. */
static bool take_line(struct filter *f, const struct bytes *line)
{
    const char *group_by = f->r->group_by, *fault = NULL;
    enum kernsatz_status status;
    char name[4096 + 32];

    snprintf(name, sizeof name, "%.4096s:%" PRIu64, f->path, f->line);
    status = kernsatz_add_record(f->h, name, line->at, line->len, group_by,
                                 &fault);
    if (status == KERNSATZ_OTHER_STORY) {
        if (!finish(f))
            return false;
        status = kernsatz_add_record(f->h, name, line->at, line->len, group_by,
                                     &fault);
    }
    if (status == KERNSATZ_BAD_INPUT) {
        pass_on(f, fault, line);
        return true;
    }
    if (status != KERNSATZ_OK) {
        say_failure(f->s, status);
        return false;
    }
    f->holds = true;
    return f->r->command == BRIEF || finish(f);
}

static bool is_blank(const struct bytes *line)
{
    for (size_t i = 0; i < line->len; i++)
        if (!strchr(" \t\r", line->at[i]) || !line->at[i])
            return false;
    return true;
}

/* Takes all lines of one file; false: no need to go on. */
static bool take_lines(struct filter *f, struct lines *l, struct bytes *line)
{
    enum lines_result result;
    const char *fault;

    while ((result = lines_next(l, line, &fault)) == LINES_LINE) {
        f->line++;
        if (is_blank(line))
            continue;
        f->lines++;
        if (fault)
            pass_on(f, fault, line);
        else if (!take_line(f, line))
            return false;
    }
    if (result == LINES_FAILED) {
        struct kernsatz_remark remark = {.code = KERNSATZ_REMARK_DAMAGED,
                                         .file = f->path,
                                         .line = f->line + 1,
                                         .text = fault};
        say_remark(f->s, &remark);
    }
    return true;
}

static bool take_file(struct filter *f)
{
    struct kernsatz_remark remark = {.code = KERNSATZ_SKIP_UNREADABLE,
                                     .file = f->path};
    struct bytes line = {0};
    struct lines *l;
    bool good = true;

    f->line = 0;
    l = lines_open(f->path);
    if (l) {
        good = take_lines(f, l, &line);
    } else {
        remark.text = strerror(errno);
        say_remark(f->s, &remark);
    }
    lines_close(l);
    free(line.at);
    return good;
}

void run_records(const struct request *r, struct say *s, kernsatz *h)
{
    struct filter f = {.r = r, .s = s, .h = h};
    bool good = !r->meta || add_meta(r->meta, s, h);
    bool story = r->command == BRIEF && !r->group_by;

    output_open(&f.out, r->output);
    for (int i = 0; i < r->nfile && good; i++) {
        f.path = r->file[i];
        good = take_file(&f);
    }
    if (good && story && r->nformat > 1) {
        output_close(&f.out, s, false);
        run_brief(r, s, h);
        return;
    }
    good = good && finish(&f);
    /* A part of the input of a filter may be empty. */
    if (good && !f.made && (story || (f.lines && r->command != BRIEF))) {
        say_failure(s, KERNSATZ_NOTHING);
        good = false;
    }
    output_close(&f.out, s, good);
    if (r->command == BRIEF)
        say_ledger(s, &f.sum);
}
