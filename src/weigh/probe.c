/*
 * probe.c - how alike one unit and others are. The unit's likeness to every
 * stem and its share in every word's 4-grams are worked out beforehand, so that
 * a comparison costs the length of the other unit.
 */
#include "weigh/links.h"
#include <math.h>

/* A stem that is akin to the unit's stem OWN (place in the unit's list). */
struct kin {
    uint32_t own;
    float alike;
};

struct probe {
    const struct weights *w;
    const struct links *k;
    uint32_t unit;
    uint32_t *from;     /* stem -> its first kin + 1; 0: it has none */
    uint32_t *count;    /* stem -> how many */
    struct kin *kin;
    uint32_t nkin, capkin;
    float *best;        /* of each own stem, while comparing */
    double *spelled;    /* form -> sum of count x idf^2 over its 4-grams */
};

#define ALIKE_PARTLY .8

static uint32_t code_plain(uint32_t c)
{
    return c == 0xe4 ? 'a' : c == 0xf6 ? 'o' : c == 0xfc ? 'u' : c;
}

static size_t common_start(struct str a, struct str b)
{
    size_t n = a.len < b.len ? a.len : b.len, i = 0;

    while (i < n && a.at[i] == b.at[i])
        i++;
    while (i && i < n && ((unsigned char)a.at[i] & 0xc0) == 0x80)
        i--; /* not in the middle of a letter */
    return i;
}

/* Are A and B the same but for umlauts? Haus and Häuser share a stem so. */
static bool same_but_umlauts(struct str a, struct str b)
{
    const char *p = a.at, *q = b.at, *end = p + a.len, *stop = q + b.len;
    unsigned n, k;

    for (; p < end && q < stop; p += n, q += k)
        if (code_plain(utf8_next(p, end, &n)) !=
            code_plain(utf8_next(q, stop, &k)))
            return false;
    return p == end && q == stop;
}

/* Shortest piece that counts, and how much longer the whole must be. */
#define PIECE_LEAST 5
#define PIECE_LEAVES 3

double weigh_words_alike(struct str stem, struct str other)
{
    struct str lo = stem.len <= other.len ? stem : other;
    struct str hi = stem.len <= other.len ? other : stem;
    size_t nlo, nhi, same;

    if (str_same(lo, hi))
        return 1;
    if (same_but_umlauts(lo, hi))
        return ALIKE_PARTLY;
    nlo = utf8_count(lo);
    nhi = utf8_count(hi);
    if (nlo >= PIECE_LEAST && nhi >= nlo + PIECE_LEAVES &&
        (str_starts(hi, lo) || str_ends(hi, lo)))
        return ALIKE_PARTLY;
    same = utf8_count(str_cut(lo, 0, common_start(lo, hi)));
    if (same >= PIECE_LEAST && 10 * same >= 6 * (nhi > nlo ? nhi : nlo))
        return ALIKE_PARTLY;
    return 0;
}

/* ---- preparing ---------------------------------------------------------- */

/* Kin in the order in which they were found; sorted by stem afterwards. */
struct found {
    uint32_t stem;
    struct kin kin;
};

struct finding {
    struct arena *m;
    struct found *at;
    uint32_t n, cap;
    uint32_t *seen;     /* stem -> own + 1 that met it last */
};

static void find(struct finding *f, uint32_t stem, uint32_t own, double alike)
{
    if (f->seen[stem] == own + 1 || alike <= 0)
        return;
    f->seen[stem] = own + 1;
    f->at = arena_more(f->m, f->at, f->n, &f->cap, sizeof *f->at);
    f->at[f->n++] = (struct found){stem, {own, (float)alike}};
}

/* Only the first stems of an endless sentence look for kin, and only among the
 * first of an endless bucket: real text reaches neither. */
#define KIN_STEMS 200
#define KIN_BUCKET 4096

static void find_kin(struct finding *f, const struct probe *p, uint32_t stem,
                     uint32_t own)
{
    const struct stem *all = p->w->words.stem;
    const struct lists *bucket = &p->k->bucket;

    find(f, stem, own, 1);
    for (uint32_t side = 0; side < SIDES && own < KIN_STEMS; side++) {
        uint32_t b = p->k->kin.id[SIDES * stem + side], n;

        if (b == NONE)
            continue;
        n = bucket->first[b + 1] - bucket->first[b];
        n = n < KIN_BUCKET ? n : KIN_BUCKET;
        for (uint32_t i = bucket->first[b]; i < bucket->first[b] + n; i++)
            find(f, bucket->id[i], own,
                 weigh_words_alike(all[stem].text, all[bucket->id[i]].text));
    }
}

