/* Bytes to blocks: encodings, plain text, front matter, dates, tables. */
#include "box.h"

#define READ(literal) read_bytes(STR(literal))

static struct str block(const struct box *b, uint32_t i)
{
    assert_true(i < b->a->nblock);
    return str_span(b->a->raw, b->a->block[i].raw);
}

static void block_is(const struct box *b, uint32_t i, const char *want)
{
    struct str s = block(b, i);
    char *copy = malloc(s.len + 1);

    memcpy(copy, s.at, s.len);
    copy[s.len] = '\0';
    assert_string_equal(copy, want);
    free(copy);
}

/* The bytes of the file that block I comes from. */
static struct str from_file(const struct box *b, uint32_t i)
{
    return str_span(b->a->bytes,
                    origin_file(&b->a->raw_origin, b->a->block[i].raw));
}

static void field_is(struct str s, const char *want)
{
    assert_int_equal(s.len, strlen(want));
    assert_memory_equal(s.at, want, s.len);
}

static void date_is(struct date d, int year, int month, int day)
{
    assert_int_equal(d.year, year);
    assert_int_equal(d.month, month);
    assert_int_equal(d.day, day);
}

/* ---- encodings ------------------------------------------------------ */

static void utf8_stays_where_it_is(void **state)
{
    struct box b = READ("\xef\xbb\xbfTür zu.\r\n\r\nWeiter.\rEnde");

    (void)state;
    assert_int_equal(b.status, KERNSATZ_OK);
    assert_string_equal(b.a->encoding, "UTF-8");
    assert_int_equal(b.a->nblock, 3);
    block_is(&b, 0, "Tür zu.");
    assert_true(str_same(block(&b, 0), from_file(&b, 0)));
    assert_int_equal(origin_file(&b.a->raw_origin,
                                 b.a->block[0].raw).from, 3);
    assert_true(b.a->block[1].hints & HINT_BLANK_BEFORE);
    assert_false(b.a->block[2].hints & HINT_BLANK_BEFORE);
    arena_free(b.m);
}

static void windows_1252_is_the_last_resort(void **state)
{
    struct box b = READ("\x84Gr\xfc\xdf" "e\x93 \x96 10 \x80\nM\xe4rz");

    (void)state;
    assert_string_equal(b.a->encoding, "windows-1252");
    assert_int_equal(b.remarks[KERNSATZ_REMARK_NOT_UTF8], 1);
    block_is(&b, 0, "„Grüße“ – 10 €");
    block_is(&b, 1, "März");
    assert_true(str_same(from_file(&b, 0),
                         STR("\x84Gr\xfc\xdf" "e\x93 \x96 10 \x80")));
    assert_true(str_same(from_file(&b, 1), STR("M\xe4rz")));
    arena_free(b.m);
}

static void latin_9_only_where_declared(void **state)
{
    struct arena *m = arena_new(&escape_here);
    struct origin o = {0};
    const char *encoding;
    struct str s = intake_decode(m, STR("10 \xa4 f\xfcr"),
                                 STR("iso-8859-15"), NULL, &encoding, &o);

    (void)state;
    assert_string_equal(encoding, "ISO-8859-15");
    assert_true(str_same(s, STR("10 € für")));
    arena_free(m);
}

static void utf16_with_and_without_mark(void **state)
{
    struct box b = READ("\xff\xfeT\0\xfc\0r\0 \0\x3d\xd8\0\xde!\0");
    struct box c = READ("\0D\0i\0e\0 \0T\0\xfc\0r\0 \0z\0u");

    (void)state;
    assert_string_equal(b.a->encoding, "UTF-16LE");
    block_is(&b, 0, "Tür 😀!");
    assert_int_equal(from_file(&b, 0).len, 14);
    assert_string_equal(c.a->encoding, "UTF-16BE");
    block_is(&c, 0, "Die Tür zu");
    assert_int_equal(from_file(&c, 0).len, 20);
    arena_free(b.m);
    arena_free(c.m);
}

static void one_bad_byte_does_not_spoil_utf8(void **state)
{
    struct box b = READ("Größe für \xfc Tür");
    struct box c = READ("Die Tür f\xc3");

    (void)state;
    assert_string_equal(b.a->encoding, "UTF-8");
    assert_int_equal(b.remarks[KERNSATZ_REMARK_INVALID_BYTES], 1);
    block_is(&b, 0, "Größe für \ufffd Tür");
    assert_string_equal(c.a->encoding, "UTF-8");
    block_is(&c, 0, "Die Tür f\ufffd");
    arena_free(b.m);
    arena_free(c.m);
}

