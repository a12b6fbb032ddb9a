/*
 * jsonl.c - a brief as JSON Lines: one record a line, fields in a fixed order.
 */
#include "format/parts.h"

/* ,"key": */
static void key(struct buf *out, const char *name)
{
    buf_text(out, ",\"");
    buf_text(out, name);
    buf_text(out, "\":");
}

static void text(struct buf *out, const char *name, struct str s)
{
    key(out, name);
    add_json(out, s);
}

static void text_or_null(struct buf *out, const char *name, struct str s)
{
    key(out, name);
    if (s.len)
        add_json(out, s);
    else
        buf_text(out, "null");
}

static void number(struct buf *out, const char *name, uint64_t n)
{
    key(out, name);
    buf_number(out, n);
}

static void date(struct buf *out, const char *name, struct date d)
{
    struct buf iso = buf_new(out->arena);

    if (d.year)
        add_iso(&iso, d);
    text_or_null(out, name, buf_str(&iso));
}

static void record(struct buf *out, const struct brief *b, const char *kind)
{
    buf_text(out, "{\"kind\":\"");
    buf_text(out, kind);
    buf_byte(out, '"');
    text(out, "story", b->story);
}

/* "file":...,"sentence":...,"offset":...,"length":... */
static void place(struct buf *out, const struct brief *b, uint32_t source,
                  uint32_t sentence, struct span bytes)
{
    text(out, "file", b->source[source - 1].file);
    number(out, "sentence", sentence);
    if (bytes.from < bytes.to) {
        number(out, "offset", bytes.from);
        number(out, "length", bytes.to - bytes.from);
    } else {
        buf_text(out, ",\"offset\":null,\"length\":null");
    }
}

static void cited(struct buf *out, const struct brief *b, const struct cite *c)
{
    buf_text(out, "{\"source\":");
    buf_number(out, c->source);
    place(out, b, c->source, c->sentence, c->bytes);
    text(out, "text", c->wording);
    buf_byte(out, '}');
}

static void cites(struct buf *out, const struct brief *b,
                  const struct point *p, enum role role)
{
    bool first = true;

    buf_byte(out, '[');
    for (uint32_t i = 0; i < p->ncite; i++) {
        struct cite c = p->cite[i];

        if (c.role != role)
            continue;
        if (!c.wording.len) /* word for word the same */
            c.wording = p->text;
        buf_text(out, first ? "" : ",");
        first = false;
        cited(out, b, &c);
    }
    buf_byte(out, ']');
}

static void values(struct buf *out, const struct point *p,
                   const struct conflict *c)
{
    for (uint32_t i = 0; i < c->nsaid; i++) {
        bool opens = !i || c->said[i].group != c->said[i - 1].group;
        bool closes = i + 1 == c->nsaid ||
                      c->said[i + 1].group != c->said[i].group;

        if (opens) {
            buf_text(out, i ? ",{\"value\":" : "{\"value\":");
            add_json(out, group_value(p, c, i));
            buf_text(out, ",\"sources\":[");
        } else {
            buf_byte(out, ',');
        }
        buf_number(out, c->said[i].source);
        if (closes)
            buf_text(out, "]}");
    }
}

/* Does cite C stand behind a differing value of conflict K? */
static bool differs_in(const struct cite *c, const struct conflict *k)
{
    for (uint32_t i = 0; i < k->nsaid; i++)
        if (c->role == ROLE_DIFFERS && k->said[i].group &&
            k->said[i].source == c->source)
            return true;
    return false;
}

static void conflicts(struct buf *out, const struct brief *b,
                      const struct point *p)
{
    buf_text(out, ",\"conflicts\":[");
    for (uint32_t i = 0; i < p->nconflict; i++) {
        const struct conflict *k = &p->conflict[i];
        bool first = true;

        buf_text(out, i ? ",{\"what\":" : "{\"what\":");
        add_json(out, k->what);
        buf_text(out, ",\"values\":[");
        values(out, p, k);
        buf_text(out, "],\"differs\":[");
        for (uint32_t n = 0; n < p->ncite; n++) {
            if (!differs_in(&p->cite[n], k))
                continue;
            buf_text(out, first ? "" : ",");
            first = false;
            cited(out, b, &p->cite[n]);
        }
        buf_text(out, "]}");
    }
    buf_byte(out, ']');
}

static void context(struct buf *out, const struct brief *b,
                    const struct point *p)
{
    key(out, "context");
    for (uint32_t i = 0; i < p->ncite; i++) {
        if (p->cite[i].role != ROLE_CONTEXT)
            continue;
        cited(out, b, &p->cite[i]);
        return;
    }
    buf_text(out, "null");
}

