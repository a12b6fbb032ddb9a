/* Weights by hand, parts of compounds, concepts, likeness of sentences. */
#include "given.h"
#include "weigh/weigh.h"
#include <math.h>

#define NEAR 1e-12

static struct weights *weighed(struct given *g)
{
    story_rows(&g->s);
    return weigh_story(g->m, &g->s, g->l);
}

static void weights_are_those_of_the_formula(void **state)
{
    struct given *g = given_new();
    struct weights *w;
    struct vector x;
    double hund, katze, len;

    (void)state;
    given_article(g, "\nDer Hund bellt.\nDer Hund sah die Katze.\n"
                     "Katze und Katze und Maus.");
    w = weighed(g);
    /* N = 3; hund: df 2, bellt: df 1; der is a stop word */
    hund = sqrt(log(4 / 2.5));
    len = sqrt(hund * hund + log(4 / 1.5));
    x = weigh_vector(w, 0);
    assert_int_equal(x.n, 2);
    assert_true(fabs(x.weight[0] - hund / len) < NEAR);
    assert_true(fabs(x.weight[1] - sqrt(log(4 / 1.5)) / len) < NEAR);
    /* counts count: katze twice, maus once */
    katze = 2 * sqrt(log(4 / 2.5));
    len = sqrt(katze * katze + log(4 / 1.5));
    x = weigh_vector(w, 2);
    assert_int_equal(x.n, 2);
    assert_true(fabs(x.weight[0] - katze / len) < NEAR);
    assert_true(fabs(weigh_cosine(w, 1, 1) - 1) < NEAR);
    assert_true(weigh_cosine(w, 0, 2) == 0);
    assert_true(weigh_cosine(w, 0, 1) > 0);
    /* the title is empty */
    assert_int_equal(weigh_vector(w, 3).n, 0);
    given_free(g);
}

static void compounds_count_as_their_parts_too(void **state)
{
    struct given *g = given_new();
    struct weights *w;

    (void)state;
    given_article(g, "\nDie Impfstofflieferung stockt.\nImpfstoff fehlt.\n"
                     "Lieferung verspätet.\nStofflager geräumt.");
    w = weighed(g);
    assert_true(weigh_cosine(w, 0, 1) > .2);
    assert_true(weigh_cosine(w, 0, 2) > .2);
    /* "stoff" does not stand there by itself */
    assert_true(weigh_cosine(w, 0, 3) == 0);
    given_free(g);
}

static void short_words_are_no_parts(void **state)
{
    struct given *g = given_new();
    struct weights *w;

    (void)state;
    given_article(g, "\nRathausplatz gesperrt.\nRat tagt.\nPlatz offen.\n"
                     "Gartenau Dorf.\nGarten blüht.");
    w = weighed(g);
    assert_true(weigh_cosine(w, 0, 1) == 0); /* three letters */
    assert_true(weigh_cosine(w, 0, 2) > 0);
    assert_true(weigh_cosine(w, 3, 4) == 0); /* leaves but two letters */
    given_free(g);
}

static void eszett_equals_ss_but_umlauts_stay_apart(void **state)
{
    struct given *g = given_new();
    struct weights *w;

    (void)state;
    given_article(g, "\nStraße gesperrt.\nStrasse offen.\n"
                     "Altdorf fordert Straßenbäume.\nNeudorf fördert.\n"
                     "Strassenbäume.\nHaus.\nHäuser.");
    w = weighed(g);
    assert_true(weigh_cosine(w, 0, 1) > 0);
    assert_true(weigh_cosine(w, 2, 3) == 0);
    assert_true(weigh_cosine(w, 2, 4) > 0);
    /* a plural is akin */
    assert_true(fabs(weigh_alike(weigh_probe(g->m, w, 5), 6).h - .8) < 1e-6);
    assert_true(weigh_alike(weigh_probe(g->m, w, 2), 3).h > 0);
    given_free(g);
}

static void copies_change_no_weight(void **state)
{
    static const char text[] = "Titel\nHund beißt Mann.\nMann klagt.\n"
                               "Richter vertagt.";
    struct given *g = given_new(), *k = given_new();
    struct weights *w, *v;

    (void)state;
    given_article(g, text);
    given_article(k, text);
    given_article(k, text)->copy = 0;
    w = weighed(g);
    v = weighed(k);
    for (uint32_t i = 0; i < 3; i++)
        for (uint32_t j = 0; j < 3; j++)
            assert_true(weigh_cosine(w, i, j) == weigh_cosine(v, i, j));
    assert_true(fabs(weigh_cosine(v, 0, 3) - 1) < NEAR);
    given_free(g);
    given_free(k);
}

