/*
 * types.c - what the values of attributes may be: the simple types of the
 * schemas, and language tags by BCP 47.
 */
#include "check/parts.h"
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool list_has(const char *words, struct str s)
{
    while (*words) {
        size_t n = strcspn(words, " ");

        if (n == s.len && !memcmp(words, s.at, n))
            return true;
        words += n + (words[n] == ' ');
    }
    return false;
}

/* The first word of *REST, which loses it; empty: there is none. */
static struct str word(struct str *rest)
{
    size_t from = 0, to;

    while (from < rest->len && is_blank(rest->at[from]))
        from++;
    for (to = from; to < rest->len && !is_blank(rest->at[to]);)
        to++;
    struct str found = str_cut(*rest, from, to);

    *rest = str_cut(*rest, to, rest->len);
    return found;
}

/* NameChar of XML 1.0, fifth edition, production 4a. */
static bool is_name_char(uint32_t c)
{
    if (c < 0x80)
        return is_letter((char)c) || is_digit((char)c) || c == '.' ||
               c == '-' || c == '_' || c == ':';
    return c == 0xb7 || (c >= 0xc0 && c <= 0x2ff && c != 0xd7 && c != 0xf7) ||
           (c >= 0x300 && c <= 0x1fff && c != 0x37e) ||
           (c >= 0x200c && c <= 0x200d) || (c >= 0x203f && c <= 0x2040) ||
           (c >= 0x2070 && c <= 0x218f) || (c >= 0x2c00 && c <= 0x2fef) ||
           (c >= 0x3001 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfdcf) ||
           (c >= 0xfdf0 && c <= 0xfffd) || (c >= 0x10000 && c <= 0xeffff);
}

bool is_nmtoken(struct str s)
{
    const char *end;
    unsigned n;

    s = str_trim(s); /* white space is collapsed before it is looked at */
    end = s.at + s.len;
    for (const char *p = s.at; p < end; p += n)
        if (!is_name_char(utf8_next(p, end, &n)))
            return false;
    return s.len > 0;
}

static bool is_nmtokens(struct str s)
{
    struct str one = word(&s);

    if (!one.len)
        return false;
    for (; one.len; one = word(&s))
        if (!is_nmtoken(one))
            return false;
    return true;
}

/* ---- languages ---------------------------------------------------------- */

struct subtag {
    struct str s;
    bool letters, digits;   /* of nothing else */
};

/* The next subtag of *REST; false: none, or none that is possible. */
static bool next_subtag(struct str *rest, struct subtag *t)
{
    size_t n = str_find(*rest, STR("-"), 0);

    *t = (struct subtag){str_cut(*rest, 0, n), true, true};
    *rest = str_cut(*rest, n, rest->len);
    if (rest->len)
        *rest = str_cut(*rest, 1, rest->len);
    for (size_t i = 0; i < t->s.len; i++) {
        bool letter = is_letter(t->s.at[i]), digit = is_digit(t->s.at[i]);

        if (!letter && !digit)
            return false;
        t->letters = t->letters && letter;
        t->digits = t->digits && digit;
    }
    return t->s.len >= 1 && t->s.len <= 8;
}

/* The least place (RFC 5646, 2.1) of subtag T that is not below FROM: 1 to 3
 * extended language, 4 script, 5 region, 6 variant, 7 extension; 0: none. */
static int place_of(const struct subtag *t, int from)
{
    size_t n = t->s.len;

    if (from <= 3 && n == 3 && t->letters)
        return from;
    if (from <= 4 && n == 4 && t->letters)
        return 4;
    if (from <= 5 && ((n == 2 && t->letters) || (n == 3 && t->digits)))
        return 5;
    if (from <= 6 && (n >= 5 || (n == 4 && is_digit(t->s.at[0]))))
        return 6;
    return n == 1 ? 7 : 0;
}

/* Extensions and private use: a letter, then what belongs to it. */
static bool is_tail(struct subtag first, struct str rest)
{
    bool private_use = (first.s.at[0] | 0x20) == 'x', filled = false;
    struct subtag t;

    while (rest.len) {
        if (!next_subtag(&rest, &t))
            return false;
        if (t.s.len > 1 || private_use) {
            filled = true;
            continue;
        }
        if (!filled)
            return false;
        filled = false;
        private_use = (t.s.at[0] | 0x20) == 'x';
    }
    return filled;
}

