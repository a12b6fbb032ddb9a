/*
 * markdown.c - a brief as Markdown (CommonMark); what the sources say is
 * escaped.
 */
#include "format/parts.h"

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
        add_reason(out, &b->input[i], add_markdown);
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
        if (section_opens(b, i)) {
            buf_text(out, "\n## ");
            buf_add(out, section_name(b->point[i].section));
            buf_byte(out, '\n');
        }
        buf_byte(out, '\n');
        add_markdown(out, b->point[i].text);
        add_mark(out, b, &b->point[i]);
        buf_byte(out, '\n');
        add_remarks(out, &b->point[i], "\n> ", add_markdown);
    }
    add_left(out, b, "\n**Nicht im Bericht, nur eine Quelle:**",
             add_markdown);
    add_sources(out, b);
    buf_text(out, "\n*");
    add_ledger(out, b);
    buf_text(out, "*\n");
    add_skips(out, b);
}
