/*
 * listing.c - what split, clean and pick print.
 */
#include "format/parts.h"

/* S with every run of tabs, line breaks and the like as one space; single
 * blanks and other signs stay as they are. */
static void add_line(struct buf *out, struct str s)
{
    const char *end = s.at + s.len;
    unsigned n;

    for (const char *p = s.at; p < end; p += n) {
        uint32_t c = utf8_next(p, end, &n);
        bool broken = (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 ||
                      c == 0x2029;

        if (!broken) {
            buf_add(out, (struct str){p, n});
            continue;
        }
        if (out->len && out->at[out->len - 1] != ' ')
            buf_byte(out, ' ');
        while (p + n < end) { /* blanks that indent the next line */
            unsigned more;
            uint32_t next = utf8_next(p + n, end, &more);

            if (!(next == ' ' || (next >= '\t' && next <= '\r')))
                break;
            n += more;
        }
    }
}

void format_cut(struct buf *out, struct str sentence, struct span file,
                bool offsets)
{
    if (offsets) {
        buf_number(out, file.from);
        buf_byte(out, '\t');
        buf_number(out, file.to - file.from);
        buf_byte(out, '\t');
    }
    add_line(out, sentence);
    buf_byte(out, '\n');
}

/* ---- clean --------------------------------------------------------------- */

static const char *media_name(enum media media)
{
    static const char *const names[] = {"text", "markdown", "html"};

    return names[media];
}

static void field(struct buf *out, const char *name, struct str value)
{
    buf_text(out, ",\"");
    buf_text(out, name);
    buf_text(out, "\":");
    if (value.len)
        add_json(out, value);
    else
        buf_text(out, "null");
}

/* Headings and paragraphs without the title, BETWEEN between them. */
static void add_body(struct buf *out, const struct article *a,
                     const char *between)
{
    bool first = true;

    for (uint32_t i = 0; i < a->nparagraph; i++) {
        if (a->paragraph[i].kind == PARA_TITLE)
            continue;
        if (!first)
            buf_text(out, between);
        first = false;
        buf_add(out, article_text(a, a->paragraph[i].text));
    }
}

static void clean_text(struct buf *out, const struct article *a, bool removed)
{
    if (a->meta.title.len) {
        buf_add(out, a->meta.title);
        buf_text(out, "\n\n");
    }
    add_body(out, a, "\n");
    buf_byte(out, '\n');
    for (uint32_t i = 0; removed && i < a->nblock; i++) {
        if (a->block[i].removed == REMOVED_NOT)
            continue;
        buf_text(out, format_removal(a->block[i].removed));
        buf_byte(out, '\t');
        add_line(out, str_trim(str_span(a->raw, a->block[i].raw)));
        buf_byte(out, '\n');
    }
}

static void add_removed(struct buf *out, const struct article *a)
{
    bool first = true;

    buf_text(out, ",\"lines\":[");
    for (uint32_t i = 0; i < a->nblock; i++) {
        const struct block *b = &a->block[i];
        struct span file;

        if (b->removed == REMOVED_NOT)
            continue;
        file = origin_file(&a->raw_origin, b->raw);
        buf_text(out, first ? "{\"text\":" : ",{\"text\":");
        first = false;
        add_json(out, str_span(a->raw, b->raw));
        buf_text(out, ",\"reason\":\"");
        buf_text(out, format_removal(b->removed));
        buf_text(out, "\",\"offset\":");
        buf_number(out, file.from);
        buf_text(out, ",\"length\":");
        buf_number(out, file.to - file.from);
        buf_byte(out, '}');
    }
    buf_byte(out, ']');
}

static void clean_jsonl(struct buf *out, const struct article *a,
                        struct str file, bool removed)
{
    struct buf body = buf_new(out->arena), iso = buf_new(out->arena);

    if (a->meta.date.year)
        add_iso(&iso, a->meta.date);
    add_body(&body, a, "\n");
    buf_text(out, "{\"file\":");
    add_json(out, file);
    field(out, "title", a->meta.title);
    field(out, "date", buf_str(&iso));
    field(out, "author", a->meta.author);
    field(out, "outlet", a->meta.outlet);
    field(out, "url", a->meta.url);
    field(out, "lang", a->meta.lang);
    field(out, "format", str_of(media_name(a->media)));
    buf_text(out, ",\"text\":");
    add_json(out, buf_str(&body));
    buf_text(out, ",\"removed\":");
    buf_number(out, a->nremoved);
    if (removed)
        add_removed(out, a);
    buf_text(out, "}\n");
}

void format_clean(struct buf *out, const struct article *a, struct str file,
                  enum kernsatz_format format, bool removed)
{
    if (format == KERNSATZ_JSONL)
        clean_jsonl(out, a, file, removed);
    else
        clean_text(out, a, removed);
}

void format_clean_skipped(struct buf *out, const struct article *a,
                          struct str file, struct str reason)
{
    /* Cleaning chooses the metadata; what never came so far has the page's. */
    const struct meta *m = a->meta.title.len || date_known(a->meta.date)
                               ? &a->meta : &a->markup;
    struct buf iso = buf_new(out->arena);

    if (m->date.year)
        add_iso(&iso, m->date);
    buf_text(out, "{\"file\":");
    add_json(out, file);
    field(out, "title", m->title);
    field(out, "date", buf_str(&iso));
    field(out, "author", m->author);
    field(out, "outlet", m->outlet);
    field(out, "url", m->url);
    field(out, "lang", m->lang);
    buf_text(out, ",\"format\":null,\"text\":\"\",\"removed\":0,"
                  "\"skipped\":");
    add_json(out, reason);
    buf_text(out, "}\n");
}

/* ---- pick ---------------------------------------------------------------- */

static void pick_record(struct buf *out, const struct article *a,
                        const struct row *row, struct str file)
{
    struct span text = a->sentence[row->sentence].text;
    struct span bytes = origin_file(&a->origin, text);

    buf_text(out, "{\"file\":");
    add_json(out, file);
    buf_text(out, ",\"n\":");
    buf_number(out, row->sentence);
    buf_text(out, ",\"text\":");
    add_json(out, article_text(a, text));
    buf_text(out, ",\"score\":");
    buf_score(out, row->score);
    buf_text(out, row->chosen ? ",\"chosen\":true" : ",\"chosen\":false");
    buf_text(out, ",\"offset\":");
    buf_number(out, bytes.from);
    buf_text(out, ",\"length\":");
    buf_number(out, bytes.to - bytes.from);
    buf_text(out, "}\n");
}

void format_pick(struct buf *out, const struct story *s, uint32_t n,
                 struct str file, enum kernsatz_format format, bool all)
{
    const struct article *a = s->article[n];

    if (format != KERNSATZ_JSONL) {
        buf_text(out, "== ");
        buf_add(out, file);
        buf_byte(out, '\n');
    }
    for (uint32_t r = s->first[n]; r < s->first[n + 1]; r++) {
        const struct row *row = &s->row[r];

        if (!row->chosen && !all)
            continue;
        if (format == KERNSATZ_JSONL) {
            pick_record(out, a, row, file);
            continue;
        }
        if (all) {
            buf_score(out, row->score);
            buf_text(out, row->chosen ? "\t*\t" : "\t\t");
        }
        add_line(out, article_sentence(a, row->sentence));
        buf_byte(out, '\n');
    }
}
