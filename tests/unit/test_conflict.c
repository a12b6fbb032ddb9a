/* Numbers on which sources agree and differ. */
#include "story/parts.h"
#include "story_of.h"

/* The conflicts of the first point of a story of two articles. */
static struct point point_of(struct told *t, const char *one, const char *two,
                             const char *three)
{
    struct maker k = {.m = t->of_brief, .step = t->m, .s = &t->s, .l = t->l,
                      .o = &t->o};
    struct scratch scratch = {0};
    uint32_t origin[3] = {0, 1, 2};
    struct point p = {0};

    told_article(t, one);
    told_article(t, two);
    if (three)
        told_article(t, three);
    story_copies(t->m, &t->s);
    story_rows(&t->s);
    k.w = weigh_story(t->m, &t->s, t->l);
    k.scratch = &scratch;
    k.origin = origin;
    cite_point(&k, &p, 0);
    return p;
}

struct pair {
    const char *one, *two;
    uint32_t conflicts;
};

static const struct pair pairs[] = {
    /* other counts of one thing */
    {"\nBei dem Sturm in Altdorf wurden zwölf Häuser beschädigt.",
     "\nDer Sturm beschädigte in Altdorf 15 Häuser.", 1},
    /* written in another way */
    {"\nTäglich fahren 18.000 Fahrzeuge über die Brücke.",
     "\nÜber die Brücke fahren täglich 18 000 Fahrzeuge.", 0},
    /* rounding */
    {"\nDer Umbau des Bahnhofs kostet 4,21 Millionen Euro.",
     "\nFür den Umbau des Bahnhofs zahlt die Stadt 4,2 Millionen Euro.", 0},
    {"\nDer Umbau des Bahnhofs kostet 4,2 Millionen Euro.",
     "\nDer Umbau des Bahnhofs kostet fünf Millionen Euro.", 1},
    /* other currencies are not compared */
    {"\nDer Umbau des Bahnhofs kostet 4,2 Millionen Euro.",
     "\nDer Umbau des Bahnhofs kostet fünf Millionen Franken.", 0},
    /* "more than" leaves room above */
    {"\nZum Fest in Altdorf kamen mehr als 500 Besucher.",
     "\nZum Fest in Altdorf kamen 560 Besucher.", 0},
    /* too far apart to be one thing */
    {"\nBei dem Sturm in Altdorf wurden zwölf Häuser beschädigt.",
     "\nDer Sturm beschädigte in Altdorf 150 Häuser.", 0},
    /* other things */
    {"\nBei dem Sturm in Altdorf wurden zwölf Häuser beschädigt.",
     "\nBei dem Sturm in Altdorf wurden 15 Menschen verletzt.", 0},
    /* times of day: ten minutes to an hour */
    {"\nDas Feuer in der Halle brach um 3.40 Uhr aus.",
     "\nDas Feuer in der Halle brach gegen 4 Uhr aus.", 1},
    {"\nDas Feuer in der Halle brach um 3.40 Uhr aus.",
     "\nDas Feuer in der Halle brach um 3.45 Uhr aus.", 0},
    {"\nDas Feuer in der Halle brach um 3.40 Uhr aus.",
     "\nDas Feuer in der Halle brach um 9 Uhr aus.", 0},
    /* durations in different units */
    {"\nDie Sperrung der Brücke dauert zehn Wochen.",
     "\nDie Sperrung der Brücke dauert vier Monate.", 1},
    /* the other source knows the value too */
    {"\nDie Sperrung der Brücke dauert zehn Wochen.",
     "\nDie Sperrung der Brücke dauert vier Monate.\n"
     "Die Behörde spricht von zehn Wochen.", 0},
    /* years, ordinals and numbers of roads */
    {"\nDie Brücke an der A 97 wurde 1968 gebaut.",
     "\nDie Brücke an der A 98 wurde 1986 gebaut.", 0},
    /* people are counted as one thing, whatever they are called */
    {"\nBei dem Sturm in Altdorf wurden elf Menschen verletzt.",
     "\nDer Sturm verletzte in Altdorf 13 Personen.", 1},
    /* the other's value rather stands against another one of this article */
    {"\nDer Umbau des Bahnhofs kostet 9 Millionen Euro.\n"
     "Der Umbau des Platzes am Bahnhof kostet 7,8 Millionen Euro.",
     "\nDer Umbau des Platzes am Bahnhof kostet 7,4 Millionen Euro.", 0},
    /* nothing in common */
    {"\nDer Rat nannte im Rathaus zwölf Stellen für neue Linden im Park.",
     "\nAm Strand suchten Taucher an 15 Stellen nach einem Segelboot.", 0},
};

