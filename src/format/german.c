/*
 * german.c - the German words around the sentences of a brief: counts, days and
 * periods, marks, the ledger line.
 */
#include "format/parts.h"

static const char *const month_names[12] = {
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
    "September", "Oktober", "November", "Dezember"};

static void add_padded(struct buf *out, uint32_t n, unsigned digits)
{
    uint32_t limit = 10;

    while (--digits) {
        if (n < limit)
            buf_byte(out, '0');
        limit *= 10;
    }
    buf_number(out, n);
}

void add_iso(struct buf *out, struct date d)
{
    uint32_t year = (uint32_t)d.year;

    for (uint32_t limit = 1000; limit > year && limit > 1; limit /= 10)
        buf_byte(out, '0');
    buf_number(out, year);
    buf_byte(out, '-');
    add_padded(out, d.month, 2);
    if (!d.day)
        return;
    buf_byte(out, '-');
    add_padded(out, d.day, 2);
}

/* Day, month and year of D, as far as they are wanted. */
static void add_day_parts(struct buf *out, struct date d, bool month,
                          bool year)
{
    if (d.day) {
        buf_number(out, d.day);
        buf_byte(out, '.');
    }
    if (month && d.month >= 1 && d.month <= 12) {
        if (d.day)
            buf_byte(out, ' ');
        buf_text(out, month_names[d.month - 1]);
    }
    if (year) {
        if (d.month)
            buf_byte(out, ' ');
        buf_number(out, (uint16_t)d.year);
    }
}

void add_day(struct buf *out, struct date d)
{
    add_day_parts(out, d, true, true);
}

void add_count(struct buf *out, uint32_t n, const char *one, const char *many)
{
    buf_number(out, n);
    buf_byte(out, ' ');
    buf_text(out, n == 1 ? one : many);
}

/* ---- head ---------------------------------------------------------------- */

/* "5.–6. März 2026"; nothing where no date is known. */
static bool add_period(struct buf *out, const struct brief *b)
{
    struct date first = {0}, last = {0};

    for (uint32_t i = 0; i < b->nsource; i++) {
        struct date d = b->source[i].date;

        if (!date_known(d))
            continue;
        if (!first.year || date_order(d, first) < 0)
            first = d;
        if (!last.year || date_order(d, last) > 0)
            last = d;
    }
    if (!first.year)
        return false;
    if (date_order(first, last)) {
        bool year = first.year != last.year;
        bool month = year || first.month != last.month;

        add_day_parts(out, first, month, year);
        buf_text(out, month ? " – " : "–");
    }
    add_day(out, last);
    return true;
}

/* 2026-03-06T08:00:00Z as "6. März 2026, 08:00 UTC". */
static void add_stamp(struct buf *out, struct str s)
{
    struct date d = {0};

    for (unsigned i = 0; i < 4; i++)
        d.year = (int16_t)(d.year * 10 + s.at[i] - '0');
    d.month = (uint8_t)((s.at[5] - '0') * 10 + s.at[6] - '0');
    d.day = (uint8_t)((s.at[8] - '0') * 10 + s.at[9] - '0');
    add_day(out, d);
    buf_text(out, ", ");
    buf_add(out, str_cut(s, 11, 16));
    buf_text(out, " UTC");
}

void add_head(struct buf *out, const struct brief *b)
{
    add_count(out, b->nsource, "Quelle", "Quellen");
    buf_text(out, ", ");
    if (add_period(out, b))
        buf_text(out, ", ");
    add_count(out, b->npoint, "Satz", "Sätze");
    buf_text(out, ", ");
    add_count(out, b->words, "Wort", "Wörter");
    if (b->stamp.len < 20)
        return;
    buf_text(out, ", Stand: ");
    add_stamp(out, b->stamp);
}

/* ---- marks --------------------------------------------------------------- */

static bool is_copy(const struct brief *b, const struct cite *c,
                    uint32_t origin)
{
    return c->role == ROLE_ALSO && b->source[c->source - 1].origin == origin;
}

static uint32_t origin_of(const struct brief *b, const struct cite *c)
{
    return b->source[c->source - 1].origin;
}

/* Source of C and, joined by "=", the copies of the same origin behind it. */
static void add_group(struct buf *out, const struct brief *b,
                      const struct point *p, const struct cite *c)
{
    uint32_t origin = origin_of(b, c);

    buf_number(out, c->source);
    for (uint32_t i = 0; i < p->ncite; i++) {
        if (&p->cite[i] == c || !is_copy(b, &p->cite[i], origin))
            continue;
        buf_byte(out, '=');
        buf_number(out, p->cite[i].source);
    }
}

/* Is C the first cite of its origin that states the sentence? */
static bool leads_group(const struct brief *b, const struct point *p,
                        const struct cite *c)
{
    for (const struct cite *d = p->cite; d < c; d++)
        if (d->role <= ROLE_ALSO && origin_of(b, d) == origin_of(b, c))
            return false;
    return true;
}

