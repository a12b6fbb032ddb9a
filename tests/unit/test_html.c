/* Pages to blocks: what is visible, where it stands, what the markup says. */
#include "box.h"

#define PAGE(literal) read_bytes(STR("<!DOCTYPE html>" literal))

static struct str block(const struct box *b, uint32_t i)
{
    assert_true(i < b->a->nblock);
    return str_span(b->a->raw, b->a->block[i].raw);
}

static void is(struct str s, const char *want)
{
    char *copy = malloc(s.len + 1);

    if (s.len)
        memcpy(copy, s.at, s.len);
    copy[s.len] = '\0';
    assert_string_equal(copy, want);
    free(copy);
}

/* The part of the file that PART of block I comes from. */
static struct str source_of(const struct box *b, uint32_t i, const char *part)
{
    struct str s = block(b, i);
    size_t at = str_find(s, str_of(part), 0);
    uint32_t from = b->a->block[i].raw.from + (uint32_t)at;

    assert_true(at < s.len);
    return str_span(b->a->bytes,
                    origin_file(&b->a->raw_origin,
                                (struct span){from, from +
                                              (uint32_t)strlen(part)}));
}

static void date_is(struct date d, int year, int month, int day)
{
    assert_int_equal(d.year, year);
    assert_int_equal(d.month, month);
    assert_int_equal(d.day, day);
}

/* ---- blocks --------------------------------------------------------- */

static void blocks_lead_back_to_the_page(void **state)
{
    struct box b = PAGE("<body><h1>Deich hält</h1>\n<p>Meyer &amp; Söhne "
                        "bauen den <b>neuen</b>\n   Deich&nbsp;aus. "
                        "&Uuml;ber 9&#8239;Meter.</p></body>");

    (void)state;
    assert_int_equal(b.a->media, MEDIA_HTML);
    assert_int_equal(b.a->nblock, 2);
    is(block(&b, 0), "Deich hält");
    assert_int_equal(b.a->block[0].kind, BLOCK_HEADING);
    assert_int_equal(b.a->block[0].level, 1);
    is(block(&b, 1), "Meyer & Söhne bauen den neuen Deich\u00a0aus. "
                     "Über 9\u202fMeter.");
    is(source_of(&b, 1, "Meyer & Söhne"), "Meyer &amp; Söhne");
    is(source_of(&b, 1, "den neuen Deich"), "den <b>neuen</b>\n   Deich");
    is(source_of(&b, 1, "Über"), "&Uuml;ber");
    is(source_of(&b, 1, "Meter."), "Meter.");
    arena_free(b.m);
}

static void pages_in_windows_1252_lead_back_too(void **state)
{
    struct box b = PAGE("<meta charset=iso-8859-1><p>Gr\xfc\xdf" "e f\xfcr "
                        "\x84T\xfcr\x93.</p>");

    (void)state;
    is(block(&b, 0), "Grüße für „Tür“.");
    is(source_of(&b, 0, "für „Tür“"), "f\xfcr \x84T\xfcr\x93");
    arena_free(b.m);
}

static void what_is_not_seen_is_dropped(void **state)
{
    struct box b = PAGE("<head><title>T</title><style>p{}</style></head>"
                        "<p>Eins<script>var a = '<p>nein</p>';</script> "
                        "zwei<!-- drei --></p><noscript>vier</noscript>"
                        "<template><p>fünf</p></template>"
                        "<p>sechs <span style='display: none'>sieben"
                        "</span>acht</p>");

    (void)state;
    assert_int_equal(b.a->nblock, 2);
    is(block(&b, 0), "Eins zwei");
    is(block(&b, 1), "sechs acht");
    arena_free(b.m);
}

