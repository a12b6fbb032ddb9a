/*
 * markdown.c - Markdown, as far as articles use it: every line is a block with
 * its marks taken off and the inline markup resolved, and leads back to the
 * text in the file. Headings (# and underlined), lists, quotations, fenced
 * code, tables; **strong**, *emphasis*, `code`, [links](address), ![pictures],
 * <addresses> and backslashes. After CommonMark 0.30, line by line.
 */
#include "intake/parts.h"
#include <string.h>

#define LINK_MAX 4096 /* bytes of the text or the address of a link */

struct markdown {
    struct reader *r;
    struct buf raw;
    struct origin *origin;
    uint32_t end;    /* of the text */
    uint32_t linked; /* bytes of the line in links */
    bool fenced, blank;
    char fence;
};

static char at(const struct markdown *d, uint32_t i)
{
    return i < d->end ? d->r->text.at[i] : '\0';
}

/* ---- inline --------------------------------------------------------- */

static void keep(struct markdown *d, uint32_t from, uint32_t to)
{
    if (from >= to)
        return;
    buf_add(&d->raw, str_cut(d->r->text, from, to));
    origin_copy(d->r->a->arena, d->origin, &d->r->origin,
                (struct span){from, to});
}

/* The CLOSE that belongs to the OPEN at I, before TO; TO: none. */
static uint32_t closing(const struct markdown *d, uint32_t i, uint32_t to,
                        char open, char close)
{
    uint32_t depth = 0, most = i + LINK_MAX < to ? i + LINK_MAX : to;

    for (; i < most; i++) {
        if (at(d, i) == '\\')
            i++;
        else if (at(d, i) == open)
            depth++;
        else if (at(d, i) == close && !--depth)
            return i;
    }
    return to;
}

static bool escapable(char c)
{
    return c && strchr("\\`*_{}[]()#+-.!<>~|\"'", c);
}

/* The mark of emphasis at I: its length where it opens or closes something, 0
 * where it is a sign of its own ("2 * 3", "snake_case"). */
static uint32_t emphasis(const struct markdown *d, uint32_t from, uint32_t i,
                         uint32_t to)
{
    char c = at(d, i), before, after;
    uint32_t n = 0;

    if (c != '*' && c != '_' && c != '~')
        return 0;
    while (n < 4 && i + n < to && at(d, i + n) == c)
        n++;
    before = i > from ? at(d, i - 1) : ' ';
    after = i + n < to ? at(d, i + n) : ' ';
    if (n > 3 || (c == '~' && n != 2) || (before == ' ' && after == ' '))
        return 0;
    /* A star inside a word is the gender star: "Schüler*innen". */
    if ((c == '_' || n == 1) && before != ' ' && after != ' ' &&
        !strchr(".,;:!?()\"'*", before) && !strchr(".,;:!?()\"'*", after))
        return 0;
    return n;
}

/* The end of the address of a link whose text ends at CLOSE; 0: no link. */
static uint32_t address_end(const struct markdown *d, uint32_t close,
                            uint32_t to)
{
    char open = at(d, close + 1);
    uint32_t end;

    if (close >= to || (open != '(' && open != '['))
        return 0;
    end = closing(d, close + 1, to, open, open == '(' ? ')' : ']');
    return end < to ? end + 1 : 0;
}

/*
 * Copies FROM to TO without its markup. The text of a link is passed through in
 * the same loop: SKIP is where the address of the open link begins, which is
 * jumped over to GO_ON.
 */
static void inline_text(struct markdown *d, uint32_t from, uint32_t to)
{
    uint32_t done = from, i = from, skip = to, go_on = to;

    while (i < to) {
        char c = at(d, i);
        uint32_t n = emphasis(d, from, i, to), end;

        if (i == skip) {
            keep(d, done, i);
            i = done = go_on;
            skip = to;
            continue;
        }
        if (c == '\\' && escapable(at(d, i + 1))) {
            keep(d, done, i);
            done = i + 1;
            i += 2;
        } else if (n || c == '`') {
            keep(d, done, i);
            done = i += n ? n : 1;
        } else if (c == '!' && at(d, i + 1) == '[' &&
                   (end = address_end(d, closing(d, i + 1, to, '[', ']'),
                                      to)) != 0) {
            keep(d, done, i);
            done = i = end;
        } else if (c == '[' && skip == to &&
                   (end = address_end(d, closing(d, i, to, '[', ']'),
                                      to)) != 0) {
            keep(d, done, i);
            skip = closing(d, i, to, '[', ']');
            go_on = end;
            d->linked += skip - i - 1;
            done = ++i;
        } else {
            i++;
        }
    }
    keep(d, done, to);
}

/* ---- lines ---------------------------------------------------------- */

static struct block *add(struct markdown *d, uint32_t from, uint32_t to,
                         enum block_kind kind, bool code)
{
    struct span line = trim_span(d->r->text, (struct span){from, to});
    struct span raw = {(uint32_t)d->raw.len, 0};
    struct block *b;

    d->linked = 0;
    if (code)
        keep(d, line.from, line.to);
    else
        inline_text(d, line.from, line.to);
    raw.to = (uint32_t)d->raw.len;
    raw = trim_span(buf_str(&d->raw), raw);
    if (raw.from >= raw.to)
        return NULL;
    b = add_block(d->r, raw, kind);
    b->link = (uint8_t)(d->linked >= raw.to - raw.from
                            ? 100 : d->linked * 100 / (raw.to - raw.from));
    if (d->blank)
        b->hints |= HINT_BLANK_BEFORE;
    buf_byte(&d->raw, '\n');
    origin_add(d->r->a->arena, d->origin, 1, 0, 0);
    return b;
}

