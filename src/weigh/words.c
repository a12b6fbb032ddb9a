/*
 * words.c - the words of a story, numbered in order of first appearance: first
 * all rows, then the titles.
 */
#include "weigh/weights.h"

struct reader {
    struct words *w;
    struct arena *m;
    const struct lang *l;
    struct table word;  /* lexicon id -> form */
    uint32_t n;         /* forms in lists so far */
};

/* The letter with the umlaut that Snowball takes off. */
static bool is_umlaut_of(uint32_t with, uint32_t without)
{
    return (with == 0xe4 && without == 'a') ||
           (with == 0xf6 && without == 'o') ||
           (with == 0xfc && without == 'u');
}

/*
 * The stem with the umlauts of the form: fordern is not fördern. Stem and form
 * run side by side, but for the ss that stands for ß.
 */
static struct str stem_with_umlauts(struct arena *m, const struct word *word)
{
    const char *p = word->stem.at, *end = p + word->stem.len;
    const char *q = word->form.at, *stop = q + word->form.len;
    struct buf b;
    unsigned n, k;

    if (str_same(word->stem, str_cut(word->form, 0, word->stem.len)))
        return word->stem;
    b = buf_new(m);
    for (; p < end && q < stop; p += n, q += k) {
        uint32_t c = utf8_next(p, end, &n), d = utf8_next(q, stop, &k);

        buf_code(&b, is_umlaut_of(d, c) ? d : c);
        if (d == 0xdf && c == 's' && p + n < end) {
            buf_byte(&b, 's');
            n++;
        }
    }
    buf_add(&b, (struct str){p, (size_t)(end - p)});
    return buf_str(&b);
}

/*
 * Stems are looked up by the hash of their text; should two texts share it, the
 * second one takes the next free key. Numbers of keys and stems are the same.
 */
static uint32_t stem_number(struct reader *r, const struct word *word)
{
    struct words *w = r->w;
    struct str text = stem_with_umlauts(r->m, word);
    uint64_t key = str_hash(text);
    uint32_t id = table_put(&w->by_text, key);

    while (id < w->nstem && !str_same(w->stem[id].text, text))
        id = table_put(&w->by_text, ++key);
    if (id < w->nstem)
        return id;
    w->stem = arena_more(r->m, w->stem, w->nstem, &w->capstem,
                         sizeof *w->stem);
    w->stem[w->nstem++] = (struct stem){text, word->stem, word->letters,
                                        (uint32_t)utf8_count(text)};
    return id;
}

uint32_t stem_find(const struct words *w, struct str text)
{
    uint64_t key = str_hash(text);
    uint32_t id = table_find(&w->by_text, key);

    while (id != NONE && !str_same(w->stem[id].text, text))
        id = table_find(&w->by_text, ++key);
    return id;
}

/* Four bytes hold one letter, five two at least. */
static bool is_one_letter(struct str form)
{
    return form.len < 5 && utf8_count(form) < 2;
}

static void add_token(struct reader *r, const struct token *t)
{
    struct words *w = r->w;
    const struct word *word = lang_entry(r->l, t->word);
    uint32_t id;

    if (!t->word || word->stop || is_one_letter(word->form))
        return;
    id = table_put(&r->word, t->word);
    if (id == w->nform) {
        w->form = arena_more(r->m, w->form, id, &w->capform,
                             sizeof *w->form);
        w->form[w->nform++] = (struct form){word->form, stem_number(r, word),
                                            word->common};
    }
    w->unit.id[r->n++] = t->marks & TOKEN_PART ? id | FORM_PART : id;
}

static void add_unit(struct reader *r, uint32_t unit, const struct article *a,
                     uint32_t sentence)
{
    r->w->unit.first[unit] = r->n;
    if (sentence >= a->nsentence)
        return;
    for (uint32_t i = a->sentence[sentence].token.from;
         i < a->sentence[sentence].token.to; i++)
        add_token(r, &a->token[i]);
}