static void double_encoding_is_repaired_from_three_on(void **state)
{
    struct box b = READ("FÃ¼r GrÃ¶ÃŸe â€žgutâ€œ und für");
    struct box c = READ("FÃ¼r zwei GrÃ¶ssen");

    (void)state;
    assert_int_equal(b.remarks[KERNSATZ_REMARK_REPAIRED], 5);
    block_is(&b, 0, "Für Größe „gut“ und für");
    assert_true(str_same(from_file(&b, 0), b.a->bytes));
    assert_int_equal(c.remarks[KERNSATZ_REMARK_REPAIRED], 0);
    block_is(&c, 0, "FÃ¼r zwei GrÃ¶ssen");
    arena_free(b.m);
    arena_free(c.m);
}

static void binaries_and_blanks_are_refused(void **state)
{
    struct box b = READ("%PDF-1.7 etwas"), c = READ(" \n\t\u00a0\n");
    struct box d = READ("\x01\x02\x03\x00\x01 Text \x04\x05"), e = READ("");

    (void)state;
    assert_int_equal(b.skip, KERNSATZ_SKIP_BINARY);
    assert_int_equal(c.skip, KERNSATZ_SKIP_EMPTY);
    assert_int_equal(d.skip, KERNSATZ_SKIP_BINARY);
    assert_int_equal(e.skip, KERNSATZ_SKIP_EMPTY);
    assert_int_equal(e.status, KERNSATZ_BAD_INPUT);
    arena_free(b.m);
    arena_free(c.m);
    arena_free(d.m);
    arena_free(e.m);
}

/* ---- plain text ----------------------------------------------------- */

static void bullets_make_items(void **state)
{
    struct box b = READ("In Kürze\n- Erstens.\n\n•\u00a0Zweitens.\n-ohne\n"
                        "– Drittens\n*\n3. Mai");

    (void)state;
    assert_int_equal(b.a->media, MEDIA_TEXT);
    assert_int_equal(b.a->nblock, 7);
    assert_int_equal(b.a->block[1].kind, BLOCK_ITEM);
    block_is(&b, 1, "Erstens.");
    block_is(&b, 2, "Zweitens.");
    assert_int_equal(b.a->block[3].kind, BLOCK_PARAGRAPH);
    block_is(&b, 4, "Drittens");
    block_is(&b, 6, "3. Mai");
    assert_int_equal(b.a->block[6].kind, BLOCK_PARAGRAPH);
    arena_free(b.m);
}

static void the_crawl_date_is_metadata(void **state)
{
    struct box b = READ(" date 2025-08-14 Das Werk schließt.\n\nEnde.");
    struct box c = READ("date 2018-03\nText"), d = READ("date palms grow");

    (void)state;
    date_is(b.a->markup.date, 2025, 8, 14);
    block_is(&b, 0, "Das Werk schließt.");
    date_is(c.a->markup.date, 2018, 3, 0);
    block_is(&c, 0, "Text");
    block_is(&d, 0, "date palms grow");
    arena_free(b.m);
    arena_free(c.m);
    arena_free(d.m);
}

static void front_matter_is_metadata(void **state)
{
    struct box b = READ("---\ntitle: \"Werk: zu\"\ndate: 2026-03-05\n"
                        "author:\n  - Eva Kern\n  - 'Ole Voss'\n"
                        "source: Hafenblatt\nurl: https://a.example/x\n"
                        "---\nDer Text.\n");
    struct box c = READ("---\nkein Kopf\n---\nText");

    (void)state;
    field_is(b.a->markup.title, "Werk: zu");
    field_is(b.a->markup.author, "Eva Kern, Ole Voss");
    field_is(b.a->markup.outlet, "Hafenblatt");
    field_is(b.a->markup.url, "https://a.example/x");
    date_is(b.a->markup.date, 2026, 3, 5);
    assert_int_equal(b.a->nblock, 1);
    block_is(&b, 0, "Der Text.");
    assert_int_equal(c.a->nblock, 4);
    arena_free(b.m);
    arena_free(c.m);
}

static void markdown_loses_its_marks(void **state)
{
    struct box b = READ("# Der *Deich* hält\n\nText mit **fettem** und "
                        "[Verweis](https://a.example/x) und 2 * 3 \\* 4.\n"
                        "- Punkt\n  - Unterpunkt\n1. Zahl\n> Zitat\n\n---\n"
                        "Unterstrichen\n---\n| a | b |\n|---|---|\n"
                        "```\n*code*\n```\n![Bild](b.png)\nEnde_der_Welt "
                        "der Schüler*innen und Lehrer*innen");

    (void)state;
    assert_int_equal(b.a->media, MEDIA_MARKDOWN);
    block_is(&b, 0, "Der Deich hält");
    assert_int_equal(b.a->block[0].kind, BLOCK_HEADING);
    assert_int_equal(b.a->block[0].level, 1);
    block_is(&b, 1, "Text mit fettem und Verweis und 2 * 3 * 4.");
    assert_true(b.a->block[1].link > 0);
    assert_true(b.a->block[1].hints & HINT_BLANK_BEFORE);
    assert_true(str_starts(from_file(&b, 1), STR("Text mit **")));
    assert_true(str_ends(from_file(&b, 1), STR(" 4.")));
    block_is(&b, 2, "Punkt");
    block_is(&b, 3, "Unterpunkt");
    assert_int_equal(b.a->block[3].level, 2);
    block_is(&b, 4, "Zahl");
    block_is(&b, 5, "Zitat");
    block_is(&b, 6, "Unterstrichen");
    assert_int_equal(b.a->block[6].level, 2);
    block_is(&b, 7, "a");
    assert_int_equal(b.a->block[8].kind, BLOCK_CELL);
    block_is(&b, 9, "*code*");
    block_is(&b, 10, "Ende_der_Welt der Schüler*innen und Lehrer*innen");
    assert_int_equal(b.a->nblock, 11);
    arena_free(b.m);
}

