/*
 * explain.c - a brief that was written, set against the same brief made again:
 * why each unit is in it, and which came out differently.
 */
#include "engine/engine.h"

struct reading {
    struct str bytes;
    struct kernsatz_options *options;
    struct kernsatz_run *run;
};

/* A limit that was asked for replaces all that the brief states. */
static void state_options(struct kernsatz_options *to,
                          const struct kernsatz_options *stated)
{
    struct kernsatz_options plain;

    kernsatz_options_init(&plain);
    if (to->words == plain.words && !to->chars && !to->sentences &&
        !(to->ratio > 0)) {
        to->words = stated->words;
        to->chars = stated->chars;
        to->sentences = stated->sentences;
        to->ratio = stated->ratio;
    }
    if (!to->lang || str_same(str_of(to->lang), str_of(plain.lang)))
        to->lang = stated->lang;
    if (to->min_sources <= 1)
        to->min_sources = stated->min_sources;
    if (!(to->max_share < plain.max_share || to->max_share > plain.max_share))
        to->max_share = stated->max_share;
    if (to->order == plain.order)
        to->order = stated->order;
    if (to->scorer == plain.scorer)
        to->scorer = stated->scorer;
}

static enum kernsatz_status read_run(struct kernsatz *h, void *task)
{
    const struct reading *r = task;
    enum kernsatz_status status;
    struct written w;

    h->step = arena_new(&h->escape);
    status = format_read(h->step, r->bytes, &w);
    if (status != KERNSATZ_OK)
        return status;
    *r->run = w.run;
    state_options(r->options, &w.options); /* its strings are static */
    return KERNSATZ_OK;
}

enum kernsatz_status kernsatz_read_run(const void *bytes, size_t len,
                                       struct kernsatz_options *options,
                                       struct kernsatz_run *run)
{
    struct reading r = {{bytes, len}, options, run};
    struct kernsatz bare = {0};

    *run = (struct kernsatz_run){0};
    return guarded(&bare, read_run, &r);
}

/* ---- explaining ------------------------------------------------------------ */

struct telling {
    const struct brief *brief;
    struct kernsatz_explaining *what;
    const struct kernsatz_sink *sink;
};

static enum kernsatz_status explain(struct kernsatz *h, void *task)
{
    const struct telling *t = task;
    struct str bytes = {t->what->bytes, t->what->len};
    enum kernsatz_status status;
    struct explained e;
    struct written w;
    struct buf b;

    h->step = arena_new(&h->escape);
    status = format_read(h->step, bytes, &w);
    if (status != KERNSATZ_OK)
        return status;
    b = buf_new(h->step);
    e = format_explain(&b, t->brief, &w,
                       str_of(t->what->unit ? t->what->unit : ""));
    t->what->differ = e.differ;
    if (t->what->unit && !e.told)
        return KERNSATZ_NOTHING;
    return emit(&b, t->sink);
}

enum kernsatz_status kernsatz_explain(const kernsatz_brief *brief,
                                      struct kernsatz_explaining *what,
                                      const struct kernsatz_sink *sink)
{
    struct telling t = {brief->brief, what, sink};
    struct kernsatz bare = {0};

    what->differ = 0;
    return guarded(&bare, explain, &t);
}
