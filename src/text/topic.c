/*
 * topic.c - how much each line shares with the article's zone. Lines that share
 * nothing are not the article's, nor is a short paragraph that stands alone
 * between other lines, as teasers do, and shares little.
 */
#include "text/clean.h"

#define OFF_TOPIC 0.03     /* share of a line's words used elsewhere */
#define ISOLATED 0.30      /* the same for a line without prose beside it */
#define ISOLATED_PAGE 0.08 /* in pages the elements tell teasers too */
#define TEASER_WORDS 40    /* no teaser has more */

/* How many lines of the zone use each word number. */
static uint32_t *zone_use(struct cleaner *c)
{
    uint32_t *use = arena_array(c->m, c->nroot, sizeof *use);

    for (uint32_t i = c->zone.from; i < c->zone.to; i++) {
        const struct line *line = &c->line[i];

        if (line->class != LINE_PROSE && line->class != LINE_NEAR)
            continue;
        for (uint32_t k = line->stem.from; k < line->stem.to; k++)
            if (k == line->stem.from || c->stem[k] != c->stem[k - 1])
                use[c->stem[k]]++;
    }
    return use;
}

static bool in_zone(const struct cleaner *c, uint32_t i)
{
    return i >= c->zone.from && i < c->zone.to;
}

/* Share of a line's content words that other lines of the zone use. */
static double likeness(const struct cleaner *c, uint32_t i,
                       const uint32_t *use)
{
    const struct line *line = &c->line[i];
    bool prose = line->class == LINE_PROSE || line->class == LINE_NEAR;
    uint32_t own = in_zone(c, i) && prose, n = 0, shared = 0;

    for (uint32_t k = line->stem.from; k < line->stem.to; k++) {
        if (k > line->stem.from && c->stem[k] == c->stem[k - 1])
            continue;
        n++;
        shared += use[c->stem[k]] > own;
    }
    return n ? (double)shared / n : 0;
}

static bool is_prose_at(const struct cleaner *c, uint32_t i)
{
    return i < c->n && line_is_prose(&c->line[i]);
}

static bool is_short_at(const struct cleaner *c, uint32_t i)
{
    return i < c->n && c->line[i].class == LINE_SHORT;
}

/* Prose that stands alone among other lines, as teasers do. In an article's
 * own element a heading does not part it from its neighbours. */
static bool is_isolated(const struct cleaner *c, uint32_t i)
{
    bool past = (c->line[i].hints & HINT_POSITIVE) != 0;

    if (is_prose_at(c, i + 1) || (i && is_prose_at(c, i - 1)) ||
        c->line[i].words > TEASER_WORDS)
        return false;
    return !past ||
           (!(is_short_at(c, i + 1) && is_prose_at(c, i + 2)) &&
            !(i > 1 && is_short_at(c, i - 1) && is_prose_at(c, i - 2)));
}

void lines_topic(struct cleaner *c, bool calm)
{
    const uint32_t *use = zone_use(c);
    uint32_t stems = 0;

    for (uint32_t i = c->zone.from; i < c->zone.to; i++)
        stems += c->line[i].stem.to - c->line[i].stem.from;
    for (uint32_t i = 0; i < c->n; i++) {
        struct line *line = &c->line[i];
        double limit = !is_isolated(c, i) ? OFF_TOPIC
                       : c->a->nelement   ? ISOLATED_PAGE
                                          : ISOLATED;
        uint32_t own = line->stem.to - line->stem.from;
        /* A line that is most of the text is what the text is about. */
        bool many = own >= 8 && stems > 150 && own < stems / 2;

        line->alike = likeness(c, i, use);
        if (!calm && many && line->weight > 0 && line->alike < limit)
            line->weight = -line->weight;
    }
}
