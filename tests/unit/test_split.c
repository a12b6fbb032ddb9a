/*
 * test_split.c - where sentences end. An example is a text with | at each place
 * where one must end; a blank stands there in the text that is cut.
 */
#include "text/text.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static jmp_buf out;
static struct escape escape = {&out};

static struct lang *language(struct arena *m, const char *own)
{
    struct lang *l;

    assert_int_equal(lang_new(m, STR("de"), STR(""), str_of(own), &l),
                     KERNSATZ_OK);
    return l;
}

/* The sentences of TEXT with "|" between them, "||" between paragraphs. */
static struct str cut_with(struct arena *m, const char *text, const char *own)
{
    struct cuts cuts;
    struct buf b = buf_new(m);

    text_cut(m, str_of(text), language(m, own), &cuts);
    for (uint32_t i = 0; i < cuts.n; i++) {
        if (i)
            buf_text(&b, cuts.cut[i].paragraph ? "||" : "|");
        buf_add(&b, str_span(str_of(text), cuts.cut[i].text));
    }
    buf_byte(&b, '\0');
    return buf_str(&b);
}

static void expect(const char *marked)
{
    struct arena *m = arena_new(&escape);
    struct str text = arena_copy(m, str_of(marked));
    char *copy = arena_get(m, text.len + 1);

    memcpy(copy, text.at, text.len);
    for (size_t i = 0; i < text.len; i++)
        if (copy[i] == '|')
            copy[i] = ' ';
    assert_string_equal(cut_with(m, copy, "").at, marked);
    arena_free(m);
}

static void test_numbers(void **state)
{
    (void)state;
    expect("Am 7. Juni öffnet das Bad.|Der Eintritt ist frei.");
    expect("Sie lief auf Platz 4.|Damit war sie zufrieden.");
    expect("Die 14. Ausgabe beginnt heute.");
    expect("Er kam 1987.|Seine Frau folgte.");
    expect("Der 1. FC Hausen verlor in der 88. Minute.");
    expect("Es wurde heller.|2016 endete der Streit.");
    expect("Das Rad kostet 1.250.|Der Helm ist dabei.");
    expect("Zum 10.000. Mal fuhr die Fähre.");
    expect("Im 18. und 19. Jahrhundert blühte der Ort.");
    expect("1. Das Tor bleibt zu.|2. Der Hund bleibt im Haus.");
}

static void test_abbreviations(void **state)
{
    (void)state;
    expect("Dr. Huber traf Mag. Berger in Wr. Neustadt.|Es regnete.");
    expect("Sie mag z. B. Äpfel, Birnen usw.|Der Markt hat offen.");
    expect("Es kostet 3 Mio. Franken.|Die Stadt zahlt 2 Mio.|Das genügt.");
    expect("Der Verein Bergfreunde e. V. lädt ein.");
    expect("Um 50 v. Chr. brannte der Ort.|Er lag am Fluss.");
    expect("Die Firma Roth & Co. KG schließt.");
    expect("Es kamen Roth, Blau und Co.|Stadtluft macht frei.");
    expect("So etwas ist keine Art.|Er ging.");
    expect("Siehe Art. 7 Abs. 2 Nr. 3.");
    expect("Auf dem Feld stand die EU.|Niemand sah hin.");
}

static void test_letters(void **state)
{
    (void)state;
    expect("Karl F. Huber sang.|Die Leute klatschten.");
    expect("Angeklagt ist Erwin S.|Er schweigt.");
    expect("Dänemark spielt in Gruppe B.|Gegner ist Malta.");
    expect("Das Schloss baute Otto III.|Danach verfiel es.");
    expect("Otto III. baute das Schloss.");
}

static void test_quotes(void **state)
{
    (void)state;
    expect("„Komm!“, rief sie.|Er kam.");
    expect("„Komm!“ rief sie.|„Ich komme.“|Dann war es still.");
    expect("»Es reicht.|Wir gehen«, sagte er.|»Sofort.«");
    expect("«Ja», sagte sie.|«Nein», sagte er.");
    expect("“Ja”, sagte sie.|“Nein.”|Er ging.");
    expect("\"Wir warten.\"|\"Wie lange?\"|Niemand wusste es.");
    expect("‚Nie‘, dachte er.|‚Nie.‘|‹Doch.›|›Gut.‹|Ende.");
    expect("Die Reihe „Was nun?“ läuft heute.");
    expect("Er sagte: „Das hört nie auf.|Der Regen fällt.|Die Sonne fehlt.");
}

static void test_brackets(void **state)
{
    (void)state;
    expect("Sie kam spät (sehr spät!) heim.|(Es war kalt.)|Er schlief.");
    expect("Die Suche geht weiter.|(APA, 4.5.2017)");
    expect("Das Tor fiel früh (3.).|Dann kam nichts mehr.");
    expect("Der Ort wuchs.[12]|Um 1900 kam die Bahn.²|Sie fährt noch.");
    expect("Unter Karl II. (1301–1350) wurde gebaut.");
}

