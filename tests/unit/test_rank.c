/* PageRank without a matrix against the matrix itself; scorers; picking. */
#include "given.h"
#include "rank/parts.h"
#include <math.h>

static const char one[] =
    "Brand in Lagerhalle\n"
    "In einer Lagerhalle in Altdorf ist am Montag ein Brand ausgebrochen.\n"
    "Die Feuerwehr Altdorf rückte mit vierzig Leuten aus.\n"
    "Verletzt wurde bei dem Brand niemand.\n"
    "Daher blieb der Einsatz der Feuerwehr kurz.\n"
    "Wer soll den Schaden bezahlen?\n"
    "Der Eigentümer der Lagerhalle schätzt den Schaden auf eine Million.\n"
    "Und doch.\n"
    "Schaden.";
static const char two[] =
    "Halle in Altdorf abgebrannt\n"
    "Beim Brand einer Halle in Altdorf entstand ein Schaden von einer "
    "Million.\n"
    "Die Ursache des Brandes ist unklar.\n"
    "Altdorfs Bürgermeisterin lobte die Feuerwehr.";

static struct weights *weighed(struct given *g)
{
    story_rows(&g->s);
    return weigh_story(g->m, &g->s, g->l);
}

static struct given *fire(struct weights **w)
{
    struct given *g = given_new();

    given_article(g, one);
    given_article(g, two);
    *w = weighed(g);
    return g;
}

static struct kernsatz_options options(enum kernsatz_scorer scorer)
{
    struct kernsatz_options o = {.scorer = scorer};

    return o;
}

/* ---- PageRank with a matrix written down -------------------------------- */

#define MOST 16

static void walk(double s[MOST][MOST], uint32_t n, double *r)
{
    double degree[MOST], next[MOST], change = 1;

    for (uint32_t i = 0; i < n; i++) {
        degree[i] = 0;
        r[i] = 1. / n;
        for (uint32_t j = 0; j < n; j++)
            degree[i] += s[i][j];
    }
    for (int k = 0; k < 100 && change >= 1e-6; k++) {
        change = 0;
        for (uint32_t i = 0; i < n; i++) {
            next[i] = .15 / n;
            for (uint32_t j = 0; j < n; j++)
                next[i] += .85 * r[j] *
                           (degree[j] > 0 ? s[j][i] / degree[j] : 1. / n);
        }
        for (uint32_t i = 0; i < n; i++) {
            change += fabs(next[i] - r[i]);
            r[i] = next[i];
        }
    }
}

static uint32_t in_common(struct vector a, struct vector b)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < a.n; i++)
        for (uint32_t k = 0; k < b.n; k++)
            n += a.term[i] == b.term[k];
    return n;
}

static void assert_same(const double *a, const double *b, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        assert_true(fabs(a[i] - b[i]) < 1e-9);
}

static void cosine_without_a_matrix_is_the_same(void **state)
{
    struct weights *w;
    struct given *g = fire(&w);
    uint32_t n = g->s.nrow;
    struct features *f = rank_features(g->m, &g->s, w);
    double s[MOST][MOST] = {{0}}, r[MOST], most = 0;

    (void)state;
    assert_true(n <= MOST);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < n; j++)
            s[i][j] = i == j ? 0 : weigh_cosine(w, i, j);
    walk(s, n, r);
    for (uint32_t i = 0; i < n; i++)
        most = r[i] > most ? r[i] : most;
    for (uint32_t i = 0; i < n; i++)
        assert_true(fabs(f[i].of[FEATURE_GRAPH] - r[i] / most) < 1e-9);
    given_free(g);
}

static void overlap_without_a_matrix_is_the_same(void **state)
{
    struct weights *w;
    struct given *g = fire(&w);
    uint32_t n = g->s.nrow;
    double s[MOST][MOST] = {{0}}, r[MOST];

    (void)state;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < n; j++) {
            struct vector a = weigh_counts(w, i), b = weigh_counts(w, j);

            if (i != j && a.n > 1 && b.n > 1)
                s[i][j] = in_common(a, b) / (log(a.n) + log(b.n));
        }
    walk(s, n, r);
    assert_same(score_textrank(g->m, &g->s, w), r, n);
    given_free(g);
}

