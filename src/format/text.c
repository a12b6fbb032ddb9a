/*
 * text.c - a brief as plain text, for a terminal or a mail.
 */
#include "format/parts.h"

static void add_sources(struct buf *out, const struct brief *b)
{
    buf_text(out, "\nQuellen\n");
    for (uint32_t i = 0; i < b->nsource; i++) {
        const struct source *s = &b->source[i];

        buf_byte(out, '[');
        buf_number(out, i + 1);
        buf_text(out, "] ");
        buf_add(out, outlet_name(s));
        if (s->title.len) {
            buf_text(out, ": „");
            buf_add(out, s->title);
            buf_text(out, "“");
        }
        if (s->date.year) {
            buf_text(out, ", ");
            add_day(out, s->date);
        }
        if (!str_same(outlet_name(s), s->file)) {
            buf_text(out, ", ");
            buf_add(out, s->file);
        }
        buf_text(out, " – ");
        add_source_counts(out, s);
        buf_byte(out, '\n');
    }
}

/* Every file that is not among the sources, with the reason. */
static void add_skips(struct buf *out, const struct brief *b)
{
    for (uint32_t i = 0; i < b->ninput; i++) {
        if (b->input[i].state < INPUT_DUPLICATE)
            continue;
        buf_text(out, "  ");
        buf_add(out, b->input[i].file);
        buf_text(out, ": ");
        add_reason(out, &b->input[i], buf_add);
        buf_byte(out, '\n');
    }
}

void write_text(struct buf *out, const struct brief *b)
{
    if (b->title.text.len) {
        buf_add(out, b->title.text);
        add_mark(out, b, &b->title);
        buf_byte(out, '\n');
    }
    add_head(out, b);
    buf_text(out, "\n\n");
    for (uint32_t i = 0; i < b->npoint; i++) {
        if (section_opens(b, i)) {
            buf_byte(out, '\n');
            buf_add(out, section_name(b->point[i].section));
            buf_byte(out, '\n');
        }
        buf_add(out, b->point[i].text);
        add_mark(out, b, &b->point[i]);
        buf_byte(out, '\n');
        add_remarks(out, &b->point[i], "  ", buf_add);
    }
    add_left(out, b, "\nNicht im Bericht, nur eine Quelle:", buf_add);
    add_sources(out, b);
    add_ledger(out, b);
    buf_byte(out, '\n');
    add_skips(out, b);
}
