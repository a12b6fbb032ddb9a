/* What split, clean and pick print, of an article made by hand. */
#include "format/format.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct listed {
    struct arena *m;
    struct escape escape;
    jmp_buf out;
    struct buf made;
    struct article a;
    struct story s;
};

/* The last line is removed; three bytes (a BOM) stand before the text. */
static const char raw[] = "Titel\nErster Satz. Zweiter.\nWerbung\tjetzt\n";
static const char text[] = "Titel\nErster Satz. Zweiter.";

static struct block blocks[] = {
    {.raw = {0, 5}},
    {.raw = {6, 27}},
    {.raw = {28, 41}, .removed = REMOVED_PROMOTION}};
static struct paragraph paragraphs[] = {
    {.text = {0, 5}, .kind = PARA_TITLE},
    {.text = {6, 18}, .kind = PARA_TEXT},
    {.text = {19, 27}, .kind = PARA_ITEM}};
static struct sentence sentences[] = {
    {.text = {0, 5}}, {.text = {6, 18}}, {.text = {19, 27}}};

static int start(void **state)
{
    struct listed *l = test_calloc(1, sizeof *l);

    l->escape.way_out = &l->out;
    l->m = arena_new(&l->escape);
    l->made = buf_new(l->m);
    l->a = (struct article){
        .arena = l->m, .file = STR("a.txt"), .media = MEDIA_TEXT,
        .meta = {.title = STR("Titel"), .lang = STR("de"),
                 .date = {2026, 3, 5}},
        .raw = STR(raw), .block = blocks, .nblock = 3,
        .text = STR(text), .paragraph = paragraphs, .nparagraph = 3,
        .nremoved = 1, .sentence = sentences, .nsentence = 3};
    origin_add(l->m, &l->a.raw_origin, sizeof raw - 1, 3, sizeof raw - 1);
    origin_add(l->m, &l->a.origin, sizeof text - 1, 3, sizeof text - 1);
    l->s.arena = l->m;
    l->s.article = arena_array(l->m, 1, sizeof *l->s.article);
    l->s.article[0] = &l->a;
    l->s.narticle = 1;
    story_rows(&l->s);
    *state = l;
    return 0;
}

static int stop(void **state)
{
    struct listed *l = *state;

    arena_free(l->m);
    test_free(l);
    return 0;
}

static void made_is(struct listed *l, const char *want)
{
    struct str s = arena_copy(l->m, buf_str(&l->made));

    l->made.len = 0;
    assert_string_equal(s.at, want);
}

static void cut(void **state)
{
    struct listed *l = *state;

    format_cut(&l->made, STR("Ein\r\n  Satz\tmit  Lücke."),
               (struct span){7, 31}, true);
    made_is(l, "7\t24\tEin Satz mit  Lücke.\n");
    format_cut(&l->made, STR("Kurz\u2028um."), (struct span){0, 9}, false);
    made_is(l, "Kurz um.\n");
}

static void clean(void **state)
{
    struct listed *l = *state;
    struct str file = STR("x/a.txt");

    format_clean(&l->made, &l->a, file, KERNSATZ_TEXT, false);
    made_is(l, "Titel\n\nErster Satz.\nZweiter.\n");
    format_clean(&l->made, &l->a, file, KERNSATZ_TEXT, true);
    made_is(l, "Titel\n\nErster Satz.\nZweiter.\npromotion\tWerbung jetzt\n");
    format_clean(&l->made, &l->a, file, KERNSATZ_JSONL, true);
    made_is(l, "{\"file\":\"x/a.txt\",\"title\":\"Titel\","
               "\"date\":\"2026-03-05\",\"author\":null,\"outlet\":null,"
               "\"url\":null,\"lang\":\"de\",\"format\":\"text\","
               "\"text\":\"Erster Satz.\\nZweiter.\",\"removed\":1,"
               "\"lines\":[{\"text\":\"Werbung\\tjetzt\","
               "\"reason\":\"promotion\",\"offset\":31,\"length\":13}]}\n");
    format_clean_skipped(&l->made, &l->a, file, STR("empty"));
    made_is(l, "{\"file\":\"x/a.txt\",\"title\":\"Titel\","
               "\"date\":\"2026-03-05\",\"author\":null,"
               "\"outlet\":null,\"url\":null,\"lang\":\"de\","
               "\"format\":null,\"text\":\"\",\"removed\":0,"
               "\"skipped\":\"empty\"}\n");
}

static void pick(void **state)
{
    struct listed *l = *state;
    struct str file = STR("a.txt");

    l->s.row[0].score = 0.25;
    l->s.row[1].score = 1;
    l->s.row[1].chosen = true;
    format_pick(&l->made, &l->s, 0, file, KERNSATZ_TEXT, false);
    made_is(l, "== a.txt\nZweiter.\n");
    format_pick(&l->made, &l->s, 0, file, KERNSATZ_TEXT, true);
    made_is(l, "== a.txt\n0.250000\t\tErster Satz.\n1.000000\t*\tZweiter.\n");
    format_pick(&l->made, &l->s, 0, file, KERNSATZ_JSONL, true);
    made_is(l, "{\"file\":\"a.txt\",\"n\":1,\"text\":\"Erster Satz.\","
               "\"score\":0.250000,\"chosen\":false,\"offset\":9,"
               "\"length\":12}\n"
               "{\"file\":\"a.txt\",\"n\":2,\"text\":\"Zweiter.\","
               "\"score\":1.000000,\"chosen\":true,\"offset\":22,"
               "\"length\":8}\n");
}

static void names(void **state)
{
    (void)state;
    for (int r = 0; r < REMOVED_KINDS; r++)
        assert_true(format_removal((enum removal)r)[0] != '\0');
    assert_string_equal(format_reason(KERNSATZ_SKIP_EMPTY), "empty");
    assert_string_equal(format_reason(KERNSATZ_SKIP_NO_ARTICLE), "no article");
    assert_string_equal(format_reason(KERNSATZ_SKIP_NOT_GERMAN), "not German");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(cut, start, stop),
        cmocka_unit_test_setup_teardown(clean, start, stop),
        cmocka_unit_test_setup_teardown(pick, start, stop),
        cmocka_unit_test(names)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
