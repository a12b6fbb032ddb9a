/*
 * fuzz_cut.c - the splitter by itself. For any bytes the spans are in order,
 * begin and end on characters and cover all but white space. For texts made of
 * German pieces, NFC and NFD give the same sentences, and so does each
 * paragraph by itself.
 */
#include "text/text.h"
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const pieces[] = {
    ". ", "! ", "? ", "… ", "... ", ".", "!", " ", " ", "\n", "\n\n", "„", "“",
    "\"", "»", "«", "‚", "‘", "(", ")", "[3]", ", ", ": ", "; ", "– ", "- ",
    "• ", "Die", "Der Bäcker", "Österreich", "über", "kam", "am", "3", "1999",
    "12.500", "z. B.", "usw.", "Dr.", "Nr. 5", "u. Ä.", "Ä.", "XIV.", "Müller",
    "schön.Die", "(APA, 12.3.2016)", "(red)", "Größe", "A.", "v. Chr.", "Mio.",
    "a) ", "1. ", "\xc2\xa0", "\xc2\xad", "Mai", "Uhr", "für", "😀", ":-)",
    "Frühstücksgespräche", "Straßenbahnhaltestelle", "Er", "Ich heiße",
};

static void check_cover(struct str text, const struct cuts *cuts)
{
    uint32_t at = 0;
    unsigned n;

    for (uint32_t i = 0; i <= cuts->n; i++) {
        struct span s = {(uint32_t)text.len, (uint32_t)text.len};

        if (i < cuts->n)
            s = cuts->cut[i].text;
        if (s.from < at || s.to < s.from || s.to > text.len)
            abort();
        for (; at < s.from; at += n)
            if (!code_is_space(utf8_next(text.at + at, text.at + s.from, &n)))
                abort();
        if (at != s.from || (i < cuts->n && s.from == s.to))
            abort();
        while (at < s.to) {
            utf8_next(text.at + at, text.at + text.len, &n);
            at += n;
        }
        if (at != s.to)
            abort();
    }
}

static void check_paragraphs(struct arena *m, const struct lang *l,
                             struct str text, const struct cuts *cuts)
{
    for (uint32_t i = 0, k; i < cuts->n; i = k) {
        uint32_t from = cuts->cut[i].text.from;
        struct cuts one;

        for (k = i + 1; k < cuts->n && !cuts->cut[k].paragraph;)
            k++;
        text_cut(m, str_cut(text, from, cuts->cut[k - 1].text.to), l, &one);
        if (one.n != k - i)
            abort();
        for (uint32_t j = 0; j < one.n; j++)
            if (one.cut[j].text.from + from != cuts->cut[i + j].text.from ||
                one.cut[j].text.to + from != cuts->cut[i + j].text.to)
                abort();
    }
}

static void check_forms(struct arena *m, const struct lang *l,
                        struct str text, const struct cuts *cuts)
{
    char *nfd = (char *)utf8proc_NFD((const utf8proc_uint8_t *)text.at);
    struct str other = arena_copy(m, str_of(nfd));
    struct cuts cut;

    free(nfd);
    text_cut(m, other, l, &cut);
    if (cut.n != cuts->n)
        abort();
    for (uint32_t i = 0; i < cut.n; i++)
        if (!str_same(utf8_nfc(m, str_span(other, cut.cut[i].text)),
                      utf8_nfc(m, str_span(text, cuts->cut[i].text))))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jmp_buf out;
    struct escape escape = {&out};
    struct arena *m = arena_new(&escape);
    struct buf made;
    struct lang *l;
    struct cuts cuts;

    if (!m || setjmp(out))
        abort();
    if (lang_new(m, STR("de"), STR(""), STR(""), &l))
        abort();
    text_cut(m, (struct str){(const char *)data, size}, l, &cuts);
    check_cover((struct str){(const char *)data, size}, &cuts);
    made = buf_new(m);
    for (size_t i = 0; i < size; i++)
        buf_text(&made, pieces[data[i] % (sizeof pieces / sizeof *pieces)]);
    buf_byte(&made, '\0');
    made.len--;
    text_cut(m, buf_str(&made), l, &cuts);
    check_cover(buf_str(&made), &cuts);
    check_paragraphs(m, l, buf_str(&made), &cuts);
    check_forms(m, l, buf_str(&made), &cuts);
    arena_free(m);
    return 0;
}
