/*
 * dateline.c - where an agency's dateline ends: "Berlin (dpa) - ",
 * "OBERRAUHN/HALLGRUND. ", "(BANG) - ", "Oberrauhn – ".
 */
#include "text/clean.h"
#include <string.h>

#define PLACE_MAX 60  /* bytes of places and a day before the agency */
#define AGENCY_MAX 30

/* Length of a blank, a dash and a blank at AT; 0: none. */
static size_t dash_at(struct str s, size_t at)
{
    static const char *const dashes[] = {" - ", " – ", " — "};

    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_starts(str_cut(s, at, s.len), str_of(dashes[i])))
            return strlen(dashes[i]);
    return 0;
}

static bool starts_upper(struct str s, size_t at)
{
    unsigned n;

    return at < s.len && code_is_upper(utf8_next(s.at + at, s.at + s.len, &n));
}

/* "PLACE (agency) - " */
static size_t agency_line(struct str s)
{
    size_t open = str_find(str_cut(s, 0, PLACE_MAX), STR("("), 0);
    size_t close, dash;

    if (open >= s.len || s.at[open] != '(' ||
        (open && s.at[open - 1] != ' ') || (open && !starts_upper(s, 0)))
        return 0;
    close = str_find(str_cut(s, 0, open + AGENCY_MAX), STR(")"), open);
    if (close >= s.len || s.at[close] != ')')
        return 0;
    dash = dash_at(s, close + 1);
    if (!dash && str_starts(str_cut(s, close + 1, s.len), STR(": ")))
        dash = 2;
    return dash ? close + 1 + dash : 0;
}

/* "OBERRAUHN/HALLGRUND. ": capitals only, then a sentence. */
static size_t capital_line(struct str s)
{
    const char *end = s.at + s.len;
    size_t letters = 0;
    unsigned n;

    for (const char *p = s.at; p < end; p += n) {
        uint32_t c = utf8_next(p, end, &n);
        size_t at = (size_t)(p - s.at);

        if (code_is_upper(c)) {
            letters++;
        } else if (c == '.' && letters >= 4) {
            return at + 2 < s.len && s.at[at + 1] == ' ' ? at + 2 : 0;
        } else if (c != '/' && c != ' ' && c != '-' && c != ',') {
            return 0;
        }
        if (at > PLACE_MAX)
            return 0;
    }
    return 0;
}

/* "Oberrauhn – Es ist": one or two names, a dash and a sentence that has no
 * second dash. */
static size_t place_line(struct str s)
{
    size_t at = 0, words = 1, dash, end;

    if (!starts_upper(s, 0))
        return 0;
    while (at < s.len && !(dash = dash_at(s, at))) {
        if (s.at[at] == ' ' && (++words > 2 || !starts_upper(s, at + 1)))
            return 0;
        if (at > PLACE_MAX || s.at[at] == ',' || s.at[at] == ':')
            return 0;
        at++;
    }
    if (at >= s.len || s.at[at + 1] == '-' || !starts_upper(s, at + dash))
        return 0;
    end = str_find(s, STR(". "), at + dash);
    if (str_find(str_cut(s, 0, end), STR(" – "), at + dash) <
        str_cut(s, 0, end).len)
        return 0;
    return at + dash;
}

uint32_t dateline_end(const struct cleaner *c, struct str s)
{
    size_t end = agency_line(s);

    (void)c;
    if (!end)
        end = capital_line(s);
    if (!end)
        end = place_line(s);
    return (uint32_t)end;
}
