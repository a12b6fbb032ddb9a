/* What of an article stays, and why the rest goes. */
#include "text/text.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static jmp_buf out;
static struct escape escape_here = {&out};

/* A plain text: one block a line, empty lines noted. */
static void read_lines(struct article *a, struct str text)
{
    uint32_t cap = 0;
    bool blank = false;

    a->raw = text;
    origin_add(a->arena, &a->raw_origin, (uint32_t)text.len, 0,
               (uint32_t)text.len);
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, STR("\n"), at);
        struct block b = {.raw = {(uint32_t)at, (uint32_t)end}};

        b.hints = blank ? HINT_BLANK_BEFORE : 0;
        blank = end == at;
        at = end + 1;
        if (blank)
            continue;
        a->block = arena_more(a->arena, a->block, a->nblock, &cap,
                              sizeof *a->block);
        a->block[a->nblock++] = b;
    }
}

static struct article cleaned(const char *text)
{
    struct article a = {.arena = arena_new(&escape_here)};
    struct lang *l;

    assert_int_equal(lang_new(a.arena, STR("de"), STR(""), STR(""), &l),
                     KERNSATZ_OK);
    read_lines(&a, str_of(text));
    text_clean(&a, l);
    return a;
}

static bool has(const struct article *a, const char *what)
{
    return str_find(a->text, str_of(what), 0) < a->text.len;
}

/* Why the block that begins with START went. */
static int reason_of(const struct article *a, const char *start)
{
    for (uint32_t i = 0; i < a->nblock; i++)
        if (str_starts(str_span(a->raw, a->block[i].raw), str_of(start)))
            return a->block[i].removed;
    return -1;
}

#define FERRY                                                              \
    "Die Fähre zwischen Sandhafen und der Insel Ulmoog fährt seit gestern " \
    "nicht mehr, weil der Motor der Fähre ausgefallen ist.\n"               \
    "Die Reederei will die Fähre bis Freitag in die Werft von Sandhafen "   \
    "bringen, sagte ein Sprecher der Reederei.\n"                           \
    "Auf der Insel Ulmoog warten noch rund 300 Gäste auf eine Fähre, die "  \
    "sie nach Sandhafen bringt.\n"

static void what_is_around_goes(void **state)
{
    struct article a = cleaned(
        "Fähre nach Ulmoog fällt nach Motorschaden aus\n"
        "Foto: Hinnerk Sand\n" FERRY
        "Inselmarkt / Fähre / Ulmoog\n"
        "[0 Kommentare]\n"
        "vor 12 Minuten\n"
        "In Oberkirch hat der Zoo einen jungen Elefanten vorgestellt, der […] (00)\n"
        "© Nordkantendienst\n");

    (void)state;
    assert_true(has(&a, "Die Reederei will die Fähre"));
    assert_true(has(&a, "rund 300 Gäste"));
    assert_false(has(&a, "Elefanten"));
    assert_int_equal(reason_of(&a, "Foto:"), REMOVED_CREDIT);
    assert_int_equal(reason_of(&a, "Inselmarkt"), REMOVED_TAGS);
    assert_int_equal(reason_of(&a, "[0"), REMOVED_COUNTER);
    assert_int_equal(reason_of(&a, "vor 12"), REMOVED_TIME);
    assert_int_equal(reason_of(&a, "In Oberkirch"), REMOVED_TEASER);
    assert_int_equal(reason_of(&a, "© N"), REMOVED_CREDIT);
    assert_int_equal(a.nremoved, 6);
    arena_free(a.arena);
}

static void title_comes_from_the_text(void **state)
{
    struct article a = cleaned(
        "Fähre nach Ulmoog fällt nach Motorschaden aus\n\n" FERRY
        "Fähre nach Ulmoog fällt nach Motorschaden aus\n");

    (void)state;
    assert_int_equal(a.paragraph[0].kind, PARA_TITLE);
    assert_true(str_same(article_text(&a, a.paragraph[0].text),
                         STR("Fähre nach Ulmoog fällt nach Motorschaden aus")));
    assert_int_equal(a.nparagraph, 4);
    assert_int_equal(a.nremoved, 1);
    arena_free(a.arena);
}

