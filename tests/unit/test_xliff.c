/* Briefs as XLIFF 1.2 and 2.0: whole files and units line by line; what an XML
 * parser reads in them. */
#include "brief_by_hand.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

static struct str written(struct by_hand *h, enum kernsatz_format format)
{
    struct buf out = buf_new(h->b.arena);

    format_brief(&out, &h->b, format);
    return arena_copy(h->b.arena, buf_str(&out));
}

/* The lines of S from the one that holds BEGIN to the one that holds END. */
static struct str lines_of(struct by_hand *h, struct str s, const char *begin,
                           const char *end)
{
    size_t from = str_find(s, str_of(begin), 0);
    size_t to = str_find(s, str_of(end), from);

    assert_true(to < s.len);
    while (from && s.at[from - 1] != '\n')
        from--;
    return arena_copy(h->b.arena,
                      str_cut(s, from, str_find(s, STR("\n"), to) + 1));
}

/* ---- 1.2 ------------------------------------------------------------------ */

#define CONTEXT(type, text) \
    "          <context context-type=\"" type "\">" text "</context>\n"

static const char title12[] =
    "      <trans-unit id=\"k00000000000a\" resname=\"headline\" "
    "restype=\"heading\" xml:space=\"preserve\">\n"
    "        <source xml:lang=\"de\">Tor &lt;klemmt&gt;</source>\n"
    "        <target xml:lang=\"en\" state=\"new\"/>\n"
    "        <context-group name=\"k00000000000a\" purpose=\"location\">\n"
    CONTEXT("x-source", "1")
    CONTEXT("x-role", "origin")
    CONTEXT("sourcefile", "a*a.txt")
    CONTEXT("linenumber", "0")
    CONTEXT("recordtitle", "Tor &lt;klemmt&gt;")
    CONTEXT("x-outlet", "Ufer &amp; Co.")
    CONTEXT("x-date", "2026-01-30")
    CONTEXT("x-url", "https://ufer.example/a?b=1&amp;c=(2)")
    CONTEXT("x-source", "4")
    CONTEXT("x-role", "also")
    CONTEXT("sourcefile", "d.txt")
    CONTEXT("linenumber", "2")
    CONTEXT("x-bytes", "20-45")
    CONTEXT("recordtitle", "Flut")
    CONTEXT("x-outlet", "Radio *Nord*")
    CONTEXT("x-date", "2026-02")
    CONTEXT("x-wording", "Das Tor klemmt &amp; klemmt.")
    "        </context-group>\n"
    "        <note xml:lang=\"de\" from=\"kernsatz developer\" "
    "priority=\"1\">[1] Ufer &amp; Co., 2026-01-30, „Tor &lt;klemmt&gt;“, "
    "Überschrift – https://ufer.example/a?b=1&amp;c=(2)\n"
    "[4] Radio *Nord*, 2026-02, „Flut“, Satz 2\n"
    "    dort: „Das Tor klemmt &amp; klemmt.“\n"
    "\n"
    "Alle Quellen dieses Berichts:\n"
    "[1] Ufer &amp; Co., 2026-01-30, „Tor &lt;klemmt&gt;“ – "
    "https://ufer.example/a?b=1&amp;c=(2)\n"
    "[2] Marschblatt, 2026-01-31, „Sperrwerk: Tor klemmt“\n"
    "[3] c.txt\n"
    "[4] Radio *Nord*, 2026-02, „Flut“\n"
    "[5] e_e.txt, 2026-02-02 – https://e.example/</note>\n"
    "      </trans-unit>\n";

/* Facts of the sources 1 and 4 in the first sentence, and its note. */
static const char first12[] =
    CONTEXT("x-source", "1")
    CONTEXT("x-role", "origin")
    CONTEXT("sourcefile", "a*a.txt")
    CONTEXT("linenumber", "1")
    CONTEXT("x-bytes", "30-120")
    CONTEXT("recordtitle", "Tor &lt;klemmt&gt;")
    CONTEXT("x-outlet", "Ufer &amp; Co.")
    CONTEXT("x-date", "2026-01-30")
    CONTEXT("x-url", "https://ufer.example/a?b=1&amp;c=(2)")
    CONTEXT("x-what", "Euro")
    CONTEXT("x-value", "1,2 Mio.")
    CONTEXT("x-what", "Tor")
    CONTEXT("x-value", "Ein")
    CONTEXT("x-time", "am Freitag = 2026-01-30")
    CONTEXT("x-time", "im Mai = 2026-05")
    CONTEXT("x-source", "2")
    CONTEXT("x-role", "also")
    CONTEXT("sourcefile", "b.html")
    CONTEXT("linenumber", "1")
    CONTEXT("x-bytes", "400-490")
    CONTEXT("recordtitle", "Sperrwerk: Tor klemmt")
    CONTEXT("x-outlet", "Marschblatt")
    CONTEXT("x-date", "2026-01-31")
    CONTEXT("x-copy", "1")
    CONTEXT("x-source", "3")
    CONTEXT("x-role", "also")
    CONTEXT("sourcefile", "sub/c.txt")
    CONTEXT("linenumber", "1")
    CONTEXT("x-bytes", "0-40")
    CONTEXT("x-wording", "Am 30. Januar klemmte es: 1,2 Mio. Euro.")
    CONTEXT("x-what", "Euro")
    CONTEXT("x-value", "1,2 Mio.")
    CONTEXT("x-source", "5")
    CONTEXT("x-role", "also")
    CONTEXT("sourcefile", "e_e.txt")
    CONTEXT("linenumber", "2")
    CONTEXT("x-bytes", "50-60")
    CONTEXT("x-date", "2026-02-02")
    CONTEXT("x-url", "https://e.example/")
    CONTEXT("x-wording", "Es klemmte.")
    CONTEXT("x-copy", "3")
    CONTEXT("x-source", "4")
    CONTEXT("x-role", "differs")
    CONTEXT("sourcefile", "d.txt")
    CONTEXT("linenumber", "3")
    CONTEXT("x-bytes", "46-80")
    CONTEXT("recordtitle", "Flut")
    CONTEXT("x-outlet", "Radio *Nord*")
    CONTEXT("x-date", "2026-02")
    CONTEXT("x-wording", "Zwei Tore, rund zwei Millionen.")
    CONTEXT("x-what", "Euro")
    CONTEXT("x-value", "rund zwei Millionen")
    CONTEXT("x-what", "Tor")
    CONTEXT("x-value", "Zwei")
    "        </context-group>\n";

