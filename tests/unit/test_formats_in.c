/* Packed text and JSON: what is read, where it stands, what is refused. */
#include "intake/intake.h"
#include "text/text.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include <cmocka.h>

static jmp_buf out;
static struct escape escape_here = {&out};

struct box {
    struct arena *m;
    struct lang *l;
    struct article *a;
    uint64_t remarks[200];
    enum kernsatz_code skip;
    enum kernsatz_status status;
};

static void note(void *context, const struct kernsatz_remark *remark)
{
    struct box *b = context;

    b->remarks[remark->code]++;
}

static struct box read_bytes(struct str bytes)
{
    struct box b = {0};
    struct kernsatz_listener listener = {note, &b};
    struct tell tell = {.listener = &listener, .name = "test"};

    b.m = arena_new(&escape_here);
    assert_int_equal(lang_new(b.m, STR("de"), STR(""), STR(""), &b.l), 0);
    b.a = arena_get(b.m, sizeof *b.a);
    b.a->arena = b.m;
    b.status = intake_article(b.a, bytes, b.l, &tell, &b.skip);
    if (b.status == KERNSATZ_OK)
        text_clean(b.a, b.l);
    return b;
}

#define READ(literal) read_bytes(STR(literal))

static void field_is(struct str s, const char *want)
{
    assert_int_equal(s.len, strlen(want));
    assert_memory_equal(s.at, want, s.len);
}

/* The bytes of the file that paragraph I comes from. */
static void stands_as(const struct box *b, uint32_t i, const char *want)
{
    assert_true(i < b->a->nparagraph);
    field_is(str_span(b->a->bytes,
                      origin_file(&b->a->origin, b->a->paragraph[i].text)),
             want);
}

static void paragraph_is(const struct box *b, uint32_t i, const char *want)
{
    assert_true(i < b->a->nparagraph);
    field_is(article_text(b->a, b->a->paragraph[i].text), want);
}

static void refused(const struct box *b, enum kernsatz_code why)
{
    assert_int_equal(b->status, KERNSATZ_BAD_INPUT);
    assert_int_equal(b->skip, why);
}

/* ---- gzip ---------------------------------------------------------------- */

/* S packed, behind what B holds. */
static void pack(struct buf *b, struct str s)
{
    z_stream z = {0};
    size_t room = s.len / 100 + s.len + 100;
    char *packed = malloc(room);

    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 31, 9, 0), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)s.at;
    z.avail_in = (uInt)s.len;
    z.next_out = (Bytef *)packed;
    z.avail_out = (uInt)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    buf_add(b, (struct str){packed, z.total_out});
    deflateEnd(&z);
    free(packed);
}

#define FIRST "Der Rat der Stadt hat am Montag die Brücke gesperrt."
#define SECOND "Über die Öffnung wird erst im Frühling entschieden."

static void packed_text(void **state)
{
    struct arena *m = arena_new(&escape_here);
    struct buf b = buf_new(m);
    struct box box;

    (void)state;
    pack(&b, STR(FIRST "\n\n"));
    pack(&b, STR(SECOND "\n"));
    box = read_bytes(buf_str(&b));
    assert_int_equal(box.status, KERNSATZ_OK);
    assert_int_equal(box.remarks[KERNSATZ_REMARK_DAMAGED], 0);
    assert_string_equal(box.a->encoding, "UTF-8");
    paragraph_is(&box, 1, FIRST);
    stands_as(&box, 2, SECOND); /* in the unpacked content */
    arena_free(box.m);

    buf_add(&b, (struct str){"\0\0\0", 3}); /* padding is no damage */
    box = read_bytes(buf_str(&b));
    assert_int_equal(box.remarks[KERNSATZ_REMARK_DAMAGED], 0);
    arena_free(box.m);

    buf_text(&b, "Rest");
    box = read_bytes(buf_str(&b));
    assert_int_equal(box.remarks[KERNSATZ_REMARK_DAMAGED], 1);
    paragraph_is(&box, 2, SECOND);
    arena_free(box.m);
    arena_free(m);
}

