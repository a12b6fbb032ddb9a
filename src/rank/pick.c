/*
 * pick.c - key sentences of one article: maximal marginal relevance (Carbonell
 * and Goldstein 1998),
 *     argmax .65 z_i - .35 max cos(i, j) over the j taken so far,
 * among the sentences that fit into what is left of the limits. Ties: the
 * earlier sentence.
 *
 * A sentence's value only falls while others are taken. So a heap holds values
 * that may be too high, and the top one is taken when it is up to date; cosines
 * are added up through the lists of rows of each term of the sentence taken.
 */
#include "rank/parts.h"
#include <math.h>

#define RELEVANCE .65

/* A cosine above which a sentence says nothing new. */
#define REPEATED .9

struct picker {
    struct story *s;
    const struct weights *w;
    uint32_t from, to;      /* rows of the article */
    double *worth;          /* .65 z */
    double *near;           /* largest cosine to a row taken */
    double *held;           /* value under which the heap holds a row */
    uint32_t *heap, nheap;
    uint32_t *first, *row;  /* term -> rows, ascending */
    double *weight;
    double *dot;            /* row -> cosine to the row just taken */
    uint32_t *touched;
    uint64_t work;          /* products summed so far */
};

struct limits {
    double words, chars, sentences; /* what is left */
};

static double rounded(double x)
{
    return floor(x * 1e9 + .5) / 1e9;
}

/* ---- heap of rows, best first ------------------------------------------- */

static bool before(const struct picker *p, uint32_t a, uint32_t b)
{
    if (p->held[a] != p->held[b])
        return p->held[a] > p->held[b];
    return a < b;
}

static void sink(struct picker *p, uint32_t at)
{
    uint32_t x = p->heap[at];

    for (;;) {
        uint32_t child = 2 * at + 1;

        if (child >= p->nheap)
            break;
        if (child + 1 < p->nheap &&
            before(p, p->heap[child + 1], p->heap[child]))
            child++;
        if (!before(p, p->heap[child], x))
            break;
        p->heap[at] = p->heap[child];
        at = child;
    }
    p->heap[at] = x;
}

static void drop_top(struct picker *p)
{
    p->heap[0] = p->heap[--p->nheap];
    if (p->nheap)
        sink(p, 0);
}

/* ---- rows by term ------------------------------------------------------- */

static void turn(struct arena *m, struct picker *p)
{
    uint32_t nterm = weigh_terms(p->w), *at;

    p->first = arena_array(m, nterm + (size_t)1, sizeof *p->first);
    at = arena_array(m, nterm + (size_t)1, sizeof *at);
    for (uint32_t i = 0; i < p->s->nrow; i++) {
        struct vector x = weigh_vector(p->w, i);

        for (uint32_t k = 0; k < x.n; k++)
            p->first[x.term[k] + 1]++;
    }
    for (uint32_t t = 0; t < nterm; t++) {
        p->first[t + 1] += p->first[t];
        at[t] = p->first[t];
    }
    p->row = arena_array(m, p->first[nterm], sizeof *p->row);
    p->weight = arena_array(m, p->first[nterm], sizeof *p->weight);
    for (uint32_t i = 0; i < p->s->nrow; i++) {
        struct vector x = weigh_vector(p->w, i);

        for (uint32_t k = 0; k < x.n; k++) {
            p->row[at[x.term[k]]] = i;
            p->weight[at[x.term[k]]++] = x.weight[k];
        }
    }
}

