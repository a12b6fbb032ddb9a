/*
 * Briefs in their five forms against golden files that were read line by line,
 * what an XML parser makes of the two XLIFF versions, and the lines that depend
 * on few fields: head, marks, periods.
 */
#include "format/parts.h"
#include "hand_brief.h"
#include <libxml/parser.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct form {
    struct arena *m;
    struct escape escape;
    jmp_buf out;
    struct buf made;
};

static int start(void **state)
{
    struct form *f = test_calloc(1, sizeof *f);

    f->escape.way_out = &f->out;
    f->m = arena_new(&f->escape);
    f->made = buf_new(f->m);
    *state = f;
    return 0;
}

static int stop(void **state)
{
    struct form *f = *state;

    arena_free(f->m);
    test_free(f);
    return 0;
}

static const char *made(struct form *f)
{
    struct str s = arena_copy(f->m, buf_str(&f->made));

    f->made.len = 0;
    return s.at;
}

static const char *brief_as(struct form *f, const struct brief *b,
                            enum kernsatz_format format)
{
    format_brief(&f->made, b, format);
    return made(f);
}

/* The golden file; FORMAT_GOLDEN=1 writes it anew. */
static void same_as_file(struct form *f, const char *path, const char *text)
{
    struct str golden = {0};
    int why = 0;

    if (getenv("FORMAT_GOLDEN"))
        assert_int_equal(file_write(path, str_of(text)), 0);
    assert_int_equal(file_read(f->m, path, 1 << 20, &golden, &why), FILE_READ);
    golden = arena_copy(f->m, golden);
    assert_string_equal(golden.at, text);
}

static void golden_of_all_forms(void **state)
{
    static const char *const path[] = {
        "tests/golden/format.txt", "tests/golden/format.md",
        "tests/golden/format.jsonl", "tests/golden/format.xlf",
        "tests/golden/format.2.xlf"};
    struct form *f = *state;
    struct brief b = hand_brief();

    for (int i = KERNSATZ_TEXT; i <= KERNSATZ_XLIFF20; i++)
        same_as_file(f, path[i],
                     brief_as(f, &b, (enum kernsatz_format)i));
}

/* ---- read back --------------------------------------------------------- */

/* The next element NAME behind NODE in the order of the document. */
static xmlNode *next_of(xmlNode *node, const char *name)
{
    while (node) {
        if (node->children) {
            node = node->children;
        } else {
            while (node && !node->next)
                node = node->parent;
            node = node ? node->next : NULL;
        }
        if (node && node->type == XML_ELEMENT_NODE &&
            !strcmp((const char *)node->name, name))
            break;
    }
    return node;
}

static void content_is(xmlNode *node, struct str want)
{
    xmlChar *got;

    assert_non_null(node);
    got = xmlNodeGetContent(node);
    assert_int_equal(strlen((char *)got), want.len);
    assert_memory_equal(got, want.at, want.len);
    xmlFree(got);
}

static void attribute_is(xmlNode *node, const char *name, const char *want)
{
    xmlChar *got;

    assert_non_null(node);
    got = xmlGetProp(node, (const xmlChar *)name);
    if (want)
        assert_string_equal((char *)got, want);
    else
        assert_null(got);
    xmlFree(got);
}

static xmlDoc *parsed(const char *text)
{
    xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), "brief", "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_NOERROR |
                                    XML_PARSE_NOWARNING);

    assert_non_null(doc);
    return doc;
}

static void xliff_reads_back(void **state)
{
    struct form *f = *state;
    struct brief b = hand_brief();

    for (int v = KERNSATZ_XLIFF12; v <= KERNSATZ_XLIFF20; v++) {
        xmlDoc *doc = parsed(brief_as(f, &b, (enum kernsatz_format)v));
        xmlNode *root = xmlDocGetRootElement(doc);
        xmlNode *unit = root, *source = root;
        uint32_t n = 0;

        attribute_is(next_of(root, "file"), "original",
                     "turm & \"glocke\"\t2");
        for (;; n++) {
            const struct point *p = n ? &b.point[n - 1] : &b.title;

            unit = next_of(unit, v == KERNSATZ_XLIFF12 ? "trans-unit" : "unit");
            if (!unit)
                break;
            source = next_of(source, "source");
            assert_true(n <= b.npoint);
            attribute_is(unit, "id", p->id.at);
            content_is(source, p->text);
        }
        assert_int_equal(n, b.npoint + 1);
        xmlFreeDoc(doc);
    }
}

