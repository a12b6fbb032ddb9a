/*
 * words.c - what the cleaner needs to know of a word: is it a function word,
 * and which number has its beginning. Words that begin with the same six letters
 * count as forms of one word: good enough to tell what a line is about, and far
 * cheaper than looking them up in the lexicon; what is thrown away never gets
 * there.
 */
#include "text/clean.h"

#define STEM_LETTERS 6
#define SHORT_WORD 4     /* bytes; shorter words say nothing of the topic */
#define FIRST_SLOTS 2048 /* holds the lists of function words */

struct word_slot {
    uint32_t hash, number;
};

/* The next letter, lower case where that is simple. */
static uint32_t letter_at(const char **p, const char *end)
{
    unsigned char c = (unsigned char)**p;
    unsigned n;
    uint32_t code;

    if (c < 0x80) {
        ++*p;
        return c >= 'A' && c <= 'Z' ? c + 32u : c;
    }
    code = utf8_next(*p, end, &n);
    *p += n;
    if (code == 0xdf)
        return 's'; /* daß, dass */
    return code >= 0xc0 && code <= 0xde && code != 0xd7 ? code + 32 : code;
}

/* FNV-1a over letters; the hash of the first six goes to BEGINNING. */
static uint32_t hash_of(struct str word, uint32_t *beginning)
{
    const char *p = word.at, *end = word.at + word.len;
    uint32_t hash = 2166136261u, n = 0;

    *beginning = 0;
    while (p < end) {
        hash = (hash ^ letter_at(&p, end)) * 16777619u;
        if (++n == STEM_LETTERS)
            *beginning = hash;
    }
    if (n < STEM_LETTERS)
        *beginning = hash;
    return hash ? hash : 1;
}

static struct word_slot *slot_of(const struct cleaner *c, uint32_t hash)
{
    uint32_t mask = c->nslot - 1, i = (hash ^ hash >> 15) & mask;

    while (c->slot[i].hash && c->slot[i].hash != hash)
        i = (i + 1) & mask;
    return &c->slot[i];
}

static void slots_double(struct cleaner *c)
{
    struct word_slot *old = c->slot;
    uint32_t n = c->nslot;

    c->slot = arena_array(c->m, (size_t)n * 2, sizeof *c->slot);
    c->nslot = n * 2;
    for (uint32_t i = 0; i < n; i++)
        if (old[i].hash)
            *slot_of(c, old[i].hash) = old[i];
}

static void add_list(struct cleaner *c, enum lang_list list, uint32_t number)
{
    uint32_t n, beginning;
    const struct entry *e = lang_list(c->l, list, &n);

    for (uint32_t i = 0; i < n; i++) {
        uint32_t hash = hash_of(e[i].word, &beginning);
        struct word_slot *slot;

        if (c->nused * 2 >= c->nslot)
            slots_double(c);
        slot = slot_of(c, hash);
        c->nused += !slot->hash;
        *slot = (struct word_slot){hash, number};
    }
}

void words_new(struct cleaner *c)
{
    c->nslot = FIRST_SLOTS;
    c->slot = arena_array(c->m, c->nslot, sizeof *c->slot);
    add_list(c, LANG_common, WORD_COMMON);
    add_list(c, LANG_stopwords, WORD_STOP);
    c->nroot = WORD_FIRST;
}

uint32_t word_number(struct cleaner *c, struct str word)
{
    uint32_t beginning, hash = hash_of(word, &beginning);
    struct word_slot *slot = slot_of(c, hash);

    if (slot->hash && slot->number < WORD_FIRST)
        return slot->number;
    if (word.len < SHORT_WORD)
        return WORD_NONE;
    /* Apart from whole words, or "sein" would be the beginning of "seine". */
    beginning = ~beginning ? ~beginning : 1;
    slot = slot_of(c, beginning);
    if (!slot->hash) {
        if (c->nused * 2 >= c->nslot) {
            slots_double(c);
            slot = slot_of(c, beginning);
        }
        c->nused++;
        *slot = (struct word_slot){beginning, c->nroot++};
    }
    return slot->number;
}
