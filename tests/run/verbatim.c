/*
 * verbatim.c - is a brief what it says? verbatim FOLDER...
 *
 * For each folder, by the public functions alone: every sentence of its brief
 * is cut out of its file by offset and length and must be the sentence, but for
 * what verbatim allows (runs of white space, invisible signs, markup,
 * entities); and all forms of the brief must hold each sentence.
 */
#include <iconv.h>
#include <kernsatz.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMS = KERNSATZ_XLIFF20 + 1 };

struct text {
    char *at;
    size_t len, cap;
};

static void add(struct text *t, const char *s, size_t len)
{
    if (t->len + len + 1 > t->cap) {
        t->cap = (t->len + len + 1) * 2;
        t->at = realloc(t->at, t->cap);
        if (!t->at)
            abort();
    }
    memcpy(t->at + t->len, s, len);
    t->len += len;
    t->at[t->len] = 0;
}

static int to_text(void *context, const char *at, size_t len)
{
    add(context, at, len);
    return 0;
}

static bool read_file(const char *folder, const char *name, struct text *t)
{
    char path[4096], piece[4096];
    size_t n;
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, "rb");
    if (!f)
        return false;
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        add(t, piece, n);
    fclose(f);
    return true;
}

/* ---- the cut in the form of a sentence ----------------------------------- */

/* Bytes that are no UTF-8 are Windows-1252. */
static void decode(struct text *t)
{
    iconv_t utf8 = iconv_open("UTF-8", "UTF-8");
    iconv_t windows = iconv_open("UTF-8", "WINDOWS-1252");
    char *out = malloc(t->len * 3 + 1), *to = out, *from = t->at;
    size_t left = t->len, room = t->len * 3;

    if (!out || iconv(utf8, &from, &left, &to, &room) == (size_t)-1) {
        to = out;
        from = t->at;
        left = t->len;
        room = t->len * 3;
        iconv(windows, &from, &left, &to, &room);
    }
    t->len = 0;
    add(t, out, (size_t)(to - out));
    free(out);
    iconv_close(utf8);
    iconv_close(windows);
}

/* The sign of the entity at P ("&...;"), as UTF-8; its length, or 0. */
static size_t entity(const char *p, struct text *to)
{
    static const char *const named[][2] = {
        {"&amp;", "&"},    {"&lt;", "<"},    {"&gt;", ">"},
        {"&quot;", "\""},  {"&nbsp;", " "},  {"&shy;", ""},
        {"&auml;", "ä"},   {"&ouml;", "ö"},  {"&uuml;", "ü"},
        {"&Auml;", "Ä"},   {"&Ouml;", "Ö"},  {"&Uuml;", "Ü"},
        {"&szlig;", "ß"},  {"&ndash;", "–"}, {"&mdash;", "—"},
        {"&bdquo;", "„"},  {"&ldquo;", "“"}, {"&rdquo;", "”"},
        {"&raquo;", "»"},  {"&laquo;", "«"}, {"&euro;", "€"},
        {"&hellip;", "…"}, {"&rsquo;", "’"}, {"&sbquo;", "‚"},
        {"&lsquo;", "‘"},  {"&apos;", "'"},  {"&#39;", "'"},
        {"&eacute;", "é"}, {"&#8222;", "„"}, {"&#8220;", "“"},
        {"&#8211;", "–"},  {"&#160;", " "},  {"&#xA0;", " "},
        {"&#8209;", "‑"},
    };

    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        size_t len = strlen(named[i][0]);

        if (!strncmp(p, named[i][0], len)) {
            add(to, named[i][1], strlen(named[i][1]));
            return len;
        }
    }
    return 0;
}

/* Signs that are white space or nothing in verbatim text; the length, or 0. */
static size_t blank(const char *p, bool *seen)
{
    static const char *const space[] = {
        " ",        "\t",           "\n",           "\r",
        "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", NULL};
    static const char *const nothing[] = {"\xc2\xad", "\xe2\x80\x8b",
                                          "\xe2\x81\xa0", "\xef\xbb\xbf", NULL};

    for (int i = 0; space[i]; i++)
        if (!strncmp(p, space[i], strlen(space[i]))) {
            *seen = true;
            return strlen(space[i]);
        }
    for (int i = 0; nothing[i]; i++)
        if (!strncmp(p, nothing[i], strlen(nothing[i])))
            return strlen(nothing[i]);
    return 0;
}

