/*
 * keep.c - which lines of the zone stay, which of them are headings, and the
 * lead above the zone.
 */
#include "text/clean.h"

#define HEADING_WORDS 16
#define HEAD_LINES 20      /* between the title and the text */
#define LEAD_ALIKE 0.10

/* Does line I stand directly in the element that holds the article? */
static bool is_sibling(const struct cleaner *c, uint32_t i, uint32_t box)
{
    uint32_t own = c->a->block[c->line[i].first].parent;

    return box && (own == box || c->a->element[own].parent == box);
}

/* A short line before a longer paragraph that ends in no full stop. */
static bool heads(const struct line *line, const struct line *next)
{
    uint32_t sign = line->s.len ? (unsigned char)line->s.at[line->s.len - 1]
                                : 0;

    if (line->kind == BLOCK_ITEM || line->words > HEADING_WORDS)
        return false;
    if (line->class == LINE_SHORT)
        return !line->stop || sign == '?' || sign == '!' ||
               line->kind == BLOCK_HEADING;
    return line->class == LINE_NEAR && line->words <= 14 && sign == '?' &&
           next->ends >= 2 && next->words >= 2 * line->words;
}

/* Items, cells and short lines that end like sentences; in pages also other
 * paragraphs of three words beside the article's. */
static bool keeps_short(const struct cleaner *c, uint32_t i, uint32_t box)
{
    const struct line *line = &c->line[i];

    if (line->kind == BLOCK_HEADING || line->words < 2)
        return false;
    if (line->kind == BLOCK_ITEM || line->kind == BLOCK_CELL || line->stop)
        return true;
    return line->kind == BLOCK_PARAGRAPH && line->words >= 3 &&
           is_sibling(c, i, box) && c->a->block[line->first].link < 30;
}

/* Looks from the end, so that what follows a heading is known. */
static void keep_lines(struct cleaner *c)
{
    uint32_t box = zone_box(c);
    const struct line *next = NULL; /* kept, not a heading */
    uint32_t gap = 0;

    for (uint32_t i = c->zone.to; i-- > c->zone.from;) {
        struct line *line = &c->line[i];

        if (line->class == LINE_JUNK) {
            gap += line->reason != REMOVED_CAPTION &&
                   line->reason != REMOVED_CREDIT &&
                   line->reason != REMOVED_HIDDEN;
            continue;
        }
        line->heading = next && gap <= 1 && heads(line, next);
        line->keep = line->heading || line->weight > 0 ||
                     (line->class == LINE_SHORT && keeps_short(c, i, box));
        if (line->keep && !line->heading) {
            next = line;
            gap = 0;
        }
    }
}

/* Without any prose: whatever ends like a sentence. */
static void keep_scraps(struct cleaner *c)
{
    for (uint32_t i = 0; i < c->n; i++) {
        struct line *line = &c->line[i];

        line->keep = line->class != LINE_JUNK && line->words >= 2 &&
                     (line->stop || line_is_prose(line)) &&
                     line->kind != BLOCK_HEADING;
        if (!line->keep)
            continue;
        if (c->zone.from == c->zone.to)
            c->zone.from = i;
        c->zone.to = i + 1;
    }
}

static void keep_all(struct cleaner *c)
{
    uint32_t from = c->line[0].kind == BLOCK_HEADING ||
                    (!c->line[0].stop && c->n > 1 && c->line[1].blank);

    c->zone = (struct span){from, c->n};
    for (uint32_t i = from; i < c->n; i++) {
        if (c->line[i].wish == WISH_DROP)
            continue;
        c->line[i].keep = true;
        c->line[i].reason = REMOVED_NOT;
        if (c->line[i].class == LINE_JUNK)
            c->line[i].class = LINE_NEAR;
    }
}

/*
 * The lead stands between title and text, often in an element of its own that is
 * named like a teaser, or as a second heading.
 */
void lines_lead(struct cleaner *c)
{
    if (c->title >= c->zone.from || c->zone.from - c->title > HEAD_LINES)
        return;
    for (uint32_t i = c->title + 1; i < c->zone.from; i++) {
        struct line *line = &c->line[i];
        bool long_enough = line->words >= 10 &&
                           (line->stops >= 2 || line->stop);

        if (line->class == LINE_JUNK || !long_enough ||
            line->kind == BLOCK_ITEM || line->alike < LEAD_ALIKE ||
            c->a->block[line->first].link > 30)
            continue;
        line->keep = true;
        if (line->class == LINE_SHORT)
            line->class = LINE_NEAR;
    }
}

void lines_keep(struct cleaner *c)
{
    if (c->zone.from == c->zone.to)
        keep_scraps(c);
    else if (c->split)
        keep_all(c);
    else
        keep_lines(c);
}