bool is_language(struct str s)
{
    struct subtag t;
    int place = 1;

    s = str_trim(s);
    if (!s.len || s.at[s.len - 1] == '-' || !next_subtag(&s, &t) || !t.letters)
        return false;
    if (t.s.len == 1) /* x-..., and what was registered before: i-... */
        return ((t.s.at[0] | 0x20) == 'x' || (t.s.at[0] | 0x20) == 'i') &&
               is_tail(t, s);
    if (t.s.len > 3)
        place = 4;
    while (s.len) {
        if (!next_subtag(&s, &t))
            return false;
        place = place_of(&t, place);
        if (!place)
            return false;
        if (place == 7)
            return is_tail(t, s);
        place += place < 6;
    }
    return true;
}

/* ---- numbers, dates, other forms ---------------------------------------- */

static bool is_number(struct str s)
{
    bool more = false;

    s = str_trim(s);
    for (size_t i = 0; i < s.len; i++) {
        if (!is_digit(s.at[i]) && !(i == 0 && s.at[0] == '+' && s.len > 1))
            return false;
        more = more || (s.at[i] > '0' && s.at[i] <= '9');
    }
    return more;
}

static bool is_ten(struct str s)
{
    s = str_trim(s);
    return (s.len == 1 && s.at[0] >= '1' && s.at[0] <= '9') || same(s, "10");
}

static bool is_per_cent(struct str s)
{
    size_t digits = 0, points = 0, value = 0;

    s = str_trim(s);
    for (size_t i = 0; i < s.len; i++) {
        if (is_digit(s.at[i])) {
            digits++;
            if (!points && value <= 100)
                value = value * 10 + (size_t)(s.at[i] - '0');
            else if (points && value == 100 && s.at[i] != '0')
                return false;
        } else if (s.at[i] != '.' || points++) {
            return false;
        }
    }
    return digits && value <= 100;
}

static bool is_hex(struct str s)
{
    s = str_trim(s);
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.at[i]) && !((s.at[i] | 0x20) >= 'a' &&
                                    (s.at[i] | 0x20) <= 'f'))
            return false;
    return s.len && s.len % 2 == 0;
}

static int two(const char *p)
{
    return (p[0] - '0') * 10 + p[1] - '0';
}

