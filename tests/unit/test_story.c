/* Copies, choice, attribution and order of briefs. */
#include "story/parts.h"
#include "story_of.h"
#include <stdio.h>

static const char harbour_one[] =
    "Hafenkran in Brinkhaven umgestürzt\n"
    "Im Hafen von Brinkhaven ist am Montag ein Kran umgestürzt.\n"
    "Der Kran fiel auf einen Lastwagen und ein Lagerhaus.\n"
    "Nach Angaben der Polizei wurden zwei Arbeiter leicht verletzt.\n"
    "Sie kamen in ein Krankenhaus.\n"
    "Die Hafenbehörde sperrte den Kai für drei Tage.\n"
    "Wer soll das bezahlen?\n"
    "Bürgermeisterin Ilse Tamm besuchte den Hafen am Dienstag.";
static const char harbour_two[] =
    "Kran stürzt auf Lagerhaus: zwei Verletzte\n"
    "Ein Kran ist im Hafen Brinkhaven auf ein Lagerhaus gestürzt.\n"
    "Zwei Arbeiter wurden dabei leicht verletzt.\n"
    "Zwei Arbeiter wurden leicht verletzt, wie die Polizei mitteilte.\n"
    "Der Kai bleibt nach Angaben der Hafenbehörde drei Tage gesperrt.\n"
    "Der Kran war 1987 gebaut und zuletzt im Herbst geprüft worden.";
static const char harbour_three[] =
    "Was wir wissen: Unfall im Hafen?\n"
    "In Brinkhaven ist ein Kran im Hafen umgestürzt.\n"
    "Schiffe aus Übersee werden nach Altmünde umgeleitet.\n"
    "Der Schaden liegt nach Schätzung der Versicherung bei einer Million.";

static struct told *harbour(uint32_t words)
{
    struct told *t = told_new(words);

    told_article(t, harbour_one);
    told_article(t, harbour_two);
    told_article(t, harbour_three);
    return t;
}

static struct brief *brief_of(struct told *t)
{
    struct weights *w;

    story_copies(t->m, &t->s);
    story_rows(&t->s);
    w = weigh_story(t->m, &t->s, t->l);
    rank_story(t->m, &t->s, w, &t->o);
    return story_brief(t->of_brief, &t->s, w, t->l, &t->o);
}

static const struct point *point_with(const struct brief *b, const char *text)
{
    for (uint32_t i = 0; i < b->npoint; i++)
        if (str_find(b->point[i].text, str_of(text), 0) <
            b->point[i].text.len)
            return &b->point[i];
    return NULL;
}

static uint32_t ncites(const struct point *p, enum role role)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < p->ncite; i++)
        n += p->cite[i].role == role;
    return n;
}

/* ---- copies -------------------------------------------------------------- */

static void test_copies(void **state)
{
    static const char again[] =
        "Unglück im Hafen\n"
        "Im Hafen von Brinkhaven ist am Montag ein Kran umgestürzt.\n"
        "Nach Angaben der Polizei wurden zwei Arbeiter leicht verletzt.\n"
        "Unsere Zeitung war vor Ort.";
    struct told *t = harbour(60);
    struct brief *b;

    (void)state;
    told_article(t, again);
    b = brief_of(t);
    assert_int_equal(t->s.article[0]->copy, 0);
    assert_int_equal(t->s.article[1]->copy, 1);
    assert_int_equal(t->s.article[2]->copy, 2);
    assert_int_equal(t->s.article[3]->copy, 0);
    assert_int_equal(b->source[3].origin, 1);
    told_free(t);
}

static void test_earlier_copy_is_the_origin(void **state)
{
    struct told *t = told_new(60);

    (void)state;
    told_article(t, harbour_one);
    told_article(t, harbour_one)->meta.date = (struct date){2026, 3, 5};
    story_copies(t->m, &t->s);
    assert_int_equal(t->s.article[0]->copy, 1);
    assert_int_equal(t->s.article[1]->copy, 1);
    told_free(t);
}

/* A reprint changes no weight: the sentences taken stay the same. */
static void test_copies_raise_nothing(void **state)
{
    struct told *one = harbour(40), *two = harbour(40);
    struct brief *b, *c;

    (void)state;
    told_article(two, harbour_three);
    b = brief_of(one);
    c = brief_of(two);
    assert_int_equal(b->npoint, c->npoint);
    for (uint32_t i = 0; i < b->npoint; i++)
        assert_true(str_same(b->point[i].text, c->point[i].text));
    told_free(one);
    told_free(two);
}