static bool has(struct concepts c, uint32_t id)
{
    for (uint32_t i = 0; i < c.n; i++)
        if (c.id[i] == id)
            return true;
    return false;
}

static uint32_t shared(struct concepts a, struct concepts b)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < a.n; i++) {
        assert_true(!i || a.id[i] > a.id[i - 1]);
        n += has(b, a.id[i]);
    }
    return n;
}

static void concepts_are_stems_pairs_and_parts(void **state)
{
    struct given *g = given_new();
    struct weights *w;

    (void)state;
    given_article(g, "\nFeuerwehr löscht Brand.\nBrand löscht Feuerwehr.\n"
                     "Die Feuerwehr löscht den Brand.\nNRW-Feuerwehr hilft.\n"
                     "Feuerwehrmann.");
    w = weighed(g);
    assert_int_equal(weigh_concepts(w, 0).n, 5); /* three stems, two pairs */
    assert_int_equal(shared(weigh_concepts(w, 0), weigh_concepts(w, 2)), 5);
    /* pairs are ordered */
    assert_int_equal(shared(weigh_concepts(w, 0), weigh_concepts(w, 1)), 3);
    /* nrw-feuerwehr, nrw, feuerwehr, hilft; one pair */
    assert_int_equal(weigh_concepts(w, 3).n, 5);
    assert_int_equal(shared(weigh_concepts(w, 0), weigh_concepts(w, 3)), 1);
    assert_int_equal(shared(weigh_concepts(w, 0), weigh_concepts(w, 4)), 1);
    for (uint32_t u = 0; u < 6; u++)
        for (uint32_t i = 0; i < weigh_concepts(w, u).n; i++)
            assert_true(weigh_concepts(w, u).id[i] < weigh_nconcepts(w));
    given_free(g);
}

static void words_are_alike_by_piece_and_start(void **state)
{
    (void)state;
    assert_true(weigh_words_alike(STR("haus"), STR("haus")) == 1);
    assert_true(weigh_words_alike(STR("brucke"), STR("bruckenbau")) == .8);
    assert_true(weigh_words_alike(STR("autobahnbrucke"), STR("brucke")) == .8);
    assert_true(weigh_words_alike(STR("brucke"), STR("brucken")) == .8);
    assert_true(weigh_words_alike(STR("verkauf"), STR("verkehr")) == 0);
    assert_true(weigh_words_alike(STR("polizist"), STR("polizei")) == .8);
    assert_true(weigh_words_alike(STR("bahn"), STR("autobahn")) == 0);
    assert_true(weigh_words_alike(STR("haus"), STR("häus")) == .8);
    assert_true(weigh_words_alike(STR("häus"), STR("häut")) == 0);
    /* letters, not bytes: five equal, eight in the longer */
    assert_true(weigh_words_alike(STR("ärzteäüö"), STR("ärzte")) == .8);
    assert_true(weigh_words_alike(STR("äöüabcdefg"), STR("äöüxyz")) == 0);
    /* two letters that begin with the same byte */
    assert_true(weigh_words_alike(STR("gehäö"), STR("gehää")) == 0);
}

static struct given *story_of_two(struct weights **w)
{
    struct given *g = given_new();

    given_article(g, "Brand in Lagerhalle\n"
                     "In der Lagerhalle brach am Abend ein Feuer aus.\n"
                     "Verletzt wurde niemand.\n"
                     "Die Feuerwehr löschte die Flammen in drei Stunden.");
    given_article(g, "Feuer zerstört Halle\n"
                     "Ein Feuer hat die Lagerhalle am Abend zerstört.\n"
                     "Es gab keine Verletzten.\n"
                     "Der Bürgermeister dankte den Helfern.\n"
                     "Die Feuerwehrleute löschten drei Stunden.");
    *w = weighed(g);
    return g;
}

/* What the probe must give, worked out pair by pair. */
static double harmonic(double a, double b)
{
    return a + b > 0 ? 2 * a * b / (a + b) : 0;
}

static void probes_are_symmetric(void **state)
{
    struct weights *w;
    struct given *g = story_of_two(&w);
    uint32_t n = g->s.nrow + g->s.narticle;

    (void)state;
    for (uint32_t i = 0; i < n; i++) {
        struct probe *p = weigh_probe(g->m, w, i);

        for (uint32_t j = 0; j < n; j++) {
            struct probe *q = weigh_probe(g->m, w, j);
            struct alike a = weigh_alike(p, j), b = weigh_alike(q, i);

            assert_true(fabs(a.h - b.h) < 1e-9);
            assert_true(fabs(a.c - b.c) < 1e-9);
            assert_true(a.h >= 0 && a.h <= 1 + 1e-9);
            assert_true(a.c >= 0 && a.c <= 1 + 1e-9);
            /* asking again gives the same */
            assert_true(weigh_alike(p, j).h == a.h);
        }
        assert_true(fabs(weigh_alike(p, i).h - 1) < 1e-9);
        assert_true(fabs(weigh_alike(p, i).c - 1) < 1e-9);
    }
    given_free(g);
}

