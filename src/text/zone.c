/*
 * zone.c - which lines are the article.
 *
 * The run of lines with the largest sum of weights is the article's zone. Then
 * the zone's own words tell what belongs to the topic, and the run is found
 * again; it is widened to leads, tails and what else stands in the element that
 * holds it, and ends where comments or "Mehr zum Thema" begin.
 */
#include "text/clean.h"

#define LEAD_LINES 14      /* how far above the zone a lead may stand */
#define TAIL_LINES 10
#define AFTER_CUE 0.25     /* mean of what may follow "Mehr zum Thema" */
#define CUE_WORDS 8
#define CUE_AFTER 80       /* words of prose before comments begin */
#define ON_TOPIC 0.30
#define SPLIT_LINES 6      /* of a text with one sentence a line */

/* The run of lines with the largest sum of weights (Bentley 1984). */
static struct span best_run(const struct cleaner *c)
{
    struct span best = {0, 0};
    double sum = 0, most = 0;
    uint32_t from = 0;

    for (uint32_t i = 0; i < c->n; i++) {
        if (sum <= 0) {
            sum = 0;
            from = i;
        }
        sum += c->line[i].weight;
        if (sum > most) {
            most = sum;
            best = (struct span){from, i + 1};
        }
    }
    return best;
}

/* Text that somebody has cleaned already: next to no junk. Nothing of it is
 * taken away for its words alone. */
static bool is_calm(const struct cleaner *c)
{
    uint64_t words = 0, junk = 0, odd = 0;

    if (c->a->nelement)
        return false;
    for (uint32_t i = 0; i < c->n; i++) {
        const struct line *line = &c->line[i];

        words += line->words;
        if (line->class == LINE_JUNK)
            junk += line->words;
        odd += line->class == LINE_JUNK ||
               (line->class == LINE_SHORT && !line->stop &&
                line->kind != BLOCK_ITEM);
    }
    return junk * 8 <= words && odd * 20 <= (uint64_t)c->n * 11;
}

/*
 * One sentence a line without empty lines between: somebody has cleaned and
 * split this text already, and nothing of it is taken away.
 */
static bool is_split(const struct cleaner *c)
{
    uint32_t stops = 0, ends = 0, blanks = 0;

    if (c->a->nelement || c->n < SPLIT_LINES)
        return false;
    for (uint32_t i = 0; i < c->n; i++) {
        stops += c->line[i].stop;
        ends += c->line[i].ends;
        blanks += i > 1 && c->line[i].blank;
    }
    return !blanks && stops * 10 >= c->n * 7 && ends * 10 <= c->n * 16;
}

/* The deepest element that holds three quarters of the zone's weight. */
uint32_t zone_box(const struct cleaner *c)
{
    const struct article *a = c->a;
    double *sum = arena_array(c->m, (size_t)a->nelement + 1, sizeof *sum);
    double all = 0;
    uint32_t best = 0;

    if (!a->nelement)
        return 0;
    for (uint32_t i = c->zone.from; i < c->zone.to; i++) {
        if (c->line[i].weight <= 0)
            continue;
        all += c->line[i].weight;
        sum[a->block[c->line[i].first].parent] += c->line[i].weight;
    }
    for (uint32_t e = a->nelement; e-- > 1;) /* parents stand before */
        sum[a->element[e].parent] += sum[e];
    for (uint32_t e = 1; e < a->nelement; e++)
        if (sum[e] >= all * 0.75 &&
            a->element[e].depth >= a->element[best].depth)
            best = e;
    return best;
}

static bool is_lead(const struct line *line)
{
    return (line->class == LINE_PROSE || line->class == LINE_NEAR) &&
           line->alike >= ON_TOPIC && !(line->hints & HINT_NEGATIVE);
}

static void extend_zone(struct cleaner *c)
{
    uint32_t from = c->zone.from, to = c->zone.to;

    for (uint32_t i = from; i > 0 && from - i < LEAD_LINES; i--)
        if (is_lead(&c->line[i - 1]))
            c->zone.from = i - 1;
    for (uint32_t i = to; i < c->n && i - to < TAIL_LINES; i++)
        if (is_lead(&c->line[i]) && c->line[i].class == LINE_PROSE)
            c->zone.to = i + 1;
}

static bool is_own(const struct line *line)
{
    return line_is_prose(line) || line->kind == BLOCK_ITEM ||
           (line->class == LINE_SHORT && line->stop);
}