void add_mark(struct buf *out, const struct brief *b, const struct point *p)
{
    const struct cite *first = &p->cite[0];
    uint32_t also = 0, copies = 0;

    if (!p->ncite || b->nsource == 1)
        return;
    for (uint32_t i = 1; i < p->ncite; i++) {
        copies += is_copy(b, &p->cite[i], origin_of(b, first));
        also += p->cite[i].role == ROLE_ALSO &&
                leads_group(b, p, &p->cite[i]);
    }
    buf_text(out, " [");
    if (!also && !copies && p != &b->title)
        buf_text(out, "nur ");
    add_group(out, b, p, first);
    also = 0;
    for (uint32_t i = 1; i < p->ncite; i++) {
        if (p->cite[i].role != ROLE_ALSO || !leads_group(b, p, &p->cite[i]))
            continue;
        buf_text(out, also++ ? ", " : "; auch ");
        add_group(out, b, p, &p->cite[i]);
    }
    buf_byte(out, ']');
}

/* ---- sources and ledger -------------------------------------------------- */

struct str outlet_name(const struct source *s)
{
    size_t i = s->file.len;

    if (s->outlet.len)
        return s->outlet;
    while (i && s->file.at[i - 1] != '/')
        i--;
    return str_cut(s->file, i, s->file.len);
}

void add_source_counts(struct buf *out, const struct source *s)
{
    buf_number(out, s->used);
    buf_text(out, " von ");
    add_count(out, s->sentences, "Satz", "Sätzen");
    if (s->also) {
        buf_text(out, ", ");
        add_count(out, s->also, "Beleg", "Belege");
    }
    if (s->differs) {
        buf_text(out, ", ");
        add_count(out, s->differs, "Abweichung", "Abweichungen");
    }
}

uint32_t count_state(const struct brief *b, enum input_state state)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < b->ninput; i++)
        n += b->input[i].state == state;
    return n;
}

void add_ledger(struct buf *out, const struct brief *b)
{
    add_count(out, b->ninput, "Datei", "Dateien");
    buf_text(out, ": ");
    buf_number(out, count_state(b, INPUT_USED) + count_state(b, INPUT_READ));
    buf_text(out, " gelesen, ");
    add_count(out, count_state(b, INPUT_DUPLICATE), "Dublette", "Dubletten");
    buf_text(out, ", ");
    buf_number(out, count_state(b, INPUT_SKIPPED));
    buf_text(out, " übersprungen; ");
    add_count(out, b->removed, "Zeile", "Zeilen");
    buf_text(out, " Beiwerk entfernt");
}

static const char *german_reason(enum kernsatz_code code)
{
    switch (code) {
    case KERNSATZ_SKIP_UNREADABLE:
        return "nicht lesbar";
    case KERNSATZ_SKIP_MISSING:
        return "nicht gefunden";
    case KERNSATZ_SKIP_NOT_REGULAR:
        return "keine gewöhnliche Datei";
    case KERNSATZ_SKIP_EMPTY:
        return "leer";
    case KERNSATZ_SKIP_BINARY:
        return "kein Text";
    case KERNSATZ_SKIP_NO_ARTICLE:
        return "kein Artikel";
    case KERNSATZ_SKIP_NO_PROSE:
        return "kein Artikeltext gefunden";
    case KERNSATZ_SKIP_NOT_GERMAN:
        return "nicht Deutsch";
    case KERNSATZ_SKIP_TOO_LARGE:
        return "zu groß";
    case KERNSATZ_SKIP_DUPLICATE:
        return "Dublette";
    default:
        return "übersprungen";
    }
}

void add_reason(struct buf *out, const struct input *in,
                void put(struct buf *, struct str))
{
    if (in->state == INPUT_DUPLICATE) {
        buf_text(out, "Dublette von ");
        put(out, in->text);
        return;
    }
    buf_text(out, german_reason(in->reason));
}

/* ---- what was left out --------------------------------------------------- */

/* The first five words, and an ellipsis for the others. */
static void add_beginning(struct buf *out, struct str s,
                          void put(struct buf *, struct str))
{
    const char *p = s.at, *end = s.at + s.len;
    uint32_t words = 0;

    while (p < end) {
        unsigned n;

        if (code_is_space(utf8_next(p, end, &n)) && ++words == 5)
            break;
        p += n;
    }
    buf_text(out, "„");
    put(out, str_cut(s, 0, (size_t)(p - s.at)));
    buf_text(out, p < end ? " …“" : "“");
}

void add_left(struct buf *out, const struct brief *b, const char *label,
              void put(struct buf *, struct str))
{
    if (!b->nleft || b->nsource == 1)
        return;
    buf_text(out, label);
    for (uint32_t i = 0; i < b->nleft && i < 2; i++) {
        buf_text(out, i ? " · " : " ");
        add_beginning(out, b->left[i].text, put);
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

struct str section_name(uint8_t section)
{
    static const char *const names[] = {"", "Mehrere Quellen",
                                        "Nur eine Quelle"};

    return str_of(names[section]);
}

bool section_opens(const struct brief *b, uint32_t i)
{
    return b->point[i].section &&
           (!i || b->point[i].section != b->point[i - 1].section);
}