static void kinds_and_hints(void **state)
{
    struct box b = PAGE("<nav><a href=/>Start</a></nav><article>"
                        "<ul><li>Punkt<ul><li><p>Unter</p></li></ul></li>"
                        "</ul><figure><figcaption>Bild</figcaption></figure>"
                        "<table><tr><td>Zelle<p>Absatz</td></tr></table>"
                        "<div class='related-teaser'><p>Mehr</p></div>"
                        "<pre>a\nb</pre><div hidden><p>weg</p></div>"
                        "</article><p class=byline>Von X</p>");
    const struct block *k = b.a->block;

    (void)state;
    assert_int_equal(b.a->nblock, 11);
    assert_true(k[0].hints & HINT_NAV);
    assert_int_equal(k[0].link, 100);
    assert_int_equal(k[1].kind, BLOCK_ITEM);
    assert_int_equal(k[1].level, 1);
    assert_true(k[1].hints & HINT_POSITIVE);
    assert_int_equal(k[2].kind, BLOCK_ITEM);
    assert_int_equal(k[2].level, 2);
    assert_int_equal(k[3].kind, BLOCK_CAPTION);
    assert_true(k[3].hints & HINT_FIGURE);
    assert_int_equal(k[4].kind, BLOCK_CELL);
    assert_true(k[4].hints & HINT_TABLE);
    assert_int_equal(k[5].kind, BLOCK_PARAGRAPH);
    assert_true(k[5].hints & HINT_TABLE);
    assert_true(k[6].hints & HINT_NEGATIVE);
    assert_int_equal(k[7].kind, BLOCK_PREFORMATTED);
    is(block(&b, 8), "b");
    assert_true(k[9].hints & HINT_HIDDEN);
    assert_true(k[10].hints & HINT_BYLINE);
    assert_false(k[10].hints & HINT_POSITIVE);
    assert_true(b.a->element[k[6].parent].depth > 2);
    arena_free(b.m);
}

static void breaks_make_lines(void **state)
{
    struct box b = PAGE("<p>Erste Zeile.<br>Zweite Zeile.<br><br>Dritte</p>"
                        "<p>ein Satz, der<br>umbrochen ist</p>");

    (void)state;
    assert_int_equal(b.a->nblock, 4);
    is(block(&b, 1), "Zweite Zeile.");
    is(block(&b, 3), "ein Satz, der\numbrochen ist");
    arena_free(b.m);
}

/* ---- markup --------------------------------------------------------- */

static void markup_gives_metadata(void **state)
{
    struct box b = PAGE(
        "<html lang=de><head><title>Deich hält | Hafenblatt</title>"
        "<meta property='og:site_name' content='Hafenblatt'>"
        "<meta property='og:title' content='Deich hält | Hafenblatt'>"
        "<meta property='article:published_time' "
        "content='2026-03-05T17:20:00+01:00'>"
        "<link rel=canonical href='https://hafenblatt.example/deich'>"
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":"
        "\"Person\",\"@id\":\"#e\",\"name\":\"Eva Kern\"},{\"@type\":"
        "\"NewsArticle\",\"headline\":\"Deich\nhält\",\"author\":"
        "{\"@id\":\"#e\"}}]}</script></head><body>"
        "<h1>Hafenblatt</h1><h1><span class=kicker>Flut:</span> Deich hält"
        "</h1><p>Text.</p>");
    const struct meta *m = &b.a->markup;

    (void)state;
    is(m->title, "Deich hält");
    is(m->outlet, "Hafenblatt");
    is(m->author, "Eva Kern");
    is(m->url, "https://hafenblatt.example/deich");
    is(m->lang, "de");
    date_is(m->date, 2026, 3, 5);
    arena_free(b.m);
}

static void text_at_the_heading_gives_metadata(void **state)
{
    struct box b = PAGE("<body><h1>Deich am Kanal hält</h1>"
                        "<p>Von Eva Kern und Ole Voss, Aurich</p>"
                        "<p>Stand: 5. Jänner 2026, 17:20 Uhr</p><p>Text.</p>");

    (void)state;
    is(b.a->markup.title, "Deich am Kanal hält");
    is(b.a->markup.author, "Eva Kern und Ole Voss");
    date_is(b.a->markup.date, 2026, 1, 5);
    arena_free(b.m);
}

