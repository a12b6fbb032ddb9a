/* Briefs as text, Markdown, JSON Lines and XLIFF, line by line, and read back. */
#include "brief_by_hand.h"

#include <jansson.h>

static struct str written(struct by_hand *h, enum kernsatz_format format)
{
    struct buf out = buf_new(h->b.arena);

    format_brief(&out, &h->b, format);
    return arena_copy(h->b.arena, buf_str(&out));
}

static struct str line_of(struct by_hand *h, struct str s, size_t *from)
{
    size_t to = str_find(s, STR("\n"), *from);
    struct str line = arena_copy(h->b.arena, str_cut(s, *from, to));

    *from = to + 1;
    return line;
}

/* The same lines, compared one by one so that a failure shows its line. */
static void assert_lines(struct by_hand *h, struct str s, const char *expected)
{
    struct str e = str_of(expected);
    size_t i = 0, k = 0;

    while (i < s.len && k < e.len) {
        struct str line = line_of(h, s, &i);

        assert_string_equal(line.at, line_of(h, e, &k).at);
    }
    assert_int_equal(s.len, e.len);
}

/* ---- text and Markdown ------------------------------------------------- */

static void rich_text(void **state)
{
    struct by_hand *h = hand_new();

    (void)state;
    assert_lines(h, written(h, KERNSATZ_TEXT),
        "Tor <klemmt> [1; auch 4]\n"
        "5 Quellen, 30. Januar – 2. Februar 2026, 3 Sätze, 29 Wörter\n"
        "\n"
        "Ein Tor klemmt seit am Freitag: 1,2 Mio. Euro bis im Mai. "
        "[1=2; auch 3=5]\n"
        "  Zeit [1]: „am Freitag“ = 30. Januar 2026\n"
        "  Zeit [1]: „im Mai“ = Mai 2026\n"
        "  ⚠ Euro: 1,2 Mio. [1, 3] – rund zwei Millionen [4]\n"
        "  ⚠ Tor: Ein [1] – Zwei [4]\n"
        "\nNur eine Quelle\n"
        AWKWARD " [nur 4]\n"
        "  davor [4]: „Am *Pegel* steht es.“\n"
        "\nMehrere Quellen\n"
        "1. Mai: - Ende. [3=5]\n"
        "\n"
        "Nicht im Bericht, nur eine Quelle: „Eins zwei drei vier fünf …“ [4] "
        "· „Zwei *kurze* Wörter.“ [3] · 1 weitere\n"
        "\n"
        "Quellen\n"
        "[1] Ufer & Co.: „Tor <klemmt>“, 30. Januar 2026, a*a.txt – "
        "1 von 9 Sätzen\n"
        "[2] Marschblatt: „Sperrwerk: Tor klemmt“, 31. Januar 2026, b.html – "
        "0 von 8 Sätzen, 1 Beleg\n"
        "[3] c.txt, sub/c.txt – 1 von 1 Satz, 1 Beleg\n"
        "[4] Radio *Nord*: „Flut“, Februar 2026, d.txt – 1 von 7 Sätzen, "
        "2 Belege, 1 Abweichung\n"
        "[5] e_e.txt, 2. Februar 2026 – 0 von 2 Sätzen, 2 Belege, "
        "2 Abweichungen\n"
        "7 Dateien: 5 gelesen, 1 Dublette, 1 übersprungen; "
        "1 Zeile Beiwerk entfernt\n"
        "  f.txt: Dublette von a*a.txt\n"
        "  z_z.txt: leer\n");
    hand_free(h);
}