/* A line of nothing but C and blanks, at least LEAST of them. */
static bool only(const struct markdown *d, uint32_t from, uint32_t to, char c,
                 uint32_t least)
{
    uint32_t n = 0;

    for (; from < to; from++) {
        if (at(d, from) == c)
            n++;
        else if (at(d, from) != ' ')
            return false;
    }
    return n >= least;
}

static bool rule_line(const struct markdown *d, uint32_t from, uint32_t to)
{
    return only(d, from, to, '-', 3) || only(d, from, to, '*', 3) ||
           only(d, from, to, '_', 3);
}

/* The text behind the marker of an item at FROM; FROM: no item. */
static uint32_t item_text(const struct markdown *d, uint32_t from)
{
    uint32_t i = from;

    if (at(d, i) == '-' || at(d, i) == '*' || at(d, i) == '+') {
        i++;
    } else {
        while (at(d, i) >= '0' && at(d, i) <= '9' && i - from < 9)
            i++;
        if (i == from || (at(d, i) != '.' && at(d, i) != ')'))
            return from;
        i++;
    }
    return at(d, i) == ' ' || at(d, i) == '\t' ? i + 1 : from;
}

static void heading(struct markdown *d, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    struct block *b;

    while (at(d, from + n) == '#')
        n++;
    while (to > from + n && at(d, to - 1) == '#')
        to--;
    b = add(d, from + n, to, BLOCK_HEADING, false);
    if (b)
        b->level = (uint8_t)n;
}

/* Underlined: the block before becomes a heading. */
static bool underline(struct markdown *d, uint32_t from, uint32_t to)
{
    bool first = only(d, from, to, '=', 2), second = only(d, from, to, '-', 2);
    struct article *a = d->r->a;
    struct block *b = a->nblock ? &a->block[a->nblock - 1] : NULL;

    if ((!first && !second) || d->blank || !b || b->kind != BLOCK_PARAGRAPH)
        return false;
    b->kind = BLOCK_HEADING;
    b->level = first ? 1 : 2;
    return true;
}

static void cells(struct markdown *d, uint32_t from, uint32_t to)
{
    while (from < to) {
        uint32_t stop = from;
        struct block *b;

        while (stop < to && at(d, stop) != '|')
            stop += at(d, stop) == '\\' ? 2 : 1;
        stop = stop < to ? stop : to;
        b = add(d, from, stop, BLOCK_CELL, false);
        if (b)
            b->hints |= HINT_TABLE;
        from = stop + 1;
    }
}

static bool table_rule(const struct markdown *d, uint32_t from, uint32_t to)
{
    for (; from < to; from++)
        if (!strchr("|-: ", at(d, from)))
            return false;
    return true;
}

static void text_line(struct markdown *d, uint32_t from, uint32_t to,
                      uint32_t indent)
{
    uint32_t text = item_text(d, from), n = 0;
    struct block *b;

    while (at(d, from + n) == '#')
        n++;
    if (n && n <= 6 && (at(d, from + n) == ' ' || from + n == to)) {
        heading(d, from, to);
    } else if (rule_line(d, from, to) || only(d, from, to, '=', 3)) {
        return;
    } else if (at(d, from) == '|') {
        if (!table_rule(d, from, to))
            cells(d, from + 1, to);
    } else if (text > from) {
        b = add(d, text, to, BLOCK_ITEM, false);
        if (b)
            b->level = (uint8_t)(1 + (indent / 2 < 9 ? indent / 2 : 9));
    } else {
        add(d, from, to, BLOCK_PARAGRAPH, false);
    }
}

static void line(struct markdown *d, uint32_t from, uint32_t to)
{
    uint32_t indent = from;
    bool fence;

    while (from < to && (at(d, from) == ' ' || at(d, from) == '\t' ||
                         (!d->fenced && at(d, from) == '>')))
        from++;
    indent = from - indent;
    while (to > from && (at(d, to - 1) == ' ' || at(d, to - 1) == '\t' ||
                         at(d, to - 1) == '\r'))
        to--;
    fence = to - from >= 3 && (at(d, from) == '`' || at(d, from) == '~') &&
            at(d, from + 1) == at(d, from) && at(d, from + 2) == at(d, from);
    if (fence && (!d->fenced || at(d, from) == d->fence)) {
        d->fence = at(d, from);
        d->fenced = !d->fenced;
    } else if (d->fenced) {
        add(d, from, to, BLOCK_PREFORMATTED, true);
    } else if (from < to && !underline(d, from, to)) {
        text_line(d, from, to, indent);
    }
    d->blank = from >= to;
}

void read_markdown(struct reader *r, uint32_t from)
{
    struct markdown d = {.r = r, .blank = true};

    d.raw = buf_new(r->a->arena);
    d.origin = &r->a->raw_origin;
    d.end = (uint32_t)r->text.len;
    while (from < d.end) {
        uint32_t next, end = line_end(r->text, from, &next);

        line(&d, from, end);
        from = next;
    }
    r->a->raw = buf_str(&d.raw);
}
