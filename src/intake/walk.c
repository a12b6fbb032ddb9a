/*
 * walk.c - a page's tree becomes blocks: one for each block element with text
 * of its own. White space is laid out as a browser does, and every sign keeps
 * its way back to the page.
 */
#include "intake/tags.h"
#include <string.h>

/* A line of this many signs that ends in no stop goes on behind its break. */
#define LINE_WRAPPED 60

/* An open element. */
struct frame {
    uint32_t element; /* the block element it is or stands in */
    uint16_t hints;   /* its own and inherited */
    uint8_t kind;     /* enum block_kind of the text in it */
    uint8_t level;
    uint8_t lists;    /* lists around it */
    bool link, pre, block;
};

struct walk {
    struct reader *r;
    struct arena *step;
    const struct notes *notes;
    struct buf raw;
    struct origin *origin;
    struct frame *frame;
    uint32_t nframe, capframe;
    uint32_t start;        /* where the open block begins in raw */
    uint32_t line;         /* where its last line begins */
    uint32_t linked;       /* its bytes in links */
    uint32_t breaks;       /* br seen since the last sign */
    struct frame first;    /* the frame of its first sign */
    struct span space;     /* white space seen, not written yet; in the page */
    bool spaced;
};

static struct frame *top(struct walk *w)
{
    return &w->frame[w->nframe - 1];
}

/* ---- blocks --------------------------------------------------------- */

static void nowhere(struct walk *w, char c)
{
    buf_byte(&w->raw, c);
    origin_add(w->r->a->arena, w->origin, 1, 0, 0);
}

static void end_block(struct walk *w)
{
    struct span raw = {w->start, (uint32_t)w->raw.len};

    w->spaced = false;
    w->breaks = 0;
    if (raw.from < raw.to) {
        struct span seen = trim_span(buf_str(&w->raw), raw);
        struct block *b;

        if (seen.from < seen.to) {
            b = add_block(w->r, seen, w->first.kind);
            b->level = w->first.level;
            b->hints = w->first.hints;
            b->parent = w->first.element;
            b->link = (uint8_t)((uint64_t)w->linked * 100 /
                                (raw.to - raw.from));
        }
        nowhere(w, '\n');
    }
    w->start = w->line = (uint32_t)w->raw.len;
    w->linked = 0;
}

/* Signs after which a line is at its end. */
static bool line_closed(const struct walk *w)
{
    const char *from = w->raw.at + w->line, *end = w->raw.at + w->raw.len;
    unsigned n;
    uint32_t c = utf8_before(end, from, &n);

    return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' ||
           c == 0x201c || c == 0x201d || c == 0xab || c == 0xbb ||
           c == 0x2026 || c == ')';
}

/* After a br the text goes on in the same block where the line was only
 * wrapped: a small letter follows, or a long line has not come to its end. A
 * heading stays one. */
static void after_break(struct walk *w, const char *s, const char *end)
{
    unsigned n;
    uint32_t c = utf8_next(s, end, &n);
    bool wrapped = code_is_lower(c) || (w->raw.len - w->line >= LINE_WRAPPED &&
                                        !line_closed(w));

    if (w->first.kind != BLOCK_HEADING && (w->breaks > 1 || !wrapped)) {
        end_block(w);
        return;
    }
    nowhere(w, '\n');
    w->line = (uint32_t)w->raw.len;
    w->spaced = false;
    w->breaks = 0;
}

/* ---- text ----------------------------------------------------------- */

static void add(struct walk *w, struct str s, struct span page)
{
    struct arena *m = w->r->a->arena;

    buf_add(&w->raw, s);
    if (page.to - page.from == s.len) {
        origin_copy(m, w->origin, &w->r->origin, page);
    } else {
        struct span file = origin_file(&w->r->origin, page);

        origin_add(m, w->origin, (uint32_t)s.len, file.from,
                   file.to - file.from);
    }
    if (top(w)->link)
        w->linked += (uint32_t)s.len;
}

/* S stands at PAGE and holds no white space but single blanks inside. */
static void add_run(struct walk *w, struct str s, struct span page)
{
    if (w->breaks && w->raw.len > w->start)
        after_break(w, s.at, s.at + s.len);
    w->breaks = 0;
    if (w->raw.len == w->start)
        w->first = *top(w);
    else if (w->spaced)
        add(w, STR(" "), w->space);
    w->spaced = false;
    add(w, s, page);
}

static bool white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The end of the run at I: up to white space that is not one blank between two
 * signs. */
static size_t run_end(struct str s, size_t i)
{
    while (i < s.len) {
        if ((unsigned char)s.at[i] > ' ')
            i++;
        else if (s.at[i] == ' ' && i + 1 < s.len && !white(s.at[i + 1]))
            i++;
        else
            break;
    }
    return i;
}

/* The text of one note. */
static void add_note(struct walk *w, struct str s, const struct note *note)
{
    bool linear = note->len == note->ntext;
    struct span whole = {note->at, note->at + note->len};

    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        struct span page;

        while (i < s.len && white(s.at[i]))
            i++;
        page = linear ? (struct span){note->at + (uint32_t)from,
                                      note->at + (uint32_t)i} : whole;
        if (i > from) {
            w->space.from = w->spaced ? w->space.from : page.from;
            w->space.to = page.to;
            w->spaced = true;
        }
        from = i;
        i = run_end(s, i);
        page = linear ? (struct span){note->at + (uint32_t)from,
                                      note->at + (uint32_t)i} : whole;
        if (i > from)
            add_run(w, str_cut(s, from, i), page);
    }
}