static const char first_note[] =
    "[1] Ufer & Co., 2026-01-30, „Tor <klemmt>“, Satz 1 – "
    "https://ufer.example/a?b=1&c=(2)\n"
    "[2] Marschblatt, 2026-01-31, „Sperrwerk: Tor klemmt“, Satz 1\n"
    "[3] c.txt, Satz 1\n"
    "    dort: „Am 30. Januar klemmte es: 1,2 Mio. Euro.“\n"
    "[5] e_e.txt, 2026-02-02, Satz 2 – https://e.example/\n"
    "    dort: „Es klemmte.“\n"
    "⚠ Euro: 1,2 Mio. [1, 3] – rund zwei Millionen [4]\n"
    "⚠ Tor: Ein [1] – Zwei [4]\n"
    "anders [4] Radio *Nord*, 2026-02, „Flut“, Satz 3\n"
    "    dort: „Zwei Tore, rund zwei Millionen.“\n"
    "Zeit [1]: „am Freitag“ = 30. Januar 2026\n"
    "Zeit [1]: „im Mai“ = Mai 2026";

static void units12(void **state)
{
    struct by_hand *h = hand_new();
    struct str s = written(h, KERNSATZ_XLIFF12), unit;

    (void)state;
    assert_string_equal(lines_of(h, s, "k00000000000a", "</trans-unit>").at,
                        title12);
    unit = lines_of(h, s, "k00000000000b", "</trans-unit>");
    assert_string_equal(lines_of(h, unit, "x-source", "</context-group>").at,
                        first12);
    assert_string_equal(
        lines_of(h, s, "<file", "<body>").at,
        "  <file original=\"deich &quot;Nord&quot;\" source-language=\"de\" "
        "target-language=\"en\" datatype=\"plaintext\" "
        "tool-id=\"kernsatz\">\n"
        "    <header>\n"
        "      <tool tool-id=\"kernsatz\" tool-name=\"kernsatz\" "
        "tool-version=\"" KERNSATZ_VERSION "\"/>\n"
        "    </header>\n"
        "    <body>\n");
    hand_free(h);
}

static void poor12(void **state)
{
    struct by_hand *h = hand_poor();

    (void)state;
    assert_string_equal(written(h, KERNSATZ_XLIFF12).at,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" "
        "version=\"1.2\">\n"
        "  <file original=\"-\" source-language=\"de\" "
        "datatype=\"plaintext\" tool-id=\"kernsatz\" "
        "date=\"2026-03-06T08:05:00Z\">\n"
        "    <header>\n"
        "      <tool tool-id=\"kernsatz\" tool-name=\"kernsatz\" "
        "tool-version=\"" KERNSATZ_VERSION "\"/>\n"
        "    </header>\n"
        "    <body>\n"
        "      <trans-unit id=\"k00000000000e\" resname=\"sentence-1\" "
        "restype=\"x-sentence\" xml:space=\"preserve\">\n"
        "        <source xml:lang=\"de\">Regen.</source>\n"
        "        <target state=\"new\">Regen.</target>\n"
        "        <context-group name=\"k00000000000e\" "
        "purpose=\"location\">\n"
        CONTEXT("x-source", "1")
        CONTEXT("x-role", "origin")
        CONTEXT("sourcefile", "-")
        CONTEXT("linenumber", "1")
        CONTEXT("x-bytes", "0-6")
        "        </context-group>\n"
        "        <note xml:lang=\"de\" from=\"kernsatz developer\" "
        "priority=\"1\">[1] -, Satz 1\n"
        "\n"
        "Alle Quellen dieses Berichts:\n"
        "[1] -</note>\n"
        "      </trans-unit>\n"
        "    </body>\n"
        "  </file>\n"
        "</xliff>\n");
    hand_free(h);
}