/* ---- the choice ---------------------------------------------------------- */

static void test_limits(void **state)
{
    (void)state;
    for (uint32_t words = 1; words < 120; words += 3) {
        struct told *t = harbour(words);
        struct brief *b = brief_of(t);
        uint32_t n = 0;

        for (uint32_t i = 0; i < b->npoint; i++)
            n += utf8_words(b->point[i].text);
        assert_int_equal(n, b->words);
        assert_true(n <= words);
        told_free(t);
    }
}

static void test_other_limits(void **state)
{
    struct told *t = harbour(0);
    struct brief *b;
    size_t chars = 0;
    uint32_t all = 0;

    (void)state;
    t->o.chars = 150;
    b = brief_of(t);
    for (uint32_t i = 0; i < b->npoint; i++)
        chars += utf8_count(b->point[i].text) + (i > 0);
    assert_in_range(chars, 90, 150);
    told_free(t);
    t = harbour(0);
    t->o.sentences = 2;
    assert_int_equal(brief_of(t)->npoint, 2);
    told_free(t);
    t = harbour(0);
    t->o.ratio = 30;
    b = brief_of(t);
    for (uint32_t i = 0; i < t->s.nrow; i++)
        all += row_sentence(&t->s, i)->words;
    assert_in_range(b->words, all * 20 / 100, all * 30 / 100);
    told_free(t);
}

static void test_choice(void **state)
{
    struct told *t = harbour(60);
    struct brief *b = brief_of(t);

    (void)state;
    assert_non_null(strstr(arena_copy(t->m, b->point[0].text).at, "Kran"));
    assert_non_null(point_with(b, "verletzt"));
    assert_null(point_with(b, "Sie kamen"));
    assert_null(point_with(b, "bezahlen?"));
    assert_true(b->words >= 54);
    told_free(t);
}

/* Nothing stands twice, however much room there is. */
static void test_no_repeats(void **state)
{
    struct told *t = told_new(200);
    struct brief *b;

    (void)state;
    told_article(t, harbour_two);
    told_article(t, "Kran\nZwei Arbeiter wurden leicht verletzt, wie die "
                    "Polizei mitteilte.\nDer Wind war stark.");
    b = brief_of(t);
    for (uint32_t i = 0; i < b->npoint; i++)
        for (uint32_t k = 0; k < i; k++)
            assert_false(str_same(b->point[i].text, b->point[k].text));
    told_free(t);
}

/* Where all sentences refer back the one before is shown. */
static void test_context(void **state)
{
    struct told *t = told_new(10);
    struct brief *b;
    const struct point *p;

    (void)state;
    told_article(t, "Hafen\nDeshalb ruht dort seit gestern der ganze "
                    "Betrieb im Hafen mit allen Schiffen und Kränen.\n"
                    "Er soll morgen wieder beginnen.");
    b = brief_of(t);
    assert_int_equal(b->npoint, 1);
    p = &b->point[0];
    assert_int_equal(ncites(p, ROLE_CONTEXT), 1);
    assert_int_equal(p->cite[p->ncite - 1].sentence, 1);
    told_free(t);
}

/* ---- attribution --------------------------------------------------------- */

static void test_cites(void **state)
{
    struct told *t = harbour(200);
    struct brief *b = brief_of(t);
    const struct point *p = point_with(b, "Million");

    (void)state;
    assert_non_null(p);
    assert_int_equal(p->ncite, 1);
    assert_int_equal(p->cite[0].role, ROLE_ORIGIN);
    assert_int_equal(p->cite[0].source, 3);
    assert_int_equal(p->cite[0].sentence, 3);
    assert_true(str_same(str_span(t->s.article[2]->text, p->cite[0].bytes),
                         p->text));
    p = point_with(b, "Arbeiter");
    assert_non_null(p);
    assert_int_equal(ncites(p, ROLE_ALSO), 1);
    assert_true(p->cite[1].wording.len > 0);
    told_free(t);
}

