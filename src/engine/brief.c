/*
 * brief.c - from the inputs gathered to one brief, and what a caller may ask of
 * it.
 */
#include "engine/engine.h"
#include <stdlib.h>
#include <string.h>

/* ---- from inputs to a story ---------------------------------------------- */

static int by_file(const void *a, const void *b)
{
    const struct input_given *x = a, *y = b;
    int c = str_order(x->file, y->file);

    return c ? c : str_order(x->bytes, y->bytes);
}

/* What tells articles of the same cleaned text apart from others: the text
 * without its title. */
static struct str body(const struct article *a)
{
    struct span title = a->paragraph[0].text;
    size_t from = title.to > title.from ? title.to + (size_t)1 : 0;

    return str_cut(a->text, from, a->text.len);
}

struct reading {
    struct kernsatz *h;
    struct arena *m;
    struct story *story;
    struct map seen; /* body -> index of its article + 1 */
};

/* Reads input IN into the story or notes why not; one line of the ledger. */
static void read_input(struct reading *r, const struct input_given *in)
{
    struct story *s = r->story;
    struct input *line = &s->input[s->ninput++];
    struct article *a = arena_get(r->m, sizeof *a);
    struct tell tell = {&r->h->listener, in->given, in->found};
    struct skip skip;
    uint32_t *first;
    bool added;

    line->file = in->file;
    article_read(r->h, r->m, in, a, &skip);
    if (skip.reason) {
        line->state = INPUT_SKIPPED;
        line->reason = skip.reason;
        line->text = skip.text;
        return;
    }
    first = map_put(&r->seen, body(a), &added);
    if (!added) {
        line->state = INPUT_DUPLICATE;
        line->text = s->article[*first]->file;
        intake_tell(&tell, KERNSATZ_SKIP_DUPLICATE,
                    arena_copy(r->m, line->text).at, 0);
        return;
    }
    *first = s->narticle;
    line->state = INPUT_READ;
    sha256_hex(a->bytes, a->sha256);
    article_mark(r->h, a);
    s->article[s->narticle++] = a;
}

static void read_story(struct kernsatz *h, struct arena *m, struct story *s)
{
    struct reading r = {h, m, s, map_new(m, h->ninput)};

    s->arena = m;
    gather_names(h, m, &s->name);
    if (h->ninput > 1)
        qsort(h->input, h->ninput, sizeof *h->input, by_file);
    s->article = arena_array(m, h->ninput, sizeof *s->article);
    s->input = arena_array(m, h->ninput, sizeof *s->input);
    for (uint32_t i = 0; i < h->ninput; i++) {
        bool again = i && str_same(h->input[i].path, h->input[i - 1].path) &&
                     !h->input[i].bytes.at;

        if (!again)
            read_input(&r, &h->input[i]);
    }
}

/* ---- the brief ------------------------------------------------------------- */

static struct str kept(struct arena *m, const char *s)
{
    return arena_copy(m, str_of(s));
}

static void copy_ledger(struct brief *b, const struct story *s)
{
    struct arena *m = b->arena;

    b->input = arena_array(m, s->ninput, sizeof *b->input);
    b->ninput = s->ninput;
    for (uint32_t i = 0; i < s->ninput; i++) {
        b->input[i] = s->input[i];
        b->input[i].file = arena_copy(m, s->input[i].file);
        b->input[i].text = arena_copy(m, s->input[i].text);
    }
}

static void fill_head(struct brief *b, const struct kernsatz *h,
                      const struct story *s)
{
    struct arena *m = b->arena;

    b->story = arena_copy(m, s->name);
    b->lang = kept(m, h->options.lang);
    b->target = kept(m, h->options.target_lang);
    b->stamp = kept(m, h->options.date);
    b->copy_source = h->options.copy_source != 0;
    b->options = h->options;
    b->options.lang = b->options.target_lang = b->options.date = NULL;
    b->options.stopwords = h->options.stopwords ? "" : NULL;
    b->options.abbreviations = h->options.abbreviations ? "" : NULL;
    b->options.focus = h->options.focus ? "" : NULL;
    b->options.keep = h->options.keep ? "" : NULL;
    b->options.drop = h->options.drop ? "" : NULL;
}