/* Does S begin with FORM, in which d is a digit? */
static bool has_form(struct str s, const char *form)
{
    size_t n = strlen(form);

    if (s.len < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (form[i] == 'd' ? !is_digit(s.at[i]) : s.at[i] != form[i])
            return false;
    return true;
}

/* xs:dateTime: 2026-03-06T08:00:00, with a fraction and a zone if need be. */
static bool is_date(struct str s)
{
    struct date d;
    size_t i = 19;

    s = str_trim(s);
    if (!has_form(s, "dddd-dd-ddTdd:dd:dd"))
        return false;
    d = (struct date){(int16_t)(two(s.at) * 100 + two(s.at + 2)),
                      (uint8_t)two(s.at + 5), (uint8_t)two(s.at + 8)};
    if (!date_valid(d) || two(s.at + 11) > 24 || two(s.at + 14) > 59 ||
        two(s.at + 17) > 59)
        return false;
    if (i < s.len && s.at[i] == '.') {
        for (i++; i < s.len && is_digit(s.at[i]);)
            i++;
        if (s.at[i - 1] == '.')
            return false;
    }
    s = str_cut(s, i, s.len);
    return !s.len || same(s, "Z") ||
           (s.len == 6 && (has_form(s, "+dd:dd") || has_form(s, "-dd:dd")));
}

/* AUTHORITY:VALUE without white space. */
bool is_user(struct str s)
{
    size_t colon = str_find(s, STR(":"), 0);

    for (size_t i = 0; i < s.len; i++)
        if (is_blank(s.at[i]) || (s.at[i] == ':' && i != colon))
            return false;
    return colon > 0 && colon + 1 < s.len;
}

static bool is_mark(struct str s)
{
    return list_has("generic comment term", s) || is_user(s);
}

/* (-?\d+|#);... of four. */
static bool is_coordinates(struct str s)
{
    size_t i = 0;

    for (int part = 0; part < 4; part++) {
        size_t from;

        if (part && (i >= s.len || s.at[i++] != ';'))
            return false;
        if (i < s.len && s.at[i] == '#') {
            i++;
            continue;
        }
        if (i < s.len && s.at[i] == '-')
            i++;
        for (from = i; i < s.len && is_digit(s.at[i]);)
            i++;
        if (from == i)
            return false;
    }
    return i == s.len;
}

static bool is_media(struct str s)
{
    size_t n = str_find(s, STR("/"), 0);

    return list_has("text multipart message application image audio video "
                    "model", str_cut(s, 0, n)) && n + 1 != s.len;
}

static bool is_any(struct str s)
{
    (void)s;
    return true;
}

static bool is_space(struct str s)
{
    return list_has("default preserve", s);
}

/* ---- the table ---------------------------------------------------------- */

#include "check/values.h"

static const struct type types[] = {
    {"text", is_any, NULL, false, false, "any text"},
    {"nmtoken", is_nmtoken, NULL, false, false, "a name token"},
    {"nmtokens", is_nmtokens, NULL, false, false,
     "name tokens with blanks between them"},
    {"language", is_language, NULL, false, false, "a language tag of BCP 47"},
    {"space", is_space, NULL, false, false, "default or preserve"},
    {"number", is_number, NULL, false, false, "a whole number above 0"},
    {"ten", is_ten, NULL, false, false, "a whole number from 1 to 10"},
    {"per-cent", is_per_cent, NULL, false, false, "a number from 0 to 100"},
    {"hex", is_hex, NULL, false, false, "hexadecimal digits in pairs"},
    {"date", is_date, NULL, false, false,
     "a date and time, as in 2026-03-06T08:00:00Z"},
    {"user", is_user, NULL, false, false, "AUTHORITY:VALUE"},
    {"mark", is_mark, NULL, false, false,
     "generic, comment, term or AUTHORITY:VALUE"},
    {"coordinates", is_coordinates, NULL, false, false, "x;y;cx;cy"},
    {"media", is_media, NULL, false, false, "a media type"},
    {"yesno", NULL, "yes no", false, false, "yes or no"},
    {"firstno", NULL, "yes firstNo no", false, false, "yes, firstNo or no"},
    {"dir", NULL, "ltr rtl auto", false, false, "ltr, rtl or auto"},
    {"side", NULL, "source target", false, false, "source or target"},
    {"side3", NULL, "source target ignorable", false, false,
     "source, target or ignorable"},
    {"code", NULL, "fmt ui quote link image other", false, false,
     "fmt, ui, quote, link, image or other"},
    {"state2", NULL, "initial translated reviewed final", false, false,
     "initial, translated, reviewed or final"},
    {"match", NULL, "am mt icm idm tb tm other", false, false,
     "am, mt, icm, idm, tb, tm or other"},
    {"position", NULL, "open close", false, false, "open or close"},
    {"assoc", NULL, "preceding following both", false, false,
     "preceding, following or both"},
    {"annotates", NULL, "source target general", false, false,
     "source, target or general"},
    {"context", NULL, VALUES_CONTEXT, true, false, "a context type or x-..."},
    {"count", NULL, VALUES_COUNT, true, false, "a count type or x-..."},
    {"datatype", NULL, VALUES_DATATYPE, true, false,
     "a known data type or x-..."},
    {"mtype", NULL, VALUES_MTYPE, true, false, "a type of mark or x-..."},
    {"restype", NULL, VALUES_RESTYPE, true, false,
     "a resource type or x-..."},
    {"size", NULL, VALUES_SIZE, true, false, "a unit of size or x-..."},
    {"state", NULL, VALUES_STATE, true, false, "a state or x-..."},
    {"qualifier", NULL, VALUES_QUALIFIER, true, false,
     "a qualifier of a state or x-..."},
    {"unit", NULL, VALUES_UNIT, true, false, "a unit to count or x-..."},
    {"purpose", NULL, "information location match", true, true,
     "information, location, match or x-..."},
    {"delimiter", NULL, "bold italic underlined link", true, false,
     "bold, italic, underlined, link or x-..."},
    {"holder", NULL, "image pb lb", true, false, "image, pb, lb or x-..."},
    {"reformat", NULL, VALUES_REFORMAT, true, true,
     "yes, no or a list of what may change"},
    {"alttrans", NULL,
     "proposal previous-version rejected reference accepted", true, false,
     "proposal, previous-version, rejected, reference, accepted or x-..."},
};

const struct type *type_named(struct str name)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (same(name, types[i].name))
            return &types[i];
    return &types[0];
}

static bool one_holds(const struct type *t, struct str value)
{
    if (list_has(t->values, value))
        return true;
    if (!t->extended || value.len < 3 || !str_starts(value, STR("x-")))
        return false;
    for (size_t i = 0; i < value.len; i++)
        if (is_blank(value.at[i]))
            return false;
    return true;
}

bool type_holds(const struct type *t, struct str value)
{
    struct str one;

    if (t->check)
        return t->check(value);
    if (!t->list)
        return one_holds(t, str_trim(value));
    for (one = word(&value); one.len; one = word(&value))
        if (!one_holds(t, one))
            return false;
    return true;
}
