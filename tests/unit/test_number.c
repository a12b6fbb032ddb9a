/* test_number.c - values, classes, nouns and hedges of numbers. */
#include "marked.h"
#include <math.h>

struct expected {
    const char *sentence;
    enum number_class class;
    double value, until;
    const char *text, *what;
    int hedge;
};

static void check(const struct expected *e, size_t n)
{
    for (size_t i = 0; i < n; i++, e++) {
        struct marked *k = marked_one(e->sentence);
        const struct number *is = k->a->number;
        double until = e->until > 0 ? e->until : e->value;

        if (!k->a->nnumber)
            fail_msg("no number in \"%s\"", e->sentence);
        if (is->class != e->class || fabs(is->value - e->value) > 1e-6 ||
            fabs(is->until - until) > 1e-6)
            fail_msg("class %d, %f to %f: \"%s\"", is->class, is->value,
                     is->until, e->sentence);
        assert_span(k, is->text, e->text);
        assert_span(k, is->what, e->what);
        assert_int_equal(is->hedge, e->hedge);
        assert_int_equal(is->sentence, 1);
        marked_free(k);
    }
}

#define CHECK(list) check(list, sizeof(list) / sizeof *(list))

static void digits(void **state)
{
    static const struct expected list[] = {
        {"Rund 12.500 Gäste kamen.", NUMBER_COUNT, 12500, 0, "Rund 12.500",
         "Gäste", HEDGE_ABOUT},
        {"Es kamen 12 500 Gäste.", NUMBER_COUNT, 12500, 0, "12 500", "Gäste",
         0},
        {"Es kamen 12\xc2\xa0""500 Gäste.", NUMBER_COUNT, 12500, 0,
         "12\xc2\xa0""500", "Gäste", 0},
        {"Es kamen 12\xe2\x80\xaf""500 Gäste.", NUMBER_COUNT, 12500, 0,
         "12\xe2\x80\xaf""500", "Gäste", 0},
        {"Es kamen 12'500 Gäste.", NUMBER_COUNT, 12500, 0, "12'500", "Gäste",
         0},
        {"Es kamen 1.250.000 Gäste.", NUMBER_COUNT, 1250000, 0, "1.250.000",
         "Gäste", 0},
        {"Das sind 3,75 Punkte.", NUMBER_COUNT, 3.75, 0, "3,75", "Punkte", 0},
        {"Das sind 7200.", NUMBER_COUNT, 7200, 0, "7200", "", 0},
    };

    (void)state;
    CHECK(list);
}

static void words(void **state)
{
    static const struct expected list[] = {
        {"Zwölf Boote kenterten.", NUMBER_COUNT, 12, 0, "Zwölf", "Boote", 0},
        {"Dort lagen einundzwanzig Boote.", NUMBER_COUNT, 21, 0,
         "einundzwanzig", "Boote", 0},
        {"Dort lagen dreihundertfünfzehn Boote.", NUMBER_COUNT, 315, 0,
         "dreihundertfünfzehn", "Boote", 0},
        {"Dort lagen zweitausend Boote.", NUMBER_COUNT, 2000, 0,
         "zweitausend", "Boote", 0},
        {"Es dauerte anderthalb Stunden.", NUMBER_DURATION, 90, 0,
         "anderthalb Stunden", "Stunden", 0},
        {"Es dauerte zweieinhalb Tage.", NUMBER_DURATION, 3600, 0,
         "zweieinhalb Tage", "Tage", 0},
        {"Es dauerte eine halbe Stunde.", NUMBER_DURATION, 30, 0,
         "halbe Stunde", "Stunde", 0},
        {"Es gibt eine Million Gründe.", NUMBER_COUNT, 1e6, 0, "eine Million",
         "Gründe", 0},
        {"Zwei bis drei Boote fehlen.", NUMBER_COUNT, 2, 3, "Zwei bis drei",
         "Boote", 0},
    };

    (void)state;
    CHECK(list);
}

