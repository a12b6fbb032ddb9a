/*
 * table.c - tables of metadata: CSV (RFC 4180, comma or semicolon) or TSV, told
 * by the first line. Columns in any order; unknown ones are passed over.
 */
#include "intake/parts.h"

enum column { COL_NONE, COL_FILE, COL_OUTLET, COL_TITLE, COL_DATE, COL_URL,
              COL_AUTHOR, COL_LANG };

#define COLUMNS_MAX 64

struct table {
    struct arena *m;
    struct str s;
    size_t at;
    char sign;
    bool open; /* a quotation mark was never closed */
};

static char separator(struct str s)
{
    size_t tabs = 0, semis = 0, commas = 0;

    for (size_t i = 0; i < s.len && s.at[i] != '\n'; i++) {
        tabs += s.at[i] == '\t';
        semis += s.at[i] == ';';
        commas += s.at[i] == ',';
    }
    if (tabs)
        return '\t';
    return semis > commas ? ';' : ',';
}

static bool line_ends(const struct table *t)
{
    return t->at >= t->s.len || t->s.at[t->at] == '\n' ||
           t->s.at[t->at] == '\r';
}

/* The next field; its separator is stepped over, a line break is not. */
static struct str field(struct table *t)
{
    struct buf b = buf_new(t->m);
    bool quoted = t->at < t->s.len && t->s.at[t->at] == '"';
    size_t from = t->at;

    if (!quoted) {
        while (!line_ends(t) && t->s.at[t->at] != t->sign)
            t->at++;
        buf_add(&b, str_cut(t->s, from, t->at));
    } else {
        for (t->at++; t->at < t->s.len; t->at++) {
            if (t->s.at[t->at] != '"')
                buf_byte(&b, t->s.at[t->at]);
            else if (t->at + 1 < t->s.len && t->s.at[t->at + 1] == '"')
                buf_byte(&b, t->s.at[t->at++]);
            else
                break;
        }
        t->open |= t->at >= t->s.len;
        t->at += t->at < t->s.len;
        while (!line_ends(t) && t->s.at[t->at] != t->sign)
            t->at++;
    }
    if (t->at < t->s.len && t->s.at[t->at] == t->sign)
        t->at++;
    return buf_str(&b);
}

static enum column column_of(struct str name)
{
    static const struct {
        const char *name;
        enum column column;
    } known[] = {{"file", COL_FILE}, {"outlet", COL_OUTLET},
                 {"title", COL_TITLE}, {"date", COL_DATE},
                 {"url", COL_URL}, {"author", COL_AUTHOR},
                 {"lang", COL_LANG}};
    struct str n = str_trim(name);

    for (size_t k = 0; k < sizeof known / sizeof known[0]; k++) {
        struct str want = str_of(known[k].name);
        size_t i = 0;

        while (i < n.len && i < want.len && (n.at[i] | 32) == want.at[i])
            i++;
        if (i == want.len && n.len == want.len)
            return known[k].column;
    }
    return COL_NONE;
}

static void set_cell(struct arena *m, struct meta *row, struct str *file,
                     enum column column, struct str v)
{
    switch (column) {
    case COL_FILE: *file = str_trim(v); break;
    case COL_OUTLET: set_field(m, &row->outlet, v); break;
    case COL_TITLE: set_field(m, &row->title, v); break;
    case COL_URL: set_field(m, &row->url, v); break;
    case COL_AUTHOR: set_field(m, &row->author, v); break;
    case COL_LANG: set_field(m, &row->lang, v); break;
    default: break;
    }
}

static size_t read_head(struct table *t, enum column *columns)
{
    size_t n = 0;

    while (!line_ends(t) && n < COLUMNS_MAX)
        columns[n++] = column_of(field(t));
    return n;
}

static void line_break(struct table *t)
{
    while (!line_ends(t))
        t->at++;
    if (t->at < t->s.len && t->s.at[t->at] == '\r')
        t->at++;
    if (t->at < t->s.len && t->s.at[t->at] == '\n')
        t->at++;
}

static void damaged(const struct tell *tell, const char *what, uint64_t line)
{
    struct kernsatz_remark remark = {
        .code = KERNSATZ_REMARK_DAMAGED, .line = line, .text = what};

    if (!tell || !tell->listener || !tell->listener->tell)
        return;
    remark.file = tell->name;
    remark.found = tell->found;
    tell->listener->tell(tell->listener->context, &remark);
}

static struct date date_cell(const struct tell *tell, struct str v,
                             uint64_t line)
{
    struct date d = intake_date(NULL, v, NULL);

    if (!d.year && str_trim(v).len)
        damaged(tell, "date", line);
    return d;
}

enum kernsatz_status intake_meta_table(struct arena *m, struct str bytes,
                                       const struct tell *tell,
                                       struct meta_table *table)
{
    enum column columns[COLUMNS_MAX] = {COL_NONE};
    struct origin origin = {0};
    const char *encoding;
    struct table t = {m, {NULL, 0}, 0, ',', false};
    uint32_t cap = 0, capfile = 0;
    uint64_t line = 1;
    size_t ncolumn, files = 0;

    t.s = intake_decode(m, bytes, STR(""), tell, &encoding, &origin);
    t.sign = separator(t.s);
    ncolumn = read_head(&t, columns);
    for (size_t i = 0; i < ncolumn; i++)
        files += columns[i] == COL_FILE;
    if (files != 1)
        return KERNSATZ_BAD_INPUT;
    for (line_break(&t); t.at < t.s.len; line_break(&t)) {
        struct meta row = {0};
        struct str file = {NULL, 0};

        line++;
        for (size_t i = 0; !line_ends(&t); i++) {
            enum column c = i < ncolumn ? columns[i] : COL_NONE;
            struct str v = field(&t);

            if (c == COL_DATE)
                row.date = date_cell(tell, v, line);
            set_cell(m, &row, &file, c, v);
        }
        if (!file.len)
            continue;
        table->file = arena_more(m, table->file, table->n, &capfile,
                                 sizeof *table->file);
        table->meta = arena_more(m, table->meta, table->n, &cap,
                                 sizeof *table->meta);
        table->file[table->n] = file;
        table->meta[table->n++] = row;
    }
    if (t.open) {
        damaged(tell, "quotation mark", line);
        return KERNSATZ_BAD_INPUT;
    }
    return KERNSATZ_OK;
}
