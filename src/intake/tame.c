/*
 * tame.c - blanks what would take libxml2 quadratic time or stop it short. It
 * compares each attribute of a tag with all others: 100,000 take minutes. A
 * blanked tag loses its attributes and itself, never the text around it.
 */
#include "intake/tags.h"
#include <string.h>

#define TAG_BYTES_MAX 65536
#define TAG_ATTRIBUTES_MAX 256

struct tamer {
    struct arena *m;
    struct str page;
    char *copy; /* made when the first byte changes */
    uint64_t blanked;
};

static bool blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void wipe(struct tamer *t, size_t from, size_t to)
{
    if (!t->copy) {
        t->copy = arena_get(t->m, t->page.len + 1);
        memcpy(t->copy, t->page.at, t->page.len);
        t->page.at = t->copy;
    }
    memset(t->copy + from, ' ', to - from);
}

/* The next C at or behind I, or the end. */
static size_t seek(const struct tamer *t, size_t i, char c)
{
    const char *p;

    if (i >= t->page.len)
        return t->page.len;
    p = memchr(t->page.at + i, c, t->page.len - i);
    return p ? (size_t)(p - t->page.at) : t->page.len;
}

/* The end of the tag at I and how many attributes it may have. A quotation mark
 * counts only behind "=", as for libxml2. */
static size_t tag_end(const struct tamer *t, size_t i, uint32_t *attributes)
{
    const char *s = t->page.at;
    bool value = false;

    *attributes = 0;
    for (i++; i < t->page.len && s[i] != '>'; i++) {
        if (value && (s[i] == '"' || s[i] == '\'')) {
            i = seek(t, i + 1, s[i]);
            ++*attributes;
            value = false;
            continue;
        }
        if (blank(s[i]) || s[i] == '/') {
            *attributes += i + 1 < t->page.len && !blank(s[i + 1]);
        } else {
            value = s[i] == '=';
        }
    }
    return i < t->page.len ? i + 1 : t->page.len;
}

/* The end of the element whose content is no markup and whose tag ended at
 * I. */
static size_t raw_end(const struct tamer *t, size_t i, const char *name)
{
    size_t n = strlen(name);

    while ((i = seek(t, i, '<')) + n + 2 < t->page.len) {
        const char *s = t->page.at + i + 2;
        size_t k = 0;

        while (k < n && (s[k] | 32) == name[k])
            k++;
        if (s[-1] == '/' && k == n)
            return i;
        i++;
    }
    return t->page.len;
}

static bool named(const struct tamer *t, size_t i, const char *name)
{
    size_t k = 0;

    while (name[k] && i + k < t->page.len && (t->page.at[i + k] | 32) ==
                                                 name[k])
        k++;
    return !name[k] && i + k < t->page.len && !letter(t->page.at[i + k]);
}

/* The tag at I: wiped where it is a monster. Returns where to go on. */
static size_t tag(struct tamer *t, size_t i)
{
    uint32_t attributes;
    size_t end = tag_end(t, i, &attributes), name = i + 1;

    if (end - i > TAG_BYTES_MAX || attributes > TAG_ATTRIBUTES_MAX) {
        if (end == t->page.len) { /* a quotation mark that never closes */
            end = seek(t, i, '>');
            end += end < t->page.len;
        }
        wipe(t, i, end);
        t->blanked++;
        return end;
    }
    if (named(t, name, "script"))
        return raw_end(t, end, "script");
    if (named(t, name, "style"))
        return raw_end(t, end, "style");
    return end;
}

static size_t comment_end(const struct tamer *t, size_t i)
{
    size_t end = str_find(t->page, STR("-->"), i + 4);

    return end < t->page.len ? end + 3 : t->page.len;
}

static void wipe_controls(struct tamer *t)
{
    for (size_t i = 0; i < t->page.len; i++) {
        unsigned char c = (unsigned char)t->page.at[i];

        if (c < ' ' && !(c >= '\t' && c <= '\r' && c != '\v' && c != '\f'))
            wipe(t, i, i + 1);
        else if (c == 0x7f)
            wipe(t, i, i + 1);
    }
}

struct str tame_page(struct arena *m, struct str page, uint64_t *blanked)
{
    struct tamer t = {m, page, NULL, 0};

    wipe_controls(&t);
    for (size_t i = seek(&t, 0, '<'); i + 1 < page.len;
         i = seek(&t, i, '<')) {
        char c = t.page.at[i + 1];

        if (letter(c))
            i = tag(&t, i);
        else if (c == '!' && str_starts(str_cut(t.page, i, i + 4),
                                        STR("<!--")))
            i = comment_end(&t, i);
        else
            i++;
    }
    *blanked = t.blanked;
    return t.page;
}
