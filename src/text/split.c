/*
 * split.c - cuts text into sentences in one pass. Paragraphs are found by their
 * empty lines, the lines in them are joined or stand alone, and in each unit a
 * table of bytes leads from one candidate to the next; only there words are
 * looked at (ends.c). Nothing is changed: sentences are spans of the text.
 */
#include "text/split.h"
#include <string.h>

struct out {
    struct arena *m;
    struct cuts *cuts;
    uint32_t cap;
    bool paragraph;         /* the next sentence opens a paragraph */
};

/* Bytes at which the walk stops: marks, brackets, quotation marks, and what
 * signs beyond ASCII that matter begin with. */
static const uint8_t stops_at[256] = {
    ['.'] = 1, ['!'] = 1, ['?'] = 1, ['('] = 1, [')'] = 1,
    ['['] = 1, [']'] = 1, ['"'] = 1, [0xc2] = 1, [0xe2] = 1
};

static bool is_mark(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203c ||
           (c >= 0x2047 && c <= 0x2049);
}

static bool is_superscript(uint32_t c)
{
    return c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079);
}

/* Behind the white space at P. */
static uint32_t skip_space(const struct unit *u, uint32_t p)
{
    unsigned n;

    while (p < u->to && code_is_space(utf8_next(u->at + p, u->at + u->to, &n)))
        p += n;
    return p;
}

/* Adds the sentence from u->begin to END, without white space at its ends. */
static void put(struct unit *u, struct out *out, uint32_t end)
{
    uint32_t from = u->begin, to = end;
    struct cuts *cuts = out->cuts;
    unsigned n;

    while (from < to &&
           code_is_space(utf8_next(u->at + from, u->at + to, &n)))
        from += n;
    while (to > from &&
           code_is_space(utf8_before(u->at + to, u->at + from, &n)))
        to -= n;
    u->begin = end;
    if (from == to)
        return;
    cuts->cut = arena_more(out->m, cuts->cut, cuts->n, &out->cap,
                           sizeof *cuts->cut);
    cuts->cut[cuts->n].text = (struct span){from, to};
    cuts->cut[cuts->n++].paragraph = out->paragraph;
    out->paragraph = false;
}

/* Moves *P behind "[3]" if it stands there. */
static bool skip_note(const struct unit *u, uint32_t *p)
{
    uint32_t q = *p + 1;
    unsigned digits = 0;

    if (u->at[*p] != '[')
        return false;
    while (q < u->to && digits < 4 && u->at[q] >= '0' && u->at[q] <= '9') {
        q++;
        digits++;
    }
    if (!digits || q == u->to || u->at[q] != ']')
        return false;
    *p = q + 1;
    return true;
}

static uint32_t skip_invisible(const struct unit *u, uint32_t p)
{
    unsigned n;

    while (p < u->to &&
           code_is_invisible(utf8_next(u->at + p, u->at + u->to, &n)))
        p += n;
    return p;
}

/* Closing signs, footnotes and emoji directly behind the marks. */
static void read_closing(const struct unit *u, struct stop *s)
{
    uint32_t p = s->marks, q, c;

    for (;;) {
        q = p;
        if (p < u->to && skip_note(u, &p)) {
            s->note = true;
            continue;
        }
        c = look_next(u, &q);
        if (!c)
            break;
        if (c == ')' || c == ']' || c == '}')
            s->bracket = true;
        else if (sign_closes(c))
            s->quote = true;
        else if (is_superscript(c))
            s->note = true;
        else if (!sign_is_emoji(c))
            break;
        p = q;
    }
    s->to = skip_invisible(u, p);
}

/* ":-)" or ";)" that ends at a space. */
static uint32_t emoticon(const struct unit *u, uint32_t p)
{
    uint32_t left = u->to - p;

    if (left < 2 || (u->at[p] != ':' && u->at[p] != ';'))
        return p;
    p += u->at[p + 1] == '-' && left > 2 ? 2 : 1;
    if (!strchr(")(DPp", u->at[p]) || !u->at[p])
        return p - 1;
    return p + 1 == u->to || u->at[p + 1] == ' ' || u->at[p + 1] == '\n'
        ? p + 1 : p - 1;
}

/* Emoji behind a space belong to the sentence before. */
static void read_emoji(const struct unit *u, struct stop *s)
{
    uint32_t p = s->to, q, c;

    c = look_next(u, &p);
    if (!c || !code_is_space(c))
        return;
    q = p;
    if (p < u->to && (u->at[p] == ':' || u->at[p] == ';')) {
        q = emoticon(u, p);
        if (q > p + 1)
            s->to = q;
        return;
    }
    while ((c = look_next(u, &q)) && sign_is_emoji(c)) {
        s->to = q;
        s->loud = true;
    }
}

static void read_marks(const struct unit *u, uint32_t p, struct stop *s)
{
    uint32_t q = p, c;

    memset(s, 0, offsetof(struct stop, right));
    s->from = p;
    while ((c = look_next(u, &q)) && is_mark(c)) {
        s->dots += c == '.';
        s->ellipsis = s->ellipsis || c == 0x2026;
        s->loud = s->loud || (c != '.' && c != 0x2026);
        p = q;
    }
    s->marks = p;
    s->ellipsis = s->ellipsis || s->dots > 2;
    read_closing(u, s);
    read_emoji(u, s);
    look_right(u, s->to, &s->right);
}

/* Marks at P: ends the sentence or not; returns where to go on. */
static uint32_t at_marks(struct unit *u, struct out *out, uint32_t p)
{
    struct stop s;
    bool ends;

    read_marks(u, p, &s);
    ends = s.right.kind != RIGHT_NONE && ends_at(u, &s);
    if (s.bracket)
        u->open = NOWHERE;
    if (s.quote)
        u->quote = NOWHERE;
    if (!ends)
        return s.to;
    put(u, out, s.to);
    u->begin = skip_space(u, s.to);
    return s.to;
}