/* Targets: none asked for, and copied from the source. */
static void xliff_targets(void **state)
{
    struct form *f = *state;
    struct brief b = hand_brief();
    const char *text;

    b.copy_source = true;
    text = brief_as(f, &b, KERNSATZ_XLIFF12);
    assert_non_null(strstr(text, "<target xml:lang=\"en\" state=\"new\">"
                                 "Glockenturm in Obermühl: Uhr &amp; Werk "
                                 "stehen still</target>"));
    text = brief_as(f, &b, KERNSATZ_XLIFF20);
    assert_non_null(strstr(text, "<segment id=\"s\" state=\"initial\">\n"
                                 "        <source>Glockenturm"));
    assert_non_null(strstr(text, "</source>\n        <target>Glockenturm in "
                                 "Obermühl: Uhr &amp; Werk stehen still"
                                 "</target>\n      </segment>"));
    b = hand_brief();
    b.target = (struct str){0};
    text = brief_as(f, &b, KERNSATZ_XLIFF12);
    assert_null(strstr(text, "target-language"));
    assert_non_null(strstr(text, "        <target state=\"new\"/>\n"));
    text = brief_as(f, &b, KERNSATZ_XLIFF20);
    assert_null(strstr(text, "trgLang"));
    assert_null(strstr(text, "<target"));
}

static void stamp_only_when_given(void **state)
{
    struct form *f = *state;
    struct brief b = hand_brief();
    xmlDoc *doc;

    assert_null(strstr(brief_as(f, &b, KERNSATZ_XLIFF12), " date="));
    assert_null(strstr(brief_as(f, &b, KERNSATZ_TEXT), "Stand"));
    b.stamp = STR("2026-03-06T08:00:00Z");
    doc = parsed(brief_as(f, &b, KERNSATZ_XLIFF12));
    attribute_is(next_of(xmlDocGetRootElement(doc), "file"), "date",
                 b.stamp.at);
    xmlFreeDoc(doc);
    assert_non_null(strstr(brief_as(f, &b, KERNSATZ_TEXT),
                           ", 47 Wörter, Stand: 6. März 2026, 08:00 UTC\n"));
    assert_non_null(strstr(brief_as(f, &b, KERNSATZ_JSONL),
                           "\"version\":\"" KERNSATZ_VERSION
                           "\",\"date\":\"2026-03-06T08:00:00Z\"}\n"));
}

/* Without a title the first sentence's note has the list of sources. */
static void untitled(void **state)
{
    static const char list[] = "Alle Quellen dieses Berichts:\n[1] apx, ";
    struct form *f = *state;
    struct brief b = hand_brief();
    const char *text, *at;

    b.title = (struct point){0};
    for (int v = KERNSATZ_XLIFF12; v <= KERNSATZ_XLIFF20; v++) {
        text = brief_as(f, &b, (enum kernsatz_format)v);
        assert_null(strstr(text, "headline"));
        at = strstr(text, list);
        assert_non_null(at);
        assert_true(at < strstr(text, "sentence-2"));
        assert_null(strstr(at + 1, list));
    }
    assert_int_equal(strncmp(brief_as(f, &b, KERNSATZ_TEXT), "5 Quellen, ",
                             strlen("5 Quellen, ")), 0);
    assert_int_equal(strncmp(brief_as(f, &b, KERNSATZ_MARKDOWN), "*5 Quellen",
                             strlen("*5 Quellen")), 0);
    text = brief_as(f, &b, KERNSATZ_JSONL);
    assert_non_null(strstr(text, "\"title\":null,"));
    assert_null(strstr(text, "\"kind\":\"title\""));
}