static void packed_page(void **state)
{
    struct arena *m = arena_new(&escape_here);
    struct buf b = buf_new(m);
    struct box box;

    (void)state;
    pack(&b, STR("<html><body><p>" FIRST "</p></body></html>"));
    box = read_bytes(buf_str(&b));
    assert_int_equal(box.a->media, MEDIA_HTML);
    stands_as(&box, 1, FIRST);
    arena_free(box.m);
    b.len = 0;
    pack(&b, STR("\x1f\x8b\x08\0packed twice")); /* once is enough */
    box = read_bytes(buf_str(&b));
    refused(&box, KERNSATZ_SKIP_BINARY);
    arena_free(box.m);
    arena_free(m);
}

/* Every length of a packed file: what could be read is text, or it is skipped;
 * never is a broken sign taken for another encoding. */
static void packed_and_torn(void **state)
{
    struct arena *m = arena_new(&escape_here);
    struct buf b = buf_new(m);
    struct str all;
    size_t read = 0;

    (void)state;
    pack(&b, STR(FIRST " " SECOND "\n" SECOND " " FIRST "\n"));
    all = buf_str(&b);
    for (size_t n = 3; n < all.len; n++) {
        struct box box = read_bytes(str_cut(all, 0, n));

        assert_int_equal(box.remarks[KERNSATZ_REMARK_NOT_UTF8], 0);
        if (box.status == KERNSATZ_OK) {
            read++;
            assert_int_equal(box.remarks[KERNSATZ_REMARK_DAMAGED], 1);
            assert_true(str_starts(STR(FIRST " " SECOND "\n" SECOND " " FIRST
                                       "\n"), box.a->bytes));
        }
        arena_free(box.m);
    }
    assert_true(read > 20);
    arena_free(m);
}

static void packed_bomb(void **state)
{
    struct arena *m = arena_new(&escape_here);
    size_t len = (size_t)20 << 20;
    char *zeros = calloc(1, len);
    struct buf b = buf_new(m);
    struct box box;

    (void)state;
    pack(&b, (struct str){zeros, len});
    free(zeros);
    box = read_bytes(buf_str(&b));
    refused(&box, KERNSATZ_SKIP_TOO_LARGE);
    assert_int_equal(box.a->limit, 1 << 24);
    arena_free(box.m);
    arena_free(m);
}

/* ---- JSON ---------------------------------------------------------------- */

static void json_text(void **state)
{
    struct box b = READ(
        "{\"text\": 7, \"x\": {\"text\": \"nein\"}, \"l\": [\"text\", \"]\"],\n"
        "\"headline\": \"Br\\u00fccke bei \\\"Hellbr\\u00fcck\\\" zu\",\n"
        "\"articleBody\": \"Der Rat der Stadt hat die Br\\u00fccke gesperrt."
        "\\r\\n\\r\\n\\u00dcber die \\u00d6ffnung wird im Herbst entschieden, "
        "\\ud83d\\ude00 hei\xc3\x9ft es.\",\n"
        "\"datePublished\": \"2026-03-03T10:00:00Z\", \"author\": "
        "[{\"name\": \"Ada Lenz\"}, \"Jo Kern\"],\n"
        "\"publisher\": {\"name\": \"Hafenblatt\"}, "
        "\"url\": \"https://npa.example/1\"}\n");

    (void)state;
    assert_int_equal(b.status, KERNSATZ_OK);
    paragraph_is(&b, 0, "Brücke bei \"Hellbrück\" zu");
    stands_as(&b, 0, "Br\\u00fccke bei \\\"Hellbr\\u00fcck\\\" zu");
    paragraph_is(&b, 1, "Der Rat der Stadt hat die Brücke gesperrt.");
    stands_as(&b, 1, "Der Rat der Stadt hat die Br\\u00fccke gesperrt.");
    paragraph_is(&b, 2, "Über die Öffnung wird im Herbst entschieden, "
                        "\xf0\x9f\x98\x80 heißt es.");
    stands_as(&b, 2, "\\u00dcber die \\u00d6ffnung wird im Herbst "
                     "entschieden, \\ud83d\\ude00 hei\xc3\x9ft es.");
    field_is(b.a->meta.author, "Ada Lenz, Jo Kern");
    field_is(b.a->meta.outlet, "Hafenblatt");
    field_is(b.a->meta.url, "https://npa.example/1");
    assert_int_equal(b.a->meta.date.day, 3);
    arena_free(b.m);
}

