/* test_token.c - words, parts, ranges and flags of sentences. */
#include "marked.h"

static void assert_token(struct marked *k, uint32_t i, const char *text,
                         int marks)
{
    const struct token *t = &k->a->token[i];

    assert_true(i < k->a->ntoken);
    assert_span(k, (struct span){t->at, t->at + t->len}, text);
    assert_int_equal(t->marks & ~TOKEN_NAME, marks);
}

static void words_and_parts(void **state)
{
    struct marked *k = marked_one("Die U-Bahn-Linie fährt's, Ösen-Öl 3-fach.");

    (void)state;
    assert_token(k, 0, "Die", TOKEN_CAPITAL | TOKEN_FIRST);
    assert_token(k, 1, "U-Bahn-Linie", TOKEN_CAPITAL);
    assert_token(k, 2, "Bahn", TOKEN_CAPITAL | TOKEN_PART);
    assert_token(k, 3, "Linie", TOKEN_CAPITAL | TOKEN_PART);
    assert_token(k, 4, "fährt's", 0);
    assert_token(k, 5, "Ösen-Öl", TOKEN_CAPITAL);
    assert_token(k, 6, "Ösen", TOKEN_CAPITAL | TOKEN_PART);
    assert_token(k, 7, "Öl", TOKEN_CAPITAL | TOKEN_PART);
    assert_token(k, 8, "3-fach", TOKEN_DIGITS | TOKEN_NUMBER);
    assert_token(k, 9, "fach", TOKEN_PART);
    assert_int_equal(k->a->ntoken, 10);
    assert_int_equal(k->a->sentence[1].words, 5);
    marked_free(k);
}

static void hyphens_hang(void **state)
{
    struct marked *k = marked_one("Strom- und Gas–Netz d’accord -");

    (void)state;
    assert_token(k, 0, "Strom", TOKEN_CAPITAL | TOKEN_FIRST);
    assert_token(k, 2, "Gas", TOKEN_CAPITAL);
    assert_token(k, 3, "Netz", TOKEN_CAPITAL);
    assert_token(k, 4, "d’accord", 0);
    assert_int_equal(k->a->ntoken, 5);
    marked_free(k);
}

static void titles_have_tokens(void **state)
{
    struct marked *k = marked_new("Neue Fähre\nSie fährt.\n\nEnde");

    (void)state;
    assert_int_equal(k->a->sentence[0].token.from, 0);
    assert_int_equal(k->a->sentence[0].token.to, 2);
    assert_int_equal(k->a->sentence[1].token.to, 4);
    assert_int_equal(k->a->sentence[2].token.from, 4);
    assert_int_equal(k->a->sentence[2].token.to, 4);
    assert_int_equal(k->a->sentence[3].token.to, 5);
    assert_true(k->a->token[0].word != k->a->token[1].word);
    marked_free(k);
}

static int flags_of(const char *sentence)
{
    struct marked *k = marked_one(sentence);
    int flags = k->a->sentence[1].flags & ~SENTENCE_PARA_START;

    assert_true(k->a->sentence[1].flags & SENTENCE_PARA_START);
    marked_free(k);
    return flags;
}

static void flags(void **state)
{
    (void)state;
    assert_int_equal(flags_of("Der See ist voll."), 0);
    assert_int_equal(flags_of("Ist der See voll?"), SENTENCE_QUESTION);
    assert_int_equal(flags_of("„Ist er voll?“"),
                     SENTENCE_QUESTION | SENTENCE_QUOTED);
    assert_int_equal(flags_of("Der See ist voll!"), SENTENCE_EXCLAIMED);
    assert_int_equal(flags_of("* Der See ist voll."), SENTENCE_ITEM);
    assert_int_equal(flags_of("Da staunten wir."), SENTENCE_FIRST_PERSON);
    assert_int_equal(flags_of("«Da staunten wir», sagte Lutz."),
                     SENTENCE_QUOTED);
    assert_int_equal(flags_of("Da staunten wir“, sagte Lutz."), 0);
}

static void denials(void **state)
{
    (void)state;
    assert_int_equal(flags_of("Der Verein dementiert den Verkauf."),
                     SENTENCE_DENIES);
    assert_int_equal(flags_of("Ob es Brandstiftung war, ist offen."),
                     SENTENCE_DENIES);
    assert_int_equal(flags_of("Die Stadt weist den Vorwurf zurück."),
                     SENTENCE_DENIES);
    assert_int_equal(flags_of("Die Zahl wurde bisher nicht bestätigt."),
                     SENTENCE_DENIES);
    assert_int_equal(flags_of("Die Kasse ist offen, die Zahl bestätigt."), 0);
}

static void odd_input(void **state)
{
    struct marked *k = marked_new("");

    (void)state;
    assert_int_equal(k->a->ntoken, 0);
    marked_free(k);
    k = marked_one("„“ … – ' -- ''");
    assert_int_equal(k->a->ntoken, 0);
    marked_free(k);
}

static void long_words_are_cut(void **state)
{
    size_t n = 150000;
    char *lines = test_malloc(n + 2);
    struct marked *k;

    (void)state;
    memset(lines, 'a', n + 1);
    lines[0] = '\n';
    lines[n + 1] = 0;
    k = marked_new(lines);
    assert_int_equal(k->a->ntoken, 3);
    assert_int_equal(k->a->token[0].len, 65000);
    assert_int_equal(k->a->token[2].len, n - 2 * 65000);
    marked_free(k);
    test_free(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_parts),
        cmocka_unit_test(hyphens_hang),
        cmocka_unit_test(titles_have_tokens),
        cmocka_unit_test(flags),
        cmocka_unit_test(denials),
        cmocka_unit_test(odd_input),
        cmocka_unit_test(long_words_are_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
