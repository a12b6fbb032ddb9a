/*
 * explain.c - the command explain: reads a brief, makes it again from its
 * articles with the options of the run, and tells why its sentences are in it.
 */
#include "cli.h"
#include <stdlib.h>

/* What the brief states, and what it only says that there was. */
static void say_run(const struct request *r, struct say *s,
                    const struct kernsatz_run *run)
{
    const struct {
        bool missing;
        const char *text;
    } row[] = {
        {!run->stated, "does not state the options of its run; those not "
                       "given are the defaults"},
        {run->stopwords && !r->stopwords,
         "was made with --stopwords, not given here"},
        {run->abbreviations && !r->abbreviations,
         "was made with --abbreviations, not given here"},
        {run->focus && !r->options.focus,
         "was made with --focus, not given here"},
        {run->keep && !r->options.keep, "was made with --keep, not given here"},
        {run->drop && !r->options.drop, "was made with --drop, not given here"},
    };

    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (row[i].missing && s->loud >= 0)
            say_error(s, DONE, r->file[0], row[i].text);
}

static void explain(const struct request *r, struct say *s,
                    const kernsatz_brief *brief, const struct bytes *b)
{
    struct kernsatz_explaining what = {
        b->at, b->len, r->nfile > 1 ? r->file[1] : NULL, 0};
    enum kernsatz_status status;
    struct output out;

    output_open(&out, r->output);
    status = kernsatz_explain(brief, &what, &out.sink);
    if (status == KERNSATZ_NOTHING)
        say_error(s, FAILED, r->file[1], "the brief has no such unit");
    else if (status != KERNSATZ_OK && status != KERNSATZ_CANNOT_WRITE)
        say_error(s, FAILED, r->file[0], kernsatz_status_text(status));
    else if (what.differ)
        say_error(s, PARTLY, r->file[0],
                  "does not come out again from these articles and options");
    output_close(&out, s, status == KERNSATZ_OK);
}

/* Makes the brief in B again with the options of R. */
static void make_again(const struct request *r, struct say *s,
                       const struct bytes *b)
{
    struct request sources = *r;
    char *folder = (char *)(uintptr_t)r->sources;
    kernsatz_brief *brief;
    enum kernsatz_status status;
    kernsatz *h = handle_open(r, s);

    if (!h)
        return;
    sources.file = &folder;
    sources.nfile = 1;
    if (handle_add(&sources, s, h)) {
        status = kernsatz_make_brief(h, &brief);
        if (status == KERNSATZ_OK) {
            explain(r, s, brief, b);
            kernsatz_brief_free(brief);
        } else {
            say_failure(s, status);
        }
    }
    kernsatz_close(h);
}

void run_explain(const struct request *r, struct say *s)
{
    struct request again = *r;
    struct kernsatz_remark remark;
    struct kernsatz_run run;
    enum kernsatz_status status;
    struct bytes b = {0};

    if (!bytes_read(&b, r->file[0], &remark)) {
        say_error(s, FAILED, r->file[0],
                  remark.text ? remark.text : "not a regular file");
        free(b.at);
        return;
    }
    status = kernsatz_read_run(b.at, b.len, &again.options, &run);
    if (status == KERNSATZ_OK) {
        say_run(r, s, &run);
        make_again(&again, s, &b);
    } else {
        say_error(s, FAILED, r->file[0],
                  status == KERNSATZ_BAD_INPUT
                      ? "no brief in JSON Lines or XLIFF"
                      : kernsatz_status_text(status));
    }
    free(b.at);
}