/* Metadata of the object go before those of the page in it. */
static void json_page(void **state)
{
    struct box b = READ(
        "\xef\xbb\xbf{\"html\": \"<html><head><meta name=\\\"author\\\" "
        "content=\\\"Uta Weit\\\"><meta property=\\\"og:title\\\" "
        "content=\\\"Br\\u00fccke zu\\\"></head><body><h1>Br\\u00fccke "
        "zu</h1>\\n<p>Der Rat der Stadt hat am Montag die &bdquo;lange"
        "\\u201c Br\\u00fccke gesperrt.<\\/p></body></html>\", "
        "\"author\": \"Ada Lenz\"}");

    (void)state;
    assert_int_equal(b.a->media, MEDIA_HTML);
    paragraph_is(&b, 0, "Brücke zu");
    stands_as(&b, 0, "Br\\u00fccke zu");
    paragraph_is(&b, 1, "Der Rat der Stadt hat am Montag die „lange“ Brücke "
                        "gesperrt.");
    stands_as(&b, 1, "Der Rat der Stadt hat am Montag die &bdquo;lange"
                     "\\u201c Br\\u00fccke gesperrt.");
    field_is(b.a->meta.author, "Ada Lenz");
    arena_free(b.m);
}

static void json_markdown(void **state)
{
    struct box b = READ(
        "{\"title\": \"Br\\u00fccke ist zu\", \"text\": \"## Lage am Fluss"
        "\\n\\nDer Rat der **Stadt** hat am Montag die Br\\u00fccke "
        "gesperrt.\"}");

    (void)state;
    assert_int_equal(b.a->media, MEDIA_MARKDOWN);
    paragraph_is(&b, 0, "Brücke ist zu");
    stands_as(&b, 0, "Br\\u00fccke ist zu");
    arena_free(b.m);
}

static void json_otherwise(void **state)
{
    static const char *const no_article[] = {
        "{}", "[1, 2, 3]", "{\"name\": \"x\", \"version\": 2}",
        "{\"text\": \"\"}", "{\"text\": [\"Satz.\"]}",
        "{\"text\": \"Der Rat tagt.\"", "[{\"text\": \"Der Rat tagt.\"}]",
        "{\"text\": \"Der Rat tagt.\"}\n{\"text\": \"Es regnet.\"}\n",
        "{\"text\": \"Der Rat \\ud83d tagt.\"}"};

    (void)state;
    for (size_t i = 0; i < sizeof no_article / sizeof *no_article; i++) {
        struct box b = read_bytes(str_of(no_article[i]));

        refused(&b, KERNSATZ_SKIP_NO_ARTICLE);
        arena_free(b.m);
    }
}

/* Brackets and braces begin texts too. */
static void no_json(void **state)
{
    struct box b = READ("[npa] Der Rat der Stadt hat am Montag die Brücke "
                        "gesperrt. [Foto: Kern]");

    (void)state;
    assert_int_equal(b.status, KERNSATZ_OK);
    assert_int_equal(b.a->media, MEDIA_TEXT);
    arena_free(b.m);
}

/* ---- wishes of the user ---------------------------------------------------- */

static const char wished[] =
    "Rat sperrt die alte Bru\xcc\x88" "cke\n\n"
    "Der Rat der Stadt Hellbrück hat am Montagabend nach langer Debatte die "
    "alte Brü\xc2\xad" "cke am Hafen gesperrt.\n\n"
    "Die Sperrung soll nach den Angaben der Verwaltung mindestens zehn Wochen "
    "dauern und viel Geld kosten.\n\n"
    "Foto: Kern\n\n"
    "Im Herbst will der Rat der Stadt noch einmal über die Kosten der "
    "Arbeiten beraten.\n";

