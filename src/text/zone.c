/*
 * zone.c - which lines are the article.
 *
 * Every line gets a weight: prose counts its words, navigation, time stamps and
 * teasers count against. The run of lines with the largest sum is the article's
 * zone. Then the zone's own words tell what belongs to the topic, and the run is
 * found again. Whether a block stands in a teaser or a side bar is only believed
 * where that element does not hold most of the page's prose.
 */
#include "text/clean.h"
#include <string.h>

#define PROSE_WORDS 12
#define ELEMENT_DEPTH 64   /* steps up that are looked at */
#define WORDS_CAP 60
#define LEAD_LINES 14      /* how far above the zone a lead may stand */
#define TAIL_LINES 10
#define OFF_TOPIC 0.03     /* share of a line's stems used elsewhere */
#define ISOLATED 0.08      /* the same for a line without prose beside it */
#define AFTER_CUE 0.25     /* mean of what may follow "Mehr zum Thema" */
#define CUE_WORDS 8
#define ON_TOPIC 0.30

/* ---- classes -------------------------------------------------------------- */

static enum line_class class_of(const struct line *line)
{
    bool german = line->stops * 100 >= line->words * 22;

    if (line->kind == BLOCK_HEADING)
        return LINE_SHORT;
    if (line->words >= PROSE_WORDS && german && line->ends)
        return LINE_PROSE;
    if (line->words >= 5 && line->stop && line->stops)
        return LINE_NEAR;
    if (line->words >= PROSE_WORDS && line->stops >= 2)
        return LINE_NEAR;
    return LINE_SHORT;
}

/* Words of prose below each element. */
static uint32_t *element_prose(struct cleaner *c, uint32_t *total)
{
    const struct article *a = c->a;
    uint32_t *prose = arena_array(c->m, (size_t)a->nelement + 1,
                                  sizeof *prose);

    *total = 0;
    for (uint32_t i = 0; i < c->n; i++) {
        uint32_t e = a->block[c->line[i].first].parent;

        if (c->line[i].class != LINE_PROSE)
            continue;
        *total += c->line[i].words;
        for (uint32_t up = 0; a->nelement && up < ELEMENT_DEPTH; up++) {
            prose[e] += c->line[i].words;
            if (!e)
                break;
            e = a->element[e].parent;
        }
    }
    return prose;
}

/* The hints of the elements above LINE that may be believed. */
static uint16_t inherited(const struct cleaner *c, const struct line *line,
                          const uint32_t *prose, uint32_t total)
{
    const struct article *a = c->a;
    uint32_t e = a->block[line->first].parent;
    uint16_t hints = 0;

    for (uint32_t up = 0; a->nelement && e && up < ELEMENT_DEPTH; up++) {
        uint16_t own = a->element[e].hints;

        if ((uint64_t)prose[e] * 100 >= (uint64_t)total * 30)
            own &= (uint16_t)~(HINT_NEGATIVE | HINT_FIGURE | HINT_BYLINE |
                               HINT_HIDDEN);
        if ((uint64_t)prose[e] * 100 >= (uint64_t)total * 50)
            own &= (uint16_t)~(HINT_NAV | HINT_HEADER);
        hints |= own;
        e = a->element[e].parent;
    }
    return hints;
}

static void classify(struct cleaner *c)
{
    uint32_t total, *prose;

    for (uint32_t i = 0; i < c->n; i++)
        c->line[i].class = (uint8_t)class_of(&c->line[i]);
    prose = element_prose(c, &total);
    for (uint32_t i = 0; i < c->n; i++) {
        struct line *line = &c->line[i];

        line->hints |= inherited(c, line, prose, total);
        line->reason = (uint8_t)line_reason(c, line);
        if (!line->reason && c->a->block[line->first].link > 50 &&
            line->class != LINE_PROSE)
            line->reason = REMOVED_NAVIGATION;
        if (line->wish)
            line->reason = line->wish == WISH_DROP ? REMOVED_USER
                                                   : REMOVED_NOT;
        if (line->reason)
            line->class = LINE_JUNK;
    }
}

/* ---- lines that come again ------------------------------------------------- */

