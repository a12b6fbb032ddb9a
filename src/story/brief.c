/*
 * brief.c - the door of this room: one brief of several articles. Chooses
 * (choose.c), orders (order.c) and cites (cite.c, conflict.c); the result owns
 * all its text.
 */
#include "story/parts.h"

/* ---- what all files use -------------------------------------------------- */

static void close_scratch(void *handle)
{
    struct scratch *s = handle;

    arena_free(s->arena);
    s->arena = NULL;
}

struct arena *scratch_new(struct maker *k)
{
    scratch_drop(k);
    k->scratch->arena = arena_new(arena_escape(k->step));
    return k->scratch->arena;
}

void scratch_drop(struct maker *k)
{
    arena_free(k->scratch->arena);
    k->scratch->arena = NULL;
}

struct place unit_place(const struct story *s, uint32_t unit)
{
    if (unit >= s->nrow)
        return (struct place){unit - s->nrow, 0};
    return (struct place){s->row[unit].article, s->row[unit].sentence};
}

uint32_t unit_of(const struct story *s, struct place p)
{
    return p.sentence ? s->first[p.article] + p.sentence - 1
                      : s->nrow + p.article;
}

const struct sentence *row_sentence(const struct story *s, uint32_t row)
{
    return &s->article[s->row[row].article]->sentence[s->row[row].sentence];
}

static struct maker maker_new(struct arena *m, struct story *s)
{
    struct maker k = {.m = m, .step = s->arena, .s = s};

    k.scratch = arena_get(k.step, sizeof *k.scratch);
    arena_own(k.step, k.scratch, close_scratch);
    k.origin = arena_array(k.step, s->narticle, sizeof *k.origin);
    for (uint32_t a = 0; a < s->narticle; a++) {
        uint32_t o = a;

        for (uint32_t n = 0; n < s->narticle && s->article[o]->copy != o; n++)
            o = s->article[o]->copy;
        k.origin[a] = o;
        k.norigin += o == a;
    }
    return k;
}

/* ---- points -------------------------------------------------------------- */

/* "k" and 12 hex digits of the hash; the second of the same text gets "-2". */
static void give_ids(struct maker *k, struct brief *b)
{
    struct map seen = map_new(k->step, b->npoint + 1);

    for (uint32_t i = 0; i <= b->npoint; i++) {
        struct point *p = i ? &b->point[i - 1] : &b->title;
        struct buf id = buf_new(k->m);
        char hex[65];
        bool added;
        uint32_t *times;

        if (!p->text.len)
            continue;
        sha256_hex(p->text, hex);
        buf_byte(&id, 'k');
        buf_add(&id, (struct str){hex, 12});
        times = map_put(&seen, arena_copy(k->step, buf_str(&id)), &added);
        if (++*times > 1) {
            buf_byte(&id, '-');
            buf_number(&id, *times);
        }
        p->id = arena_copy(k->m, buf_str(&id));
    }
}

static void add_points(struct maker *k, struct brief *b,
                       struct picked *picked)
{
    b->point = arena_array(k->m, picked->n, sizeof *b->point);
    b->npoint = picked->n;
    for (uint32_t i = 0; i < picked->n; i++) {
        k->s->row[picked->row[i]].chosen = true;
        b->point[i].choice = picked->choice[i];
        cite_point(k, &b->point[i], picked->row[i]);
    }
    order_points(k, picked, b->point);
    for (uint32_t i = 0; i < picked->n; i++) {
        uint32_t row = picked->row[i];
        const struct sentence *t = row_sentence(k->s, row);

        if (t->open && (i == 0 || picked->row[i - 1] + 1 != row ||
                        k->s->row[row].sentence < 2))
            cite_context(k, &b->point[i], row);
        b->words += t->words;
    }
}

static void add_title(struct maker *k, struct brief *b)
{
    uint32_t a = title_choose(k);

    b->title.text = STR("");
    b->title.id = STR("");
    if (a < k->s->narticle)
        cite_point(k, &b->title, k->s->nrow + a);
}

/* ---- sources ------------------------------------------------------------- */

static void fill_source(struct maker *k, struct source *to, uint32_t article)
{
    const struct article *a = k->s->article[article];

    to->file = arena_copy(k->m, a->file);
    to->outlet = arena_copy(k->m, a->meta.outlet);
    to->title = arena_copy(k->m, a->meta.title.len || !a->nsentence
                                     ? a->meta.title
                                     : article_sentence(a, 0));
    to->url = arena_copy(k->m, a->meta.url);
    to->author = arena_copy(k->m, a->meta.author);
    to->encoding = arena_copy(k->m, str_of(a->encoding ? a->encoding : ""));
    to->sha256 = arena_copy(k->m, str_of(a->sha256));
    to->date = a->meta.date;
    to->sentences = k->s->first[article + 1] - k->s->first[article];
    to->removed = a->nremoved;
    to->origin = k->origin[article] + 1;
}

static void add_sources(struct maker *k, struct brief *b)
{
    b->nsource = k->s->narticle;
    b->source = arena_array(k->m, b->nsource, sizeof *b->source);
    for (uint32_t i = 0; i < b->nsource; i++) {
        fill_source(k, &b->source[i], i);
        b->removed += b->source[i].removed;
    }
    for (uint32_t i = 0; i < b->npoint; i++)
        for (uint32_t c = 0; c < b->point[i].ncite; c++) {
            const struct cite *x = &b->point[i].cite[c];
            struct source *to = &b->source[x->source - 1];

            to->used += x->role == ROLE_ORIGIN;
            to->also += x->role == ROLE_ALSO;
            to->differs += x->role == ROLE_DIFFERS;
        }
}

/* Inputs that became articles are in the order of the articles. */
static void mark_inputs(const struct maker *k, const struct brief *b)
{
    uint32_t a = 0;

    for (uint32_t i = 0; i < k->s->ninput && a < b->nsource; i++) {
        struct input *in = &k->s->input[i];

        if (in->state != INPUT_USED && in->state != INPUT_READ)
            continue;
        in->state = b->source[a++].used ? INPUT_USED : INPUT_READ;
    }
}

struct brief *story_brief(struct arena *m, struct story *s,
                          const struct weights *w, struct lang *l,
                          const struct kernsatz_options *options)
{
    struct brief *b = arena_get(m, sizeof *b);
    struct maker k = maker_new(m, s);
    struct picked picked;

    k.w = w;
    k.l = l;
    k.o = options;
    b->arena = m;
    for (uint32_t i = 0; i < s->nrow; i++)
        s->row[i].chosen = false;
    picked = choose_rows(&k);
    add_title(&k, b);
    add_points(&k, b, &picked);
    give_ids(&k, b);
    add_sources(&k, b);
    mark_inputs(&k, b);
    left_list(&k, b);
    return b;
}