static void units(void **state)
{
    static const struct expected list[] = {
        {"Das kostet fast 4,2 Millionen Euro.", NUMBER_MONEY, 4.2e6, 0,
         "fast 4,2 Millionen", "Euro", HEDGE_ALMOST},
        {"Das kostet 4,2 Mio. Euro.", NUMBER_MONEY, 4.2e6, 0, "4,2 Mio.",
         "Euro", 0},
        {"Das kostet 4,2 Mrd. €.", NUMBER_MONEY, 4.2e9, 0, "4,2 Mrd.", "€",
         0},
        {"Das kostet 6.90 Franken.", NUMBER_MONEY, 6.9, 0, "6.90", "Franken",
         0},
        {"Das kostet CHF 12'000.", NUMBER_MONEY, 12000, 0, "12'000", "CHF",
         0},
        {"Das kostet $ 30 im Jahr.", NUMBER_MONEY, 30, 0, "30", "$", 0},
        {"Das sind mehr als 30 Prozent.", NUMBER_PERCENT, 30, 0,
         "mehr als 30", "Prozent", HEDGE_MORE},
        {"Das sind 2,5% mehr.", NUMBER_PERCENT, 2.5, 0, "2,5", "%", 0},
        {"Der Stau war bis zu neun Kilometer lang.", NUMBER_LENGTH, 9000, 0,
         "bis zu neun", "Kilometer", HEDGE_UP_TO},
        {"Lastwagen über 7,5 t warten.", NUMBER_MASS, 7500, 0, "über 7,5",
         "t", HEDGE_MORE},
        {"Die Datei hat 3 GB.", NUMBER_DATA, 3e9, 0, "3", "GB", 0},
        {"Er fuhr 80 Kilometer pro Stunde.", NUMBER_SPEED, 80, 0, "80",
         "Kilometer pro Stunde", 0},
        {"Er fuhr 80 km/h schnell.", NUMBER_SPEED, 80, 0, "80", "km/h", 0},
        {"Es hat minus 8 Grad.", NUMBER_DEGREE, -8, 0, "minus 8", "Grad", 0},
        {"Es hat -8 °C.", NUMBER_DEGREE, -8, 0, "-8", "°C", 0},
        {"Es dauert mindestens zehn Wochen.", NUMBER_DURATION, 100800, 0,
         "mindestens zehn Wochen", "Wochen", HEDGE_LEAST},
        {"Es dauert knapp 25 Min. länger.", NUMBER_DURATION, 25, 0,
         "knapp 25 Min.", "Min.", HEDGE_ALMOST},
        {"Nach dreiwöchiger Pause ging es weiter.", NUMBER_DURATION, 30240, 0,
         "dreiwöchiger", "wöchiger", 0},
        {"Die 500-g-Packung fehlt.", NUMBER_MASS, .5, 0, "500", "g", 0},
    };

    (void)state;
    CHECK(list);
}