static void find_repeats(struct cleaner *c)
{
    struct map seen = map_new(c->m, c->n);

    for (uint32_t i = 0; i < c->n; i++) {
        struct line *line = &c->line[i];
        bool added;

        if (line->words < 4 || line->class == LINE_JUNK)
            continue;
        map_put(&seen, line->s, &added);
        if (!added && line->wish != WISH_KEEP) {
            line->class = LINE_JUNK;
            line->reason = REMOVED_REPEAT;
        }
    }
}

/* ---- weights and the best run ---------------------------------------------- */

static double junk_weight(enum removal reason)
{
    switch (reason) {
    case REMOVED_USER: /* says nothing of its neighbours */
        return 0;
    case REMOVED_TEASER:
        return -28;
    case REMOVED_COUNTER:
    case REMOVED_COMMENT:
        return -20;
    case REMOVED_PROMOTION:
    case REMOVED_SOURCES:
        return -10;
    case REMOVED_REPEAT:
    case REMOVED_CAPTION:
    case REMOVED_CREDIT:
        return -4;
    default:
        return -9;
    }
}

static double weight_of(const struct line *line)
{
    double words = line->words < WORDS_CAP ? line->words : WORDS_CAP;
    double w;

    switch (line->class) {
    case LINE_JUNK:
        return junk_weight(line->reason);
    case LINE_SHORT:
        return line->kind == BLOCK_ITEM && line->words >= 3 ? -1 : -4;
    case LINE_NEAR:
        w = 0.7 * words;
        break;
    default:
        w = words;
    }
    if (line->hints & HINT_NEGATIVE)
        w = w * 0.25 - 4;
    return w;
}

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

/* ---- topic ------------------------------------------------------------------ */

/* How many lines of the zone use a stem: open addressing, half full at most, so
 * that an article costs what it has of words and not what the lexicon has. */
struct use {
    uint32_t *stem, *lines; /* lines 0: free */
    uint32_t mask;
};

static uint32_t *use_of(const struct use *u, uint32_t stem)
{
    uint32_t i = stem * 0x9e3779b1u >> 7 & u->mask;

    while (u->lines[i] && u->stem[i] != stem)
        i = (i + 1) & u->mask;
    u->stem[i] = stem;
    return &u->lines[i];
}

static struct use zone_use(struct cleaner *c)
{
    struct use use = {.mask = 15};

    while (use.mask / 2 <= c->nstem && use.mask < UINT32_MAX / 2)
        use.mask = use.mask * 2 + 1;
    use.stem = arena_array(c->m, (size_t)use.mask + 1, sizeof *use.stem);
    use.lines = arena_array(c->m, (size_t)use.mask + 1, sizeof *use.lines);
    for (uint32_t i = c->zone.from; i < c->zone.to; i++) {
        const struct line *line = &c->line[i];

        if (line->class != LINE_PROSE && line->class != LINE_NEAR)
            continue;
        for (uint32_t k = line->stem.from; k < line->stem.to; k++)
            if (k == line->stem.from || c->stem[k] != c->stem[k - 1])
                ++*use_of(&use, c->stem[k]);
    }
    return use;
}

static bool in_zone(const struct cleaner *c, uint32_t i)
{
    return i >= c->zone.from && i < c->zone.to;
}

/* Share of a line's content words that other lines of the zone use. */
static double likeness(const struct cleaner *c, uint32_t i,
                       const struct use *use)
{
    const struct line *line = &c->line[i];
    bool prose = line->class == LINE_PROSE || line->class == LINE_NEAR;
    uint32_t own = in_zone(c, i) && prose, n = 0, shared = 0;

    for (uint32_t k = line->stem.from; k < line->stem.to; k++) {
        if (k > line->stem.from && c->stem[k] == c->stem[k - 1])
            continue;
        n++;
        shared += *use_of(use, c->stem[k]) > own;
    }
    return n ? (double)shared / n : 0;
}

