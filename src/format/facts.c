/*
 * facts.c - the machine's copy of a note: the facts of a cite in their order,
 * whatever an XLIFF version calls them.
 */
#include "format/parts.h"

const char *role_name(uint8_t role)
{
    static const char *const names[] = {"origin", "also", "differs",
                                        "context"};

    return names[role];
}

static void add(const struct fact_sink *to, enum fact fact, struct str value)
{
    if (value.len)
        to->fact(to->out, fact, value);
}

static void add_n(const struct fact_sink *to, enum fact fact, uint32_t n)
{
    struct buf b = buf_new(to->out->arena);

    buf_number(&b, n);
    to->fact(to->out, fact, buf_str(&b));
}

static void add_bytes(const struct fact_sink *to, struct span bytes)
{
    struct buf b = buf_new(to->out->arena);

    if (bytes.from >= bytes.to)
        return;
    buf_number(&b, bytes.from);
    buf_byte(&b, '-');
    buf_number(&b, bytes.to);
    to->fact(to->out, FACT_BYTES, buf_str(&b));
}

static void add_date(const struct fact_sink *to, struct date d)
{
    struct buf b = buf_new(to->out->arena);

    if (!d.year)
        return;
    add_iso(&b, d);
    to->fact(to->out, FACT_DATE, buf_str(&b));
}

/* What this source says about each matter on which sources differ. */
static void add_values(const struct fact_sink *to, const struct point *p,
                       uint32_t source)
{
    for (uint32_t i = 0; i < p->nconflict; i++) {
        const struct conflict *c = &p->conflict[i];

        for (uint32_t k = 0; k < c->nsaid; k++) {
            if (c->said[k].source != source)
                continue;
            add(to, FACT_WHAT, c->what);
            add(to, FACT_VALUE, c->said[k].value);
        }
    }
}

static void add_time(const struct fact_sink *to, const struct point *p)
{
    for (uint32_t i = 0; i < p->nwhen; i++) {
        struct buf b = buf_new(to->out->arena);

        buf_add(&b, p->when[i].words);
        buf_text(&b, " = ");
        add_iso(&b, p->when[i].date);
        to->fact(to->out, FACT_TIME, buf_str(&b));
    }
}

void add_facts(const struct fact_sink *to, const struct brief *b,
               const struct point *p, const struct cite *c)
{
    const struct source *s = &b->source[c->source - 1];

    add_n(to, FACT_SOURCE, c->source);
    add(to, FACT_ROLE, str_of(role_name(c->role)));
    add(to, FACT_FILE, s->file);
    add_n(to, FACT_SENTENCE, c->sentence);
    add_bytes(to, c->bytes);
    add(to, FACT_TITLE, s->title);
    add(to, FACT_OUTLET, s->outlet);
    add_date(to, s->date);
    add(to, FACT_URL, s->url);
    add(to, FACT_WORDING, c->wording);
    if (c->role != ROLE_CONTEXT)
        add_values(to, p, c->source);
    if (c->role == ROLE_ORIGIN)
        add_time(to, p);
    if (s->origin && s->origin != c->source)
        add_n(to, FACT_COPY, s->origin);
}
