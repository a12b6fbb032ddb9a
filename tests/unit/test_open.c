/* test_open.c - sentences that can and cannot stand alone. */
#include "marked.h"

struct expected {
    const char *sentence;
    enum open_reason reason;
};

static void check(const struct expected *e, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct marked *k = marked_one(e[i].sentence);

        if (k->a->sentence[1].open != e[i].reason)
            fail_msg("%d: \"%s\"", k->a->sentence[1].open, e[i].sentence);
        assert_int_equal(k->a->sentence[0].open, OPEN_NOT);
        marked_free(k);
    }
}

#define CHECK(list) check(list, sizeof(list) / sizeof *(list))

static void words(void **state)
{
    static const struct expected list[] = {
        {"Dabei wurde ein Fenster zerstört.", OPEN_WORD},
        {"Sie stammt aus dem alten Hafen.", OPEN_WORD},
        {"Grund ist ein Riss im Damm.", OPEN_WORD},
        {"Mit anderen Worten: Die Tür stand offen.", OPEN_WORD},
        {"Das zahlt uns kein Mensch in Ulm.", OPEN_WORD},
        {"Das finde ich in Ulm ganz richtig.", OPEN_WORD},
        {"In Ulm kosteten sie drei Euro.", OPEN_WORD},
        {"Der Pegel steigt nach ihren Angaben weiter.", OPEN_WORD},
        {"In dieser Lage hilft nur Beton.", OPEN_WORD},
        {"Bis Sonntag darf deshalb jeder mitfahren.", OPEN_WORD},
        {"Drei seiner Boote fehlen seit Mai.", OPEN_WORD},
        {"„Der Damm hält bis Mai“, sagte er.", OPEN_WORD},
        {"Die Stadt lehnt das strikt ab.", OPEN_WORD},
        {"Länge: bis zu 40 Meter im Hafen!", OPEN_WORD},
        {"Ob danach Boote fahren, ist für Lutz offen.", OPEN_WORD},
    };

    (void)state;
    CHECK(list);
}

static void speech(void **state)
{
    static const struct expected list[] = {
        {"Der Schaden lasse sich noch nicht beziffern.", OPEN_SPEECH},
        {"Man habe den Hafen im Mai geräumt.", OPEN_SPEECH},
        {"Der Schaden lasse sich messen, sagte Lutz.", OPEN_NOT},
        {"Laut Lutz lasse sich der Schaden messen.", OPEN_NOT},
        {"Nach Angaben der Stadt sei der Damm dicht.", OPEN_NOT},
        {"Es gibt den Vorwurf, der Damm sei undicht.", OPEN_NOT},
        {"Lutz prüft, ob der Damm dicht sei.", OPEN_NOT},
        {"„Die Lage bleibt im Hafen ernst.“", OPEN_QUOTE},
        {"„Die Lage bleibt im Hafen ernst“, sagte Lutz.", OPEN_NOT},
        {"„Alte Liebe“ heißt das Boot im Hafen.", OPEN_NOT},
        {"Die Lage bleibt im Hafen ernst“, sagte Lutz.", OPEN_FORM},
    };

    (void)state;
    CHECK(list);
}

static void nouns_and_form(void **state)
{
    static const struct expected list[] = {
        {"Der Händler hat den Käse im Mai verkauft.", OPEN_DEFINITE},
        {"Wie das Unternehmen mitteilt, ist der Damm dicht.", OPEN_DEFINITE},
        {"Der 33-Jährige floh in den Hafen.", OPEN_DEFINITE},
        {"Der 33-jährige Jan Lutz floh in den Hafen.", OPEN_NOT},
        {"und dann brach in Ulm der Damm.", OPEN_WORD},
        {"im Hafen liegen drei alte Boote.", OPEN_FORM},
        {"Im Hafen liegen drei alte Boote:", OPEN_FORM},
        {"Boote im Hafen.", OPEN_FORM},
        {"Hier gilt: nichts wie weg.", OPEN_WORD},
        {"* im Hafen drei alte Boote", OPEN_LIST},
        {"* Hersteller: Werft Lutz in Ulm", OPEN_NOT},
    };

    (void)state;
    CHECK(list);
}

static void stand_alone(void **state)
{
    static const struct expected list[] = {
        {"Das alte Boot liegt im Hafen.", OPEN_NOT},
        {"Das in Ulm gebaute Boot liegt im Hafen.", OPEN_NOT},
        {"Lutz rechnet damit, dass der Damm hält.", OPEN_NOT},
        {"Lutz riet dazu, den Hafen zu räumen.", OPEN_NOT},
        {"Die Stadt will in diesem Jahr bauen.", OPEN_NOT},
        {"Es gibt im Hafen drei alte Boote.", OPEN_NOT},
        {"Die Werft nahm ihre Boote aus dem Hafen.", OPEN_NOT},
        {"„Ich bin im Hafen“, sagte Jan Lutz.", OPEN_NOT},
        {"Der Damm, so Lutz, sei im Mai gebrochen.", OPEN_NOT},
    };

    (void)state;
    CHECK(list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(speech),
        cmocka_unit_test(nouns_and_form),
        cmocka_unit_test(stand_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