static void rich_markdown(void **state)
{
    struct by_hand *h = hand_new();

    (void)state;
    assert_lines(h, written(h, KERNSATZ_MARKDOWN),
        "# Tor \\<klemmt> [1; auch 4]\n"
        "\n"
        "*5 Quellen, 30. Januar – 2. Februar 2026, 3 Sätze, 29 Wörter*\n"
        "\n"
        "Ein Tor klemmt seit am Freitag: 1,2 Mio. Euro bis im Mai. "
        "[1=2; auch 3=5]\n"
        "\n"
        "> Zeit [1]: „am Freitag“ = 30. Januar 2026\n"
        "\n"
        "> Zeit [1]: „im Mai“ = Mai 2026\n"
        "\n"
        "> ⚠ Euro: 1,2 Mio. [1, 3] – rund zwei Millionen [4]\n"
        "\n"
        "> ⚠ Tor: Ein [1] – Zwei [4]\n"
        "\n"
        "## Nur eine Quelle\n"
        "\n"
        "Am \"\\*Nord\\*\" \\<West> gilt 3 > 2 & mehr \\]\\]> "
        "\xf0\x9f\x8c\x8a\t\xe2\x80\xae.x\\\\y [nur 4]\n"
        "\n"
        "> davor [4]: „Am \\*Pegel\\* steht es.“\n"
        "\n"
        "## Mehrere Quellen\n"
        "\n"
        "1\\. Mai: - Ende. [3=5]\n"
        "\n"
        "**Nicht im Bericht, nur eine Quelle:** „Eins zwei drei vier fünf …“ "
        "[4] · „Zwei \\*kurze\\* Wörter.“ [3] · 1 weitere\n"
        "\n"
        "## Quellen\n"
        "\n"
        "1. Ufer & Co.: [„Tor \\<klemmt>“]"
        "(https://ufer.example/a?b=1&c=%282%29), 30. Januar 2026, a\\*a.txt – "
        "1 von 9 Sätzen\n"
        "2. Marschblatt: „Sperrwerk: Tor klemmt“, 31. Januar 2026, b.html – "
        "0 von 8 Sätzen, 1 Beleg\n"
        "3. c.txt, sub/c.txt – 1 von 1 Satz, 1 Beleg\n"
        "4. Radio \\*Nord\\*: „Flut“, Februar 2026, d.txt – 1 von 7 Sätzen, "
        "2 Belege, 1 Abweichung\n"
        "5. e_e.txt: [https://e.example/](https://e.example/), "
        "2. Februar 2026 – 0 von 2 Sätzen, 2 Belege, 2 Abweichungen\n"
        "\n"
        "*7 Dateien: 5 gelesen, 1 Dublette, 1 übersprungen; "
        "1 Zeile Beiwerk entfernt*\n"
        "\n"
        "- f.txt: Dublette von a\\*a.txt\n"
        "- z_z.txt: leer\n");
    hand_free(h);
}

/* ---- JSON Lines -------------------------------------------------------- */

#define RECORD(kind) "{\"kind\":\"" kind "\",\"story\":\"deich \\\"Nord\\\"\","
#define PLACE(file, sentence, offset, length) \
    "\"file\":\"" file "\",\"sentence\":" #sentence ",\"offset\":" #offset \
    ",\"length\":" #length
#define NOTHING "\"conflicts\":[],\"context\":null,\"time\":[]}\n"

static const char rich_points[] =
    RECORD("brief") "\"title\":\"Tor <klemmt>\",\"lang\":\"de\",\"words\":29,"
    "\"sentences\":3,\"sources\":5,\"version\":\"" KERNSATZ_VERSION "\"}\n"
    RECORD("title") "\"id\":\"k00000000000a\",\"n\":0,"
    "\"text\":\"Tor <klemmt>\",\"source\":1,"
    PLACE("a*a.txt", 0, null, null) ",\"also\":[{\"source\":4,"
    PLACE("d.txt", 2, 20, 25) ",\"text\":\"Das Tor klemmt & klemmt.\"}],"
    NOTHING
    RECORD("sentence") "\"id\":\"k00000000000b\",\"n\":1,"
    "\"text\":\"Ein Tor klemmt seit am Freitag: 1,2 Mio. Euro bis im Mai.\","
    "\"source\":1," PLACE("a*a.txt", 1, 30, 90) ",\"also\":[{\"source\":2,"
    PLACE("b.html", 1, 400, 90)
    ",\"text\":\"Ein Tor klemmt seit am Freitag: 1,2 Mio. Euro bis im Mai.\"}"
    ",{\"source\":3," PLACE("sub/c.txt", 1, 0, 40)
    ",\"text\":\"Am 30. Januar klemmte es: 1,2 Mio. Euro.\"}"
    ",{\"source\":5," PLACE("e_e.txt", 2, 50, 10)
    ",\"text\":\"Es klemmte.\"}],\"conflicts\":[{\"what\":\"Euro\","
    "\"values\":[{\"value\":\"1,2 Mio.\",\"sources\":[1,3]},"
    "{\"value\":\"rund zwei Millionen\",\"sources\":[4]}],"
    "\"differs\":[{\"source\":4," PLACE("d.txt", 3, 46, 34)
    ",\"text\":\"Zwei Tore, rund zwei Millionen.\"}]},{\"what\":\"Tor\","
    "\"values\":[{\"value\":\"Ein\",\"sources\":[1]},"
    "{\"value\":\"Zwei\",\"sources\":[4]}],\"differs\":[{\"source\":4,"
    PLACE("d.txt", 3, 46, 34)
    ",\"text\":\"Zwei Tore, rund zwei Millionen.\"}]}],\"context\":null,"
    "\"time\":[{\"text\":\"am Freitag\",\"date\":\"2026-01-30\"},"
    "{\"text\":\"im Mai\",\"date\":\"2026-05\"}]}\n"
    RECORD("sentence") "\"id\":\"k00000000000c\",\"n\":2,"
    "\"text\":\"Am \\\"*Nord*\\\" <West> gilt 3 > 2 & mehr ]]> "
    "\xf0\x9f\x8c\x8a\\t\\u202e.x\\\\y\",\"section\":\"Nur eine Quelle\","
    "\"source\":4," PLACE("d.txt", 5, 90, 50) ",\"also\":[],"
    "\"conflicts\":[],\"context\":{\"source\":4," PLACE("d.txt", 4, 81, 8)
    ",\"text\":\"Am *Pegel* steht es.\"},\"time\":[]}\n"
    RECORD("sentence") "\"id\":\"k00000000000d\",\"n\":3,"
    "\"text\":\"1. Mai: - Ende.\",\"section\":\"Mehrere Quellen\","
    "\"source\":3," PLACE("sub/c.txt", 2, 41, 19) ",\"also\":[{\"source\":5,"
    PLACE("e_e.txt", 1, 0, 49) ",\"text\":\"1. Mai: - Ende.\"}]," NOTHING;