/* ---- single lines ------------------------------------------------------ */

/* One source: no marks, nothing left out, singular forms. */
static void one_source(void **state)
{
    struct form *f = *state;
    struct brief b = hand_brief();
    struct point p = hand_point[3];
    struct source s = hand_source[2];
    struct cite c = {ROLE_ORIGIN, 1, 1, {0, 9}, {0}, 1};

    p.text = STR("Läutet!");
    p.cite = &c;
    b.title = (struct point){0};
    b.source = &s;
    b.point = &p;
    b.nsource = b.npoint = b.ninput = b.words = b.removed = 1;
    assert_string_equal(brief_as(f, &b, KERNSATZ_TEXT),
                        "1 Quelle, 1 Satz, 1 Wort\n\nLäutet!\n\nQuellen\n"
                        "[1] 03_%0Aturm.txt, orte/03_%0Aturm.txt – "
                        "1 von 1 Satz, 1 Abweichung\n"
                        "1 Datei: 1 gelesen, 0 Dubletten, 0 übersprungen; "
                        "1 Zeile Beiwerk entfernt\n");
    assert_string_equal(brief_as(f, &b, KERNSATZ_MARKDOWN),
                        "*1 Quelle, 1 Satz, 1 Wort*\n\nLäutet!\n\n"
                        "## Quellen\n\n1. 03\\_%0Aturm.txt, "
                        "orte/03\\_%0Aturm.txt – 1 von 1 Satz, 1 Abweichung"
                        "\n\n*1 Datei: 1 gelesen, 0 Dubletten, "
                        "0 übersprungen; 1 Zeile Beiwerk entfernt*\n");
}

static void periods(void **state)
{
    static const struct {
        struct date first, last;
        const char *want;
    } t[] = {
        {{2026, 3, 5}, {2026, 3, 5}, "2 Quellen, 5. März 2026, 0 Sätze"},
        {{2026, 3, 4}, {2026, 3, 3}, "2 Quellen, 3.–4. März 2026, 0 Sätze"},
        {{2026, 2, 28}, {2026, 3, 3},
         "2 Quellen, 28. Februar – 3. März 2026, 0 Sätze"},
        {{2025, 12, 31}, {2026, 1, 1},
         "2 Quellen, 31. Dezember 2025 – 1. Januar 2026, 0 Sätze"},
        {{2026, 3, 0}, {2026, 3, 9}, "2 Quellen, 9. März 2026, 0 Sätze"},
        {{0, 0, 0}, {0, 0, 0}, "2 Quellen, 0 Sätze"}};
    struct form *f = *state;
    struct source s[2] = {hand_source[0], hand_source[1]};
    struct brief b = {.source = s, .nsource = 2};

    for (uint32_t i = 0; i < COUNT(t); i++) {
        s[0].date = t[i].first;
        s[1].date = t[i].last;
        add_head(&f->made, &b);
        assert_int_equal(strncmp(made(f), t[i].want, strlen(t[i].want)), 0);
    }
}

static void days(void **state)
{
    static const struct {
        struct date date;
        const char *day, *iso;
    } t[] = {{{2026, 12, 9}, "9. Dezember 2026", "2026-12-09"},
             {{2026, 5, 0}, "Mai 2026", "2026-05"},
             {{987, 1, 2}, "2. Januar 987", "0987-01-02"}};
    struct form *f = *state;

    for (uint32_t i = 0; i < COUNT(t); i++) {
        add_day(&f->made, t[i].date);
        assert_string_equal(made(f), t[i].day);
        add_iso(&f->made, t[i].date);
        assert_string_equal(made(f), t[i].iso);
    }
}

