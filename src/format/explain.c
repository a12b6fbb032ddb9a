/*
 * explain.c - why a sentence is in a brief, in German: where it stands, when it
 * was chosen and for what, who supports it and who differs, what it displaced.
 */
#include "format/parts.h"

#define SHOWN_CONCEPTS 6
#define SHOWN_TEXT 64 /* characters of a sentence */
#define LABEL 15      /* width of the column of labels */

/* ---- pieces -------------------------------------------------------------- */

/* With a decimal comma, DECIMALS of its six digits. */
static void add_decimal(struct buf *out, double x, unsigned decimals)
{
    struct buf digits = buf_new(out->arena);
    struct str s;
    size_t point;

    buf_score(&digits, x);
    s = buf_str(&digits);
    point = str_find(s, STR("."), 0);
    buf_add(out, str_cut(s, 0, point));
    buf_byte(out, ',');
    buf_add(out, str_cut(s, point + 1, point + 1 + decimals));
}

/* „…“, cut behind a word where S is long; the width in code points. */
static size_t add_quote(struct buf *out, struct str s)
{
    const char *p = s.at, *end = s.at + s.len;
    size_t from = out->len, last = 0, n = 0;

    while (p < end && n < SHOWN_TEXT) {
        unsigned len;

        if (code_is_space(utf8_next(p, end, &len)))
            last = (size_t)(p - s.at);
        p += len;
        n++;
    }
    buf_text(out, "„");
    if (p == end)
        buf_add(out, s);
    else
        buf_add(out, str_cut(s, 0, last ? last : (size_t)(p - s.at)));
    buf_text(out, p == end ? "“" : " …“");
    return utf8_count((struct str){out->at + from, out->len - from});
}

static void add_blanks(struct buf *out, size_t n)
{
    while (n--)
        buf_byte(out, ' ');
}

/* "belegt durch   " the first time, then blanks; one column for all labels. */
static void add_label(struct buf *out, const char *label, bool first)
{
    size_t width = first ? utf8_count(str_of(label)) : 0;

    if (first)
        buf_text(out, label);
    add_blanks(out, width < LABEL ? LABEL - width : 1);
}

static bool is_digit(struct str s, size_t i)
{
    return i < s.len && s.at[i] >= '0' && s.at[i] <= '9';
}

/* Length of a sign at I that only groups the digits of a number; 0: none. */
static size_t grouping(struct str s, size_t i)
{
    static const char *const signs[] = {" ", ".", "'", "’", "\u00a0",
                                        "\u2009", "\u202f"};

    if (!i || !is_digit(s, i - 1))
        return 0;
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
        struct str sign = str_of(signs[k]);
        size_t to = i + sign.len;

        if (str_same(str_cut(s, i, to), sign) && is_digit(s, to) &&
            is_digit(s, to + 1) && is_digit(s, to + 2) && !is_digit(s, to + 3))
            return sign.len;
    }
    return 0;
}

/* Values as they are compared: 48.000 and 48 000 as 48000. */
static void add_values(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.len;) {
        size_t skip = grouping(s, i);

        if (!skip)
            buf_byte(out, s.at[i++]);
        i += skip;
    }
}

static struct str file_of(const struct brief *b, uint32_t source)
{
    return b->source[source - 1].file;
}

/* ---- place --------------------------------------------------------------- */

static void add_bytes(struct buf *out, struct span bytes)
{
    if (bytes.from >= bytes.to)
        return;
    buf_text(out, ", Bytes ");
    buf_number(out, bytes.from);
    buf_text(out, "–");
    buf_number(out, bytes.to);
}

static void add_place(struct buf *out, const struct brief *b,
                      const struct point *p)
{
    const struct cite *c = &p->cite[0];

    buf_add(out, file_of(b, c->source));
    if (c->sentence) {
        buf_text(out, ", Absatz ");
        buf_number(out, p->choice.paragraph);
        buf_text(out, ", Satz ");
        buf_number(out, c->sentence);
    } else {
        buf_text(out, ", Überschrift");
    }
    add_bytes(out, c->bytes);
    buf_byte(out, '\n');
}

/* ---- why ----------------------------------------------------------------- */

