/* What a program sees that uses the library: handles, stories, briefs. */
#include "engine/engine.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- stories ------------------------------------------------------------- */

enum { STORIES = 10, ARTICLES = 3, LINES = 6 };

static const char *const place[STORIES] = {
    "Kelheim", "Brakenhusen", "Talbrück", "Waldmarkt", "Oberau",
    "Steinach", "Rodenau", "Fischbek", "Hohenwart", "Lindental"};
static const char *const thing[STORIES] = {
    "Brücke", "Fähre", "Schule", "Klinik", "Molkerei",
    "Straßenbahn", "Mühle", "Bibliothek", "Sporthalle", "Kläranlage"};

static struct str article(struct buf *b, int story, int number)
{
    static const char *const line[LINES] = {
        "Die # in @ ist seit Montag wegen schwerer Schäden gesperrt.",
        "Die Sperrung der # dauert nach Angaben der Stadt % Wochen.",
        "Bürgermeisterin Petra Kahlert sprach von einem harten Schlag für @.",
        "Rund % Menschen nutzen die # jeden Tag auf dem Weg zur Arbeit.",
        "Die Kosten der Sanierung werden auf % Millionen Euro geschätzt.",
        "Der Rat von @ berät am Donnerstag über einen Neubau der #."};

    b->len = 0;
    for (int i = 0; i < LINES - (number == 1); i++) {
        for (const char *p = line[i]; *p; p++) {
            if (*p == '#')
                buf_text(b, thing[story]);
            else if (*p == '@')
                buf_text(b, place[story]);
            else if (*p == '%')
                buf_number(b, (uint64_t)(12 + i + story + number * (i % 2)));
            else
                buf_byte(b, *p);
        }
        buf_text(b, i % 2 ? "\n\n" : " ");
    }
    buf_text(b, number == 0   ? "Mehr war zunächst nicht bekannt."
                : number == 1 ? "Die Polizei leitet den Verkehr um."
                              : "Anwohner fordern seit Jahren einen Ersatz.");
    return buf_str(b);
}

struct fixture {
    struct escape escape;
    jmp_buf out;
    struct arena *m;
};

static struct fixture *fixture_new(void)
{
    struct fixture *f = test_calloc(1, sizeof *f);

    f->escape.way_out = &f->out;
    f->m = arena_new(&f->escape);
    return f;
}

static void fixture_free(struct fixture *f)
{
    arena_free(f->m);
    test_free(f);
}

static kernsatz *opened(void)
{
    kernsatz *h;

    assert_int_equal(kernsatz_open(NULL, NULL, &h), KERNSATZ_OK);
    return h;
}

static int collect(void *context, const char *at, size_t len)
{
    buf_add(context, (struct str){at, len});
    return 0;
}

static void add_story(struct fixture *f, kernsatz *h, int story)
{
    static const char *const name[ARTICLES] = {"a.txt", "b.txt", "c.txt"};
    struct buf b = buf_new(f->m);

    for (int i = 0; i < ARTICLES; i++) {
        struct str text = article(&b, story, i);

        assert_int_equal(kernsatz_add_bytes(h, name[i], text.at, text.len),
                         KERNSATZ_OK);
    }
}

static struct str in_all_formats(struct fixture *f, const kernsatz_brief *brief)
{
    struct buf out = buf_new(f->m);
    struct kernsatz_sink sink = {collect, &out};

    for (int i = KERNSATZ_TEXT; i <= KERNSATZ_XLIFF20; i++)
        assert_int_equal(
            kernsatz_brief_write(brief, (enum kernsatz_format)i, &sink),
            KERNSATZ_OK);
    return buf_str(&out);
}

static kernsatz_brief *brief_of(struct fixture *f, kernsatz *h, int story)
{
    kernsatz_brief *brief;

    add_story(f, h, story);
    assert_int_equal(kernsatz_make_brief(h, &brief), KERNSATZ_OK);
    kernsatz_clear(h);
    return brief;
}

/* All that the library makes of a story: brief and key sentences. */
static struct str all_of(struct fixture *f, kernsatz *h, int story)
{
    kernsatz_brief *brief = brief_of(f, h, story);
    struct buf out = buf_new(f->m);
    struct kernsatz_sink sink = {collect, &out};
    struct kernsatz_listing listing = {KERNSATZ_JSONL, 1, 0};

    buf_add(&out, in_all_formats(f, brief));
    kernsatz_brief_free(brief);
    add_story(f, h, story);
    assert_int_equal(kernsatz_pick(h, &listing, &sink), KERNSATZ_OK);
    kernsatz_clear(h);
    return buf_str(&out);
}

/* ---- tests ---------------------------------------------------------------- */

/* The lexicon grows from story to story; no result may show it. */
static void a_used_handle_is_as_new(void **state)
{
    struct fixture *f = fixture_new();
    static const int step[] = {1, 3, 7, 9}; /* so that all have their turn */
    struct str fresh[STORIES];

    (void)state;
    for (int i = 0; i < STORIES; i++) {
        kernsatz *h = opened();

        fresh[i] = all_of(f, h, i);
        kernsatz_close(h);
        assert_true(fresh[i].len > 1000);
    }
    for (size_t k = 0; k < sizeof step / sizeof *step; k++) {
        kernsatz *h = opened();

        for (int i = 0; i < STORIES; i++) {
            int story = (STORIES - 1 - i) * step[k] % STORIES;

            assert_true(str_same(all_of(f, h, story), fresh[story]));
        }
        kernsatz_close(h);
    }
    fixture_free(f);
}