static void nothing_is_invented(void **state)
{
    struct box b = PAGE("<body><p>Nur ein Satz.</p>");

    (void)state;
    assert_int_equal(b.a->markup.title.len, 0);
    assert_int_equal(b.a->markup.author.len, 0);
    assert_int_equal(b.a->markup.outlet.len, 0);
    assert_int_equal(b.a->markup.date.year, 0);
    arena_free(b.m);
}

/* ---- what breaks others --------------------------------------------- */

/* HEAD, N times PART, TAIL. Freed by the caller after use. */
static char *repeated(const char *head, const char *part, size_t n,
                      const char *tail)
{
    size_t len = strlen(part);
    char *s = malloc(strlen(head) + n * len + strlen(tail) + 1), *p = s;

    p += strlen(strcpy(p, head));
    for (size_t i = 0; i < n; i++, p += len)
        memcpy(p, part, len);
    strcpy(p, tail);
    return s;
}

static void nothing_is_lost_in_the_deep(void **state)
{
    static const uint32_t depths[] = {300, 100000};

    (void)state;
    for (int i = 0; i < 2; i++) {
        char *s = repeated("<html>", "<div>", depths[i],
                           "<p>Tief unten.</p>");
        struct box b = read_bytes(str_of(s));

        assert_int_equal(b.a->nblock, 1);
        is(block(&b, 0), "Tief unten.");
        arena_free(b.m);
        free(s);
    }
}

static void long_text_is_kept_whole(void **state)
{
    char *s = repeated("<html><p>", "Ein Satz &amp; noch einer. ", 400000,
                       "</p><p>Ende.</p>");
    struct box b = read_bytes(str_of(s));

    (void)state;
    assert_int_equal(b.a->nblock, 2);
    assert_int_equal(block(&b, 0).len, 400000 * 23 - 1);
    is(block(&b, 1), "Ende.");
    is(source_of(&b, 1, "Ende."), "Ende.");
    arena_free(b.m);
    free(s);
}

static void monster_tags_are_blanked(void **state)
{
    char *s = repeated("<html><p>Vor.</p><p", " a=1", 100000,
                       ">Nach.</p><p b='>'>Ende.</p>");
    struct box b = read_bytes(str_of(s));

    (void)state;
    assert_int_equal(b.remarks[KERNSATZ_REMARK_TAG_BLANKED], 1);
    assert_int_equal(b.a->nblock, 3);
    is(block(&b, 1), "Nach.");
    is(source_of(&b, 2, "Ende."), "Ende.");
    arena_free(b.m);
    free(s);
}

static void open_ends_keep_what_stands_before(void **state)
{
    static const char *const ends[] = {"<script>var a = 1; ", "<!-- ",
                                       "<a href=\"", "<"};

    (void)state;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        char *s = repeated("<html><p>Davor.</p>", ends[i], 1, "xxx");
        struct box b = read_bytes(str_of(s));

        is(block(&b, 0), "Davor.");
        arena_free(b.m);
        free(s);
    }
}

static void endless_pages_are_refused(void **state)
{
    char *names = repeated("<html>", "<i></b>", 400000, "x");
    struct box b = read_bytes(str_of(names));

    (void)state;
    assert_int_equal(b.status, KERNSATZ_BAD_INPUT);
    assert_int_equal(b.remarks[KERNSATZ_REMARK_DAMAGED], 1);
    arena_free(b.m);
    free(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_lead_back_to_the_page),
        cmocka_unit_test(pages_in_windows_1252_lead_back_too),
        cmocka_unit_test(what_is_not_seen_is_dropped),
        cmocka_unit_test(kinds_and_hints),
        cmocka_unit_test(breaks_make_lines),
        cmocka_unit_test(markup_gives_metadata),
        cmocka_unit_test(text_at_the_heading_gives_metadata),
        cmocka_unit_test(nothing_is_invented),
        cmocka_unit_test(nothing_is_lost_in_the_deep),
        cmocka_unit_test(long_text_is_kept_whole),
        cmocka_unit_test(monster_tags_are_blanked),
        cmocka_unit_test(open_ends_keep_what_stands_before),
        cmocka_unit_test(endless_pages_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
