/*
 * cover.c - coverage of what several origins speak of. A concept (weigh.h) is
 * worth the number of origins with it, nothing when it is but one, and nothing
 * once it stands in the brief. Copies are one origin.
 */
#include "story/parts.h"

/* Articles of each origin: a list of next ones + 1. */
struct members {
    uint32_t *head, *next;
};

static struct members members_of(struct maker *k)
{
    uint32_t n = k->s->narticle;
    struct members g;

    g.head = arena_array(k->step, n, sizeof *g.head);
    g.next = arena_array(k->step, n, sizeof *g.next);
    for (uint32_t a = n; a-- > 0;) {
        g.next[a] = g.head[k->origin[a]];
        g.head[k->origin[a]] = a + 1;
    }
    return g;
}

static void count_origins(struct maker *k, struct cover *c)
{
    struct members g = members_of(k);
    uint32_t nconcept = weigh_nconcepts(k->w);
    uint32_t *seen = arena_array(k->step, nconcept, sizeof *seen);

    for (uint32_t o = 0; o < k->s->narticle; o++)
        for (uint32_t a = g.head[o]; a; a = g.next[a - 1])
            for (uint32_t r = k->s->first[a - 1]; r < k->s->first[a]; r++) {
                struct concepts x = weigh_concepts(k->w, r);

                for (uint32_t i = 0; i < x.n; i++) {
                    c->weight[x.id[i]] += seen[x.id[i]] != o + 1;
                    seen[x.id[i]] = o + 1;
                }
            }
    for (uint32_t i = 0; i < nconcept; i++)
        if (c->weight[i] < 2)
            c->weight[i] = 0;
}

/* concept -> rows, of those that are worth something */
static void list_rows(struct maker *k, struct cover *c)
{
    uint32_t nconcept = weigh_nconcepts(k->w), total = 0;
    uint32_t *at = arena_array(k->step, nconcept, sizeof *at);

    for (uint32_t r = 0; r < k->s->nrow; r++) {
        struct concepts x = weigh_concepts(k->w, r);

        for (uint32_t i = 0; i < x.n; i++)
            at[x.id[i]] += c->weight[x.id[i]] > 0;
    }
    for (uint32_t i = 0; i < nconcept; i++) {
        c->first[i] = total;
        total += at[i];
        at[i] = c->first[i];
    }
    c->first[nconcept] = total;
    c->row = arena_array(k->step, total, sizeof *c->row);
    for (uint32_t r = 0; r < k->s->nrow; r++) {
        struct concepts x = weigh_concepts(k->w, r);

        for (uint32_t i = 0; i < x.n; i++)
            if (c->weight[x.id[i]] > 0) {
                c->row[at[x.id[i]]++] = r;
                c->gain[r] += c->weight[x.id[i]];
            }
    }
}

struct cover *cover_new(struct maker *k)
{
    struct cover *c = arena_get(k->step, sizeof *c);
    size_t nconcept = weigh_nconcepts(k->w);

    c->weight = arena_array(k->step, nconcept, sizeof *c->weight);
    c->gain = arena_array(k->step, k->s->nrow, sizeof *c->gain);
    c->first = arena_array(k->step, nconcept + 1, sizeof *c->first);
    count_origins(k, c);
    list_rows(k, c);
    return c;
}

void cover_take(struct maker *k, struct cover *c, uint32_t row)
{
    struct concepts x = weigh_concepts(k->w, row);

    for (uint32_t i = 0; i < x.n; i++) {
        uint32_t id = x.id[i];

        if (c->weight[id] <= 0)
            continue;
        for (uint32_t j = c->first[id]; j < c->first[id + 1]; j++)
            c->gain[c->row[j]] -= c->weight[id];
        c->weight[id] = 0;
    }
}
