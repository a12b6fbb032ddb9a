/* Briefs read back, and what is told of their units. */
#include "brief_by_hand.h"

static enum kernsatz_status reads(struct by_hand *h, const char *text,
                                  struct written *w)
{
    return format_read(h->b.arena, str_of(text), w);
}

static struct str written_as(struct by_hand *h, enum kernsatz_format format)
{
    struct buf out = buf_new(h->b.arena);

    format_brief(&out, &h->b, format);
    return buf_str(&out);
}

static void assert_str(struct by_hand *h, struct str s, struct str expected)
{
    assert_string_equal(arena_copy(h->b.arena, s).at,
                        arena_copy(h->b.arena, expected).at);
}

/* Every form gives the ids and texts back, awkward signs included. */
static void test_units(void **state)
{
    static const enum kernsatz_format forms[] = {
        KERNSATZ_JSONL, KERNSATZ_XLIFF12, KERNSATZ_XLIFF20};
    struct by_hand *h = hand_new();

    (void)state;
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct written w;

        assert_int_equal(format_read(h->b.arena, written_as(h, forms[i]), &w),
                         KERNSATZ_OK);
        assert_int_equal(w.nunit, h->b.npoint + 1);
        assert_true(w.unit[0].title);
        assert_str(h, w.unit[0].text, h->b.title.text);
        for (uint32_t n = 0; n < h->b.npoint; n++) {
            assert_false(w.unit[n + 1].title);
            assert_str(h, w.unit[n + 1].id, h->b.point[n].id);
            assert_str(h, w.unit[n + 1].text, h->b.point[n].text);
        }
        assert_int_equal(w.run.stated, forms[i] == KERNSATZ_JSONL);
    }
    hand_free(h);
}

static void test_options(void **state)
{
    struct by_hand *h = hand_new();
    struct written w;

    (void)state;
    h->b.options = (struct kernsatz_options){
        .chars = 900, .sentences = 7, .ratio = 12.5,
        .order = KERNSATZ_ORDER_SCORE, .scorer = KERNSATZ_SCORER_LEXRANK,
        .min_sources = 2, .max_share = 40, .stopwords = "", .drop = ""};
    assert_int_equal(format_read(h->b.arena, written_as(h, KERNSATZ_JSONL),
                                 &w), KERNSATZ_OK);
    assert_int_equal(w.options.words, 0);
    assert_int_equal(w.options.chars, 900);
    assert_int_equal(w.options.sentences, 7);
    assert_true(w.options.ratio > 12.49 && w.options.ratio < 12.51);
    assert_int_equal(w.options.order, KERNSATZ_ORDER_SCORE);
    assert_int_equal(w.options.scorer, KERNSATZ_SCORER_LEXRANK);
    assert_int_equal(w.options.min_sources, 2);
    assert_true(w.options.max_share > 39.9 && w.options.max_share < 40.1);
    assert_true(w.run.stopwords && w.run.drop);
    assert_false(w.run.abbreviations || w.run.keep);
    h->b.options = (struct kernsatz_options){.words = 200};
    assert_int_equal(format_read(h->b.arena, written_as(h, KERNSATZ_JSONL),
                                 &w), KERNSATZ_OK);
    assert_int_equal(w.options.words, 200);
    hand_free(h);
}

static void test_refused(void **state)
{
    static const char *const bad[] = {
        "", " ", "Text", "{", "{}", "[1]", "{\"kind\":\"sentence\"}",
        "{\"kind\":\"brief\"}\nText\n", "<xliff>", "<html/>",
        "<!DOCTYPE xliff [<!ENTITY a \"b\">]><xliff>&a;</xliff>",
        "<xliff>&a;</xliff>"};
    struct by_hand *h = hand_new();
    struct written w;

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_int_equal(reads(h, bad[i], &w), KERNSATZ_BAD_INPUT);
    hand_free(h);
}

/* Sources of other elements are not the unit's. */
static void test_other_sources(void **state)
{
    struct by_hand *h = hand_new();
    struct written w;

    (void)state;
    assert_int_equal(reads(h,
        "<xliff version='1.2'><file><body><trans-unit id='k1'>"
        "<source>Es <g id='1'>regnet</g> &amp; weht.</source>"
        "<seg-source>nein</seg-source><target>nein</target>"
        "<alt-trans><source>nein</source></alt-trans>"
        "</trans-unit></body></file></xliff>", &w), KERNSATZ_OK);
    assert_int_equal(w.nunit, 1);
    assert_str(h, w.unit[0].text, STR("Es regnet & weht."));
    hand_free(h);
}

static void assert_told(struct by_hand *h, const struct buf *out,
                        const char *part)
{
    if (!strstr(arena_copy(h->b.arena, buf_str(out)).at, part))
        fail_msg("no \"%s\" in\n%.*s", part, (int)out->len, out->at);
}

/* Of the conflict of point 1 source 4 is told, with its value. */
static void test_told(void **state)
{
    struct by_hand *h = hand_new();
    struct buf out = buf_new(h->b.arena);
    struct str shared[8] = {{0}};
    struct written w;
    struct explained e;

    (void)state;
    for (uint32_t i = 0; i < COUNT(shared); i++)
        shared[i] = STR("12\u202f000, 3.4567");
    for (uint32_t i = 0; i < h->b.npoint; i++) {
        h->b.point[i].choice.shared = shared;
        h->b.point[i].choice.by = CHOSEN_COVER;
    }
    assert_int_equal(format_read(h->b.arena, written_as(h, KERNSATZ_JSONL),
                                 &w), KERNSATZ_OK);
    h->b.point[0].choice.rank = 2;
    e = format_explain(&out, &h->b, &w, STR("1"));
    assert_int_equal(e.told, 1);
    assert_int_equal(e.differ, 0);
    assert_told(h, &out, "gewählt als 2. von 3: keine neuen Begriffe");
    assert_told(h, &out, "gleich: 12000, 3.4567");
    assert_told(h, &out, "anders: rund zwei Millionen");
    e = format_explain(&out, &h->b, &w, STR("4"));
    assert_int_equal(e.told, 0);
    h->b.npoint--;
    e = format_explain(&out, &h->b, &w, STR("3"));
    assert_int_equal(e.differ, 1);
    h->b.npoint++;
    hand_free(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_other_sources),
        cmocka_unit_test(test_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