/* The sentences in the form in which the front door shows them. */
static void fill_sentences(struct kernsatz_brief *out)
{
    const struct brief *b = out->brief;
    struct arena *m = out->arena;

    out->sentence = arena_array(m, b->npoint, sizeof *out->sentence);
    for (uint32_t i = 0; i < b->npoint; i++) {
        const struct point *p = &b->point[i];
        struct kernsatz_sentence *t = &out->sentence[i];

        t->id = arena_copy(m, p->id).at;
        t->text = arena_copy(m, p->text).at;
        t->conflicts = p->nconflict;
        for (uint32_t k = 0; k < p->ncite; k++) {
            const struct cite *c = &p->cite[k];

            t->also += c->role == ROLE_ALSO;
            if (c->role != ROLE_ORIGIN)
                continue;
            t->source = c->source;
            t->file = arena_copy(m, b->source[c->source - 1].file).at;
            t->offset = c->bytes.from;
            t->length = c->bytes.to - c->bytes.from;
        }
    }
}

static enum kernsatz_status make_brief(struct kernsatz *h, void *task)
{
    struct kernsatz_brief *out = task;
    struct story s = {0};
    struct weights *w;

    h->step = arena_new(&h->escape);
    out->escape.way_out = h->escape.way_out;
    out->arena = arena_new(&out->escape);
    read_story(h, h->step, &s);
    if (!s.narticle)
        return KERNSATZ_NOTHING;
    story_copies(h->step, &s);
    story_rows(&s);
    w = weigh_story(h->step, &s, h->lang);
    rank_story(h->step, &s, w, &h->options);
    out->brief = story_brief(out->arena, &s, w, h->lang, &h->options);
    if (!out->brief->npoint && h->options.min_sources > 1)
        return KERNSATZ_NOTHING;
    fill_head(out->brief, h, &s);
    copy_ledger(out->brief, &s);
    fill_sentences(out);
    return KERNSATZ_OK;
}

enum kernsatz_status kernsatz_make_brief(kernsatz *handle,
                                         kernsatz_brief **brief)
{
    struct kernsatz_brief *out = calloc(1, sizeof *out);
    enum kernsatz_status status;

    *brief = NULL;
    if (!out)
        return KERNSATZ_NO_MEMORY;
    status = guarded(handle, make_brief, out);
    out->escape.way_out = NULL;
    if (status == KERNSATZ_OK)
        *brief = out;
    else
        kernsatz_brief_free(out);
    return status;
}

void kernsatz_brief_free(kernsatz_brief *brief)
{
    if (!brief)
        return;
    arena_free(brief->arena);
    free(brief);
}

size_t kernsatz_brief_count(const kernsatz_brief *brief)
{
    return brief->brief->npoint;
}

enum kernsatz_status kernsatz_brief_sentence(const kernsatz_brief *brief,
                                             size_t n,
                                             struct kernsatz_sentence *sentence)
{
    if (n >= brief->brief->npoint)
        return KERNSATZ_NOTHING;
    *sentence = brief->sentence[n];
    return KERNSATZ_OK;
}

void kernsatz_brief_ledger(const kernsatz_brief *brief,
                           struct kernsatz_ledger *ledger)
{
    const struct brief *b = brief->brief;

    memset(ledger, 0, sizeof *ledger);
    ledger->files = b->ninput;
    ledger->removed = b->removed;
    for (uint32_t i = 0; i < b->ninput; i++) {
        ledger->used += b->input[i].state == INPUT_USED;
        ledger->read += b->input[i].state == INPUT_READ;
        ledger->duplicates += b->input[i].state == INPUT_DUPLICATE;
        ledger->skipped += b->input[i].state == INPUT_SKIPPED;
    }
}

/* ---- writing ----------------------------------------------------------------- */

struct writing {
    const struct brief *brief;
    enum kernsatz_format format;
    const struct kernsatz_sink *sink;
};

static enum kernsatz_status write_brief(struct kernsatz *h, void *task)
{
    const struct writing *w = task;
    struct buf b;

    h->step = arena_new(&h->escape);
    b = buf_new(h->step);
    format_brief(&b, w->brief, w->format);
    return emit(&b, w->sink);
}

enum kernsatz_status kernsatz_brief_write(const kernsatz_brief *brief,
                                          enum kernsatz_format format,
                                          const struct kernsatz_sink *sink)
{
    struct writing w = {brief->brief, format, sink};
    struct kernsatz bare = {0}; /* a brief outlives its handle */

    if (format > KERNSATZ_XLIFF20)
        return KERNSATZ_BAD_OPTION;
    return guarded(&bare, write_brief, &w);
}