static void times(struct buf *out, const struct point *p)
{
    key(out, "time");
    buf_byte(out, '[');
    for (uint32_t i = 0; i < p->nwhen; i++) {
        buf_text(out, i ? ",{\"text\":" : "{\"text\":");
        add_json(out, p->when[i].words);
        date(out, "date", p->when[i].date);
        buf_byte(out, '}');
    }
    buf_byte(out, ']');
}

static void point(struct buf *out, const struct brief *b,
                  const struct point *p, const char *kind, uint32_t n)
{
    record(out, b, kind);
    text(out, "id", p->id);
    number(out, "n", n);
    text(out, "text", p->text);
    if (p->section)
        text(out, "section", section_name(p->section));
    if (p->ncite) {
        number(out, "source", p->cite[0].source);
        place(out, b, p->cite[0].source, p->cite[0].sentence,
              p->cite[0].bytes);
    }
    key(out, "also");
    cites(out, b, p, ROLE_ALSO);
    conflicts(out, b, p);
    context(out, b, p);
    times(out, p);
    buf_text(out, "}\n");
}

static void source(struct buf *out, const struct brief *b, uint32_t i)
{
    const struct source *s = &b->source[i];

    record(out, b, "source");
    number(out, "n", i + 1);
    text(out, "file", s->file);
    text_or_null(out, "outlet", s->outlet);
    date(out, "date", s->date);
    text_or_null(out, "title", s->title);
    text_or_null(out, "url", s->url);
    text(out, "sha256", s->sha256);
    number(out, "sentences", s->sentences);
    number(out, "used", s->used);
    number(out, "also", s->also);
    number(out, "differs", s->differs);
    number(out, "removed", s->removed);
    text(out, "encoding", s->encoding);
    number(out, "origin", s->origin ? s->origin : i + 1);
    buf_text(out, "}\n");
}

static void skips(struct buf *out, const struct brief *b)
{
    bool first = true;

    key(out, "skips");
    buf_byte(out, '[');
    for (uint32_t i = 0; i < b->ninput; i++) {
        const struct input *in = &b->input[i];

        if (in->state < INPUT_DUPLICATE)
            continue;
        buf_text(out, first ? "{\"file\":" : ",{\"file\":");
        first = false;
        add_json(out, in->file);
        if (in->state == INPUT_DUPLICATE) {
            buf_text(out, ",\"state\":\"duplicate\"");
            text(out, "of", in->text);
        } else {
            buf_text(out, ",\"state\":\"skipped\"");
            text(out, "reason", str_of(format_reason(in->reason)));
        }
        buf_byte(out, '}');
    }
    buf_byte(out, ']');
}

static void head(struct buf *out, const struct brief *b)
{
    record(out, b, "brief");
    text_or_null(out, "title", b->title.text);
    text(out, "lang", b->lang);
    number(out, "words", b->words);
    number(out, "sentences", b->npoint);
    number(out, "sources", b->nsource);
    text(out, "version", str_of(KERNSATZ_VERSION));
    if (b->stamp.len)
        text(out, "date", b->stamp);
    add_options(out, b);
    buf_text(out, "}\n");
}

static void ledger(struct buf *out, const struct brief *b)
{
    record(out, b, "ledger");
    number(out, "files", b->ninput);
    number(out, "used", count_state(b, INPUT_USED));
    number(out, "read", count_state(b, INPUT_READ));
    number(out, "duplicates", count_state(b, INPUT_DUPLICATE));
    number(out, "skipped", count_state(b, INPUT_SKIPPED));
    number(out, "removed", b->removed);
    skips(out, b);
    buf_text(out, "}\n");
}

void write_jsonl(struct buf *out, const struct brief *b)
{
    head(out, b);
    if (b->title.text.len)
        point(out, b, &b->title, "title", 0);
    for (uint32_t i = 0; i < b->npoint; i++)
        point(out, b, &b->point[i], "sentence", i + 1);
    for (uint32_t i = 0; i < b->nsource; i++)
        source(out, b, i);
    for (uint32_t i = 0; i < b->nleft; i++) {
        const struct left *l = &b->left[i];

        record(out, b, "left");
        number(out, "source", l->source);
        place(out, b, l->source, l->sentence, l->bytes);
        text(out, "text", l->text);
        buf_text(out, "}\n");
    }
    ledger(out, b);
}
