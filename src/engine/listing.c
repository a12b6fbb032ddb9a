/*
 * listing.c - split, clean and pick: what single stages make of the inputs.
 */
#include "engine/engine.h"

struct listing {
    const struct kernsatz_listing *listing;
    const struct kernsatz_sink *sink;
    const char *name; /* of the input at hand */
    struct str bytes; /* split */
};

/* How much output is gathered before it is sent on. */
#define PORTION ((size_t)1 << 16)

/* What a command does with one article; A is cleaned where SKIP says nothing. */
typedef void listing_step(struct kernsatz *h, struct article *a,
                          const struct skip *skip, struct buf *b,
                          const struct listing *t);

/* Reads the inputs in the order given, one at a time, and sends on what STEP
 * prints of each. */
static enum kernsatz_status each_input(struct kernsatz *h, struct listing *t,
                                       listing_step *step)
{
    enum kernsatz_status status = KERNSATZ_OK;
    struct str story;
    uint32_t used = 0;

    gather_names(h, h->story, &story);
    for (uint32_t i = 0; i < h->ninput && status == KERNSATZ_OK; i++) {
        struct article a;
        struct skip skip;
        struct buf b;

        arena_free(h->step);
        h->step = NULL;
        h->step = arena_new(&h->escape);
        b = buf_new(h->step);
        article_read(h, h->step, &h->input[i], &a, &skip);
        t->name = h->input[i].given;
        step(h, &a, &skip, &b, t);
        used += !skip.reason;
        status = emit(&b, t->sink);
    }
    return status == KERNSATZ_OK && !used ? KERNSATZ_NOTHING : status;
}

/* ---- clean --------------------------------------------------------------- */

static void clean_one(struct kernsatz *h, struct article *a,
                      const struct skip *skip, struct buf *b,
                      const struct listing *t)
{
    enum kernsatz_format format = t->listing->format;

    (void)h;
    if (!skip->reason)
        format_clean(b, a, str_of(t->name), format, t->listing->all != 0);
    else if (format == KERNSATZ_JSONL)
        format_clean_skipped(b, a, str_of(t->name),
                             str_of(format_reason(skip->reason)));
}

static enum kernsatz_status clean(struct kernsatz *h, void *task)
{
    return each_input(h, task, clean_one);
}

enum kernsatz_status kernsatz_clean(kernsatz *handle,
                                    const struct kernsatz_listing *listing,
                                    const struct kernsatz_sink *sink)
{
    struct listing t = {.listing = listing, .sink = sink};

    return guarded(handle, clean, &t);
}

/* ---- pick ----------------------------------------------------------------- */

static void pick_one(struct kernsatz *h, struct article *a,
                     const struct skip *skip, struct buf *b,
                     const struct listing *t)
{
    struct arena *m = h->step;
    struct story s = {.arena = m, .narticle = 1};
    struct weights *w;

    if (skip->reason)
        return;
    s.article = &a;
    article_mark(h, a);
    story_copies(m, &s);
    story_rows(&s);
    w = weigh_story(m, &s, h->lang);
    rank_story(m, &s, w, &h->options);
    rank_pick(m, &s, w, &h->options);
    format_pick(b, &s, 0, str_of(t->name), t->listing->format,
                t->listing->all != 0);
}

static enum kernsatz_status pick(struct kernsatz *h, void *task)
{
    return each_input(h, task, pick_one);
}

enum kernsatz_status kernsatz_pick(kernsatz *handle,
                                   const struct kernsatz_listing *listing,
                                   const struct kernsatz_sink *sink)
{
    struct listing t = {.listing = listing, .sink = sink};

    return guarded(handle, pick, &t);
}

/* ---- split ----------------------------------------------------------------- */

static enum kernsatz_status split(struct kernsatz *h, void *task)
{
    const struct listing *t = task;
    struct tell tell = {&h->listener, t->name, false};
    enum kernsatz_status status = KERNSATZ_OK;
    bool offsets = t->listing->offsets != 0;
    struct origin origin = {0};
    const char *encoding;
    struct cuts cuts;
    struct str text;
    struct buf b;

    if (t->bytes.len > TEXT_MAX)
        return KERNSATZ_BAD_INPUT;
    h->step = arena_new(&h->escape);
    b = buf_new(h->step);
    text = intake_decode(h->step, t->bytes, STR(""), &tell, &encoding,
                         &origin);
    text_cut(h->step, text, h->lang, &cuts);
    for (uint32_t i = 0; i < cuts.n && status == KERNSATZ_OK; i++) {
        struct span at = cuts.cut[i].text;

        if (i && cuts.cut[i].paragraph && !offsets)
            buf_byte(&b, '\n');
        format_cut(&b, str_span(text, at),
                   offsets ? origin_file(&origin, at) : at, offsets);
        if (b.len > PORTION)
            status = emit(&b, t->sink);
    }
    return status == KERNSATZ_OK ? emit(&b, t->sink) : status;
}

enum kernsatz_status kernsatz_split(kernsatz *handle, const char *name,
                                    const void *bytes, size_t len,
                                    const struct kernsatz_listing *listing,
                                    const struct kernsatz_sink *sink)
{
    struct listing t = {listing, sink, name, {bytes, len}};

    return guarded(handle, split, &t);
}