static void add_concepts(struct buf *out, const struct choice *c)
{
    if (!c->nconcept) {
        buf_text(out, "keine neuen Begriffe mehrerer Quellen");
        return;
    }
    add_count(out, c->nconcept, "neuer Begriff", "neue Begriffe");
    for (uint32_t i = 0; i < c->nconcept && i < SHOWN_CONCEPTS; i++) {
        buf_text(out, i ? ", " : " (");
        buf_add(out, c->concept[i].words);
        buf_byte(out, ' ');
        buf_number(out, c->concept[i].origins);
        if (!i)
            buf_text(out, " Quellen");
    }
    buf_text(out, c->nconcept > SHOWN_CONCEPTS ? " …)" : ")");
}

static void add_choice(struct buf *out, const struct brief *b,
                       const struct point *p)
{
    const struct choice *c = &p->choice;

    if (c->by == CHOSEN_TITLE) {
        buf_text(out, "gewählt als Überschrift\n");
        return;
    }
    buf_text(out, "gewählt als ");
    buf_number(out, c->rank);
    buf_text(out, ". von ");
    buf_number(out, b->npoint);
    if (c->by == CHOSEN_LEAD)
        buf_text(out, " (Leitsatz)");
    if (c->filling)
        buf_text(out, " (zum Auffüllen)");
    buf_text(out, ": ");
    add_concepts(out, c);
    buf_text(out, ", Punkte ");
    add_decimal(out, p->score, 6);
    buf_text(out, ", Wert ");
    add_decimal(out, c->worth, 6);
    buf_byte(out, '\n');
}

/* ---- who supports, who differs ------------------------------------------- */

/* What source N has instead. */
static void add_rivals(struct buf *out, const struct point *p, uint32_t n)
{
    bool first = true;

    for (uint32_t i = 0; i < p->nconflict; i++)
        for (uint32_t k = 0; k < p->conflict[i].nsaid; k++) {
            const struct said *s = &p->conflict[i].said[k];

            if (s->source != n || !s->group)
                continue;
            buf_text(out, first ? "  anders: " : ", ");
            add_values(out, s->value);
            first = false;
        }
    buf_text(out, "  ⚠");
}

struct columns {
    size_t file, text;
};

static bool is_shown(const struct cite *c)
{
    return c->role == ROLE_ALSO || c->role == ROLE_DIFFERS;
}

static struct str wording_of(const struct point *p, const struct cite *c)
{
    return c->wording.len ? c->wording : p->text;
}

static struct columns columns_of(struct buf *out, const struct brief *b,
                                 const struct point *p)
{
    struct columns w = {0, 0};

    for (uint32_t i = 0; i < p->ncite; i++) {
        struct buf quote = buf_new(out->arena);
        size_t n;

        if (!is_shown(&p->cite[i]))
            continue;
        n = utf8_count(file_of(b, p->cite[i].source));
        w.file = n > w.file ? n : w.file;
        n = add_quote(&quote, wording_of(p, &p->cite[i]));
        w.text = n > w.text ? n : w.text;
    }
    return w;
}

static void add_support(struct buf *out, const struct brief *b,
                        const struct point *p, uint32_t n,
                        const struct columns *w)
{
    const struct cite *c = &p->cite[n];
    struct str file = file_of(b, c->source);
    size_t width;

    buf_add(out, file);
    add_blanks(out, w->file - utf8_count(file) + 1);
    add_decimal(out, c->likeness, 2);
    buf_text(out, "  ");
    width = add_quote(out, wording_of(p, c));
    if (c->role == ROLE_DIFFERS || p->choice.shared[n].len)
        add_blanks(out, w->text - width);
    if (c->role == ROLE_DIFFERS)
        add_rivals(out, p, c->source);
    if (p->choice.shared[n].len) {
        buf_text(out, "  gleich: ");
        add_values(out, p->choice.shared[n]);
    }
    if (b->source[c->source - 1].origin ==
        b->source[p->cite[0].source - 1].origin)
        buf_text(out, "  (Abdruck derselben Meldung)");
    buf_byte(out, '\n');
}

static void add_supports(struct buf *out, const struct brief *b,
                         const struct point *p)
{
    struct columns w = columns_of(out, b, p);
    bool first = true;

    for (uint32_t i = 0; i < p->ncite; i++)
        if (is_shown(&p->cite[i])) {
            add_label(out, "belegt durch", first);
            add_support(out, b, p, i, &w);
            first = false;
        }
    if (first && b->nsource > 1)
        buf_text(out, "belegt durch   keine andere Quelle\n");
    for (uint32_t i = 0; i < p->ncite; i++)
        if (p->cite[i].role == ROLE_CONTEXT) {
            add_label(out, "bezogen auf", true);
            add_quote(out, p->cite[i].wording);
            buf_byte(out, '\n');
        }
}

