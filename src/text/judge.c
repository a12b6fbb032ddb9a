/*
 * judge.c - what a line is and what it weighs: prose counts its words,
 * navigation, time stamps and teasers count against. Whether a block stands in
 * a teaser or a side bar is only believed where that element does not hold most
 * of the page's prose.
 */
#include "text/clean.h"

#define PROSE_WORDS 12
#define ELEMENT_DEPTH 64   /* steps up that are looked at */
#define WORDS_CAP 60

bool line_is_prose(const struct line *line)
{
    return line->class == LINE_PROSE || line->class == LINE_NEAR;
}

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

void lines_judge(struct cleaner *c)
{
    classify(c);
    find_repeats(c);
    for (uint32_t i = 0; i < c->n; i++)
        c->line[i].weight = weight_of(&c->line[i]);
}