static const char rich_sources[] =
    RECORD("source") "\"n\":1,\"file\":\"a*a.txt\","
    "\"outlet\":\"Ufer & Co.\",\"date\":\"2026-01-30\","
    "\"title\":\"Tor <klemmt>\",\"url\":\"https://ufer.example/a?b=1&c=(2)\","
    "\"sha256\":\"aa\",\"sentences\":9,\"used\":1,\"also\":0,\"differs\":0,"
    "\"removed\":0,\"encoding\":\"UTF-8\",\"origin\":1}\n"
    RECORD("source") "\"n\":2,\"file\":\"b.html\",\"outlet\":\"Marschblatt\","
    "\"date\":\"2026-01-31\",\"title\":\"Sperrwerk: Tor klemmt\","
    "\"url\":null,\"sha256\":\"bb\",\"sentences\":8,\"used\":0,\"also\":1,"
    "\"differs\":0,\"removed\":0,\"encoding\":\"windows-1252\","
    "\"origin\":1}\n"
    RECORD("source") "\"n\":3,\"file\":\"sub/c.txt\",\"outlet\":null,"
    "\"date\":null,\"title\":null,\"url\":null,\"sha256\":\"cc\","
    "\"sentences\":1,\"used\":1,\"also\":1,\"differs\":0,\"removed\":0,"
    "\"encoding\":\"UTF-8\",\"origin\":3}\n"
    RECORD("source") "\"n\":4,\"file\":\"d.txt\",\"outlet\":\"Radio *Nord*\","
    "\"date\":\"2026-02\",\"title\":\"Flut\",\"url\":null,\"sha256\":\"dd\","
    "\"sentences\":7,\"used\":1,\"also\":2,\"differs\":1,\"removed\":1,"
    "\"encoding\":\"UTF-8\",\"origin\":4}\n"
    RECORD("source") "\"n\":5,\"file\":\"e_e.txt\",\"outlet\":null,"
    "\"date\":\"2026-02-02\",\"title\":null,\"url\":\"https://e.example/\","
    "\"sha256\":\"ee\",\"sentences\":2,\"used\":0,\"also\":2,\"differs\":2,"
    "\"removed\":0,\"encoding\":\"UTF-8\",\"origin\":3}\n"
    RECORD("left") "\"source\":4," PLACE("d.txt", 6, 150, 31)
    ",\"text\":\"Eins zwei drei vier fünf sechs.\"}\n"
    RECORD("left") "\"source\":3," PLACE("sub/c.txt", 3, 61, 21)
    ",\"text\":\"Zwei *kurze* Wörter.\"}\n"
    RECORD("left") "\"source\":1," PLACE("a*a.txt", 7, null, null)
    ",\"text\":\"Drei.\"}\n"
    RECORD("ledger") "\"files\":7,\"used\":3,\"read\":2,\"duplicates\":1,"
    "\"skipped\":1,\"removed\":1,\"skips\":[{\"file\":\"f.txt\","
    "\"state\":\"duplicate\",\"of\":\"a*a.txt\"},{\"file\":\"z_z.txt\","
    "\"state\":\"skipped\",\"reason\":\"empty\"}]}\n";