static void a_brief_outlives_its_handle(void **state)
{
    struct fixture *f = fixture_new();
    kernsatz *h = opened();
    kernsatz_brief *brief = brief_of(f, h, 0);
    struct str before = in_all_formats(f, brief);
    struct kernsatz_sentence s;
    struct kernsatz_ledger ledger;

    (void)state;
    kernsatz_brief_free(brief_of(f, h, 1)); /* a second one changes nothing */
    kernsatz_close(h);
    assert_true(str_same(in_all_formats(f, brief), before));
    assert_int_equal(kernsatz_brief_sentence(brief, 0, &s), KERNSATZ_OK);
    assert_string_equal(s.text,
                        "Die Brücke in Kelheim ist seit Montag wegen schwerer "
                        "Schäden gesperrt.");
    assert_int_equal(s.also, 2);
    assert_int_equal(
        kernsatz_brief_sentence(brief, kernsatz_brief_count(brief), &s),
        KERNSATZ_NOTHING);
    kernsatz_brief_ledger(brief, &ledger);
    assert_int_equal(ledger.files, ARTICLES);
    kernsatz_brief_free(brief);
    fixture_free(f);
}

/* Names, numbers and slips of ever new stories must not pile up. */
static void the_lexicon_has_a_bound(void **state)
{
    enum { LONG = 1000, MANY = 48000 };
    struct fixture *f = fixture_new();
    kernsatz *h = opened();
    struct str first = all_of(f, h, 0);
    size_t little = arena_size(h->words);
    char word[LONG];

    (void)state;
    memset(word, 'w', sizeof word);
    h->escape.way_out = &f->out;
    for (int i = 0; i < MANY; i++) {
        for (int k = 0, rest = i; k < 5; k++, rest /= 10)
            word[k] = (char)('a' + rest % 10);
        lang_word(h->lang, (struct str){word, sizeof word});
    }
    assert_true(arena_size(h->words) > little + MANY * (size_t)LONG);
    kernsatz_clear(h);
    assert_true(arena_size(h->words) <= little);
    assert_true(str_same(all_of(f, h, 0), first));
    assert_true(arena_size(h->words) <= little);
    kernsatz_close(h);
    fixture_free(f);
}

/* What is refused, and that nothing at all is no reason to fall. */
static void odd_calls(void **state)
{
    struct fixture *f = fixture_new();
    struct buf out = buf_new(f->m);
    struct kernsatz_sink sink = {collect, &out};
    struct kernsatz_listing listing = {KERNSATZ_TEXT, 0, 0};
    kernsatz_brief *brief = NULL;
    kernsatz *h = opened();

    (void)state;
    assert_int_equal(kernsatz_make_brief(h, &brief), KERNSATZ_NOTHING);
    assert_null(brief);
    assert_int_equal(kernsatz_pick(h, &listing, &sink), KERNSATZ_NOTHING);
    assert_int_equal(kernsatz_add_bytes(h, "", "", 0), KERNSATZ_OK);
    assert_int_equal(kernsatz_add_bytes(h, "x", NULL, 0), KERNSATZ_OK);
    assert_int_equal(kernsatz_make_brief(h, &brief), KERNSATZ_NOTHING);
    kernsatz_clear(h);
    kernsatz_clear(h);
    assert_int_equal(kernsatz_split(h, "x", NULL, 0, &listing, &sink),
                     KERNSATZ_OK);
    assert_int_equal(out.len, 0);
    assert_int_equal(kernsatz_add_folder(h, "/nowhere/at/all"),
                     KERNSATZ_CANNOT_READ);
    kernsatz_close(h);
    kernsatz_close(NULL);
    kernsatz_brief_free(NULL);
    fixture_free(f);
}

static void options_are_checked(void **state)
{
    static const char *const bad_tag[] = {"",   "e",    "123",  "en-",
                                          "en--us", "en-x", "en us"};
    static const char *const good_tag[] = {"en", "pt-BR", "sr-Latn-RS",
                                           "de-1996", "en-a-bbb-x-yy"};
    struct kernsatz_options o;
    kernsatz *h;

    (void)state;
    kernsatz_options_init(&o);
    for (size_t i = 0; i < sizeof bad_tag / sizeof *bad_tag; i++) {
        o.target_lang = bad_tag[i];
        assert_int_equal(kernsatz_open(&o, NULL, &h), KERNSATZ_BAD_OPTION);
        assert_null(h);
    }
    for (size_t i = 0; i < sizeof good_tag / sizeof *good_tag; i++) {
        o.target_lang = good_tag[i];
        assert_int_equal(kernsatz_open(&o, NULL, &h), KERNSATZ_OK);
        kernsatz_close(h);
    }
    o.ratio = 100.5;
    assert_int_equal(kernsatz_open(&o, NULL, &h), KERNSATZ_BAD_OPTION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_used_handle_is_as_new),
        cmocka_unit_test(a_brief_outlives_its_handle),
        cmocka_unit_test(the_lexicon_has_a_bound),
        cmocka_unit_test(odd_calls),
        cmocka_unit_test(options_are_checked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