/* ---- 2.0 ------------------------------------------------------------------ */

#define META(type, text) \
    "          <mda:meta type=\"" type "\">" text "</mda:meta>\n"
#define GROUP \
    "        <mda:metaGroup category=\"kernsatz:attribution\">\n"
#define GROUP_END "        </mda:metaGroup>\n"

static void unit20(void **state)
{
    struct by_hand *h = hand_new();

    (void)state;
    assert_string_equal(
        lines_of(h, written(h, KERNSATZ_XLIFF20), "k00000000000c",
                 "</unit>").at,
        "    <unit id=\"k00000000000c\" name=\"sentence-2\" "
        "type=\"kernsatz:sentence\" canResegment=\"no\" "
        "xml:space=\"preserve\">\n"
        "      <mda:metadata>\n" GROUP
        META("source", "4") META("role", "origin") META("file", "d.txt")
        META("sentence", "5") META("bytes", "90-140") META("title", "Flut")
        META("outlet", "Radio *Nord*") META("date", "2026-02")
        GROUP_END GROUP
        META("source", "4") META("role", "context") META("file", "d.txt")
        META("sentence", "4") META("bytes", "81-89") META("title", "Flut")
        META("outlet", "Radio *Nord*") META("date", "2026-02")
        META("wording", "Am *Pegel* steht es.")
        GROUP_END
        "      </mda:metadata>\n"
        "      <notes>\n"
        "        <note id=\"n1\" category=\"source\" priority=\"1\">"
        "[4] Radio *Nord*, 2026-02, „Flut“, Satz 5\n"
        "davor [4]: „Am *Pegel* steht es.“</note>\n"
        "      </notes>\n"
        "      <segment id=\"s\" state=\"initial\">\n"
        "        <source>Am &quot;*Nord*&quot; &lt;West&gt; gilt 3 &gt; 2 "
        "&amp; mehr ]]&gt; \xf0\x9f\x8c\x8a\t\xe2\x80\xae.x\\y</source>\n"
        "      </segment>\n"
        "    </unit>\n");
    hand_free(h);
}

static void copied20(void **state)
{
    struct by_hand *h = hand_poor();
    struct str s;

    (void)state;
    h->b.target = STR("pt-BR");
    s = written(h, KERNSATZ_XLIFF20);
    assert_string_equal(
        lines_of(h, s, "<xliff", "<file").at,
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
        "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" version=\"2.0\" "
        "srcLang=\"de\" trgLang=\"pt-BR\">\n"
        "  <file id=\"f1\" original=\"-\">\n");
    assert_string_equal(lines_of(h, s, "<segment", "</segment>").at,
                        "      <segment id=\"s\" state=\"initial\">\n"
                        "        <source>Regen.</source>\n"
                        "        <target>Regen.</target>\n"
                        "      </segment>\n");
    assert_true(str_ends(s, STR("    </unit>\n  </file>\n</xliff>\n")));
    hand_free(h);
}

/* ---- read back -------------------------------------------------------------- */

/* The next element called NAME in the order of the document. */
static xmlNode *next_named(xmlNode *n, const char *name)
{
    while (n) {
        if (n->children && n->type == XML_ELEMENT_NODE) {
            n = n->children;
        } else {
            while (n && !n->next)
                n = n->parent && n->parent->type == XML_ELEMENT_NODE
                        ? n->parent : NULL;
            n = n ? n->next : NULL;
        }
        if (n && n->type == XML_ELEMENT_NODE &&
            !strcmp((const char *)n->name, name))
            return n;
    }
    return NULL;
}

static void assert_content(xmlNode *n, const char *expected)
{
    xmlChar *text;

    assert_non_null(n);
    text = xmlNodeGetContent(n);
    assert_string_equal((const char *)text, expected);
    xmlFree(text);
}

static void comes_back(enum kernsatz_format format)
{
    struct by_hand *h = hand_new();
    struct str s = written(h, format);
    xmlDoc *doc = xmlReadMemory(s.at, (int)s.len, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_PEDANTIC);
    xmlNode *root = xmlDocGetRootElement(doc);
    xmlNode *source = next_named(root, "source"), *note;

    assert_content(source, "Tor <klemmt>");
    note = next_named(next_named(root, "note"), "note");
    assert_content(note, first_note);
    for (uint32_t i = 0; i < h->b.npoint; i++) {
        source = next_named(source, "source");
        assert_content(source, h->b.point[i].text.at);
    }
    assert_null(next_named(source, "source"));
    xmlFreeDoc(doc);
    hand_free(h);
}

static void comes_back12(void **state)
{
    (void)state;
    comes_back(KERNSATZ_XLIFF12);
}

static void comes_back20(void **state)
{
    (void)state;
    comes_back(KERNSATZ_XLIFF20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units12),
        cmocka_unit_test(poor12),
        cmocka_unit_test(unit20),
        cmocka_unit_test(copied20),
        cmocka_unit_test(comes_back12),
        cmocka_unit_test(comes_back20),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
