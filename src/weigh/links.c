/*
 * links.c - builds what probes need. Everything is linear in the input: stems
 * that may be akin are found through buckets of equal first or last five
 * letters, words that share a 4-gram through the list of words of each 4-gram.
 *
 * idf_t = max(.01, ln((N + 1) / (df_t + .5))) over all N units, titles
 * included.
 */
#include "weigh/links.h"
#include <math.h>

/* ---- stems of units ----------------------------------------------------- */

static void list_stems(const struct weights *w, struct links *k)
{
    const struct words *v = &w->words;
    uint32_t *seen = arena_array(w->arena, v->nstem, sizeof *seen), n = 0;

    k->unit.first = arena_array(w->arena, v->nunit + (size_t)1,
                                sizeof *k->unit.first);
    k->unit.id = arena_array(w->arena, v->unit.first[v->nunit],
                             sizeof *k->unit.id);
    for (uint32_t u = 0; u < v->nunit; u++) {
        k->unit.first[u] = n;
        for (uint32_t i = v->unit.first[u]; i < v->unit.first[u + 1]; i++) {
            const struct form *f = &v->form[v->unit.id[i] & ~FORM_PART];

            if (f->common || seen[f->stem] == u + 1)
                continue;
            seen[f->stem] = u + 1;
            k->unit.id[n++] = f->stem;
        }
    }
    k->unit.first[v->nunit] = n;
}

static double idf(uint32_t nunit, uint32_t df)
{
    double x = log(((double)nunit + 1) / ((double)df + .5));

    return x > .01 ? x : .01;
}

static void weigh_stems_of_links(const struct weights *w, struct links *k)
{
    const struct words *v = &w->words;
    uint32_t *df = arena_array(w->arena, v->nstem, sizeof *df);

    k->stem_idf = arena_array(w->arena, v->nstem, sizeof *k->stem_idf);
    k->stem_sum = arena_array(w->arena, v->nunit, sizeof *k->stem_sum);
    for (uint32_t i = 0; i < k->unit.first[v->nunit]; i++)
        df[k->unit.id[i]]++;
    for (uint32_t s = 0; s < v->nstem; s++)
        k->stem_idf[s] = idf(v->nunit, df[s]);
    for (uint32_t u = 0; u < v->nunit; u++)
        for (uint32_t i = k->unit.first[u]; i < k->unit.first[u + 1]; i++)
            k->stem_sum[u] += k->stem_idf[k->unit.id[i]];
}

struct lists lists_turned(struct arena *m, const struct lists *l, uint32_t n,
                          uint32_t nmember)
{
    struct lists t;
    uint32_t total = l->first[n];
    uint32_t *at = arena_array(m, nmember + (size_t)1, sizeof *at);

    t.first = arena_array(m, nmember + (size_t)1, sizeof *t.first);
    t.id = arena_array(m, total, sizeof *t.id);
    for (uint32_t i = 0; i < total; i++)
        if (l->id[i] != NONE)
            t.first[l->id[i] + 1]++;
    for (uint32_t i = 0; i < nmember; i++) {
        t.first[i + 1] += t.first[i];
        at[i] = t.first[i];
    }
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = l->first[i]; k < l->first[i + 1]; k++)
            if (l->id[k] != NONE)
                t.id[at[l->id[k]]++] = i;
    return t;
}

/* ---- buckets of beginnings and ends ------------------------------------- */

/* The first or last five letters of S. */
#define KIN_LETTERS 5

static struct str five(struct str s, bool end)
{
    const char *stop = s.at + s.len, *p = end ? stop : s.at;
    unsigned n;

    for (int i = 0; i < KIN_LETTERS; i++) {
        if (end) {
            utf8_before(p, s.at, &n);
            p -= n;
        } else {
            utf8_next(p, stop, &n);
            p += n;
        }
    }
    return end ? (struct str){p, (size_t)(stop - p)}
               : (struct str){s.at, (size_t)(p - s.at)};
}

/* Texts that share a hash share a bucket, which is no harm: whoever looks into
 * a bucket compares. */
static uint32_t bucket_of(struct table *t, const struct stem *s,
                          enum side side)
{
    struct str key = s->plain;

    if (side != SIDE_PLAIN) {
        if (s->length < KIN_LETTERS)
            return NONE;
        key = five(s->text, side == SIDE_END);
    }
    return table_put(t, str_hash(key));
}

static void sort_kin(const struct weights *w, struct links *k)
{
    const struct words *v = &w->words;

    k->kin.first = arena_array(w->arena, v->nstem + (size_t)1,
                               sizeof *k->kin.first);
    k->kin.id = arena_array(w->arena, SIDES * (size_t)v->nstem,
                            sizeof *k->kin.id);
    for (uint32_t s = 0; s < v->nstem; s++)
        k->kin.first[s + 1] = SIDES * (s + 1);
    for (uint32_t side = 0; side < SIDES; side++) {
        struct table t = table_new(w->arena, v->nstem);
        uint32_t *id = k->kin.id + side;

        for (uint32_t s = 0; s < v->nstem; s++) {
            uint32_t b = bucket_of(&t, &v->stem[s], (enum side)side);

            id[SIDES * s] = b == NONE ? NONE : k->nbucket + b;
        }
        k->nbucket += t.n;
    }
    k->bucket = lists_turned(w->arena, &k->kin, v->nstem, k->nbucket);
}

