/*
 * say.c - messages on standard error: one line each, no sign in it that could
 * steer a terminal, whatever files are called.
 */
#include "cli.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- escaping ----------------------------------------------------------- */

int say_sequence(const unsigned char *p, uint32_t *c)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    int n = *p < 0x80   ? 1
            : *p < 0xc2 ? 0
            : *p < 0xe0 ? 2
            : *p < 0xf0 ? 3
            : *p < 0xf5 ? 4
                        : 0;

    *c = n < 2 ? *p : *p & (0xffu >> (n + 1));
    for (int i = 1; i < n; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        *c = *c << 6 | (p[i] & 0x3fu);
    }
    if (n && (*c < least[n] || *c > 0x10ffff || (*c >= 0xd800 && *c < 0xe000)))
        return 0;
    return n;
}

/* Control signs, line ends and what turns the direction of text (UAX 9). */
static bool is_unsafe(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200e ||
           c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/* Prints TEXT with \n, \t, \\ and \xHH for what is unsafe or no UTF-8. */
static void put_escaped(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;

    while (*p) {
        uint32_t c;
        int n = say_sequence(p, &c);

        if (n && !is_unsafe(c) && c != '\\') {
            fprintf(stderr, "%.*s", n, (const char *)p);
            p += n;
            continue;
        }
        if (*p == '\n' || *p == '\t' || *p == '\\') {
            fprintf(stderr, "\\%c", *p == '\n' ? 'n' : *p == '\t' ? 't' : '\\');
            p++;
            continue;
        }
        do
            fprintf(stderr, "\\x%02X", *p++);
        while (--n > 0);
    }
}

static void start(const char *file)
{
    fputs("kernsatz: ", stderr);
    if (!file)
        return;
    put_escaped(strcmp(file, "-") ? file : "standard input");
    fputs(": ", stderr);
}

static void worsen(struct say *s, int status)
{
    if (s->status < status)
        s->status = status;
}

void say_error(struct say *s, int status, const char *file, const char *text)
{
    worsen(s, status);
    start(file);
    put_escaped(text);
    putc('\n', stderr);
}

void say_failure(struct say *s, enum kernsatz_status status)
{
    if (status == KERNSATZ_NOTHING)
        say_error(s, FAILED, NULL, "no article to work on, nothing written");
    else
        say_error(s, FAILED, NULL, kernsatz_status_text(status));
}

/* ---- remarks ------------------------------------------------------------ */

/* How the sentence of a code is made. */
enum form {
    PLAIN, /* the words */
    TEXT,  /* words with the remark's text for % */
    NUMBER /* words with its number for % */
};

static const struct wording {
    enum kernsatz_code code;
    enum form form;
    int status;        /* what it makes of the exit status */
    bool found_counts; /* also where the file was only found in a folder */
    const char *words;
} wordings[] = {
    {KERNSATZ_REMARK_NOT_UTF8, TEXT, DONE, true, "not UTF-8, read as %"},
    {KERNSATZ_REMARK_REPAIRED, NUMBER, DONE, true,
     "encoded twice, repaired (places: %)"},
    {KERNSATZ_REMARK_INVALID_BYTES, NUMBER, PARTLY, true,
     "bytes that fit no encoding: %"},
    {KERNSATZ_REMARK_DAMAGED, TEXT, PARTLY, true, "damaged: %"},
    {KERNSATZ_REMARK_NO_DATE, PLAIN, DONE, true, "no date found"},
    {KERNSATZ_REMARK_TAG_BLANKED, NUMBER, DONE, true,
     "tags too long to read, passed over: %"},
    {KERNSATZ_REMARK_BAD_PATTERN, TEXT, CALLED_WRONGLY, true,
     "no regular expression: %"},
    {KERNSATZ_SKIP_UNREADABLE, TEXT, PARTLY, true, "cannot read: %, skipped"},
    {KERNSATZ_SKIP_MISSING, PLAIN, PARTLY, true,
     "no such file or folder, skipped"},
    {KERNSATZ_SKIP_NOT_REGULAR, PLAIN, PARTLY, false,
     "not a regular file, skipped"},
    {KERNSATZ_SKIP_EMPTY, PLAIN, PARTLY, true, "empty, skipped"},
    {KERNSATZ_SKIP_BINARY, PLAIN, PARTLY, false, "not text, skipped"},
    {KERNSATZ_SKIP_NO_ARTICLE, PLAIN, PARTLY, false, "no article, skipped"},
    {KERNSATZ_SKIP_NO_PROSE, PLAIN, PARTLY, true,
     "no article text found, skipped"},
    {KERNSATZ_SKIP_NOT_GERMAN, TEXT, PARTLY, true, "not German%, skipped"},
    {KERNSATZ_SKIP_TOO_LARGE, NUMBER, PARTLY, true,
     "larger than % bytes, skipped"},
    {KERNSATZ_SKIP_DUPLICATE, TEXT, DONE, true, "duplicate of %"},
};

static const struct wording *wording_of(enum kernsatz_code code)
{
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
        if (wordings[i].code == code)
            return &wordings[i];
    return NULL;
}

static void put_filling(const struct wording *w,
                        const struct kernsatz_remark *r)
{
    const char *text = r->text ? r->text : "";

    if (w->form == NUMBER) {
        fprintf(stderr, "%" PRIu64, r->number);
    } else if (r->code != KERNSATZ_SKIP_NOT_GERMAN) {
        put_escaped(*text ? text : "unknown");
    } else if (*text) {
        fputs(" (", stderr);
        put_escaped(text);
        putc(')', stderr);
    }
}

void say_remark(void *context, const struct kernsatz_remark *remark)
{
    struct say *s = context;
    const struct wording *w = wording_of(remark->code);
    int status = w ? w->status : DONE;
    size_t before;

    if (!w)
        return; /* of a newer library; no reason is known */
    if (remark->found && !w->found_counts)
        status = DONE;
    worsen(s, status);
    if (remark->code >= KERNSATZ_SKIP_UNREADABLE &&
        remark->code != KERNSATZ_SKIP_DUPLICATE)
        s->skipped++;
    if (s->loud < 0 && status == DONE)
        return;
    start(remark->file);
    if (remark->line)
        fprintf(stderr, "line %" PRIu64 ": ", remark->line);
    before = strcspn(w->words, "%");
    fprintf(stderr, "%.*s", (int)before, w->words);
    if (w->words[before]) {
        put_filling(w, remark);
        fputs(w->words + before + 1, stderr);
    }
    putc('\n', stderr);
}

/* ---- sums --------------------------------------------------------------- */

void say_ledger(const struct say *s, const struct kernsatz_ledger *l)
{
    if (s->loud < 0)
        return;
    fprintf(stderr,
            "%" PRIu32 " file%s: %" PRIu32 " used, %" PRIu32 " read, %" PRIu32
            " duplicate%s, %" PRIu32 " skipped; %" PRIu32 " line%s removed\n",
            l->files, l->files == 1 ? "" : "s", l->used, l->read, l->duplicates,
            l->duplicates == 1 ? "" : "s", l->skipped, l->removed,
            l->removed == 1 ? "" : "s");
}

void say_sentence(const struct say *s, const struct kernsatz_sentence *t)
{
    if (s->loud < 1)
        return;
    start(t->file);
    fprintf(stderr,
            "bytes %" PRIu64 "-%" PRIu64 ": sentence %s, also said by %" PRIu32
            ", conflicts: %" PRIu32 "\n",
            t->offset, t->offset + t->length, t->id, t->also, t->conflicts);
}