static void days_and_hours(void **state)
{
    static const struct expected list[] = {
        {"Um 3.40 Uhr brannte es.", NUMBER_CLOCK, 220, 0, "3.40 Uhr", "Uhr",
         0},
        {"Um 3:40 Uhr brannte es.", NUMBER_CLOCK, 220, 0, "3:40 Uhr", "Uhr",
         0},
        {"Gegen 20 Uhr brannte es.", NUMBER_CLOCK, 1200, 0, "Gegen 20 Uhr",
         "Uhr", HEDGE_ABOUT},
        {"Offen ist 8.30 bis 16 Uhr.", NUMBER_CLOCK, 510, 960,
         "8.30 bis 16 Uhr", "Uhr", 0},
        {"Am 12. März tagt der Rat.", NUMBER_DATE, 312, 0, "12. März", "", 0},
        {"Am 12. 3. tagt der Rat.", NUMBER_DATE, 312, 0, "12. 3.", "", 0},
        {"Der Rat tagt am 12.03.2026.", NUMBER_DATE, 20260312, 0,
         "12.03.2026", "", 0},
        {"Der Rat tagt am 12. Jänner 2026.", NUMBER_DATE, 20260112, 0,
         "12. Jänner 2026", "", 0},
        {"Seit 2019 steht das Haus leer.", NUMBER_YEAR, 2019, 0, "2019", "",
         0},
        {"Von 2012 bis 2019 lag das Boot da.", NUMBER_YEAR, 2012, 2019,
         "2012 bis 2019", "", 0},
        {"Er fand im Mittel 38 weitere Boote.", NUMBER_COUNT, 38, 0, "38",
         "Boote", 0},
        {"Das kostet rund eine Milliarde Euro.", NUMBER_MONEY, 1e9, 0,
         "rund eine Milliarde", "Euro", HEDGE_ABOUT},
        {"Rund 2000 Menschen kamen.", NUMBER_COUNT, 2000, 0, "Rund 2000",
         "Menschen", HEDGE_ABOUT},
    };

    (void)state;
    CHECK(list);
}

static void no_values(void **state)
{
    static const struct expected list[] = {
        {"Auf der A 97 staut es sich.", NUMBER_NAME, 97, 0, "97", "", 0},
        {"In Halle 3 brannte es.", NUMBER_NAME, 3, 0, "3", "", 0},
        {"Er spielt in der 3. Liga.", NUMBER_ORDINAL, 3, 0, "3.", "", 0},
        {"Version 7.2.1 ist da.", NUMBER_NAME, 7, 0, "7.2.1", "", 0},
        {"Sie siegten 3:1 in Ulm.", NUMBER_NAME, 3, 0, "3:1", "", 0},
        {"Das ist die 0800 555 0147 für alle.", NUMBER_NAME, 800, 0,
         "0800 555 0147", "", 0},
        {"Ein 78-Jähriger fuhr mit.", NUMBER_AGE, 78, 0, "78", "", 0},
        {"Lotte Lang (16) fuhr mit.", NUMBER_AGE, 16, 0, "16", "", 0},
        {"Die Frau ist 34 Jahre alt.", NUMBER_AGE, 34, 0, "34 Jahre", "Jahre",
         0},
    };

    (void)state;
    CHECK(list);
}

static void heads(void **state)
{
    struct marked *k = marked_one("Von 40 Lehrerinnen und 37 von 412 neuen "
                                  "Windows-Servern in 14 Wiener Läden.");
    const struct number *n = k->a->number;

    (void)state;
    assert_int_equal(k->a->nnumber, 4);
    assert_int_equal(n[0].head, lang_word(k->l, STR("Lehrer")));
    assert_int_equal(n[1].head, lang_word(k->l, STR("Servern")));
    assert_int_equal(n[2].head, n[1].head);
    assert_int_equal(n[3].head, lang_word(k->l, STR("Läden")));
    assert_span(k, n[2].what, "Windows-Servern");
    marked_free(k);
    k = marked_one("Drei Cent, zehn Euro und elf Dollar.");
    n = k->a->number;
    assert_int_equal(n[0].head, n[1].head);
    assert_true(n[1].head != n[2].head);
    assert_true(fabs(n[0].value - .03) < 1e-9);
    marked_free(k);
}

static void none(void **state)
{
    static const char *const list[] = {
        "Ein Mann und eine Frau kamen.", "Der FC Elf verlor.",
        "Das einzige Tor fiel spät.", "Er achtete darauf.",
        "Das Zehntel fehlt.", "Zigtausende kamen."};

    (void)state;
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        struct marked *k = marked_one(list[i]);

        if (k->a->nnumber)
            fail_msg("a number in \"%s\"", list[i]);
        marked_free(k);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits),    cmocka_unit_test(words),
        cmocka_unit_test(units),     cmocka_unit_test(days_and_hours),
        cmocka_unit_test(no_values), cmocka_unit_test(heads),
        cmocka_unit_test(none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