static void likeness_to_itself_counts_in_lexrank(void **state)
{
    struct weights *w;
    struct given *g = fire(&w);
    uint32_t n = g->s.nrow, df;
    double x[MOST][100] = {{0}}, s[MOST][MOST] = {{0}}, r[MOST], len;

    (void)state;
    assert_true(weigh_terms(w) <= 100);
    for (uint32_t i = 0; i < n; i++) {
        struct vector v = weigh_counts(w, i);

        len = 0;
        for (uint32_t k = 0; k < v.n; k++) {
            df = 0;
            for (uint32_t j = 0; j < n; j++)
                df += in_common(weigh_counts(w, j),
                                (struct vector){v.term + k, NULL, 1});
            x[i][v.term[k]] = v.weight[k] * log((double)n / df);
            len += x[i][v.term[k]] * x[i][v.term[k]];
        }
        for (uint32_t k = 0; k < 100 && len > 0; k++)
            x[i][k] /= sqrt(len);
    }
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < n; j++)
            for (uint32_t k = 0; k < 100; k++)
                s[i][j] += x[i][k] * x[j][k];
    walk(s, n, r);
    assert_same(score_lexrank(g->m, &g->s, w), r, n);
    given_free(g);
}

static void cauchy_matrices_have_few_columns(void **state)
{
    struct given *g = given_new();
    double x[200], *l;
    uint32_t width;

    (void)state;
    for (uint32_t i = 0; i < 200; i++)
        x[i] = log(i + 2.);
    l = cauchy_factor(g->m, x, 200, &width);
    assert_true(width < 25);
    for (uint32_t i = 0; i < 200; i++)
        for (uint32_t j = 0; j < 200; j++) {
            double sum = 0, exact = 1 / (x[i] + x[j]);

            for (uint32_t a = 0; a < width; a++)
                sum += l[i * width + a] * l[j * width + a];
            assert_true(fabs(sum - exact) < 1e-9 * exact);
        }
    given_free(g);
}

/* ---- scores ------------------------------------------------------------- */

static void scores_run_from_0_to_1(void **state)
{
    struct weights *w;
    struct given *g = fire(&w);

    (void)state;
    for (int k = KERNSATZ_SCORER_KERNSATZ; k <= KERNSATZ_SCORER_LEAD; k++) {
        struct kernsatz_options o = options((enum kernsatz_scorer)k);
        double least = 1, most = 0;

        rank_story(g->m, &g->s, w, &o);
        for (uint32_t i = 0; i < g->s.nrow; i++) {
            double z = g->s.row[i].score;

            least = z < least ? z : least;
            most = z > most ? z : most;
            assert_true(z == floor(z * 1e9 + .5) / 1e9);
        }
        assert_true(least == 0 && most == 1);
    }
    given_free(g);
}

static void lead_takes_turns(void **state)
{
    static const uint32_t order[] = {0, 8, 1, 9, 2, 10, 3, 4, 5, 6, 7};
    struct weights *w;
    struct given *g = fire(&w);
    struct kernsatz_options o = options(KERNSATZ_SCORER_LEAD);

    (void)state;
    rank_story(g->m, &g->s, w, &o);
    assert_int_equal(g->s.nrow, 11);
    for (uint32_t i = 1; i < 11; i++)
        assert_true(g->s.row[order[i - 1]].score >
                    g->s.row[order[i]].score);
    given_free(g);
}

static void features_are_those_of_the_recipe(void **state)
{
    struct weights *w;
    struct given *g = fire(&w);
    struct features *f;

    (void)state;
    g->s.article[0]->sentence[4].open = OPEN_WORD;
    f = rank_features(g->m, &g->s, w);
    assert_true(f[0].of[FEATURE_POSITION] == 1);
    assert_true(fabs(f[2].of[FEATURE_POSITION] - exp(-.25)) < 1e-12);
    assert_true(f[8].of[FEATURE_POSITION] == 1);
    assert_true(f[3].of[FEATURE_OPEN] == 1 && f[2].of[FEATURE_OPEN] == 0);
    assert_true(f[4].of[FEATURE_QUESTION] == 1);
    assert_true(f[6].of[FEATURE_SHORT] == .75); /* two words */
    assert_true(f[0].of[FEATURE_TITLE] > f[1].of[FEATURE_TITLE]);
    assert_true(f[0].of[FEATURE_SUPPORT] > f[4].of[FEATURE_SUPPORT]);
    given_free(g);
}