/* Cleans the text by KEEP and DROP. */
static struct box clean_by(const char *keep, const char *drop)
{
    struct box b = {0};
    struct pattern_fault fault;
    struct patterns *p;

    b.m = arena_new(&escape_here);
    assert_int_equal(lang_new(b.m, STR("de"), STR(""), STR(""), &b.l), 0);
    b.a = arena_get(b.m, sizeof *b.a);
    b.a->arena = b.m;
    b.status = intake_article(b.a, STR(wished), b.l, NULL, &b.skip);
    assert_int_equal(text_patterns(b.m, keep, drop, &p, &fault), 0);
    text_clean_by(b.a, b.l, p);
    return b;
}

static uint32_t removed_by_user(const struct box *b)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < b->a->nblock; i++)
        n += b->a->block[i].removed == REMOVED_USER;
    return n;
}

static void wishes(void **state)
{
    struct box b = clean_by(NULL, NULL);

    (void)state;
    assert_int_equal(b.a->nparagraph, 4);
    arena_free(b.m);
    b = clean_by("^Foto:", NULL);
    assert_int_equal(b.a->nparagraph, 5);
    paragraph_is(&b, 3, "Foto: Kern");
    stands_as(&b, 3, "Foto: Kern");
    arena_free(b.m);
    b = clean_by(NULL, "Brücke am"); /* a soft hyphen in the text */
    assert_int_equal(b.a->nparagraph, 3);
    assert_int_equal(removed_by_user(&b), 1);
    arena_free(b.m);
    b = clean_by("Geld", "(?i)die\\W+(sperrung|\\w*stadt)"); /* keep wins */
    assert_int_equal(b.a->nparagraph, 4);
    assert_int_equal(removed_by_user(&b), 0);
    arena_free(b.m);
    b = clean_by(NULL, "[bB]r\\wcke$"); /* decomposed; \w has umlauts */
    assert_int_equal(removed_by_user(&b), 1);
    arena_free(b.m);
    b = clean_by(NULL, ".");
    assert_int_equal(removed_by_user(&b), 5);
    arena_free(b.m);
}

/* Would take 2^90 steps. */
static void wish_without_end(void **state)
{
    struct box b = clean_by(NULL, "^((\\w|\\W)+)+\\x{1}$");

    (void)state;
    assert_int_equal(b.a->nparagraph, 4);
    assert_int_equal(removed_by_user(&b), 0);
    arena_free(b.m);
    b = clean_by(NULL, "(?:(?:(?R)?.)*)*\\x{1}");
    assert_int_equal(removed_by_user(&b), 0);
    arena_free(b.m);
}

static void bad_wishes(void **state)
{
    struct arena *m = arena_new(&escape_here);
    struct pattern_fault fault;
    struct patterns *p;

    (void)state;
    assert_int_equal(text_patterns(m, "a", "Foto(", &p, &fault),
                     KERNSATZ_BAD_OPTION);
    assert_string_equal(fault.pattern, "Foto(");
    assert_string_equal(fault.text,
                        "missing closing parenthesis at byte 6");
    assert_int_equal(text_patterns(m, "\xff", NULL, &p, &fault),
                     KERNSATZ_BAD_OPTION);
    assert_int_equal(text_patterns(m, "\\C", NULL, &p, &fault),
                     KERNSATZ_BAD_OPTION);
    arena_free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packed_text),
        cmocka_unit_test(packed_page),
        cmocka_unit_test(packed_and_torn),
        cmocka_unit_test(packed_bomb),
        cmocka_unit_test(json_text),
        cmocka_unit_test(json_page),
        cmocka_unit_test(json_markdown),
        cmocka_unit_test(json_otherwise),
        cmocka_unit_test(no_json),
        cmocka_unit_test(wishes),
        cmocka_unit_test(wish_without_end),
        cmocka_unit_test(bad_wishes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