static bool is_prose_at(const struct cleaner *c, uint32_t i)
{
    return i < c->n && (c->line[i].class == LINE_PROSE ||
                        c->line[i].class == LINE_NEAR);
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

    if (is_prose_at(c, i + 1) || (i && is_prose_at(c, i - 1)))
        return false;
    return !past ||
           (!(is_short_at(c, i + 1) && is_prose_at(c, i + 2)) &&
            !(i > 1 && is_short_at(c, i - 1) && is_prose_at(c, i - 2)));
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

static void weigh_topic(struct cleaner *c, bool calm)
{
    struct use use = zone_use(c);
    uint32_t stems = 0;

    for (uint32_t i = c->zone.from; i < c->zone.to; i++)
        stems += c->line[i].stem.to - c->line[i].stem.from;
    for (uint32_t i = 0; i < c->n; i++) {
        struct line *line = &c->line[i];
        double limit = is_isolated(c, i) ? ISOLATED : OFF_TOPIC;
        uint32_t own = line->stem.to - line->stem.from;
        /* A line that is most of the text is what the text is about. */
        bool many = own >= 8 && stems > 150 && own < stems / 2;

        line->alike = likeness(c, i, &use);
        if (!calm && many && line->weight > 0 && line->alike < limit)
            line->weight = -line->weight;
    }
}

/* ---- what stays ---------------------------------------------------------------- */

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

static bool is_sentence_line(const struct line *line)
{
    return line->class == LINE_PROSE || line->class == LINE_NEAR;
}

static bool is_own(const struct line *line)
{
    return is_sentence_line(line) || line->kind == BLOCK_ITEM ||
           (line->class == LINE_SHORT && line->stop);
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

static double mean_alike(const struct cleaner *c, uint32_t from)
{
    double sum = 0;
    uint32_t n = 0;

    for (uint32_t i = from; i < c->zone.to; i++) {
        if (!is_sentence_line(&c->line[i]))
            continue;
        sum += c->line[i].alike;
        n++;
    }
    return n ? sum / n : 0;
}

/* Ends the zone at a closing cue after half of its prose. */
static void close_zone(struct cleaner *c)
{
    uint64_t all = 0, words = 0;
    uint32_t looks = 0;

    for (uint32_t i = c->zone.from; i < c->zone.to; i++)
        all += is_sentence_line(&c->line[i]) ? c->line[i].words : 0;
    for (uint32_t i = c->zone.from; i < c->zone.to && looks < 32; i++) {
        const struct line *line = &c->line[i];

        words += is_sentence_line(line) ? line->words : 0;
        if (words * 2 < all || !is_cue(line))
            continue;
        looks++;
        if (line->reason == REMOVED_COMMENT ||
            mean_alike(c, i) < AFTER_CUE)
            c->zone.to = i;
    }
}

/* A short line before a longer paragraph that ends in no full stop. */
static bool heads(const struct line *line, const struct line *next)
{
    uint32_t sign = line->s.len ? (unsigned char)line->s.at[line->s.len - 1]
                                : 0;

    if (line->kind == BLOCK_ITEM || line->words > 16)
        return false;
    if (line->class == LINE_SHORT)
        return !line->stop || sign == '?' || sign == '!';
    return line->class == LINE_NEAR && line->words <= 14 && sign == '?' &&
           next->ends >= 2 && next->words >= 2 * line->words;
}

/* Looks from the end, so that what follows a heading is known. */
static void keep_lines(struct cleaner *c)
{
    const struct line *next = NULL; /* kept, not a heading */
    uint32_t gap = 0;

    for (uint32_t i = c->zone.to; i-- > c->zone.from;) {
        struct line *line = &c->line[i];
        bool item = line->kind == BLOCK_ITEM || line->kind == BLOCK_CELL;

        if (line->class == LINE_JUNK) {
            gap++;
            continue;
        }
        line->heading = next && gap <= 1 && heads(line, next);
        line->keep = line->heading || line->weight > 0 ||
                     (item && line->words >= 2) ||
                     (line->class == LINE_SHORT && line->stop &&
                      line->kind != BLOCK_HEADING && line->words >= 2);
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
                     (line->stop || is_sentence_line(line)) &&
                     line->kind != BLOCK_HEADING;
        if (!line->keep)
            continue;
        if (c->zone.from == c->zone.to)
            c->zone.from = i;
        c->zone.to = i + 1;
    }
}

void lines_judge(struct cleaner *c)
{
    bool calm;

    classify(c);
    find_repeats(c);
    for (uint32_t i = 0; i < c->n; i++)
        c->line[i].weight = weight_of(&c->line[i]);
    c->zone = best_run(c);
    if (c->zone.from == c->zone.to) {
        keep_scraps(c);
        return;
    }
    calm = is_calm(c);
    weigh_topic(c, calm);
    if (calm) {
        widen_zone(c);
    } else {
        c->zone = best_run(c);
        extend_zone(c);
        close_zone(c);
    }
    keep_lines(c);
}