static void test_marks(void **state)
{
    (void)state;
    expect("Er wartete …|Dann ging er.");
    expect("Das ist … sagen wir … neu.");
    expect("Toll!!!|Wirklich?!|Ja.");
    expect("Schön war es! 😀|Bis bald.");
    expect("Mehr auf www.beispiel.at.|Karten gibt es dort.");
    expect("Er ist 80.|– Na und?");
}

static void check_cut(const char *text, const char *expected)
{
    struct arena *m = arena_new(&escape);

    assert_string_equal(cut_with(m, text, "").at, expected);
    arena_free(m);
}

static void test_lines(void **state)
{
    (void)state;
    check_cut("Titel\n\nEin Satz. Noch einer.\n \t\nEnde.",
              "Titel||Ein Satz.|Noch einer.||Ende.");
    check_cut("Der Fluss stieg in der Nacht über die Ufer und\n"
              "überschwemmte zwei Dörfer. Die Feuerwehr kam am\n"
              "3. Mai mit Booten.",
              "Der Fluss stieg in der Nacht über die Ufer und\n"
              "überschwemmte zwei Dörfer.|Die Feuerwehr kam am\n"
              "3. Mai mit Booten.");
    check_cut("Einkauf für das lange Wochenende am See\n- Brot\n- Käse\n",
              "Einkauf für das lange Wochenende am See|- Brot|- Käse");
    check_cut("Hochwasser\nDer Fluss stieg in der Nacht über die Ufer.\r\n",
              "Hochwasser|Der Fluss stieg in der Nacht über die Ufer.");
    check_cut("Es war schön.Die Leute gingen.",
              "Es war schön.|Die Leute gingen.");
    check_cut(" \n\n ", "");
}

/* NBSP, soft hyphens and NFD change nothing. */
static void test_forms(void **state)
{
    (void)state;
    expect("Am 7.\u00a0Juni öffnet das Bad.|Es z.\u00a0B. ist neu.");
    expect("Die Bäcke\u00adrei ist zu.\u00ad|Der U\u00adm\u00adbau bgl.");
    expect("Der Verein fu\u0308r Bu\u0308cher u. A\u0308. hilft.|"
           "U\u0308ber Geld schweigt er.");
    expect("Es war scho\u0308n.|O\u0308sterreich siegte.");
}

static void test_own_abbreviations(void **state)
{
    struct arena *m = arena_new(&escape);

    (void)state;
    assert_string_equal(cut_with(m, "Die Abtlg. Holz zog um.", "").at,
                        "Die Abtlg.|Holz zog um.");
    assert_string_equal(cut_with(m, "Die Abtlg. Holz zog um.",
                                 "Abtlg\n").at,
                        "Die Abtlg. Holz zog um.");
    assert_string_equal(cut_with(m, "Es war die Abtlg. Der Chef ging.",
                                 "Abtlg\tmay\n").at,
                        "Es war die Abtlg.|Der Chef ging.");
    assert_string_equal(cut_with(m, "Die Abtlg. 5 und die Abtlg. Holz.",
                                 "Abtlg\tnumber\n").at,
                        "Die Abtlg. 5 und die Abtlg.|Holz.");
    arena_free(m);
}

static void test_article(void **state)
{
    struct arena *m = arena_new(&escape);
    struct article a = {.arena = m};
    struct paragraph p[] = {
        {.text = {0, 5}, .kind = PARA_TITLE},
        {.text = {6, 17}, .kind = PARA_TEXT},
        {.text = {18, 22}, .kind = PARA_HEADING},
        {.text = {23, 27}, .kind = PARA_ITEM},
    };

    (void)state;
    a.text = STR("Titel\nEins. Zwei.\nKopf\nDrei");
    a.paragraph = p;
    a.nparagraph = 4;
    text_split(&a, language(m, ""));
    assert_int_equal(a.nsentence, 4);
    assert_true(str_same(article_sentence(&a, 0), STR("Titel")));
    assert_true(str_same(article_sentence(&a, 2), STR("Zwei.")));
    assert_true(str_same(article_sentence(&a, 3), STR("Drei")));
    assert_int_equal(a.sentence[3].paragraph, 3);
    assert_int_equal(p[1].sentence.from, 1);
    assert_int_equal(p[1].sentence.to, 3);
    assert_int_equal(p[2].sentence.to - p[2].sentence.from, 0);
    arena_free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_abbreviations),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_brackets),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_own_abbreviations),
        cmocka_unit_test(test_article),
    };

    if (setjmp(out))
        return 3;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