/* A paper's name above the title is no title: the text tells which is. */
static void title_is_what_the_text_is_about(void **state)
{
    struct article a = cleaned(
        "Sandhafener Anzeiger – Ausgabe Nord\n\n"
        "Fähre nach Ulmoog fällt nach Motorschaden aus\n\n" FERRY);

    (void)state;
    assert_true(str_same(article_text(&a, a.paragraph[0].text),
                         STR("Fähre nach Ulmoog fällt nach Motorschaden aus")));
    arena_free(a.arena);
}

static void no_title_is_an_empty_paragraph(void **state)
{
    struct article a = cleaned(FERRY);

    (void)state;
    assert_int_equal(a.paragraph[0].kind, PARA_TITLE);
    assert_int_equal(a.paragraph[0].text.from, a.paragraph[0].text.to);
    assert_int_equal(a.nparagraph, 4);
    arena_free(a.arena);
}

static void datelines_are_cut(void **state)
{
    static const char *const line[] = {"Sandhafen (nkd) - ",
                                       "Sandhafen (nkd) – ",
                                       "SANDHAFEN/ULMOOG. ", "(NKDX) - ",
                                       "Sandhafen – "};

    (void)state;
    for (size_t i = 0; i < sizeof line / sizeof *line; i++) {
        char text[1000];
        struct article a;

        strcpy(text, line[i]);
        strcat(text, FERRY);
        a = cleaned(text);
        assert_true(str_starts(a.text, STR("Die Fähre zwischen")));
        assert_int_equal(
            origin_file(&a.origin, (struct span){0, 3}).from,
            strlen(line[i]));
        arena_free(a.arena);
    }
}

static void wrapped_lines_are_one_paragraph(void **state)
{
    struct article a = cleaned(
        "Die Fähre zwischen Sandhafen und der Insel Ulmoog fährt seit\n"
        "gestern nicht mehr, weil der Motor der Fähre ausgefallen ist.\n"
        "Die Reederei will die Fähre bis zum Freitag in die Werft von\n"
        "Sandhafen bringen, sagte ein Sprecher der Reederei.\n");

    (void)state;
    assert_int_equal(a.nparagraph, 2);
    assert_true(has(&a, "fährt seit gestern nicht"));
    arena_free(a.arena);
}

/* One sentence a line, as taken from a corpus: all stay, each by itself. */
static void clean_text_loses_nothing(void **state)
{
    struct article a = cleaned(FERRY
        "Suche nach Vermissten gab es in der Nacht dabei aber keine.\n"
        "Spendengelder in Höhe von zwei Millionen Euro lagen bereit.\n"
        "Der Newsletter der Reederei erschien an dem Abend nicht mehr.\n"
        "Wolken bedeckten Gebirge, Täler, Almen sowie Gletscher völlig.\n"
        "Nein, niemals!\n");

    (void)state;
    assert_int_equal(a.nremoved, 0);
    assert_int_equal(a.nparagraph, 9);
    arena_free(a.arena);
}

static void promotion_speaks_to_the_reader(void **state)
{
    struct article a = cleaned(FERRY
        "Unser Newsletter bringt Ihnen jeden Morgen alles Wichtige.\n");

    (void)state;
    assert_false(has(&a, "jeden Morgen"));
    assert_int_equal(a.nremoved, 1);
    arena_free(a.arena);
}

static void standfirst_with_author_goes(void **state)
{
    struct article a = cleaned(
        "Nach dem Motorschaden bangen viele Gäste. Von Hanne Brodersen\n\n"
        FERRY);

    (void)state;
    assert_int_equal(reason_of(&a, "Nach dem"), REMOVED_BYLINE);
    arena_free(a.arena);
}

