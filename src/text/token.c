/*
 * token.c - words of the sentences and the marks on sentences.
 *
 * A word is a run of letters and digits, joined over an inner hyphen or
 * apostrophe (K2, step 1). What stands between two words is kept as a set of
 * flags, so that the stages behind need not look at the text again.
 */
#include "text/reading.h"

struct str look_form(const struct reading *r, uint32_t i)
{
    return lang_entry(r->l, r->w[i].id)->form;
}

bool look_is(const struct reading *r, uint32_t i, const char *form)
{
    return i < r->n && str_same(look_form(r, i), str_of(form));
}

bool look_joined(const struct reading *r, uint32_t i)
{
    return i < r->n && !r->w[i].gap;
}

static bool ascii_word(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

/* A sign of a word at P: its length, else 0. */
static unsigned word_sign(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    unsigned n;
    uint32_t code;

    if (c < 0x80)
        return ascii_word(c);
    code = utf8_next(p, end, &n);
    return code_is_word(code) ? n : 0;
}

/* A hyphen or apostrophe at P: its length, else 0. */
static unsigned joint(const char *p, const char *end)
{
    unsigned n;
    uint32_t code;

    if (*p == '-' || *p == '\'')
        return 1;
    if ((unsigned char)*p != 0xe2)
        return 0;
    code = utf8_next(p, end, &n);
    return code == 0x2010 || code == 0x2011 || code == 0x2019 ? n : 0;
}

/* Longer words do not fit a token's length; they are cut. */
#define WORD_MAX 65000

/* The end of the word at P; *HYPHEN: it has an inner hyphen. */
static const char *word_end(const char *p, const char *end, bool *hyphen)
{
    const char *from = p;
    unsigned n, j;

    *hyphen = false;
    while (p < end && p - from < WORD_MAX) {
        if ((n = word_sign(p, end))) {
            p += n;
            continue;
        }
        j = joint(p, end);
        if (!j || p + j >= end || !word_sign(p + j, end))
            break;
        *hyphen |= *p != '\'';
        p += j;
    }
    return p;
}

static uint16_t marks_of(const struct article *a, uint32_t from, uint32_t to)
{
    const char *p = a->text.at + from, *end = a->text.at + to;
    uint16_t marks = 0;
    unsigned n;

    if (code_is_upper(utf8_next(p, end, &n)))
        marks |= TOKEN_CAPITAL;
    for (; p < end; p++)
        if (*p >= '0' && *p <= '9')
            marks |= TOKEN_DIGITS;
    return marks;
}

static struct token *add_token(struct reading *r, uint32_t from, uint32_t to)
{
    struct article *a = r->a;
    struct token *t;

    a->token = arena_more(a->arena, a->token, a->ntoken, &r->ctoken,
                          sizeof *a->token);
    t = &a->token[a->ntoken++];
    t->at = from;
    t->len = (uint16_t)(to - from);
    t->marks = marks_of(a, from, to);
    t->word = lang_word(r->l, str_cut(a->text, from, to));
    return t;
}

/* A part of a hyphenated word, if it has two letters at least. */
static void add_part(struct reading *r, uint32_t from, uint32_t to)
{
    const char *p = r->a->text.at + from, *end = r->a->text.at + to;
    unsigned letters = 0, n;

    for (; p < end && letters < 2; p += n)
        letters += code_is_letter(utf8_next(p, end, &n));
    if (letters == 2)
        add_token(r, from, to)->marks |= TOKEN_PART;
}

static void add_parts(struct reading *r, uint32_t from, uint32_t to)
{
    const char *text = r->a->text.at;
    uint32_t start = from;

    for (uint32_t p = from; p < to;) {
        unsigned n = word_sign(text + p, text + to);
        bool hyphen = false;

        if (!n) {
            hyphen = text[p] == '-' || (text[p] != '\'' &&
                                        (uint8_t)text[p + 2] != 0x99);
            n = joint(text + p, text + to);
        }
        if (hyphen) {
            add_part(r, start, p);
            start = p + n;
        }
        p += n;
    }
    if (start > from)
        add_part(r, start, to);
}

static void add_word(struct reading *r, uint32_t from, uint32_t to,
                     uint8_t gap)
{
    struct token *t = add_token(r, from, to);
    struct look *w;

    if (!r->n)
        t->marks |= TOKEN_FIRST;
    r->w = arena_more(r->a->arena, r->w, r->n, &r->cap, sizeof *r->w);
    w = &r->w[r->n++];
    *w = (struct look){.token = r->a->ntoken - 1, .id = t->word,
                       .from = from, .to = to, .gap = gap};
    w->roles = lang_entry(r->l, t->word)->roles;
    r->roles |= w->roles;
    w->capital = t->marks & TOKEN_CAPITAL;
    w->digit = r->a->text.at[from] >= '0' && r->a->text.at[from] <= '9';
    w->quoted = r->open;
}

static uint8_t gap_of(uint32_t code)
{
    switch (code) {
    case ',':
        return GAP_COMMA;
    case ':':
        return GAP_COLON;
    case ';': case 0x2013: case 0x2014:
        return GAP_BREAK;
    case '.':
        return GAP_STOP;
    case '(': case ')': case '[': case ']':
        return GAP_PAREN;
    case '"': case 0xab: case 0xbb: case 0x201c: case 0x201d: case 0x201e:
        return GAP_QUOTE;
    case ' ': case 0xa0: case 0x202f: case 0x2009: case '\n': case '\t':
        return 0;
    default:
        return code_is_space(code) ? 0 : GAP_OTHER;
    }
}

/*
 * A quotation mark at AT. Marks open and close by turns. One that closes what
 * was never opened (the quotation began in another sentence) is told by the
 * letter before and none behind: all words so far were quoted.
 */
static void see_quote(struct reading *r, uint32_t at, unsigned len)
{
    const char *text = r->a->text.at;
    bool open = r->open;
    bool behind = at > r->span.from && text[at - 1] != ' ' &&
                  text[at - 1] != '(';
    bool before = at + len < r->span.to &&
                  word_sign(text + at + len, text + r->span.to);

    r->marks++;
    r->open = !open;
    if (r->marks == 1 && behind && !before && r->n) {
        for (uint32_t i = 0; i < r->n; i++)
            r->w[i].quoted = true;
        r->open = false;
    }
    if (!r->open)
        r->closed = at + len;
}

/* A dash as a hyphen with white space around it. */
static bool spaced_hyphen(const struct reading *r, uint32_t p)
{
    const char *text = r->a->text.at;

    return p > r->span.from && text[p - 1] == ' ' &&
           p + 1 < r->span.to && text[p + 1] == ' ';
}

static void read_words(struct reading *r)
{
    const char *text = r->a->text.at;
    uint32_t p = r->span.from, to = r->span.to, start = p;
    uint8_t gap = 0;

    while (p < to) {
        unsigned n;
        bool hyphen;

        if (word_sign(text + p, text + to)) {
            uint32_t end = (uint32_t)(word_end(text + p, text + to, &hyphen) -
                                      text);

            if (p == start && r->n)
                gap |= GAP_TIGHT;
            add_word(r, p, end, gap);
            if (hyphen)
                add_parts(r, p, end);
            p = start = end;
            gap = 0;
            continue;
        }
        uint32_t code = utf8_next(text + p, text + to, &n);
        uint8_t g = gap_of(code);

        if (code == '-' && spaced_hyphen(r, p))
            g = GAP_BREAK;
        if (g == GAP_QUOTE)
            see_quote(r, p, n);
        gap |= g;
        p += n;
    }
    r->tail = gap;
}

/* Neighbours with capital letters inside the sentence. */
static void mark_names(struct reading *r)
{
    for (uint32_t i = 2; i < r->n; i++) {
        struct look *b = &r->w[i], *a = b - 1;

        if (!a->capital || !b->capital || b->gap)
            continue;
        r->a->token[a->token].marks |= TOKEN_NAME;
        r->a->token[b->token].marks |= TOKEN_NAME;
    }
}

static bool in_first_person(const struct reading *r)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (!r->w[i].quoted && look_has(r, i, IS(first)))
            return true;
    return false;
}