/* The first place of TERM's list that holds a row of the article. */
static uint32_t begin(const struct picker *p, uint32_t term)
{
    uint32_t lo = p->first[term], hi = p->first[term + 1];

    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;

        if (p->row[mid] < p->from)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/*
 * Taking half of 100,000 sentences that share all their words would be
 * quadratic. After this many products what is taken further counts no more
 * against what is left; no picks of real articles come near it.
 */
#define WORK_MOST 200000000u

/* Has the row nothing new to say about how near others are? */
static bool is_idle(const struct picker *p, uint32_t row)
{
    return p->near[row] > 1 - 1e-9 || p->work > WORK_MOST;
}

static void take(struct picker *p, uint32_t taken)
{
    struct vector x = weigh_vector(p->w, taken);
    uint32_t n = 0;

    p->s->row[taken].chosen = true;
    if (is_idle(p, taken))
        return;
    for (uint32_t k = 0; k < x.n; k++) {
        uint32_t end = p->first[x.term[k] + 1];

        for (uint32_t i = begin(p, x.term[k]);
             i < end && p->row[i] < p->to; i++, p->work++) {
            uint32_t r = p->row[i];

            if (p->dot[r] <= 0)
                p->touched[n++] = r;
            p->dot[r] += x.weight[k] * p->weight[i];
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t r = p->touched[i];

        if (p->dot[r] > p->near[r])
            p->near[r] = p->dot[r];
        p->dot[r] = 0;
    }
}

/* ---- limits ------------------------------------------------------------- */

static double limit(uint32_t n)
{
    return n ? (double)n : (double)INFINITY;
}

static struct limits limits_of(const struct picker *p,
                               const struct kernsatz_options *o)
{
    const struct article *a = p->s->article[p->s->row[p->from].article];
    struct limits l = {limit(o->words), limit(o->chars),
                       limit(o->sentences)};
    double words = 0;

    for (uint32_t i = p->from; i < p->to; i++)
        words += a->sentence[p->s->row[i].sentence].words;
    if (o->ratio > 0 && words * o->ratio / 100 < l.words)
        l.words = words * o->ratio / 100;
    l.chars += 1; /* there is no blank before the first sentence */
    return l;
}

/* Uses up of L what row R needs; false, and nothing used, where it does not
 * fit. */
static bool fits(struct limits *l, const struct story *s, uint32_t r)
{
    const struct article *a = s->article[s->row[r].article];
    double words = a->sentence[s->row[r].sentence].words, chars = 0;

    if (l->chars < INFINITY)
        chars = (double)utf8_count(article_sentence(a, s->row[r].sentence)) + 1;
    if (words > l->words || chars > l->chars || l->sentences < 1)
        return false;
    l->words -= words;
    l->chars -= chars;
    l->sentences -= 1;
    return true;
}

/* ---- picking ------------------------------------------------------------ */

static void scale(struct picker *p)
{
    double least = 1, most = 0;

    for (uint32_t i = p->from; i < p->to; i++) {
        double x = p->s->row[i].score;

        least = x < least ? x : least;
        most = x > most ? x : most;
    }
    p->nheap = 0;
    for (uint32_t i = p->from; i < p->to; i++) {
        double x = p->s->row[i].score;

        p->worth[i] = RELEVANCE *
                      (most > least ? (x - least) / (most - least) : 1);
        p->held[i] = rounded(p->worth[i]);
        p->heap[p->nheap++] = i;
    }
    for (uint32_t i = p->nheap / 2; i-- > 0;)
        sink(p, i);
}

/* What repeats a sentence taken comes behind all that does not. */
static double value(const struct picker *p, uint32_t row)
{
    double repeats = p->near[row] > REPEATED ? 1 : 0;

    return rounded(p->worth[row] - (1 - RELEVANCE) * p->near[row] - repeats);
}

static void pick_article(struct picker *p, const struct kernsatz_options *o)
{
    struct limits left = limits_of(p, o);

    scale(p);
    while (p->nheap && left.sentences >= 1) {
        uint32_t top = p->heap[0];
        double now = value(p, top);

        if (now < p->held[top]) {
            p->held[top] = now;
            sink(p, 0);
            continue;
        }
        drop_top(p); /* what does not fit now never will */
        if (fits(&left, p->s, top))
            take(p, top);
    }
}

void rank_pick(struct arena *m, struct story *s, const struct weights *w,
               const struct kernsatz_options *options)
{
    struct picker p = {.s = s, .w = w};

    p.worth = arena_array(m, s->nrow, sizeof *p.worth);
    p.near = arena_array(m, s->nrow, sizeof *p.near);
    p.held = arena_array(m, s->nrow, sizeof *p.held);
    p.heap = arena_array(m, s->nrow, sizeof *p.heap);
    p.dot = arena_array(m, s->nrow, sizeof *p.dot);
    p.touched = arena_array(m, s->nrow, sizeof *p.touched);
    turn(m, &p);
    for (uint32_t i = 0; i < s->nrow; i++)
        s->row[i].chosen = false;
    for (uint32_t a = 0; a < s->narticle; a++) {
        p.from = s->first[a];
        p.to = s->first[a + 1];
        if (p.from < p.to)
            pick_article(&p, options);
    }
}
