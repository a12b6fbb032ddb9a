/*
 * media.c - what a text is, judged by its content and never by its name.
 */
#include "intake/parts.h"

#define LOOK_AT 65536 /* bytes that are looked at */

static char low(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Does S begin, in any case, with lower-case WITH? */
static bool begins(struct str s, const char *with)
{
    size_t i = 0;

    for (; with[i]; i++)
        if (i >= s.len || low(s.at[i]) != with[i])
            return false;
    return true;
}

static bool html_tag(struct str s)
{
    static const char *const tags[] = {
        "a ",    "article", "body", "br",   "div",  "h1",    "h2",   "head",
        "html",  "img",     "li",   "link", "main", "meta",  "p>",   "p ",
        "script", "section", "span", "style", "table", "title", "ul", "td"};

    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (begins(s, tags[i]))
            return true;
    return false;
}

/* A page opens with a tag that HTML knows; a piece of one has several. */
static bool is_html(struct str s)
{
    size_t tags = 0, first = 0;

    while (first < s.len && (s.at[first] == ' ' || s.at[first] == '\t' ||
                             s.at[first] == '\r' || s.at[first] == '\n'))
        first++;
    for (size_t i = first; i + 1 < s.len; i++) {
        struct str rest;

        if (s.at[i] != '<')
            continue;
        rest = str_cut(s, i + 1, s.len);
        if (begins(rest, "!doctype html") || begins(rest, "html") ||
            begins(rest, "body"))
            return true;
        if (html_tag(rest) && (i == first || ++tags >= 4))
            return true;
    }
    return false;
}

/* ATX headings, links and strong text: what plain text does not have. */
static bool is_markdown(struct str s)
{
    size_t strong = 0;

    for (size_t i = 0; i + 2 < s.len; i++) {
        bool start = !i || s.at[i - 1] == '\n';
        size_t n = i;

        if (start && s.at[i] == '#') {
            while (n < s.len && s.at[n] == '#')
                n++;
            if (n - i <= 6 && n + 1 < s.len && s.at[n] == ' ' &&
                s.at[n + 1] > ' ')
                return true;
        }
        if (s.at[i] == ']' && s.at[i + 1] == '(' &&
            (begins(str_cut(s, i + 2, s.len), "http") || s.at[i + 2] == '/'))
            return true;
        if (s.at[i] == '*' && s.at[i + 1] == '*' && s.at[i + 2] != '*' &&
            ++strong >= 4)
            return true;
    }
    return false;
}

enum media media_of(struct str text)
{
    struct str head = str_cut(text, 0, LOOK_AT);

    if (is_html(head))
        return MEDIA_HTML;
    return is_markdown(head) ? MEDIA_MARKDOWN : MEDIA_TEXT;
}