void words_read(struct arena *m, struct words *w, const struct story *s,
                const struct lang *l)
{
    struct reader r = {w, m, l, table_new(m, 256), 0};
    size_t ntoken = 0;

    *w = (struct words){.nunit = s->nrow + s->narticle,
                        .by_text = table_new(m, 256)};
    for (uint32_t i = 0; i < s->narticle; i++)
        ntoken += s->article[i]->ntoken;
    w->unit.first = arena_array(m, w->nunit + (size_t)1, sizeof(uint32_t));
    w->unit.id = arena_array(m, ntoken, sizeof(uint32_t));
    for (uint32_t i = 0; i < s->nrow; i++)
        add_unit(&r, i, s->article[s->row[i].article], s->row[i].sentence);
    for (uint32_t i = 0; i < s->narticle; i++)
        add_unit(&r, s->nrow + i, s->article[i], 0);
    w->unit.first[w->nunit] = r.n;
}

/* ---- compounds ---------------------------------------------------------- */

/* A part has five letters at least and leaves three at least. */
#define PART_LEAST 5
#define PART_LEAVES 3

static bool may_be_part(const struct stem *s)
{
    return s->letters && s->length >= PART_LEAST;
}

struct parts {
    struct arena *m;
    const struct words *w;
    struct lists *out;
    uint32_t n, cap, begin;
    uint64_t *filter;   /* bits of the hashes of stems that may be parts */
    uint64_t mask;
};

/* Most pieces are no stems: a bit for each hash spares the search. */
static bool filtered(const struct parts *p, struct str piece)
{
    uint64_t bit = str_hash(piece) & p->mask;

    return !(p->filter[bit / 64] >> bit % 64 & 1);
}

static void fill_filter(struct parts *p)
{
    uint64_t nbit = 1024;

    while (nbit / 16 < p->w->nstem)
        nbit *= 2;
    p->mask = nbit - 1;
    p->filter = arena_array(p->m, nbit / 64, sizeof *p->filter);
    for (uint32_t i = 0; i < p->w->nstem; i++) {
        uint64_t bit = str_hash(p->w->stem[i].text) & p->mask;

        if (may_be_part(&p->w->stem[i]))
            p->filter[bit / 64] |= (uint64_t)1 << bit % 64;
    }
}

static void look_up(struct parts *p, struct str piece)
{
    uint32_t id = filtered(p, piece) ? NONE : stem_find(p->w, piece);

    if (id == NONE || !may_be_part(&p->w->stem[id]))
        return;
    for (uint32_t i = p->begin; i < p->n; i++)
        if (p->out->id[i] == id)
            return;
    p->out->id = arena_more(p->m, p->out->id, p->n, &p->cap,
                            sizeof *p->out->id);
    p->out->id[p->n++] = id;
}

/* "Words" beyond this are no compounds; they would cost their length
 * squared. */
#define LONGEST_COMPOUND 60

static void find_parts(struct parts *p, const struct stem *s)
{
    const char *end = s->text.at + s->text.len;
    uint32_t left = s->length;
    unsigned n;

    if (!may_be_part(s) || s->length > LONGEST_COMPOUND)
        return;
    for (const char *at = s->text.at; at < end; at += n, left--) {
        size_t before = (size_t)(at - s->text.at);
        uint32_t done = s->length - left;

        utf8_next(at, end, &n);
        if (done >= PART_LEAST && left >= PART_LEAVES)
            look_up(p, str_cut(s->text, 0, before));
        if (left >= PART_LEAST && done >= PART_LEAVES)
            look_up(p, str_cut(s->text, before, s->text.len));
    }
}

void words_parts(struct arena *m, const struct words *w, struct lists *parts)
{
    struct parts p = {.m = m, .w = w, .out = parts};

    parts->first = arena_array(m, w->nstem + (size_t)1, sizeof(uint32_t));
    parts->id = NULL;
    fill_filter(&p);
    for (uint32_t i = 0; i < w->nstem; i++) {
        parts->first[i] = p.begin = p.n;
        find_parts(&p, &w->stem[i]);
    }
    parts->first[w->nstem] = p.n;
}