/* Without tags where PAGE, entities resolved, white space one blank. */
static void normalise(struct text *t, bool page)
{
    struct text plain = {0}, out = {0};
    bool space = false;

    add(&plain, "", 0);
    add(&out, "", 0);
    for (const char *p = t->at; *p;) {
        size_t n = page && *p == '&' ? entity(p, &plain) : 0;

        if (page && *p == '<') {
            p += strcspn(p, ">");
            p += *p == '>';
        } else if (n) {
            p += n;
        } else {
            add(&plain, p++, 1);
        }
    }
    for (const char *p = plain.at; *p;) {
        size_t n = blank(p, &space);

        if (n) {
            p += n;
            continue;
        }
        if (space && out.len)
            add(&out, " ", 1);
        space = false;
        add(&out, p++, 1);
    }
    free(t->at);
    free(plain.at);
    *t = out;
}

/* ---- one brief ------------------------------------------------------------ */

struct sums {
    int passed, failed;
};

static void verdict(struct sums *s, bool good, const char *what,
                    const char *text)
{
    s->passed += good;
    s->failed += !good;
    if (!good)
        printf("verbatim: %s: %s\n", what, text);
}

static bool ends(const char *s, const char *with)
{
    size_t n = strlen(s), k = strlen(with);

    return n >= k && !strcmp(s + n - k, with);
}

static void check_place(const char *folder, const struct kernsatz_sentence *t,
                        struct sums *s)
{
    struct text file = {0}, cut = {0};
    bool page = ends(t->file, ".html") || ends(t->file, ".htm");

    if (!read_file(folder, t->file, &file) ||
        t->offset + t->length > file.len) {
        verdict(s, false, "no such place", t->file);
    } else {
        add(&cut, file.at + t->offset, (size_t)t->length);
        decode(&cut);
        normalise(&cut, page);
        verdict(s, !strcmp(cut.at, t->text), cut.at, t->text);
    }
    free(file.at);
    free(cut.at);
}

/* How TEXT stands in a form: quoted for XML or JSON. */
static void quoted(const char *text, int form, struct text *to)
{
    add(to, "", 0);
    for (; *text; text++) {
        if (form >= KERNSATZ_XLIFF12 && *text == '&')
            add(to, "&amp;", 5);
        else if (form >= KERNSATZ_XLIFF12 && *text == '<')
            add(to, "&lt;", 4);
        else if (form >= KERNSATZ_XLIFF12 && *text == '>')
            add(to, "&gt;", 4);
        else if (form == KERNSATZ_JSONL && (*text == '"' || *text == '\\'))
            add(to, *text == '"' ? "\\\"" : "\\\\", 2);
        else
            add(to, text, 1);
    }
}

/* Markdown: a backslash stands before signs that are special. */
static void unescape(struct text *t)
{
    size_t n = 0;

    for (size_t i = 0; i < t->len; i++) {
        if (t->at[i] == '\\' && i + 1 < t->len)
            i++;
        t->at[n++] = t->at[i];
    }
    t->len = n;
    t->at[n] = 0;
}

static void check_forms(const struct text form[FORMS],
                        const struct kernsatz_sentence *t, struct sums *s)
{
    for (int i = 0; i < FORMS; i++) {
        struct text want = {0};
        bool has_id;

        quoted(t->text, i, &want);
        verdict(s, strstr(form[i].at, want.at) != NULL, "not in a form",
                want.at);
        has_id = i < KERNSATZ_JSONL || strstr(form[i].at, t->id);
        verdict(s, has_id, "id not in a form", t->id);
        free(want.at);
    }
}

static bool check_folder(const char *folder, struct sums *s)
{
    struct text form[FORMS] = {{0}};
    kernsatz_brief *brief = NULL;
    kernsatz *h;

    if (kernsatz_open(NULL, NULL, &h) != KERNSATZ_OK)
        return false;
    if (kernsatz_add_folder(h, folder) != KERNSATZ_OK ||
        kernsatz_make_brief(h, &brief) != KERNSATZ_OK) {
        kernsatz_close(h);
        return false;
    }
    kernsatz_close(h); /* the brief lives on */
    for (int i = 0; i < FORMS; i++) {
        struct kernsatz_sink sink = {to_text, &form[i]};

        add(&form[i], "", 0);
        kernsatz_brief_write(brief, (enum kernsatz_format)i, &sink);
    }
    unescape(&form[KERNSATZ_MARKDOWN]);
    verdict(s, kernsatz_brief_count(brief) > 0, "empty brief", folder);
    for (size_t i = 0; i < kernsatz_brief_count(brief); i++) {
        struct kernsatz_sentence t;

        kernsatz_brief_sentence(brief, i, &t);
        check_place(folder, &t, s);
        check_forms(form, &t, s);
    }
    kernsatz_brief_free(brief);
    for (int i = 0; i < FORMS; i++)
        free(form[i].at);
    return true;
}

int main(int argc, char **argv)
{
    struct sums s = {0, 0};

    for (int i = 1; i < argc; i++)
        if (!check_folder(argv[i], &s))
            verdict(&s, false, "no brief", argv[i]);
    printf("verbatim: %d passed, %d failed\n", s.passed, s.failed);
    return s.failed != 0;
}
