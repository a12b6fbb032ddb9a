/*
 * note.c - the note of a unit: what a translator needs to know of a sentence,
 * line by line, in a fixed order: sources that state it, conflicts, sources
 * that differ, what stands before it, time words.
 */
#include "format/parts.h"

static void add_number(struct buf *out, uint32_t n)
{
    buf_byte(out, '[');
    buf_number(out, n);
    buf_byte(out, ']');
}

/* "[1] outlet, date, „title“"; what is unknown is left out with its mark. */
static void add_source(struct buf *out, const struct source *s, uint32_t n)
{
    add_number(out, n);
    buf_byte(out, ' ');
    buf_add(out, outlet_name(s));
    if (s->date.year) {
        buf_text(out, ", ");
        add_iso(out, s->date);
    }
    if (s->title.len) {
        buf_text(out, ", „");
        buf_add(out, s->title);
        buf_text(out, "“");
    }
}

static void add_url(struct buf *out, const struct source *s)
{
    if (!s->url.len)
        return;
    buf_text(out, " – ");
    buf_add(out, s->url);
}

static void add_place(struct buf *out, const struct brief *b,
                      const struct cite *c)
{
    const struct source *s = &b->source[c->source - 1];

    add_source(out, s, c->source);
    if (c->sentence) {
        buf_text(out, ", Satz ");
        buf_number(out, c->sentence);
    } else {
        buf_text(out, ", Überschrift");
    }
    add_url(out, s);
    if (!c->wording.len)
        return;
    buf_text(out, "\n    dort: „");
    buf_add(out, c->wording);
    buf_text(out, "“");
}

struct str group_value(const struct point *p, const struct conflict *c,
                       uint32_t i)
{
    uint32_t group = c->said[i].group;

    for (uint32_t k = i; k < c->nsaid && c->said[k].group == group; k++)
        if (!group && c->said[k].source == p->cite[0].source)
            return c->said[k].value;
    return c->said[i].value;
}

static void add_conflict(struct buf *out, const struct point *p,
                         const struct conflict *c,
                         void put(struct buf *, struct str))
{
    buf_text(out, "⚠ ");
    put(out, c->what);
    buf_text(out, ": ");
    for (uint32_t i = 0; i < c->nsaid; i++) {
        bool opens = !i || c->said[i].group != c->said[i - 1].group;
        bool closes = i + 1 == c->nsaid ||
                      c->said[i + 1].group != c->said[i].group;

        if (opens) {
            buf_text(out, i ? " – " : "");
            put(out, group_value(p, c, i));
            buf_text(out, " [");
        } else {
            buf_text(out, ", ");
        }
        buf_number(out, c->said[i].source);
        if (closes)
            buf_byte(out, ']');
    }
}

/* The places of one role; the origin's own sentence needs no wording. */
static void add_role(struct buf *out, const struct brief *b,
                     const struct point *p, enum role role)
{
    for (uint32_t i = 0; i < p->ncite; i++) {
        if (p->cite[i].role != role)
            continue;
        if (out->len)
            buf_byte(out, '\n');
        if (role == ROLE_DIFFERS)
            buf_text(out, "anders ");
        add_place(out, b, &p->cite[i]);
    }
}

static void add_context(struct buf *out, const struct cite *c,
                        void put(struct buf *, struct str))
{
    buf_text(out, "davor ");
    add_number(out, c->source);
    buf_text(out, ": „");
    put(out, c->wording);
    buf_text(out, "“");
}

static void add_time(struct buf *out, const struct point *p, uint32_t i,
                     void put(struct buf *, struct str))
{
    buf_text(out, "Zeit ");
    add_number(out, p->cite[0].source);
    buf_text(out, ": „");
    put(out, p->when[i].words);
    buf_text(out, "“ = ");
    add_day(out, p->when[i].date);
}

void add_remarks(struct buf *out, const struct point *p, const char *before,
                 void put(struct buf *, struct str))
{
    for (uint32_t i = 0; i < p->nwhen; i++) {
        buf_text(out, before);
        add_time(out, p, i, put);
        buf_byte(out, '\n');
    }
    for (uint32_t i = 0; i < p->nconflict; i++) {
        buf_text(out, before);
        add_conflict(out, p, &p->conflict[i], put);
        buf_byte(out, '\n');
    }
    for (uint32_t i = 0; i < p->ncite; i++) {
        if (p->cite[i].role != ROLE_CONTEXT)
            continue;
        buf_text(out, before);
        add_context(out, &p->cite[i], put);
        buf_byte(out, '\n');
    }
}

void add_note(struct buf *out, const struct brief *b, const struct point *p,
              bool list_sources)
{
    struct buf note = buf_new(out->arena);

    add_role(&note, b, p, ROLE_ORIGIN);
    add_role(&note, b, p, ROLE_ALSO);
    for (uint32_t i = 0; i < p->nconflict; i++) {
        buf_byte(&note, '\n');
        add_conflict(&note, p, &p->conflict[i], buf_add);
    }
    add_role(&note, b, p, ROLE_DIFFERS);
    for (uint32_t i = 0; i < p->ncite; i++) {
        if (p->cite[i].role != ROLE_CONTEXT)
            continue;
        buf_byte(&note, '\n');
        add_context(&note, &p->cite[i], buf_add);
    }
    for (uint32_t i = 0; i < p->nwhen; i++) {
        buf_byte(&note, '\n');
        add_time(&note, p, i, buf_add);
    }
    if (list_sources) {
        buf_text(&note, "\n\nAlle Quellen dieses Berichts:");
        for (uint32_t i = 0; i < b->nsource; i++) {
            buf_byte(&note, '\n');
            add_source(&note, &b->source[i], i + 1);
            add_url(&note, &b->source[i]);
        }
    }
    buf_add(out, buf_str(&note));
}