static void add_displaced(struct buf *out, const struct brief *b,
                          const struct choice *c)
{
    for (uint32_t i = 0; i < c->nbeaten && i < BEATEN; i++) {
        add_label(out, "verdrängt", !i);
        add_quote(out, c->beaten[i].text);
        buf_text(out, "  ");
        buf_add(out, file_of(b, c->beaten[i].source));
        buf_byte(out, '\n');
    }
    if (c->nbeaten > BEATEN) {
        add_blanks(out, LABEL);
        buf_number(out, c->nbeaten - BEATEN);
        buf_text(out, " weitere\n");
    }
}

/* ---- units --------------------------------------------------------------- */

/* NUMBER 0: the title. */
static void add_name(struct buf *out, const struct unit *u, uint32_t number)
{
    if (number) {
        buf_text(out, "Satz ");
        buf_number(out, number);
        buf_text(out, ": ");
    } else {
        buf_text(out, "Überschrift: ");
    }
    add_quote(out, u->text);
    buf_text(out, "  ");
}

/* P is what came out for U, NULL: nothing. True: just the same. */
static bool add_unit(struct buf *out, const struct brief *b,
                     const struct unit *u, const struct point *p)
{
    bool same = p && str_same(p->text, u->text);

    if (!p) {
        buf_text(out, "kommt mit diesen Quellen und Optionen nicht in den "
                      "Bericht\n");
        return false;
    }
    if (same) {
        add_place(out, b, p);
    } else {
        buf_text(out, "ist geändert; in der Quelle steht ");
        add_quote(out, p->text);
        buf_byte(out, '\n');
    }
    add_choice(out, b, p);
    add_supports(out, b, p);
    add_displaced(out, b, &p->choice);
    return same;
}

/* The number of digits S; none that a unit has where it is no number. */
static uint32_t number_of(struct str s)
{
    uint32_t n = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (!is_digit(s, i) || n > UINT32_MAX / 10 - 1)
            return UINT32_MAX;
        n = n * 10 + (uint32_t)(s.at[i] - '0');
    }
    return s.len ? n : UINT32_MAX;
}

/* Points of B whose ids are not in W. */
static uint32_t add_new(struct buf *out, const struct brief *b,
                        const struct written *w)
{
    struct map ids = map_new(out->arena, w->nunit);
    uint32_t n = 0;
    bool added;

    for (uint32_t i = 0; i < w->nunit; i++)
        map_put(&ids, w->unit[i].id, &added);
    for (uint32_t i = 0; i <= b->npoint; i++) {
        const struct point *p = i ? &b->point[i - 1] : &b->title;

        if (!p->text.len || map_find(&ids, p->id))
            continue;
        buf_text(out, n++ || w->nunit ? "\nDazu käme: " : "Dazu käme: ");
        add_quote(out, p->text);
        buf_text(out, "  ");
        add_place(out, b, p);
    }
    return n;
}

struct explained format_explain(struct buf *out, const struct brief *b,
                                const struct written *w, struct str unit)
{
    struct map ids = map_new(out->arena, b->npoint + 1);
    struct explained e = {0, 0};
    uint32_t number = 0, wanted = number_of(unit);
    bool added;

    for (uint32_t i = 0; i <= b->npoint; i++)
        *map_put(&ids, i ? b->point[i - 1].id : b->title.id, &added) = i;
    for (uint32_t i = 0; i < w->nunit; i++) {
        const struct unit *u = &w->unit[i];
        const uint32_t *at = map_find(&ids, u->id);
        const struct point *p = !at ? NULL
                                    : *at ? &b->point[*at - 1] : &b->title;
        uint32_t n = u->title ? 0 : ++number;

        if (unit.len && wanted != n && !str_same(u->id, unit))
            continue;
        if (e.told++)
            buf_byte(out, '\n');
        add_name(out, u, n);
        e.differ += !add_unit(out, b, u, u->id.len ? p : NULL);
    }
    if (!unit.len)
        e.differ += add_new(out, b, w);
    return e;
}