static void test_pairs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct told *t = told_new(100);
        struct point p = point_of(t, pairs[i].one, pairs[i].two, NULL);

        if (p.nconflict != pairs[i].conflicts)
            fail_msg("%s: %u conflicts", pairs[i].one, p.nconflict);
        told_free(t);
    }
}

/* Who differs does not say the same; who agrees stands with the brief. */
static void test_said(void **state)
{
    struct told *t = told_new(100);
    struct point p = point_of(
        t, "\nBei dem Sturm in Altdorf wurden zwölf Häuser beschädigt.",
        "\nDer Sturm beschädigte in Altdorf rund 15 Häuser.",
        "\nZwölf Häuser hat der Sturm in Altdorf beschädigt.");
    const struct conflict *c = p.conflict;

    (void)state;
    assert_int_equal(p.nconflict, 1);
    assert_true(str_same(c->what, STR("Häuser")));
    assert_int_equal(c->nsaid, 3);
    assert_true(str_same(c->said[0].value, STR("zwölf")));
    assert_int_equal(c->said[0].source, 1);
    assert_int_equal(c->said[1].group, 0);
    assert_int_equal(c->said[1].source, 3);
    assert_int_equal(c->said[2].group, 1);
    assert_int_equal(c->said[2].source, 2);
    assert_true(str_same(c->said[2].value, STR("rund 15")));
    assert_int_equal(p.ncite, 3);
    assert_int_equal(p.cite[1].role, ROLE_ALSO);
    assert_int_equal(p.cite[1].source, 3);
    assert_int_equal(p.cite[2].role, ROLE_DIFFERS);
    assert_int_equal(p.cite[2].source, 2);
    told_free(t);
}

/* The currency's name, not its sign. */
static void test_currency(void **state)
{
    struct told *t = told_new(100);
    struct point p = point_of(
        t, "\nDer Umbau des Bahnhofs in Altdorf kostet 4,2 Mio. €.",
        "\nDer Umbau des Bahnhofs in Altdorf kostet fünf Millionen Euro.",
        NULL);

    (void)state;
    assert_int_equal(p.nconflict, 1);
    assert_true(str_same(p.conflict[0].what, STR("Euro")));
    told_free(t);
}

/* Sources of one value ascend, wherever the brief's own stands. */
static void test_said_ascends(void **state)
{
    struct told *t = told_new(100);
    struct point p = point_of(
        t, "\nBei dem Sturm in Altdorf wurden zwölf Häuser beschädigt.",
        "\nZwölf Häuser hat der Sturm in Altdorf beschädigt.",
        "\nDer Sturm beschädigte in Altdorf rund 15 Häuser.");

    (void)state;
    for (uint32_t i = 1; i < p.conflict[0].nsaid; i++)
        assert_true(p.conflict[0].said[i].group >
                        p.conflict[0].said[i - 1].group ||
                    p.conflict[0].said[i].source >
                        p.conflict[0].said[i - 1].source);
    told_free(t);
}

/* Who lacks the figure, or has another, does not say the same. */
static void test_figures(void **state)
{
    struct told *t = told_new(100);
    struct point p = point_of(
        t, "\nTäglich fahren rund 18.000 Fahrzeuge über die Brücke.",
        "\nAb Montag ist die Brücke gesperrt für alle, die schwer sind.",
        "\nÜber die Brücke fahren täglich etwa 18 000 Fahrzeuge.");

    (void)state;
    assert_int_equal(p.ncite, 2);
    assert_int_equal(p.cite[1].role, ROLE_ALSO);
    assert_int_equal(p.cite[1].source, 3);
    told_free(t);
}

static void test_shared(void **state)
{
    struct told *t = told_new(100);
    struct place p = {0, 1}, q = {1, 1};

    (void)state;
    told_article(t, "\nAm 3. Mai 2026 um 8 Uhr kamen 40 Gäste und 12 Hunde.");
    told_article(t, "\nMit 40 Gästen begann es 2026 um 8.00 Uhr, 12 Hunde "
                    "bellten.");
    story_rows(&t->s);
    assert_int_equal(numbers_shared(&t->s, p, q), 2);
    assert_int_equal(numbers_shared(&t->s, q, (struct place){0, 0}), 0);
    told_free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_said),
        cmocka_unit_test(test_currency),
        cmocka_unit_test(test_said_ascends),
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_shared),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