/* A quotation mark at P: opening behind white space or a bracket. */
static void at_quote(struct unit *u, uint32_t p, uint32_t c)
{
    uint32_t q = p;
    uint32_t before = look_back(u, &q);

    if (c == 0x201e || c == 0x201a || !before || before == '(' ||
        code_is_space(before))
        u->quote = p;
    else
        u->quote = NOWHERE;
}

static void at_open(struct unit *u, uint32_t p)
{
    u->open = p;
}

/* A bracket closes: a byline is a unit of its own. */
static void at_close(struct unit *u, struct out *out, uint32_t p)
{
    struct right r;

    if (u->open != NOWHERE && u->open == u->begin && look_byline(u, u->open)) {
        look_right(u, p + 1, &r);
        if (r.space && (r.kind == RIGHT_UPPER || r.kind == RIGHT_DIGIT)) {
            put(u, out, p + 1);
            u->begin = skip_space(u, p + 1);
        }
    }
    u->open = NOWHERE;
}

static uint32_t at_sign(struct unit *u, struct out *out, uint32_t p)
{
    unsigned n;
    uint32_t c = utf8_next(u->at + p, u->at + u->to, &n);

    if (is_mark(c))
        return at_marks(u, out, p);
    if (c == '(' || c == '[')
        at_open(u, p);
    else if (c == ')' || c == ']')
        at_close(u, out, p);
    else if (sign_quotes(c))
        at_quote(u, p, c);
    return p + n;
}

static void walk(struct str text, struct span range, const struct lang *l,
                 struct out *out)
{
    struct unit u = {.at = text.at, .from = range.from, .to = range.to,
                     .begin = range.from, .open = NOWHERE, .quote = NOWHERE,
                     .l = l};
    uint32_t p = skip_space(&u, range.from);

    u.begin = p;
    while (p < u.to) {
        if (!stops_at[(unsigned char)u.at[p]])
            p++;
        else
            p = at_sign(&u, out, p);
    }
    put(&u, out, u.to);
}

/* ---- paragraphs -------------------------------------------------------- */

/* The width of the paragraph that begins at FROM, and where it ends. */
static uint32_t measure(struct str text, uint32_t from, uint32_t *end)
{
    uint32_t widest = 0, n = 0, to = (uint32_t)text.len, p = from;
    struct line line, only = {0, 0, 0};

    while (p < to) {
        line = line_read(text, p, to);
        if (line.from >= line.to)
            break;
        if (n++ == 1)
            widest = line_width(text, &only);
        if (n == 1)
            only = line;
        else if (widest < line_width(text, &line))
            widest = line_width(text, &line);
        p = line.next;
    }
    *end = p;
    return widest;
}

/* The paragraph between FROM and END: joins its lines to units. */
static void cut_paragraph(struct str text, struct span p, uint32_t widest,
                          const struct lang *l, struct out *out)
{
    struct line first = line_read(text, p.from, p.to);
    struct line above = first;
    struct span unit = {first.from, first.to};

    out->paragraph = true;
    while (above.next < p.to) {
        struct line line = line_read(text, above.next, p.to);

        if (!line_joins(text, &first, &above, &line, widest)) {
            walk(text, unit, l, out);
            unit.from = line.from;
        }
        unit.to = line.to;
        above = line;
    }
    walk(text, unit, l, out);
}

void text_cut(struct arena *m, struct str text, const struct lang *l,
              struct cuts *cuts)
{
    struct out out = {.m = m, .cuts = cuts};
    uint32_t p = 0, to = (uint32_t)text.len, end, widest;

    cuts->cut = NULL;
    cuts->n = 0;
    while (p < to) {
        struct line line = line_read(text, p, to);

        if (line.from >= line.to) {
            p = line.next;
            continue;
        }
        widest = measure(text, p, &end);
        cut_paragraph(text, (struct span){p, end}, widest, l, &out);
        p = end;
    }
}

/* The sentences of paragraph I of the article, appended to CUTS. */
static void split_paragraph(struct article *a, uint32_t i,
                            const struct lang *l, struct out *out)
{
    struct paragraph *p = &a->paragraph[i];
    uint32_t n = out->cuts->n;

    p->sentence = (struct span){n, n};
    if (p->kind == PARA_TITLE || p->kind == PARA_HEADING)
        return;
    out->paragraph = true;
    walk(a->text, p->text, l, out);
    p->sentence.to = out->cuts->n;
}

void text_split(struct article *a, const struct lang *l)
{
    struct cuts cuts = {NULL, 0};
    struct out out = {.m = a->arena, .cuts = &cuts};

    cuts.cut = arena_more(out.m, NULL, 0, &out.cap, sizeof *cuts.cut);
    if (a->nparagraph)
        cuts.cut[0].text = a->paragraph[0].text;
    cuts.n = 1;
    for (uint32_t i = 1; i < a->nparagraph; i++)
        split_paragraph(a, i, l, &out);
    a->sentence = arena_array(a->arena, cuts.n, sizeof *a->sentence);
    a->nsentence = cuts.n;
    for (uint32_t i = 0; i < cuts.n; i++)
        a->sentence[i].text = cuts.cut[i].text;
    for (uint32_t i = 1; i < a->nparagraph; i++)
        for (uint32_t k = a->paragraph[i].sentence.from;
             k < a->paragraph[i].sentence.to; k++)
            a->sentence[k].paragraph = i;
    if (a->nparagraph)
        a->paragraph[0].sentence = (struct span){0, 1};
}