static void german_is_told_by_function_words(void **state)
{
    struct article a = cleaned(
        "The ferry between the harbour and the island has not been running "
        "since yesterday because the engine of the ship has failed, and "
        "nobody knows when it will be repaired.\n");
    struct article b = cleaned(FERRY), c = cleaned("Too short to tell it.\n");

    (void)state;
    assert_false(text_is_german(&a));
    assert_true(text_is_german(&b));
    assert_true(text_is_german(&c));
    arena_free(a.arena);
    arena_free(b.arena);
    arena_free(c.arena);
}

/* What readers write is on the topic: the cue tells where it begins. */
static void comments_end_the_article(void **state)
{
    struct article a = cleaned(
        "Fähre nach Ulmoog fällt nach Motorschaden aus\n\n" FERRY
        "Die Reederei in Sandhafen hat die Fähre erst im Mai gekauft, der "
        "Motor der Fähre ist nach Angaben der Werft aber schon alt.\n"
        "Der Bürgermeister der Insel Ulmoog fordert von der Reederei eine "
        "zweite Fähre, damit die Gäste nicht mehr warten müssen.\n"
        "2 Kommentare\n"
        "Hein vor 3 Stunden\n"
        "Die Fähre nach Ulmoog war doch schon immer zu alt für die Insel.\n");

    (void)state;
    assert_true(has(&a, "zweite Fähre"));
    assert_false(has(&a, "schon immer"));
    assert_int_equal(reason_of(&a, "2 Komm"), REMOVED_COUNTER);
    arena_free(a.arena);
}

static void captions_end_in_their_credit(void **state)
{
    struct article a = cleaned(
        "Fähre nach Ulmoog fällt nach Motorschaden aus\n" FERRY
        "Die Fähre am Kai von Sandhafen. © nkd | Hinnerk Sand\n"
        "Die Fähre liegt an dem Kai von Sandhafen. Bilderhof/Sand\n"
        "Ein Sprecher sagte das am Abend in Sandhafen. (Schluss) kra/wob\n");

    (void)state;
    assert_int_equal(reason_of(&a, "Die Fähre am"), REMOVED_CREDIT);
    assert_int_equal(reason_of(&a, "Die Fähre liegt"), REMOVED_CREDIT);
    assert_int_not_equal(reason_of(&a, "Ein Sprecher"), REMOVED_CREDIT);
    arena_free(a.arena);
}

/* A long question is a title where the text begins with it. */
static void first_line_is_the_title(void **state)
{
    struct article a = cleaned(
        "Fähre nach Ulmoog fällt aus – was bedeutet der Schaden an dem Motor "
        "für die Insel?\n\n" FERRY);

    (void)state;
    assert_true(str_starts(article_text(&a, a.paragraph[0].text),
                           STR("Fähre nach Ulmoog fällt aus – was")));
    arena_free(a.arena);
}

static void empty_input_gives_a_title_only(void **state)
{
    struct article a = cleaned("");

    (void)state;
    assert_int_equal(a.nparagraph, 1);
    assert_int_equal(a.text.len, 0);
    arena_free(a.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_around_goes),
        cmocka_unit_test(title_comes_from_the_text),
        cmocka_unit_test(title_is_what_the_text_is_about),
        cmocka_unit_test(no_title_is_an_empty_paragraph),
        cmocka_unit_test(datelines_are_cut),
        cmocka_unit_test(wrapped_lines_are_one_paragraph),
        cmocka_unit_test(clean_text_loses_nothing),
        cmocka_unit_test(promotion_speaks_to_the_reader),
        cmocka_unit_test(standfirst_with_author_goes),
        cmocka_unit_test(german_is_told_by_function_words),
        cmocka_unit_test(comments_end_the_article),
        cmocka_unit_test(captions_end_in_their_credit),
        cmocka_unit_test(first_line_is_the_title),
        cmocka_unit_test(empty_input_gives_a_title_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