/* Widens the zone to its container as far as there is prose of its own. */
static void fill_container(struct cleaner *c)
{
    const struct article *a = c->a;
    uint32_t box = zone_box(c);
    bool *in = arena_array(c->m, (size_t)a->nelement + 1, sizeof *in);
    uint32_t from = c->zone.from;

    if (!box)
        return;
    for (uint32_t e = box; e < a->nelement; e++)
        in[e] = e == box || in[a->element[e].parent];
    for (uint32_t i = 0; i < c->n; i++) {
        const struct line *line = &c->line[i];

        if (!in[a->block[line->first].parent] || line->weight <= 0 ||
            line->class == LINE_JUNK || (line->hints & HINT_NEGATIVE))
            continue;
        if (i < from && i < c->zone.from)
            c->zone.from = i;
        if (i >= c->zone.to)
            c->zone.to = i + 1;
    }
}

/* In calm text all sentences and items are the article's, as far as no junk
 * stands between. */
static void widen_zone(struct cleaner *c)
{
    uint32_t from = c->zone.from, to = c->zone.to;

    for (uint32_t i = from; i > 0 && c->line[i - 1].class != LINE_JUNK; i--)
        if (is_own(&c->line[i - 1]))
            c->zone.from = i - 1;
    for (uint32_t i = to; i < c->n && c->line[i].class != LINE_JUNK; i++)
        if (is_own(&c->line[i]))
            c->zone.to = i + 1;
}

/* "Kommentare", "Mehr zum Thema": what follows is not the article's. */
static bool is_cue(const struct line *line)
{
    return line->class == LINE_JUNK && line->words <= CUE_WORDS &&
           (line->reason == REMOVED_COMMENT || line->reason == REMOVED_COUNTER ||
            line->reason == REMOVED_TEASER);
}

static bool is_comments(const struct line *line)
{
    return line->reason == REMOVED_COMMENT || line->reason == REMOVED_COUNTER;
}

static double mean_alike(const struct cleaner *c, uint32_t from)
{
    double sum = 0;
    uint32_t n = 0;

    for (uint32_t i = from; i < c->zone.to; i++) {
        if (!line_is_prose(&c->line[i]))
            continue;
        sum += c->line[i].alike;
        n++;
    }
    return n ? sum / n : 0;
}

/* The element that a line's own element stands in. */
static uint32_t outer(const struct cleaner *c, uint32_t i)
{
    return c->a->element[c->a->block[c->line[i].first].parent].parent;
}

/* Does the article's own element go on after line I? A box stood in it then. */
static bool goes_on(const struct cleaner *c, uint32_t i)
{
    const struct article *a = c->a;
    uint32_t before = i, after = i + 1;

    if (!a->nelement)
        return false;
    while (before > c->zone.from && c->line[before].class != LINE_PROSE)
        before--;
    while (after < c->zone.to && c->line[after].class != LINE_PROSE)
        after++;
    return after < c->zone.to &&
           outer(c, before) == outer(c, after) &&
           !(c->line[after].hints & HINT_NEGATIVE);
}

/*
 * Does the cue in line I end the article, after WORDS of ALL words of prose?
 * Comments often are longer than what they are about; other cues stand in the
 * article's midst too, and then its topic goes on after them.
 */
static bool closes(const struct cleaner *c, uint32_t i, uint64_t words,
                   uint64_t all)
{
    if (goes_on(c, i))
        return false;
    if (is_comments(&c->line[i]))
        return words >= CUE_AFTER && words * 5 >= all;
    return words * 2 >= all && mean_alike(c, i) < AFTER_CUE;
}

/* Ends the zone at the first cue that closes it. */
static void close_zone(struct cleaner *c)
{
    uint64_t all = 0, words = 0;
    uint32_t looks = 0;

    for (uint32_t i = c->zone.from; i < c->zone.to; i++)
        all += line_is_prose(&c->line[i]) ? c->line[i].words : 0;
    for (uint32_t i = c->zone.from; i < c->zone.to && looks < 32; i++) {
        const struct line *line = &c->line[i];

        words += line_is_prose(line) ? line->words : 0;
        if (!is_cue(line))
            continue;
        looks++;
        if (closes(c, i, words, all))
            c->zone.to = i;
    }
}

void lines_zone(struct cleaner *c)
{
    bool calm;

    c->zone = best_run(c);
    if (c->zone.from == c->zone.to)
        return;
    c->split = is_split(c);
    calm = c->split || is_calm(c);
    lines_topic(c, calm);
    if (c->split)
        return;
    if (calm) {
        widen_zone(c);
        return;
    }
    c->zone = best_run(c);
    extend_zone(c);
    fill_container(c);
    close_zone(c);
}