static void rich_jsonl(void **state)
{
    struct by_hand *h = hand_new();
    struct str s = written(h, KERNSATZ_JSONL);
    size_t cut = str_find(s, STR("{\"kind\":\"source\""), 0);

    (void)state;
    assert_lines(h, str_cut(s, 0, cut), rich_points);
    assert_lines(h, str_cut(s, cut, s.len), rich_sources);
    hand_free(h);
}

static void jsonl_comes_back(void **state)
{
    struct by_hand *h = hand_new();
    struct str s = written(h, KERNSATZ_JSONL);
    uint32_t n = 0;

    (void)state;
    for (size_t at = 0; at < s.len;) {
        struct str line = line_of(h, s, &at);
        json_t *r = json_loadb(line.at, line.len, JSON_REJECT_DUPLICATES,
                               NULL);
        json_t *kind = json_object_get(r, "kind");

        assert_non_null(r);
        if (!strcmp(json_string_value(kind), "sentence")) {
            const char *text =
                json_string_value(json_object_get(r, "text"));

            assert_string_equal(text, h->point[n++].text.at);
        }
        json_decref(r);
    }
    assert_int_equal(n, 3);
    hand_free(h);
}

/* ---- the poor brief ------------------------------------------------------ */

static void poor_text(void **state)
{
    struct by_hand *h = hand_poor();

    (void)state;
    assert_lines(h, written(h, KERNSATZ_TEXT),
                 "1 Quelle, 1 Satz, 1 Wort, Stand: 6. März 2026, 08:05 UTC\n"
                 "\n"
                 "Regen.\n"
                 "\n"
                 "Quellen\n"
                 "[1] - – 1 von 1 Satz\n"
                 "1 Datei: 1 gelesen, 0 Dubletten, 0 übersprungen; "
                 "0 Zeilen Beiwerk entfernt\n");
    assert_lines(h, written(h, KERNSATZ_MARKDOWN),
                 "*1 Quelle, 1 Satz, 1 Wort, Stand: 6. März 2026, 08:05 "
                 "UTC*\n"
                 "\n"
                 "Regen.\n"
                 "\n"
                 "## Quellen\n"
                 "\n"
                 "1. \\- – 1 von 1 Satz\n"
                 "\n"
                 "*1 Datei: 1 gelesen, 0 Dubletten, 0 übersprungen; "
                 "0 Zeilen Beiwerk entfernt*\n");
    hand_free(h);
}

static void poor_jsonl(void **state)
{
    struct by_hand *h = hand_poor();

    (void)state;
    assert_lines(h, written(h, KERNSATZ_JSONL),
        "{\"kind\":\"brief\",\"story\":\"-\",\"title\":null,\"lang\":\"de\","
        "\"words\":1,\"sentences\":1,\"sources\":1,"
        "\"version\":\"" KERNSATZ_VERSION "\","
        "\"date\":\"2026-03-06T08:05:00Z\"}\n"
        "{\"kind\":\"sentence\",\"story\":\"-\",\"id\":\"k00000000000e\","
        "\"n\":1,\"text\":\"Regen.\",\"source\":1," PLACE("-", 1, 0, 6)
        ",\"also\":[]," NOTHING
        "{\"kind\":\"source\",\"story\":\"-\",\"n\":1,\"file\":\"-\","
        "\"outlet\":null,\"date\":null,\"title\":null,\"url\":null,"
        "\"sha256\":\"ff\",\"sentences\":1,\"used\":1,\"also\":0,"
        "\"differs\":0,\"removed\":0,\"encoding\":\"UTF-8\",\"origin\":1}\n"
        "{\"kind\":\"left\",\"story\":\"-\",\"source\":1,"
        PLACE("-", 2, 7, 5) ",\"text\":\"Wind.\"}\n"
        "{\"kind\":\"ledger\",\"story\":\"-\",\"files\":1,\"used\":1,"
        "\"read\":0,\"duplicates\":0,\"skipped\":0,\"removed\":0,"
        "\"skips\":[]}\n");
    hand_free(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rich_text),
        cmocka_unit_test(rich_markdown),
        cmocka_unit_test(rich_jsonl),
        cmocka_unit_test(jsonl_comes_back),
        cmocka_unit_test(poor_text),
        cmocka_unit_test(poor_jsonl),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
