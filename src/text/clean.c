/*
 * clean.c - from blocks to the article's text: what stays, in its verbatim form,
 * with the way back to the file; what goes, with the reason.
 */
#include "text/clean.h"
#include <string.h>

static void add_paragraph(struct article *a, uint32_t *cap, enum
                          paragraph_kind kind, struct span text,
                          uint32_t block)
{
    struct paragraph p = {.text = text, .kind = (uint8_t)kind,
                          .block = block};

    a->paragraph = arena_more(a->arena, a->paragraph, a->nparagraph, cap,
                              sizeof *a->paragraph);
    a->paragraph[a->nparagraph++] = p;
}

struct output {
    struct cleaner *c;
    struct buf text;
    uint32_t cap;           /* of article.paragraph */
    bool dateline;          /* looked for already */
};

static void break_line(struct output *o)
{
    if (!o->text.len)
        return;
    buf_byte(&o->text, '\n');
    origin_add(o->c->a->arena, &o->c->a->origin, 1, 0, 0);
}

/* The range of LINE in raw, without white space at its ends. */
static struct span range_of(const struct cleaner *c, const struct line *line)
{
    struct span range;

    range.from = (uint32_t)(line->s.at - c->a->raw.at);
    range.to = range.from + (uint32_t)line->s.len;
    return range;
}

static void put_text(struct output *o, struct span range)
{
    struct article *a = o->c->a;

    text_normal(&o->text, &a->origin, a->raw, range, &a->raw_origin);
}

static void put_line(struct output *o, const struct line *line,
                     enum paragraph_kind kind)
{
    struct span range = range_of(o->c, line), text;

    if (kind == PARA_TEXT && !o->dateline) {
        range.from += dateline_end(o->c, line->s);
        o->dateline = true;
    }
    break_line(o);
    text.from = (uint32_t)o->text.len;
    put_text(o, range);
    text.to = (uint32_t)o->text.len;
    add_paragraph(o->c->a, &o->cap, kind, text, line->first);
}

/* Paragraph 0: the title from its line, from elsewhere, or empty. */
static void put_title(struct output *o)
{
    struct cleaner *c = o->c;
    struct article *a = c->a;
    struct str title = a->meta.title;

    if (c->title < c->n) {
        put_line(o, &c->line[c->title], PARA_TITLE);
        return;
    }
    buf_add(&o->text, title);
    origin_add(a->arena, &a->origin, (uint32_t)title.len, 0, 0);
    add_paragraph(a, &o->cap, PARA_TITLE,
                  (struct span){0, (uint32_t)title.len}, 0);
}

static enum paragraph_kind kind_of(const struct line *line)
{
    if (line->heading)
        return PARA_HEADING;
    return line->kind == BLOCK_ITEM ? PARA_ITEM : PARA_TEXT;
}

static void keep_line(struct output *o, const struct line *line)
{
    put_line(o, line, kind_of(line));
    o->c->a->words += line->words;
    o->c->a->stops += line->stops;
}

/* Why a line that is no junk by itself did not stay. */
static enum removal other_reason(const struct cleaner *c, uint32_t i)
{
    const struct line *line = &c->line[i];

    if (line->reason)
        return line->reason;
    if (line->hints & HINT_NEGATIVE)
        return REMOVED_TEASER;
    if (line->class == LINE_SHORT)
        return REMOVED_SHORT;
    return REMOVED_OFF_TOPIC;
}

static void note_removed(struct cleaner *c, uint32_t i, enum removal reason)
{
    for (uint32_t b = c->line[i].first; b < c->line[i].end; b++) {
        c->a->block[b].removed = (uint8_t)reason;
        c->a->nremoved++;
    }
}

static void put_all(struct output *o)
{
    struct cleaner *c = o->c;
    const struct line *title = c->title < c->n ? &c->line[c->title] : NULL;

    put_title(o);
    for (uint32_t i = 0; i < c->n; i++) {
        const struct line *line = &c->line[i];

        if (i == c->title)
            continue;
        if (title && str_same(line->s, title->s) && line->wish != WISH_KEEP)
            note_removed(c, i, REMOVED_REPEAT);
        else if (line->keep && !(line->heading && i < c->title && title))
            keep_line(o, line);
        else
            note_removed(c, i, other_reason(c, i));
    }
}

struct scratch {
    struct arena *m;
};

static void close_scratch(void *handle)
{
    struct scratch *s = handle;

    arena_free(s->m);
    s->m = NULL;
}

/* Lines that the user wants stay wherever they stand. */
static void keep_wished(struct cleaner *c)
{
    for (uint32_t i = 0; i < c->n; i++)
        c->line[i].keep |= c->line[i].wish == WISH_KEEP;
}

void text_clean(struct article *a, struct lang *l)
{
    text_clean_by(a, l, NULL);
}

void text_clean_by(struct article *a, struct lang *l,
                   const struct patterns *patterns)
{
    struct scratch *s = arena_get(a->arena, sizeof *s);
    struct cleaner c = {.a = a, .l = l, .patterns = patterns};
    struct output o = {.c = &c, .text = buf_new(a->arena)};

    /* The article's arena takes it along where memory runs out. */
    arena_own(a->arena, s, close_scratch);
    c.m = s->m = arena_new(arena_escape(a->arena));
    lines_read(&c);
    lines_wish(&c);
    lines_judge(&c);
    lines_zone(&c);
    lines_keep(&c);
    keep_wished(&c);
    clean_meta(&c);
    lines_lead(&c);
    put_all(&o);
    a->text = buf_str(&o.text);
    if (!a->meta.lang.len && text_is_german(a))
        a->meta.lang = STR("de");
    close_scratch(s);
}

/* German function words make a third of German prose, and next to nothing of
 * other languages. */
bool text_is_german(const struct article *a)
{
    return a->words < 20 || a->stops * 100 >= a->words * 18;
}
