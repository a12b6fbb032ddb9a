/*
 * markdown.c - a brief as Markdown (CommonMark); what the sources say is escaped.
 */
#include "format/parts.h"

static void add_escaped(struct buf *out, const struct buf *plain)
{
    add_markdown(out, buf_str(plain));
}

static void add_lines(struct buf *out, const struct point *p)
{
    for (uint32_t i = 0; i < p->nwhen; i++) {
        buf_text(out, "\n> Zeit [");
        buf_number(out, p->cite[0].source);
        buf_text(out, "]: „");
        add_markdown(out, p->when[i].words);
        buf_text(out, "“ = ");
        add_day(out, p->when[i].date);
        buf_byte(out, '\n');
    }
    for (uint32_t i = 0; i < p->nconflict; i++) {
        buf_text(out, "\n> ");
        add_conflict(out, &p->conflict[i]);
        buf_byte(out, '\n');
    }
    for (uint32_t i = 0; i < p->ncite; i++) {
        if (p->cite[i].role != ROLE_CONTEXT)
            continue;
        buf_text(out, "\n> davor [");
        buf_number(out, p->cite[i].source);
        buf_text(out, "]: „");
        add_markdown(out, p->cite[i].wording);
        buf_text(out, "“\n");
    }
}

static void add_left(struct buf *out, const struct brief *b)
{
    struct buf start = buf_new(out->arena);

    if (!b->nleft || b->nsource == 1)
        return;
    buf_text(out, "\n**Nicht im Bericht, nur eine Quelle:** ");
    for (uint32_t i = 0; i < b->nleft && i < 2; i++) {
        start.len = 0;
        add_beginning(&start, b->left[i].text);
        buf_text(out, i ? " · " : "");
        add_escaped(out, &start);
        buf_text(out, " [");
        buf_number(out, b->left[i].source);
        buf_byte(out, ']');
    }
    if (b->nleft > 2) {
        buf_text(out, " · ");
        buf_number(out, b->nleft - 2);
        buf_text(out, " weitere");
    }
    buf_byte(out, '\n');
}

/* An address between ( and ): only what cannot end it early. */
static void add_address(struct buf *out, struct str url)
{
    static const char digit[] = "0123456789ABCDEF";

    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.at[i];

        if (c <= ' ' || c == '(' || c == ')' || c == '<' || c == '>' ||
            c == '\\') {
            buf_byte(out, '%');
            buf_byte(out, digit[c >> 4]);
            buf_byte(out, digit[c & 15]);
        } else {
            buf_byte(out, (char)c);
        }
    }
}

static void add_headline(struct buf *out, const struct source *s)
{
    if (!s->title.len && !s->url.len)
        return;
    buf_text(out, ": ");
    buf_text(out, s->url.len ? "[" : "");
    if (s->title.len) {
        buf_text(out, "„");
        add_markdown(out, s->title);
        buf_text(out, "“");
    } else {
        add_markdown(out, s->url);
    }
    if (!s->url.len)
        return;
    buf_text(out, "](");
    add_address(out, s->url);
    buf_byte(out, ')');
}

static void add_sources(struct buf *out, const struct brief *b)
{
    buf_text(out, "\n## Quellen\n\n");
    for (uint32_t i = 0; i < b->nsource; i++) {
        const struct source *s = &b->source[i];

        buf_number(out, i + 1);
        buf_text(out, ". ");
        add_markdown(out, outlet_name(s));
        add_headline(out, s);
        if (s->date.year) {
            buf_text(out, ", ");
            add_day(out, s->date);
        }
        if (!str_same(outlet_name(s), s->file)) {
            buf_text(out, ", ");
            add_markdown(out, s->file);
        }
        buf_text(out, " – ");
        add_source_counts(out, s);
        buf_byte(out, '\n');
    }
}

static void add_skips(struct buf *out, const struct brief *b)
{
    bool first = true;

    for (uint32_t i = 0; i < b->ninput; i++) {
        if (b->input[i].state < INPUT_DUPLICATE)
            continue;
        buf_text(out, first ? "\n- " : "- ");
        first = false;
        add_markdown(out, b->input[i].file);
        buf_text(out, ": ");
        add_reason(out, &b->input[i]);
        buf_byte(out, '\n');
    }
}

void write_markdown(struct buf *out, const struct brief *b)
{
    if (b->title.text.len) {
        buf_text(out, "# ");
        add_markdown(out, b->title.text);
        add_mark(out, b, &b->title);
        buf_text(out, "\n\n");
    }
    buf_byte(out, '*');
    add_head(out, b);
    buf_text(out, "*\n");
    for (uint32_t i = 0; i < b->npoint; i++) {
        buf_byte(out, '\n');
        add_markdown(out, b->point[i].text);
        add_mark(out, b, &b->point[i]);
        buf_byte(out, '\n');
        add_lines(out, &b->point[i]);
    }
    add_left(out, b);
    add_sources(out, b);
    buf_text(out, "\n*");
    add_ledger(out, b);
    buf_text(out, "*\n");
    add_skips(out, b);
}
