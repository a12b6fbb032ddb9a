/*
 * options.c - the options of a run, as the brief record of JSON Lines states
 * them: only those that are not the default, so that a brief can be made again.
 */
#include "format/parts.h"

const char *const order_names[] = {"story", "time", "score", NULL};
const char *const scorer_names[] = {"kernsatz", "textrank", "lexrank",
                                    "centroid", "lead",     NULL};

/* The name, with what stands before it. */
static void name(struct buf *out, bool *first, const char *s)
{
    buf_text(out, *first ? ",\"options\":{\"" : ",\"");
    buf_text(out, s);
    buf_text(out, "\":");
    *first = false;
}

static void count(struct buf *out, bool *first, const char *s, uint32_t n)
{
    if (!n)
        return;
    name(out, first, s);
    buf_number(out, n);
}

static void word(struct buf *out, bool *first, const char *s,
                 const char *value)
{
    name(out, first, s);
    add_json(out, str_of(value));
}

static void flag(struct buf *out, bool *first, const char *s, bool is)
{
    if (!is)
        return;
    name(out, first, s);
    buf_text(out, "true");
}

static bool default_limits(const struct kernsatz_options *o)
{
    return o->words == 200 && !o->chars && !o->sentences && !(o->ratio > 0);
}

static void limits(struct buf *out, bool *first,
                   const struct kernsatz_options *o)
{
    count(out, first, "words", o->words);
    count(out, first, "chars", o->chars);
    count(out, first, "sentences", o->sentences);
    if (o->ratio > 0) {
        name(out, first, "ratio");
        buf_score(out, o->ratio);
    }
    if (*first) { /* no limit at all */
        name(out, first, "words");
        buf_byte(out, '0');
    }
}

void add_options(struct buf *out, const struct brief *b)
{
    const struct kernsatz_options *o = &b->options;
    bool first = true;

    if (!default_limits(o))
        limits(out, &first, o);
    if (o->order != KERNSATZ_ORDER_STORY)
        word(out, &first, "order", order_names[o->order]);
    if (o->scorer != KERNSATZ_SCORER_KERNSATZ)
        word(out, &first, "scorer", scorer_names[o->scorer]);
    if (o->min_sources > 1)
        count(out, &first, "min_sources", o->min_sources);
    if (o->max_share < 60 || o->max_share > 60) {
        name(out, &first, "max_share");
        buf_score(out, o->max_share);
    }
    flag(out, &first, "focus", o->focus != NULL);
    flag(out, &first, "stopwords", o->stopwords != NULL);
    flag(out, &first, "abbreviations", o->abbreviations != NULL);
    flag(out, &first, "keep", o->keep != NULL);
    flag(out, &first, "drop", o->drop != NULL);
    if (!first)
        buf_byte(out, '}');
}