static void one_source_has_no_support(void **state)
{
    struct given *g = given_new();
    struct features *f;

    (void)state;
    given_article(g, one);
    f = rank_features(g->m, &g->s, weighed(g));
    for (uint32_t i = 0; i < g->s.nrow; i++)
        assert_true(f[i].of[FEATURE_SUPPORT] == 0);
    given_free(g);
}

static void copies_raise_no_score(void **state)
{
    struct given *g = given_new(), *k = given_new();
    struct weights *w, *v;

    (void)state;
    given_article(g, one);
    given_article(g, two);
    given_article(k, one);
    given_article(k, two);
    given_article(k, one)->copy = 0;
    given_article(k, one)->copy = 2; /* a copy of the copy */
    w = weighed(g);
    v = weighed(k);
    for (int c = KERNSATZ_SCORER_KERNSATZ; c < KERNSATZ_SCORER_LEAD; c++) {
        struct kernsatz_options o = options((enum kernsatz_scorer)c);

        rank_story(g->m, &g->s, w, &o);
        rank_story(k->m, &k->s, v, &o);
        for (uint32_t i = 0; i < g->s.nrow; i++)
            assert_true(fabs(g->s.row[i].score - k->s.row[i].score) < 2e-9);
    }
    given_free(g);
    given_free(k);
}

static void odd_stories_are_ranked(void **state)
{
    struct given *g = given_new();
    struct kernsatz_options o;
    struct weights *w;

    (void)state;
    given_article(g, "");
    given_article(g, "\nUnd es war.");
    given_article(g, "\nHund.\nHund.\nHund.");
    w = weighed(g);
    for (int k = KERNSATZ_SCORER_KERNSATZ; k <= KERNSATZ_SCORER_LEAD; k++) {
        o = options((enum kernsatz_scorer)k);
        rank_story(g->m, &g->s, w, &o);
        rank_pick(g->m, &g->s, w, &o);
        for (uint32_t i = 0; i < g->s.nrow; i++) {
            assert_true(g->s.row[i].score >= 0 && g->s.row[i].score <= 1);
            assert_true(g->s.row[i].chosen); /* no limit is set */
        }
    }
    given_free(g);
}

/* ---- picking ------------------------------------------------------------ */

static uint32_t chosen(const struct given *g, uint32_t a)
{
    uint32_t n = 0;

    for (uint32_t i = g->s.first[a]; i < g->s.first[a + 1]; i++)
        n += g->s.row[i].chosen;
    return n;
}

static uint32_t words(const struct given *g, uint32_t a, bool all)
{
    uint32_t n = 0;

    for (uint32_t i = g->s.first[a]; i < g->s.first[a + 1]; i++)
        if (all || g->s.row[i].chosen)
            n += g->s.article[a]->sentence[g->s.row[i].sentence].words;
    return n;
}

static size_t chars(const struct given *g, uint32_t a)
{
    size_t n = 0;

    for (uint32_t i = g->s.first[a]; i < g->s.first[a + 1]; i++)
        if (g->s.row[i].chosen)
            n += utf8_count(article_sentence(g->s.article[a],
                                             g->s.row[i].sentence)) +
                 (n > 0);
    return n;
}

static void picks_keep_every_limit(void **state)
{
    struct weights *w;
    struct given *g = fire(&w);
    struct kernsatz_options o = options(KERNSATZ_SCORER_KERNSATZ);

    (void)state;
    rank_story(g->m, &g->s, w, &o);
    for (uint32_t n = 1; n < 80; n++) {
        o = (struct kernsatz_options){.words = n};
        rank_pick(g->m, &g->s, w, &o);
        assert_true(words(g, 0, false) <= n && words(g, 1, false) <= n);
        o = (struct kernsatz_options){.chars = 5 * n};
        rank_pick(g->m, &g->s, w, &o);
        assert_true(chars(g, 0) <= 5 * n && chars(g, 1) <= 5 * n);
        o = (struct kernsatz_options){.ratio = n};
        rank_pick(g->m, &g->s, w, &o);
        assert_true(100 * words(g, 0, false) <= n * words(g, 0, true));
        o = (struct kernsatz_options){.sentences = n, .words = 30};
        rank_pick(g->m, &g->s, w, &o);
        assert_true(chosen(g, 0) <= n && words(g, 0, false) <= 30);
    }
    /* exactly what is there fits */
    o = (struct kernsatz_options){.words = words(g, 0, true)};
    rank_pick(g->m, &g->s, w, &o);
    assert_int_equal(chosen(g, 0), 8);
    o = (struct kernsatz_options){.ratio = 100};
    rank_pick(g->m, &g->s, w, &o);
    assert_int_equal(chosen(g, 0), 8);
    given_free(g);
}

