/*
 * fault.c - one fault of a checked file: a line FILE:LINE: UNIT: text [rule], or
 * a record of JSON Lines.
 */
#include "format/parts.h"

/* Signs that could steer a terminal, break the line or turn its direction. */
static bool is_unsafe(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200e ||
           c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

static void add_byte(struct buf *out, unsigned char byte)
{
    static const char digits[] = "0123456789ABCDEF";

    buf_text(out, "\\x");
    buf_byte(out, digits[byte >> 4]);
    buf_byte(out, digits[byte & 15]);
}

/* S on one line, as messages show names: \n, \t, \xHH. */
static void add_safe(struct buf *out, struct str s)
{
    const char *end = s.at + s.len;
    unsigned n;

    for (const char *p = s.at; p < end; p += n) {
        uint32_t c = utf8_next(p, end, &n);
        bool broken = c == 0xfffd && n == 1;

        if (c == '\n' || c == '\t')
            buf_text(out, c == '\n' ? "\\n" : "\\t");
        else if (!broken && !is_unsafe(c))
            buf_add(out, (struct str){p, n});
        else
            for (unsigned i = 0; i < n; i++)
                add_byte(out, (unsigned char)p[i]);
    }
}

static void fault_record(struct buf *out, const struct format_fault *f)
{
    buf_text(out, "{\"file\":");
    add_json(out, f->file);
    buf_text(out, ",\"line\":");
    if (f->line)
        buf_number(out, f->line);
    else
        buf_text(out, "null");
    buf_text(out, ",\"unit\":");
    if (f->unit.len)
        add_json(out, f->unit);
    else
        buf_text(out, "null");
    buf_text(out, ",\"rule\":");
    add_json(out, str_of(f->rule));
    buf_text(out, ",\"group\":");
    add_json(out, str_of(f->group));
    buf_text(out, ",\"text\":");
    add_json(out, f->text);
    buf_text(out, "}\n");
}

void format_fault(struct buf *out, const struct format_fault *f,
                  enum kernsatz_format format)
{
    if (format == KERNSATZ_JSONL) {
        fault_record(out, f);
        return;
    }
    add_safe(out, f->file);
    buf_byte(out, ':');
    if (f->line) {
        buf_number(out, f->line);
        buf_byte(out, ':');
    }
    buf_byte(out, ' ');
    if (f->unit.len) {
        add_safe(out, f->unit);
        buf_text(out, ": ");
    }
    add_safe(out, f->text);
    buf_text(out, " [");
    buf_text(out, f->rule);
    buf_text(out, "]\n");
}