static void test_sources(void **state)
{
    struct told *t = harbour(200);
    struct brief *b = brief_of(t);
    uint32_t used = 0;

    (void)state;
    assert_int_equal(b->nsource, 3);
    assert_int_equal(b->source[0].sentences, 7);
    assert_true(str_same(b->source[1].file, STR("b.txt")));
    for (uint32_t i = 0; i < b->nsource; i++) {
        used += b->source[i].used;
        assert_int_equal(t->s.input[i].state,
                         b->source[i].used ? INPUT_USED : INPUT_READ);
    }
    assert_int_equal(used, b->npoint);
    told_free(t);
}

static void test_title(void **state)
{
    struct told *t = harbour(60);
    struct brief *b = brief_of(t);

    (void)state;
    assert_true(b->title.text.len > 0);
    assert_int_not_equal(b->title.cite[0].source, 3);
    assert_int_equal(b->title.cite[0].sentence, 0);
    told_free(t);
    t = told_new(60);
    told_article(t, "Was geschah im Hafen?\nIm Hafen fiel ein Kran um.");
    assert_int_equal(brief_of(t)->title.text.len, 0);
    told_free(t);
}

static void test_ids(void **state)
{
    struct told *t = told_new(60);
    struct brief *b;
    char hex[65];

    (void)state;
    told_article(t, "Im Hafen fiel ein Kran um.\n"
                    "Im Hafen fiel ein Kran um.");
    b = brief_of(t);
    sha256_hex(STR("Im Hafen fiel ein Kran um."), hex);
    assert_int_equal(b->title.id.len, 13);
    assert_int_equal(b->title.id.at[0], 'k');
    assert_memory_equal(b->title.id.at + 1, hex, 12);
    assert_int_equal(b->npoint, 1);
    assert_memory_equal(b->point[0].id.at, b->title.id.at, 13);
    assert_true(str_ends(b->point[0].id, STR("-2")));
    told_free(t);
}

/* ---- order, left, odd input ---------------------------------------------- */

static void test_order(void **state)
{
    struct told *t = harbour(200);
    struct brief *b = brief_of(t);

    (void)state;
    for (uint32_t i = 2; i < b->npoint; i++)
        for (uint32_t k = 1; k < i; k++)
            if (b->point[i].cite[0].source == b->point[k].cite[0].source)
                assert_true(b->point[k].cite[0].sentence <
                            b->point[i].cite[0].sentence);
    told_free(t);
    t = harbour(200);
    t->o.order = KERNSATZ_ORDER_SCORE;
    b = brief_of(t);
    for (uint32_t i = 1; i < b->npoint; i++)
        assert_true(b->point[i - 1].score >= b->point[i].score);
    told_free(t);
}

static void test_left(void **state)
{
    struct told *t = harbour(20);
    struct brief *b = brief_of(t);
    bool found = false;

    (void)state;
    for (uint32_t i = 0; i < b->nleft; i++) {
        const struct left *x = &b->left[i];

        found |= str_starts(x->text, STR("Schiffe aus Übersee"));
        assert_false(str_starts(x->text, STR("Sie kamen")));
        assert_false(str_starts(x->text, STR("Zwei Arbeiter wurden leicht")));
        assert_null(point_with(b, arena_copy(t->m, x->text).at));
    }
    assert_true(found);
    told_free(t);
}

static void test_odd(void **state)
{
    struct told *t = told_new(60);
    struct brief *b;

    (void)state;
    told_article(t, "\nFeuer.");
    told_article(t, "\n");
    told_article(t, "");
    b = brief_of(t);
    assert_int_equal(b->title.text.len, 0);
    assert_int_equal(b->nsource, 3);
    assert_true(b->npoint <= 1);
    told_free(t);
}

static void test_times(void **state)
{
    struct told *t = told_new(60);
    struct brief *b;

    (void)state;
    told_article(t, "\nDer Kran im Hafen von Brinkhaven ist gestern "
                    "umgestürzt.");
    b = brief_of(t);
    assert_int_equal(b->npoint, 1);
    assert_int_equal(b->point[0].nwhen, 1);
    assert_int_equal(b->point[0].when[0].date.day, 5);
    assert_true(str_same(b->point[0].when[0].words, STR("gestern")));
    told_free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copies),
        cmocka_unit_test(test_earlier_copy_is_the_origin),
        cmocka_unit_test(test_copies_raise_nothing),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_other_limits),
        cmocka_unit_test(test_choice),
        cmocka_unit_test(test_no_repeats),
        cmocka_unit_test(test_context),
        cmocka_unit_test(test_cites),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_title),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_left),
        cmocka_unit_test(test_odd),
        cmocka_unit_test(test_times),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