/* In pre every line is a block. */
static void add_pre(struct walk *w, struct str s, const struct note *note)
{
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        struct note part = *note;

        while (i < s.len && s.at[i] != '\n')
            i++;
        if (note->len == note->ntext) {
            part.at += (uint32_t)from;
            part.len = part.ntext = (uint32_t)(i - from);
        }
        add_note(w, str_cut(s, from, i), &part);
        if (i < s.len)
            end_block(w);
        i++;
    }
}

static void add_text(struct walk *w, const xmlNode *node)
{
    size_t i = (size_t)(uintptr_t)node->_private;
    const char *content = (const char *)node->content;
    size_t at = 0, len = strlen(content);

    if (!i)
        return;
    for (i--; i < w->notes->n && w->notes->note[i].node == node; i++) {
        const struct note *note = &w->notes->note[i];
        struct str s = {content + at, note->ntext};

        if (at + note->ntext > len)
            return;
        if (top(w)->pre)
            add_pre(w, s, note);
        else
            add_note(w, s, note);
        at += note->ntext;
    }
}

/* ---- elements ------------------------------------------------------- */

static uint32_t add_element(struct walk *w, uint32_t parent, uint16_t hints)
{
    struct article *a = w->r->a;
    uint32_t depth = a->nelement ? a->element[parent].depth + 1u : 0;

    a->element = arena_more(a->arena, a->element, a->nelement,
                            &w->r->capelement, sizeof *a->element);
    a->element[a->nelement] = (struct element){
        parent, hints, (uint16_t)(depth < UINT16_MAX ? depth : UINT16_MAX)};
    return a->nelement++;
}

/* What the text in an element is: it keeps what it stands in (li > p). */
static void set_kind(struct frame *f, enum tag tag)
{
    switch (tag) {
    case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5:
    case TAG_H6:
        f->kind = BLOCK_HEADING;
        f->level = (uint8_t)(tag - TAG_H1 + 1);
        break;
    case TAG_LIST:
        f->lists = (uint8_t)(f->lists < UINT8_MAX ? f->lists + 1 : f->lists);
        break;
    case TAG_LI: case TAG_DD: case TAG_DT:
        f->kind = BLOCK_ITEM;
        f->level = f->lists ? f->lists : 1;
        break;
    case TAG_TD:
        f->kind = BLOCK_CELL;
        f->level = 0;
        break;
    case TAG_P: /* prose in a table that only lays out the page */
        if (f->kind == BLOCK_CELL)
            f->kind = BLOCK_PARAGRAPH;
        break;
    case TAG_PRE:
        f->kind = BLOCK_PREFORMATTED;
        f->pre = true;
        break;
    case TAG_FIGCAPTION: case TAG_CAPTION:
        f->kind = BLOCK_CAPTION;
        break;
    default:
        break;
    }
}

static bool custom(const xmlNode *node)
{
    return strchr((const char *)node->name, '-') != NULL;
}

/* Opens NODE; false: nothing in it is to be read. */
static bool open_element(struct walk *w, const xmlNode *node)
{
    const struct element_rule *rule = rule_of((const char *)node->name);
    struct frame f = *top(w);
    uint16_t hints;

    if (rule->shape == SHAPE_DROP)
        return false;
    if (rule->shape == SHAPE_BREAK) {
        w->breaks++;
        return true;
    }
    hints = node->properties || rule->tag ? hints_of(node, rule->tag) : 0;
    f.block = rule->shape == SHAPE_BLOCK;
    if (!f.block && (hints & HINT_HIDDEN))
        return false;
    if (f.block || custom(node)) {
        f.hints |= hints;
        f.element = add_element(w, f.element, hints);
    }
    if (f.block) {
        end_block(w);
        set_kind(&f, rule->tag);
    }
    f.link |= rule->tag == TAG_A;
    w->frame = arena_more(w->step, w->frame, w->nframe, &w->capframe,
                          sizeof f);
    w->frame[w->nframe++] = f;
    return true;
}

static void close_element(struct walk *w, const xmlNode *node)
{
    if (rule_of((const char *)node->name)->shape == SHAPE_BREAK)
        return;
    if (top(w)->block)
        end_block(w);
    w->nframe--;
}

/* Closes NODE and those above it that end with it; the node after them. */
static xmlNode *close_up(struct walk *w, xmlNode *node)
{
    while (node && !node->next) {
        node = node->parent;
        if (!node || node->type != XML_ELEMENT_NODE)
            return NULL;
        close_element(w, node);
    }
    return node ? node->next : NULL;
}

static void walk_nodes(struct walk *w, xmlNode *node)
{
    while (node) {
        if (node->type == XML_ELEMENT_NODE && open_element(w, node)) {
            if (node->children) {
                node = node->children;
                continue;
            }
            close_element(w, node);
        } else if (node->type == XML_TEXT_NODE) {
            add_text(w, node);
        }
        node = close_up(w, node);
    }
}

void walk_page(struct reader *r, struct arena *step, xmlDoc *tree,
               const struct notes *notes)
{
    struct walk w = {.r = r, .step = step, .notes = notes};

    w.raw = buf_new(r->a->arena);
    w.origin = &r->a->raw_origin;
    w.frame = arena_more(step, NULL, 0, &w.capframe, sizeof *w.frame);
    w.nframe = 1;
    w.frame[0].element = add_element(&w, 0, 0);
    walk_nodes(&w, tree->children);
    end_block(&w);
    r->a->raw = buf_str(&w.raw);
}