static uint16_t flags_of(const struct reading *r)
{
    const struct article *a = r->a;
    const struct sentence *s = &a->sentence[r->s];
    struct str text = str_span(a->text, r->span);
    uint16_t flags = 0;
    unsigned n;

    for (size_t end = text.len; end;) {
        uint32_t c = utf8_before(text.at + end, text.at, &n);

        if (c == '?')
            flags |= SENTENCE_QUESTION;
        else if (c == '!')
            flags |= SENTENCE_EXCLAIMED;
        else if (gap_of(c) & (GAP_QUOTE | GAP_PAREN) || c == 0x2018) {
            end -= n;
            continue;
        }
        break;
    }
    if (text.len &&
        gap_of(utf8_next(text.at, text.at + text.len, &n)) == GAP_QUOTE)
        flags |= SENTENCE_QUOTED;
    if (s->paragraph < a->nparagraph) {
        const struct paragraph *p = &a->paragraph[s->paragraph];

        if (p->kind == PARA_ITEM)
            flags |= SENTENCE_ITEM;
        if (p->sentence.from == r->s)
            flags |= SENTENCE_PARA_START;
    }
    if (in_first_person(r))
        flags |= SENTENCE_FIRST_PERSON;
    if (sentence_denies(r))
        flags |= SENTENCE_DENIES;
    return flags;
}

static void read_sentence(struct reading *r)
{
    struct article *a = r->a;
    struct sentence *s = &a->sentence[r->s];

    r->span = s->text;
    r->n = r->marks = r->closed = 0;
    r->open = false;
    r->roles = 0;
    s->token.from = a->ntoken;
    s->number.from = a->nnumber;
    s->time.from = a->ntime;
    read_words(r);
    mark_names(r);
    read_numbers(r);
    read_times(r);
    s->token.to = a->ntoken;
    s->number.to = a->nnumber;
    s->time.to = a->ntime;
    s->words = utf8_words(str_span(a->text, s->text));
    s->flags = flags_of(r);
    s->open = read_open(r);
}

void text_tokens(struct article *a, struct lang *l)
{
    struct reading r = {.a = a, .l = l};
    uint32_t n;
    const struct entry *e = lang_list(l, LANG_numerals, &n);

    for (uint32_t i = 0; i < n; i++)
        r.numeral[(unsigned char)e[i].word.at[0]] = true;
    /* German has about seven bytes a word. */
    r.ctoken = (uint32_t)(a->text.len / 6 + 16);
    a->token = arena_array(a->arena, r.ctoken, sizeof *a->token);
    for (r.s = 0; r.s < a->nsentence; r.s++)
        read_sentence(&r);
}
