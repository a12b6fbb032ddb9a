/* The verbatim form: what changes, what stays, and the way back. */
#include "text/text.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static jmp_buf out;
static struct escape escape_here = {&out};

static struct buf normal(struct arena *m, struct str s, struct origin *to)
{
    struct origin of = {0};
    struct buf b = buf_new(m);

    origin_add(m, &of, (uint32_t)s.len, 100, (uint32_t)s.len);
    memset(to, 0, sizeof *to);
    text_normal(&b, to, s, (struct span){0, (uint32_t)s.len}, &of);
    assert_int_equal(to->end, b.len);
    return b;
}

static void gives(const char *from, size_t len, const char *want)
{
    struct arena *m = arena_new(&escape_here);
    struct origin to;
    struct buf b = normal(m, (struct str){from, len}, &to);

    buf_byte(&b, '\0');
    assert_string_equal(b.at, want);
    arena_free(m);
}

#define GIVES(from, want) gives(from, sizeof(from) - 1, want)

static void plain_text_stays(void **state)
{
    (void)state;
    GIVES("", "");
    GIVES("Die Brücke ist zu.", "Die Brücke ist zu.");
    GIVES("„Nein“, sagte sie – 10 € …", "„Nein“, sagte sie – 10 € …");
    GIVES("日本語 и кириллица", "日本語 и кириллица");
}

static void white_space_becomes_one_space(void **state)
{
    (void)state;
    GIVES("a  b\t c\r\nd", "a b c d");
    GIVES("18\u00a0000\u202fEuro", "18 000 Euro");
    GIVES("a \u200b b", "a b");
    GIVES("a \u2003„b“", "a „b“");
}

static void invisible_and_forbidden_signs_go(void **state)
{
    (void)state;
    GIVES("Donau\u00addampf\u200bschiff\u2060fahrt\ufeff",
          "Donaudampfschifffahrt");
    GIVES("a\0b\x01"
          "c\ufffe", "abc");
    GIVES("\u00adx", "x");
}

static void marks_are_composed(void **state)
{
    (void)state;
    GIVES("fu\u0308r Ma\u0308rz", "für März");
    GIVES("u\u0308", "ü");
    GIVES("b\u0308y", "b\u0308y");
    GIVES("\u0308", "\u0308");
    GIVES("q\u0323\u0307 q\u0307\u0323", "q\u0323\u0307 q\u0323\u0307");
    GIVES("\u212b \u2126", "\u00c5 \u03a9");
    GIVES("\u1112\u1161\u11ab", "\ud55c");
    GIVES("ü\u0304", "\u01d6");
}

static void every_byte_has_its_way_back(void **state)
{
    struct arena *m = arena_new(&escape_here);
    struct str s = STR("Ma\u0308rz  9 Do\u00adnau");
    struct origin to;
    struct buf b = normal(m, s, &to);
    struct span at;

    (void)state;
    assert_true(str_same(buf_str(&b), STR("März 9 Donau")));
    at = origin_file(&to, (struct span){1, 3}); /* ä */
    assert_int_equal(at.from, 101);
    assert_int_equal(at.to, 104);
    at = origin_file(&to, (struct span){5, 6}); /* the space */
    assert_int_equal(at.from, 106);
    assert_int_equal(at.to, 108);
    at = origin_file(&to, (struct span){8, 13}); /* Donau */
    assert_int_equal(at.from, 110);
    assert_int_equal(at.to, 117);
    arena_free(m);
}

static void many_marks_take_linear_time(void **state)
{
    struct arena *m = arena_new(&escape_here);
    struct buf s = buf_new(m);
    struct origin to;
    struct buf b;

    (void)state;
    buf_byte(&s, 'q');
    for (int i = 0; i < 1000000; i++)
        buf_code(&s, i % 2 ? 0x308 : 0x323);
    b = normal(m, buf_str(&s), &to);
    assert_true(utf8_valid(buf_str(&b)));
    assert_int_equal(utf8_count(buf_str(&b)), 1000001);
    arena_free(m);
}

/* The same by the book: drop, collapse, then NFC of the whole. */
static struct str by_the_book(struct arena *m, struct str s)
{
    struct buf b = buf_new(m);
    bool blank = false;

    for (size_t i = 0; i < s.len;) {
        unsigned len;
        uint32_t c = utf8_next(s.at + i, s.at + s.len, &len);

        i += len;
        if (code_is_invisible(c) || !code_is_xml(c))
            if (!code_is_space(c))
                continue;
        if (!code_is_space(c))
            buf_code(&b, c);
        else if (!blank)
            buf_byte(&b, ' ');
        blank = code_is_space(c);
    }
    return utf8_nfc(m, buf_str(&b));
}

static void random_text_is_as_by_the_book(void **state)
{
    static const char *const parts[] = {
        "a", "Wort", "zehn Worte hintereinander", "ü", "ß", " ", "  ", "\n",
        "\u00a0", "\u2003", "u\u0308", "o\u0308\u0323", "„", "“ ", "–", "€",
        "\u00adx", "\u200bx", "\x7f", "\x01x", "\U0001f600", "и", "й",
        "и\u0306", "x\u2028"};
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < 5000; round++) {
        struct arena *m = arena_new(&escape_here);
        struct buf s = buf_new(m), b;
        struct origin to;

        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525u + 1013904223u;
            buf_text(&s, parts[(seed >> 16) % (sizeof parts /
                                               sizeof parts[0])]);
        }
        b = normal(m, buf_str(&s), &to);
        assert_true(str_same(buf_str(&b), by_the_book(m, buf_str(&s))));
        arena_free(m);
    }
}

static void again_changes_nothing(void **state)
{
    struct arena *m = arena_new(&escape_here);
    struct str s = STR("\u0308a\u0308\u00ad\u0308 \u0301 \u1112\u1161\u11ab "
                       "e\u0301\u0323 \u2003\u200b\u3000x");
    struct origin to;
    struct buf once = normal(m, s, &to), twice;

    (void)state;
    twice = normal(m, buf_str(&once), &to);
    assert_true(str_same(buf_str(&once), buf_str(&twice)));
    arena_free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stays),
        cmocka_unit_test(white_space_becomes_one_space),
        cmocka_unit_test(invisible_and_forbidden_signs_go),
        cmocka_unit_test(marks_are_composed),
        cmocka_unit_test(every_byte_has_its_way_back),
        cmocka_unit_test(many_marks_take_linear_time),
        cmocka_unit_test(random_text_is_as_by_the_book),
        cmocka_unit_test(again_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