/* ---- dates ---------------------------------------------------------- */

static void dates_in_all_forms(void **state)
{
    static const struct {
        const char *text;
        int year, month, day;
    } cases[] = {
        {"15. August 2025, 15:51 Uhr", 2025, 8, 15},
        {"15.08.2025 15:51", 2025, 8, 15},
        {"15.8.25", 2025, 8, 15},
        {"12. 3. 2024", 2024, 3, 12},
        {"2025-08-15T15:51:00+02:00", 2025, 8, 15},
        {"20:00, 29 Jan 2024", 2024, 1, 29},
        {"Stand: 15.08.2025 15:51", 2025, 8, 15},
        {"Veröffentlicht am Freitag, 3. Jänner 2020", 2020, 1, 3},
        {"Sa, 1. Feber 2020", 2020, 2, 1},
        {"7. Mrz. 2019", 2019, 3, 7},
        {"7. März\u00a02019", 2019, 3, 7},
        {"9. Sept. 2019", 2019, 9, 9},
        {"15/08/2025", 2025, 8, 15},
        {"August 5, 2021", 2021, 8, 5},
        {"20180315", 2018, 3, 15},
        {"2018-03", 2018, 3, 0},
        {"vor 37 Minuten", 0, 0, 0},
        {"31.02.2020", 0, 0, 0},
        {"Version 1.2.3.4", 0, 0, 0},
        {"die 3. Mannschaft 2020", 0, 0, 0},
        {"Saison 2018-19", 0, 0, 0},
        {"Tel. 030 12345678", 0, 0, 0},
        {"am 12. Mai", 0, 0, 0},
        {"", 0, 0, 0},
    };
    struct box b = READ("Text");

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t len;

        date_is(intake_date(b.l, str_of(cases[i].text), &len),
                cases[i].year, cases[i].month, cases[i].day);
        assert_true(len <= strlen(cases[i].text));
        assert_int_equal(!len, !cases[i].year);
    }
    arena_free(b.m);
}

/* ---- tables --------------------------------------------------------- */

static void tables_with_tabs_commas_and_quotes(void **state)
{
    struct box b = READ("Text");
    struct meta_table t = {0}, u = {0}, v = {0};

    (void)state;
    assert_int_equal(
        intake_meta_table(b.m,
                          STR("\xef\xbb\xbf" "date\tfile\tx\toutlet\r\n"
                              "2026-03-05\ta.txt\t?\tNordblatt\r\n"
                              "\tb.txt\r\n"),
                          NULL, &t), KERNSATZ_OK);
    assert_int_equal(t.n, 2);
    field_is(t.file[0], "a.txt");
    field_is(t.meta[0].outlet, "Nordblatt");
    date_is(t.meta[0].date, 2026, 3, 5);
    field_is(t.file[1], "b.txt");
    assert_int_equal(t.meta[1].date.year, 0);
    assert_int_equal(
        intake_meta_table(b.m, STR("file,title\n"
                                   "\"a,b.txt\",\"Er sagt \"\"Ja\"\"\"\n"),
                          NULL, &u), KERNSATZ_OK);
    field_is(u.file[0], "a,b.txt");
    field_is(u.meta[0].title, "Er sagt \"Ja\"");
    assert_int_equal(intake_meta_table(b.m, STR("titel;datei\n1;2\n"), NULL,
                                       &v), KERNSATZ_BAD_INPUT);
    arena_free(b.m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_stays_where_it_is),
        cmocka_unit_test(windows_1252_is_the_last_resort),
        cmocka_unit_test(latin_9_only_where_declared),
        cmocka_unit_test(utf16_with_and_without_mark),
        cmocka_unit_test(one_bad_byte_does_not_spoil_utf8),
        cmocka_unit_test(double_encoding_is_repaired_from_three_on),
        cmocka_unit_test(binaries_and_blanks_are_refused),
        cmocka_unit_test(bullets_make_items),
        cmocka_unit_test(the_crawl_date_is_metadata),
        cmocka_unit_test(front_matter_is_metadata),
        cmocka_unit_test(markdown_loses_its_marks),
        cmocka_unit_test(dates_in_all_forms),
        cmocka_unit_test(tables_with_tabs_commas_and_quotes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