/* The formula, straight from the books. */
static void pick_slowly(const struct given *g, const struct weights *w,
                        uint32_t n, bool *taken)
{
    const struct row *row = g->s.row;

    while (n-- > 0) {
        double best = 0;
        uint32_t which = UINT32_MAX;

        for (uint32_t i = 0; i < g->s.nrow; i++) {
            double near = 0, value;

            for (uint32_t j = 0; j < g->s.nrow; j++)
                if (taken[j] && weigh_cosine(w, i, j) > near)
                    near = weigh_cosine(w, i, j);
            value = floor((.65 * row[i].score - .35 * near) * 1e9 + .5);
            if (!taken[i] && (which == UINT32_MAX || value > best)) {
                best = value;
                which = i;
            }
        }
        taken[which] = true;
    }
}

static void picks_are_those_of_the_formula(void **state)
{
    struct given *g = given_new();
    struct kernsatz_options o = options(KERNSATZ_SCORER_KERNSATZ);
    struct weights *w;

    (void)state;
    given_article(g, one);
    w = weighed(g);
    rank_story(g->m, &g->s, w, &o);
    for (uint32_t n = 1; n <= 4; n++) {
        bool taken[MOST] = {false};

        o.sentences = n;
        rank_pick(g->m, &g->s, w, &o);
        pick_slowly(g, w, n, taken);
        for (uint32_t i = 0; i < g->s.nrow; i++)
            assert_int_equal(g->s.row[i].chosen, taken[i]);
    }
    given_free(g);
}

static void ties_go_to_the_earlier_sentence(void **state)
{
    struct given *g = given_new();
    struct kernsatz_options o = options(KERNSATZ_SCORER_CENTROID);
    struct weights *w;

    (void)state;
    given_article(g, "\nKatze schläft.\nHund bellt.\nVogel singt.");
    w = weighed(g);
    rank_story(g->m, &g->s, w, &o);
    o.sentences = 1;
    rank_pick(g->m, &g->s, w, &o);
    assert_true(g->s.row[0].chosen);
    given_free(g);
}

static void repeats_are_picked_last(void **state)
{
    struct given *g = given_new();
    struct kernsatz_options o = options(KERNSATZ_SCORER_KERNSATZ);
    struct weights *w;

    (void)state;
    given_article(g, "\nDie Feuerwehr Altdorf löschte den Brand.\n"
                     "Die Feuerwehr Altdorf löschte den Brand.\n"
                     "Verletzt wurde niemand.\nDie Kosten trägt Müller.");
    w = weighed(g);
    rank_story(g->m, &g->s, w, &o);
    o.sentences = 3;
    rank_pick(g->m, &g->s, w, &o);
    assert_true(g->s.row[0].chosen && !g->s.row[1].chosen);
    given_free(g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cosine_without_a_matrix_is_the_same),
        cmocka_unit_test(overlap_without_a_matrix_is_the_same),
        cmocka_unit_test(likeness_to_itself_counts_in_lexrank),
        cmocka_unit_test(cauchy_matrices_have_few_columns),
        cmocka_unit_test(scores_run_from_0_to_1),
        cmocka_unit_test(lead_takes_turns),
        cmocka_unit_test(features_are_those_of_the_recipe),
        cmocka_unit_test(one_source_has_no_support),
        cmocka_unit_test(copies_raise_no_score),
        cmocka_unit_test(odd_stories_are_ranked),
        cmocka_unit_test(picks_keep_every_limit),
        cmocka_unit_test(picks_are_those_of_the_formula),
        cmocka_unit_test(ties_go_to_the_earlier_sentence),
        cmocka_unit_test(repeats_are_picked_last),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
