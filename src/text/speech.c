/*
 * speech.c - who is speaking? Indirect speech and quotations without their
 * speaker, denials.
 */
#include "text/reading.h"

static bool capital_behind(const struct reading *r, uint32_t at)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (r->w[i].from >= at && r->w[i].capital)
            return true;
    return false;
}

/* sagte er; nothing but the pronoun tells who speaks. */
bool speech_by_pronoun(const struct reading *r)
{
    for (uint32_t i = 1; i < r->n; i++)
        if (look_has(r, i, IS(speaker)) && look_joined(r, i) &&
            !r->w[i].capital && look_has(r, i - 1, IS(says)))
            return true;
    if (!r->closed || r->open)
        return false;
    for (uint32_t i = 1; i < r->n; i++) /* "...", so er; "...", meint sie */
        if (r->w[i].from >= r->closed && look_has(r, i, IS(speaker)) &&
            !r->w[i].capital && r->w[i - 1].from >= r->closed &&
            (i < 2 || r->w[i - 2].from < r->closed) &&
            !capital_behind(r, r->closed))
            return true;
    return false;
}

/* Does something tell who said it? */
static bool has_source(const struct reading *r)
{
    for (uint32_t i = 0; i < r->n; i++) {
        if (look_has(r, i, IS(says) | IS(attributed)))
            return true;
        if (look_has(r, i, IS(source)) && i &&
            (look_is(r, i - 1, "nach") || look_is(r, i - 1, "eigenen") ||
             (i > 1 && look_is(r, i - 2, "nach")) ||
             (i > 2 && look_is(r, i - 3, "nach"))))
            return true;
        if (look_is(r, i, "so") && (r->w[i].gap & GAP_COMMA) &&
            i + 1 < r->n &&
            (r->w[i + 1].capital || look_has(r, i + 1, IS(article))))
            return true;
    }
    return false;
}

/*
 * The first verb in Konjunktiv I outside quotation marks, without a conjunction
 * in its clause before it and without a claim ("der Vorwurf, ...") that it is
 * the words of.
 */
static bool is_indirect(const struct reading *r)
{
    bool that = false, claim = false;

    for (uint32_t i = 0; i < r->n; i++) {
        const struct look *w = &r->w[i];

        if (w->gap & (GAP_COMMA | GAP_BREAK | GAP_COLON))
            that = false;
        that |= look_has(r, i, IS(that)) && !w->quoted;
        claim |= look_has(r, i, IS(claim));
        if (look_has(r, i, IS(indirect)) && !w->quoted && !w->capital &&
            !that && !claim)
            return true;
    }
    return false;
}

/* Indirect speech, and nobody who says it. */
bool speech_is_open(const struct reading *r)
{
    if (look_is(r, 0, "man") && look_is(r, 1, "habe") && !r->w[0].quoted)
        return true;
    if (!(r->roles & IS(indirect)) || !is_indirect(r))
        return false;
    for (uint32_t i = 0; i < r->n; i++)
        if (look_is(r, i, "ich") && !r->w[i].quoted)
            return false;
    return !has_source(r);
}

bool sentence_denies(const struct reading *r)
{
    bool rejects = false, whether = false, not_yet = false;

    if (!(r->roles & (IS(denial) | IS(doubt) | IS(confirm) | IS(rejects))))
        return false;
    for (uint32_t i = 0; i < r->n; i++) {
        if (look_has(r, i, IS(denial)))
            return true;
        if ((rejects && look_is(r, i, "zurück")) ||
            (whether && look_has(r, i, IS(doubt))) ||
            (not_yet && look_has(r, i, IS(confirm))))
            return true;
        rejects |= look_has(r, i, IS(rejects));
        whether |= look_is(r, i, "ob");
        not_yet = look_is(r, i, "nicht") ||
                  (not_yet && !(r->w[i].gap & GAP_COMMA));
    }
    return false;
}
