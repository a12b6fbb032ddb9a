/*
 * features.c - the logical lines of an article and what can be seen of each by
 * itself: how many words, how many function words, how it ends.
 *
 * Hard-wrapped paragraphs are put together first: lines of much the same length
 * of which many end in the middle of a sentence.
 */
#include "text/clean.h"
#include <stdlib.h>
#include <string.h>

#define LOWER_MAX 400  /* bytes of a line that phrases are looked for in */
#define WRAP_MIN 40    /* signs of the longest line of a wrapped paragraph */
#define WRAP_MAX 110
#define WRAP_SLACK 6  /* signs by which a wrapped line may be too short */

uint32_t count_signs(struct str s, const char *signs)
{
    const char *end = s.at + s.len, *p;
    uint32_t n = 0;

    for (; *signs; signs++)
        for (p = s.at; p < end && (p = memchr(p, *signs, (size_t)(end - p)));
             p++)
            n++;
    return n;
}

struct str trimmed(struct str s)
{
    unsigned n;

    while (s.len && code_is_space(utf8_next(s.at, s.at + s.len, &n)))
        s = str_cut(s, n, s.len);
    while (s.len && code_is_space(utf8_before(s.at + s.len, s.at, &n)))
        s.len -= n;
    return s;
}

/* ---- one line ---------------------------------------------------------- */

static bool is_closing(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201c ||
           c == 0x201d || c == 0xbb || c == 0xab || c == 0x2018 ||
           c == 0x2019 || c == 0x203a || c == 0x2039;
}

/* The last sign before closing marks; 0 where there is none. */
static uint32_t last_sign(struct str s)
{
    const char *p = s.at + s.len;
    unsigned n;

    while (p > s.at) {
        uint32_t c = utf8_before(p, s.at, &n);

        if (!is_closing(c) && !code_is_space(c))
            return c;
        p -= n;
    }
    return 0;
}

/* A word without the signs around it. */
static struct str core_of(struct str word)
{
    const char *p = word.at, *end = word.at + word.len;
    unsigned n;

    while (p < end && !code_is_word(utf8_next(p, end, &n)))
        p += n;
    while (end > p && !code_is_word(utf8_before(end, p, &n)))
        end -= n;
    return (struct str){p, (size_t)(end - p)};
}

static bool ends_sentence(struct str word)
{
    uint32_t c = last_sign(word);

    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static void see_word(struct cleaner *c, struct line *line, struct str word)
{
    struct str core = core_of(word);
    uint32_t number;

    line->words++;
    /* Signs after the word's last letter. */
    line->ends += core.at + core.len < word.at + word.len &&
                  ends_sentence(word);
    if (!core.len || core.len > 200)
        return;
    number = word_number(c, core);
    line->stops += number == WORD_STOP;
    if (number < WORD_FIRST)
        return;
    c->stem = arena_more(c->m, c->stem, c->nstem, &c->stem_cap,
                         sizeof *c->stem);
    c->stem[c->nstem++] = number;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* Length of the white space at P; 0: none. */
static unsigned space_at(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    unsigned n;

    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    /* Spaces beyond ASCII begin with one of these bytes. */
    if (c != 0xc2 && c != 0xe1 && c != 0xe2 && c != 0xe3)
        return 0;
    return code_is_space(utf8_next(p, end, &n)) ? n : 0;
}

static void see_words(struct cleaner *c, struct line *line, struct str s)
{
    const char *p = s.at, *end = s.at + s.len, *from;
    unsigned n;

    while (p < end) {
        while (p < end && (n = space_at(p, end)))
            p += n;
        for (from = p; p < end && !space_at(p, end);)
            p++;
        if (p > from)
            see_word(c, line, (struct str){from, (size_t)(p - from)});
    }
}

static void see_line(struct cleaner *c, struct line *line)
{
    const struct block *b = &c->a->block[line->first];
    uint32_t sign;

    line->kind = b->kind;
    /* In pages only what the elements above say is weighed; see zone.c. */
    line->hints = c->a->nelement ? b->hints & HINT_TABLE : b->hints;
    line->blank = (b->hints & HINT_BLANK_BEFORE) != 0;
    line->stem.from = c->nstem;
    for (uint32_t i = line->first; i < line->end; i++)
        see_words(c, line, str_span(c->a->raw, c->a->block[i].raw));
    line->stem.to = c->nstem;
    if (line->stem.to - line->stem.from > 1)
        qsort(c->stem + line->stem.from, line->stem.to - line->stem.from,
              sizeof *c->stem, by_number);
    line->s = trimmed(str_cut(c->a->raw, b->raw.from,
                              c->a->block[line->end - 1].raw.to));
    line->lower = utf8_lower(c->m,
                             str_cut(line->s, 0, LOWER_MAX));
    sign = last_sign(line->s);
    line->stop = sign == '.' || sign == '!' || sign == '?' || sign == 0x2026;
    line->colon = sign == ':';
}

/* ---- hard-wrapped paragraphs -------------------------------------------- */

static bool joins(const struct block *b)
{
    return b->kind == BLOCK_PARAGRAPH &&
           !(b->hints & HINT_BLANK_BEFORE);
}

static size_t width(struct str s)
{
    return utf8_count(s);
}

static struct str first_word(struct str s)
{
    return str_cut(s, 0, str_find(s, STR(" "), 0));
}

/*
 * Are the lines FROM to END, without blank lines between, one paragraph? A
 * program that wraps fills each line: the next word would not have fitted.
 */
static bool is_wrapped(const struct article *a, uint32_t from, uint32_t end)
{
    size_t longest = 0, open = 0;

    if (end - from < 3)
        return false;
    for (uint32_t i = from; i < end; i++) {
        size_t w = width(str_span(a->raw, a->block[i].raw));

        if (w > longest)
            longest = w;
    }
    if (longest < WRAP_MIN || longest > WRAP_MAX)
        return false;
    for (uint32_t i = from; i + 1 < end; i++) {
        struct str s = str_span(a->raw, a->block[i].raw);
        struct str next = str_span(a->raw, a->block[i + 1].raw);
        uint32_t c = last_sign(s);

        if (width(s) + 1 + width(first_word(next)) + WRAP_SLACK < longest)
            return false;
        open += c != '.' && c != '!' && c != '?' && c != 0x2026;
    }
    return open * 2 >= end - from - 1;
}

static uint32_t run_end(const struct article *a, uint32_t from)
{
    uint32_t end = from + 1;

    if (a->media == MEDIA_HTML || a->block[from].kind != BLOCK_PARAGRAPH)
        return end;
    while (end < a->nblock && joins(&a->block[end]))
        end++;
    return end;
}

void lines_read(struct cleaner *c)
{
    const struct article *a = c->a;

    words_new(c);
    for (uint32_t i = 0; i < a->nblock;) {
        uint32_t run = run_end(a, i);
        bool wrapped = is_wrapped(a, i, run);

        do {
            struct line line = {.first = i, .end = wrapped ? run : i + 1};

            see_line(c, &line);
            c->line = arena_more(c->m, c->line, c->n, &c->cap,
                                 sizeof *c->line);
            c->line[c->n++] = line;
            i = line.end;
        } while (i < run);
    }
}
