/* test_when.c - time words and their dates; the articles are of Wednesday, 17
 * June 2026. */
#include "marked.h"

struct expected {
    const char *sentence, *text;
    struct date date;
};

static void days(void **state)
{
    static const struct expected list[] = {
        {"Der Damm brach gestern.", "gestern", {2026, 6, 16}},
        {"Der Damm brach gestern Abend.", "gestern Abend", {2026, 6, 16}},
        {"Der Rat tagt morgen in Ulm.", "morgen", {2026, 6, 18}},
        {"Vorgestern brach der Damm.", "Vorgestern", {2026, 6, 15}},
        {"Der Damm brach am Mittwoch.", "am Mittwoch", {2026, 6, 17}},
        {"Der Damm brach am Donnerstag.", "am Donnerstag", {2026, 6, 11}},
        {"Am Dienstagmorgen brach der Damm.", "Am Dienstagmorgen",
         {2026, 6, 16}},
        {"Am frühen Dienstagmorgen brach er.", "Am frühen Dienstagmorgen",
         {2026, 6, 16}},
        {"Der Ort ist seit Montagabend leer.", "seit Montagabend",
         {2026, 6, 15}},
        {"In der Nacht zum Freitag brannte es.", "In der Nacht zum Freitag",
         {2026, 6, 12}},
        {"Der Ort bleibt bis Sonntag leer.", "bis Sonntag", {2026, 6, 21}},
        {"Der Ort ist ab Montag offen.", "ab Montag", {2026, 6, 22}},
        {"Am kommenden Mittwoch tagt der Rat.", "Am kommenden Mittwoch",
         {2026, 6, 24}},
        {"Am vergangenen Mittwoch brannte es.", "Am vergangenen Mittwoch",
         {2026, 6, 10}},
        {"Der Rat wird am Freitag tagen.", "am Freitag", {2026, 6, 19}},
        {"Lutz sagte am Freitag, er werde gehen.", "am Freitag",
         {2026, 6, 12}},
        {"Die Wahl ist für Freitag geplant.", "für Freitag", {2026, 6, 19}},
        {"Alle konnten am Freitag gerettet werden.", "am Freitag",
         {2026, 6, 12}},
        {"Lutz soll am Freitag gelogen haben.", "am Freitag", {2026, 6, 12}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        struct marked *k = marked_one(list[i].sentence);

        if (k->a->ntime != 1)
            fail_msg("%u in \"%s\"", k->a->ntime, list[i].sentence);
        assert_span(k, k->a->time[0].text, list[i].text);
        if (date_order(k->a->time[0].date, list[i].date))
            fail_msg("%d.%d. in \"%s\"", k->a->time[0].date.day,
                     k->a->time[0].date.month, list[i].sentence);
        assert_int_equal(k->a->sentence[1].time.to, 1);
        marked_free(k);
    }
}

static void no_days(void **state)
{
    static const char *const list[] = {
        "Am Montag, 9. März, tagt der Rat.",
        "Ab Montag, dem 16. Februar, ist offen.",
        "Am Freitag (13. Februar) brannte es.",
        "Jeden Montag ist Markt.",
        "Es war an einem Montag.",
        "Offen ist von Montag bis Freitag.",
        "Er kommt am Morgen an."};

    (void)state;
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        struct marked *k = marked_one(list[i]);

        if (k->a->ntime)
            fail_msg("a day in \"%s\"", list[i]);
        marked_free(k);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days),
        cmocka_unit_test(no_days),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