/* ---- 4-grams ------------------------------------------------------------ */

#define GRAM 4

struct speller {
    struct arena *m;
    struct table letter, gram;
    struct links *k;
    uint32_t n, cap;
};

/* Letters by number, 16 bits each; further ones than 65,535 count as one. */
static uint64_t letter(struct speller *s, uint32_t code)
{
    uint32_t n = table_put(&s->letter, code);

    return n < 0xffff ? n : 0xffff;
}

static void spell(struct speller *s, struct str word)
{
    const char *end = word.at + word.len;
    uint64_t key = letter(s, '_');
    uint32_t have = 1;
    unsigned n = 1;

    for (const char *p = word.at; p <= end; p += n) {
        uint32_t code = p < end ? utf8_next(p, end, &n) : '_';

        key = key << 16 | letter(s, code);
        if (++have < GRAM && p < end)
            continue;
        s->k->gram.id = arena_more(s->m, s->k->gram.id, s->n, &s->cap,
                                   sizeof *s->k->gram.id);
        s->k->gram.id[s->n++] = table_put(&s->gram, key);
        if (p == end)
            break;
    }
}

bool links_spelled(const struct weights *w, uint32_t id)
{
    return !(id & FORM_PART) && !w->words.form[id].common;
}

static void spell_forms(const struct weights *w, struct links *k)
{
    const struct words *v = &w->words;
    struct speller s = {.m = w->arena, .letter = table_new(w->arena, 64),
                        .gram = table_new(w->arena, v->nform), .k = k};

    k->gram.first = arena_array(w->arena, v->nform + (size_t)1,
                                sizeof *k->gram.first);
    for (uint32_t f = 0; f < v->nform; f++) {
        k->gram.first[f] = s.n;
        if (!v->form[f].common)
            spell(&s, v->form[f].text);
    }
    k->gram.first[v->nform] = s.n;
    k->ngram = s.gram.n;
    k->with = lists_turned(w->arena, &k->gram, v->nform, k->ngram);
}

void links_count_grams(const struct weights *w, const struct links *k,
                       uint32_t unit, int add, int32_t *count)
{
    const struct lists *u = &w->words.unit;

    for (uint32_t i = u->first[unit]; i < u->first[unit + 1]; i++) {
        uint32_t f = u->id[i];

        if (!links_spelled(w, f))
            continue;
        for (uint32_t g = k->gram.first[f]; g < k->gram.first[f + 1]; g++)
            count[k->gram.id[g]] += add;
    }
}

/* Calls for each 4-gram of UNIT once, while COUNT is swept. */
static double sweep(const struct weights *w, struct links *k, uint32_t unit,
                    int32_t *count, uint32_t *df)
{
    const struct lists *u = &w->words.unit;
    double sum = 0;

    for (uint32_t i = u->first[unit]; i < u->first[unit + 1]; i++) {
        uint32_t f = u->id[i];

        if (!links_spelled(w, f))
            continue;
        for (uint32_t j = k->gram.first[f]; j < k->gram.first[f + 1]; j++) {
            uint32_t g = k->gram.id[j];
            double c = count[g];

            if (!count[g])
                continue;
            count[g] = 0;
            if (df)
                df[g]++;
            sum += c * c * k->gram_idf2[g];
        }
    }
    return sum;
}

static void weigh_grams(const struct weights *w, struct links *k)
{
    uint32_t nunit = w->words.nunit;
    int32_t *count = arena_array(w->arena, k->ngram, sizeof *count);
    uint32_t *df = arena_array(w->arena, k->ngram, sizeof *df);

    k->gram_idf2 = arena_array(w->arena, k->ngram, sizeof *k->gram_idf2);
    k->gram_len = arena_array(w->arena, nunit, sizeof *k->gram_len);
    for (uint32_t u = 0; u < nunit; u++) {
        links_count_grams(w, k, u, 1, count);
        sweep(w, k, u, count, df);
    }
    for (uint32_t g = 0; g < k->ngram; g++) {
        double x = idf(nunit, df[g]);

        k->gram_idf2[g] = x * x;
    }
    for (uint32_t u = 0; u < nunit; u++) {
        links_count_grams(w, k, u, 1, count);
        k->gram_len[u] = sqrt(sweep(w, k, u, count, NULL));
    }
}

const struct links *links_made(const struct weights *w)
{
    struct links *k = w->lazy->links;

    if (k)
        return k;
    k = arena_get(w->arena, sizeof *k);
    list_stems(w, k);
    weigh_stems_of_links(w, k);
    sort_kin(w, k);
    spell_forms(w, k);
    weigh_grams(w, k);
    w->lazy->links = k;
    return k;
}