static void what_says_the_same_is_more_alike(void **state)
{
    struct weights *w;
    struct given *g = story_of_two(&w);
    struct probe *p = weigh_probe(g->m, w, 2); /* Feuerwehr löschte ... */
    struct alike same = weigh_alike(p, 6), other = weigh_alike(p, 5);

    (void)state;
    assert_true(same.h + same.c > .6);
    assert_true(other.h + other.c < .2);
    given_free(g);
}

static void containments_are_those_of_the_formula(void **state)
{
    struct given *g = given_new();
    struct weights *w;
    double one, two, there, back, h;

    (void)state;
    given_article(g, "\nBrücke gesperrt.\nAutobahnbrücke gesperrt Montag.");
    w = weighed(g);
    /* N = 3 with the title; gesperrt: df 2, the others 1 */
    one = log(4 / 1.5);
    two = log(4 / 2.5);
    there = (.8 * one + two) / (one + two);
    back = (.8 * one + two) / (2 * one + two);
    h = weigh_alike(weigh_probe(g->m, w, 0), 1).h;
    assert_true(fabs(h - harmonic(there, back)) < 1e-6);
    given_free(g);
}

static void grams_are_those_of_the_formula(void **state)
{
    struct given *g = given_new();
    struct weights *w;
    double one, two, c;

    (void)state;
    given_article(g, "\nTor.\nTore.");
    w = weighed(g);
    /* _tor, tor_ against _tor, tore, ore_; N = 3, df of _tor 2 */
    one = pow(log(4 / 1.5), 2);
    two = pow(log(4 / 2.5), 2);
    c = weigh_alike(weigh_probe(g->m, w, 0), 1).c;
    assert_true(fabs(c - two / sqrt((two + one) * (two + 2 * one))) < 1e-9);
    given_free(g);
}

static void empty_units_are_like_nothing(void **state)
{
    struct given *g = given_new();
    struct weights *w;
    struct probe *p;

    (void)state;
    given_article(g, "\nUnd es war.\nDer Hund bellt.");
    w = weighed(g);
    p = weigh_probe(g->m, w, 0);
    for (uint32_t i = 0; i < 3; i++) {
        assert_true(weigh_alike(p, i).h == 0);
        assert_true(weigh_alike(p, i).c == 0);
        assert_true(weigh_cosine(w, 0, i) == 0);
    }
    assert_int_equal(weigh_concepts(w, 0).n, 0);
    given_free(g);
}

static void the_lexicon_changes_nothing(void **state)
{
    static const char text[] = "Titel\nHund beißt Briefträger.\n"
                               "Träger klagt gegen Hundehalter.\nHalter weint.";
    struct given *g = given_new(), *k = given_new();
    struct vector x, y;
    struct weights *w, *v;

    (void)state;
    given_article(g, text);
    given_article(k, "Halter\nweint klagt gegen Träger Briefträger Hund.");
    k->s.narticle = 0;
    given_article(k, text);
    w = weighed(g);
    v = weighed(k);
    for (uint32_t i = 0; i < 4; i++) {
        x = weigh_vector(w, i);
        y = weigh_vector(v, i);
        assert_int_equal(x.n, y.n);
        assert_memory_equal(x.term, y.term, x.n * sizeof *x.term);
        assert_memory_equal(x.weight, y.weight, x.n * sizeof *x.weight);
    }
    given_free(g);
    given_free(k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_are_those_of_the_formula),
        cmocka_unit_test(compounds_count_as_their_parts_too),
        cmocka_unit_test(short_words_are_no_parts),
        cmocka_unit_test(eszett_equals_ss_but_umlauts_stay_apart),
        cmocka_unit_test(copies_change_no_weight),
        cmocka_unit_test(concepts_are_stems_pairs_and_parts),
        cmocka_unit_test(words_are_alike_by_piece_and_start),
        cmocka_unit_test(probes_are_symmetric),
        cmocka_unit_test(what_says_the_same_is_more_alike),
        cmocka_unit_test(containments_are_those_of_the_formula),
        cmocka_unit_test(grams_are_those_of_the_formula),
        cmocka_unit_test(empty_units_are_like_nothing),
        cmocka_unit_test(the_lexicon_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