static void marks(void **state)
{
    /* cites of one point as source and role; copies: 2 of 1, 5 of 4 */
    static const struct {
        uint32_t n;
        struct cite cite[5];
        const char *want;
    } t[] = {
        {1, {{.role = ROLE_ORIGIN, .source = 3}}, " [nur 3]"},
        {2, {{.role = ROLE_ORIGIN, .source = 1},
             {.role = ROLE_ALSO, .source = 2}}, " [1=2]"},
        {2, {{.role = ROLE_ORIGIN, .source = 2},
             {.role = ROLE_ALSO, .source = 1}}, " [2=1]"},
        {3, {{.role = ROLE_ORIGIN, .source = 1},
             {.role = ROLE_ALSO, .source = 3},
             {.role = ROLE_ALSO, .source = 4}}, " [1; auch 3, 4]"},
        {5, {{.role = ROLE_ORIGIN, .source = 1},
             {.role = ROLE_ALSO, .source = 2},
             {.role = ROLE_ALSO, .source = 3},
             {.role = ROLE_ALSO, .source = 4},
             {.role = ROLE_ALSO, .source = 5}}, " [1=2; auch 3, 4=5]"},
        {3, {{.role = ROLE_ORIGIN, .source = 1},
             {.role = ROLE_DIFFERS, .source = 2},
             {.role = ROLE_CONTEXT, .source = 1}}, " [nur 1]"}};
    struct form *f = *state;
    struct brief b = hand_brief();

    for (uint32_t i = 0; i < COUNT(t); i++) {
        struct point p = {.cite = (struct cite *)t[i].cite, .ncite = t[i].n};

        add_mark(&f->made, &b, &p);
        assert_string_equal(made(f), t[i].want);
    }
}

static void escapes(void **state)
{
    static const struct {
        void (*add)(struct buf *, struct str);
        const char *in, *out;
    } t[] = {
        {add_xml, "a<b>&\"'\r\n\t]]>", "a&lt;b&gt;&amp;&quot;'&#13;\n\t]]&gt;"},
        /* what XML forbids (production 2): C0, U+FFFE, broken UTF-8 */
        {add_xml, "x\x01\x0b\x1f\xef\xbf\xbe\xff\xc3y\x7f\xf0\x9f\x94\x94",
         "xy\x7f\xf0\x9f\x94\x94"},
        {add_json, "\"\\/\n\t\x01\x7f", "\"\\\"\\\\/\\n\\t\\u0001\\u007f\""},
        {add_json, "\u00ad\u2028\u202e\u2066\U0001F514\xff",
         "\"\u00ad\\u2028\\u202e\\u2066\U0001F514\\ufffd\""},
        {add_markdown, "12. Mai", "12\\. Mai"},
        {add_markdown, "12.5 1) 2", "12.5 1) 2"},
        {add_markdown, "7) a", "7\\) a"},
        {add_markdown, "- a - b", "\\- a - b"},
        {add_markdown, "> a > b", "\\> a > b"},
        {add_markdown, "a_b _c_", "a_b \\_c\\_"},
        {add_markdown, "R&D &copy; &x & y;", "R&D \\&copy; &x & y;"},
        {add_address, "http://a.example/(x)?c d&e=f&lt;g",
         "http://a.example/%28x%29?c%20d&e=f\\&lt;g"}};
    struct form *f = *state;

    for (uint32_t i = 0; i < COUNT(t); i++) {
        t[i].add(&f->made, str_of(t[i].in));
        assert_string_equal(made(f), t[i].out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(golden_of_all_forms, start, stop),
        cmocka_unit_test_setup_teardown(xliff_reads_back, start, stop),
        cmocka_unit_test_setup_teardown(xliff_targets, start, stop),
        cmocka_unit_test_setup_teardown(stamp_only_when_given, start, stop),
        cmocka_unit_test_setup_teardown(untitled, start, stop),
        cmocka_unit_test_setup_teardown(one_source, start, stop),
        cmocka_unit_test_setup_teardown(periods, start, stop),
        cmocka_unit_test_setup_teardown(days, start, stop),
        cmocka_unit_test_setup_teardown(marks, start, stop),
        cmocka_unit_test_setup_teardown(escapes, start, stop)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