static void prepare_stems(struct arena *m, struct probe *p)
{
    const struct lists *u = &p->k->unit;
    uint32_t nstem = p->w->words.nstem, nown, next = 0;
    struct finding f = {.m = m};

    nown = u->first[p->unit + 1] - u->first[p->unit];
    f.seen = arena_array(m, nstem, sizeof *f.seen);
    p->best = arena_array(m, nown, sizeof *p->best);
    p->from = arena_array(m, nstem, sizeof *p->from);
    for (uint32_t i = 0; i < nown; i++)
        find_kin(&f, p, u->id[u->first[p->unit] + i], i);
    p->count = f.seen; /* its work is done */
    for (uint32_t i = 0; i < f.n; i++)
        p->count[f.at[i].stem] = 0;
    for (uint32_t i = 0; i < f.n; i++)
        p->count[f.at[i].stem]++;
    p->kin = arena_array(m, f.n, sizeof *p->kin);
    for (uint32_t i = 0; i < f.n; i++) {
        uint32_t s = f.at[i].stem;

        if (!p->from[s]) {
            p->from[s] = next + 1;
            next += p->count[s];
            p->count[s] = 0;
        }
        p->kin[p->from[s] - 1 + p->count[s]++] = f.at[i].kin;
    }
}

static void prepare_forms(struct arena *m, struct probe *p)
{
    const struct links *k = p->k;
    const struct lists *u = &p->w->words.unit;
    int32_t *count = arena_array(m, k->ngram, sizeof *count);

    p->spelled = arena_array(m, p->w->words.nform, sizeof *p->spelled);
    links_count_grams(p->w, k, p->unit, 1, count);
    for (uint32_t i = u->first[p->unit]; i < u->first[p->unit + 1]; i++) {
        uint32_t f = u->id[i];

        if (!links_spelled(p->w, f))
            continue;
        for (uint32_t j = k->gram.first[f]; j < k->gram.first[f + 1]; j++) {
            uint32_t g = k->gram.id[j];
            double share = count[g] * k->gram_idf2[g];

            count[g] = 0;
            for (uint32_t x = k->with.first[g];
                 share > 0 && x < k->with.first[g + 1]; x++)
                p->spelled[k->with.id[x]] += share;
        }
    }
}

struct probe *weigh_probe(struct arena *m, const struct weights *w,
                          uint32_t unit)
{
    struct probe *p = arena_get(m, sizeof *p);

    p->w = w;
    p->k = links_made(w);
    p->unit = unit;
    prepare_stems(m, p);
    prepare_forms(m, p);
    return p;
}

/* ---- comparing ---------------------------------------------------------- */

/*
 * c(i -> j) = sum over t in i of idf_t max_u sim(t, u) / sum of idf_t; H is the
 * harmonic mean of both directions.
 */
static double containment(const struct probe *p, uint32_t other)
{
    const struct links *k = p->k;
    const struct lists *u = &k->unit;
    uint32_t own = u->first[p->unit], nown = u->first[p->unit + 1] - own;
    double there = 0, back = 0;

    for (uint32_t i = 0; i < nown; i++)
        p->best[i] = 0;
    for (uint32_t i = u->first[other]; i < u->first[other + 1]; i++) {
        uint32_t s = u->id[i];
        float most = 0;

        for (uint32_t x = 0; p->from[s] && x < p->count[s]; x++) {
            struct kin kin = p->kin[p->from[s] - 1 + x];

            if (kin.alike > most)
                most = kin.alike;
            if (kin.alike > p->best[kin.own])
                p->best[kin.own] = kin.alike;
        }
        if (most > 0)
            back += k->stem_idf[s] * (most < 1 ? ALIKE_PARTLY : 1);
    }
    if (back <= 0)
        return 0;
    for (uint32_t i = 0; i < nown; i++)
        if (p->best[i] > 0)
            there += k->stem_idf[u->id[own + i]] *
                     (p->best[i] < 1 ? ALIKE_PARTLY : 1);
    there /= k->stem_sum[p->unit];
    back /= k->stem_sum[other];
    return 2 * there * back / (there + back);
}

static double spelling(const struct probe *p, uint32_t other)
{
    const struct lists *u = &p->w->words.unit;
    double len = p->k->gram_len[p->unit] * p->k->gram_len[other], dot = 0;

    if (len <= 0)
        return 0;
    for (uint32_t i = u->first[other]; i < u->first[other + 1]; i++)
        if (links_spelled(p->w, u->id[i]))
            dot += p->spelled[u->id[i]];
    return dot / len;
}

struct alike weigh_alike(const struct probe *p, uint32_t other)
{
    return (struct alike){containment(p, other), spelling(p, other)};
}
