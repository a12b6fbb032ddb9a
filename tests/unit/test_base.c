/* The lowest room: memory, text, UTF-8, hash, days; and the map to the file. */
#include "base/base.h"
#include "model/model.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static jmp_buf out;
static struct escape escape_here = {&out};

static struct arena *arena(void)
{
    return arena_new(&escape_here);
}

static void arrays_grow_and_keep_their_content(void **state)
{
    struct arena *m = arena();
    uint32_t *v = NULL, cap = 0;

    (void)state;
    for (uint32_t i = 0; i < 100000; i++) {
        v = arena_more(m, v, i, &cap, sizeof *v);
        assert_int_equal(v[i], 0);
        v[i] = i;
    }
    for (uint32_t i = 0; i < 100000; i++)
        assert_int_equal(v[i], i);
    arena_free(m);
}

static void count_close(void *n)
{
    ++*(int *)n;
}

static void owned_handles_are_closed_once(void **state)
{
    struct arena *m = arena();
    int closed = 0;

    (void)state;
    arena_own(m, &closed, count_close);
    assert_int_equal(closed, 0);
    arena_free(m);
    assert_int_equal(closed, 1);
}

static void impossible_sizes_leave_by_the_way_out(void **state)
{
    struct arena *volatile m = arena();

    (void)state;
    if (setjmp(out) == 0) {
        arena_array(m, SIZE_MAX / 2, 8);
        fail();
    }
    arena_free(m);
}

static void the_map_finds_what_was_put(void **state)
{
    struct arena *m = arena();
    struct map map = map_new(m, 0);
    struct buf b = buf_new(m);
    bool added;

    (void)state;
    for (uint32_t i = 0; i < 5000; i++) {
        buf_number(&b, i);
        *map_put(&map, arena_copy(m, buf_str(&b)), &added) = i;
        assert_true(added);
        b.len = 0;
    }
    assert_int_equal(*map_find(&map, STR("4711")), 4711);
    assert_null(map_find(&map, STR("5000")));
    map_put(&map, STR("17"), &added);
    assert_false(added);
    arena_free(m);
}

static void utf8_is_checked(void **state)
{
    unsigned n;
    struct str euro = STR("\xe2\x82\xac");

    (void)state;
    assert_true(utf8_valid(STR("Süd — „ß“ 😀")));
    assert_false(utf8_valid(STR("\xc0\xaf")));         /* overlong */
    assert_false(utf8_valid(STR("\xed\xa0\x80")));     /* surrogate */
    assert_false(utf8_valid(STR("abcdefgh\xe2\x82"))); /* cut */
    assert_int_equal(utf8_next(euro.at, euro.at + 3, &n), 0x20ac);
    assert_int_equal(n, 3);
    assert_int_equal(utf8_before(euro.at + 3, euro.at, &n), 0x20ac);
    assert_int_equal(utf8_count(STR("Füße")), 4);
    assert_int_equal(utf8_words(STR(" ein\xc2\xa0Wort  mehr ")), 3);
}

static void lower_case_composes(void **state)
{
    struct arena *m = arena();

    (void)state;
    assert_true(str_same(utf8_lower(m, STR("U\xcc\x88"
                                           "ber ÄÖ")),
                         STR("über äö")));
    arena_free(m);
}

static void hashes_match_the_standard(void **state)
{
    char hex[65];

    (void)state; /* FIPS 180-4 examples */
    sha256_hex(STR("abc"), hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
                             "b00361a396177a9cb410ff61f20015ad");
    sha256_hex(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
               hex);
    assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039"
                             "a33ce45964ff2167f6ecedd419db06c1");
}

static void days_count_both_ways(void **state)
{
    (void)state;
    for (int32_t d = -30000; d < 60000; d += 13)
        assert_int_equal(date_days(date_from_days(d)), d);
    assert_int_equal(date_weekday((struct date){2026, 3, 5}), 3);
    assert_true(date_valid((struct date){2024, 2, 29}));
    assert_false(date_valid((struct date){2026, 2, 29}));
}

static void scores_have_six_decimals(void **state)
{
    struct arena *m = arena();
    struct buf b = buf_new(m);

    (void)state;
    buf_score(&b, 0.5);
    buf_byte(&b, ' ');
    buf_score(&b, 12.0000016);
    assert_true(str_same(buf_str(&b), STR("0.500000 12.000002")));
    arena_free(m);
}

static void positions_lead_back(void **state)
{
    struct arena *m = arena();
    struct origin o = {0}, copy = {0};
    struct span s;

    (void)state;
    origin_add(m, &o, 10, 100, 10); /* byte for byte */
    origin_add(m, &o, 1, 110, 5);   /* &amp; */
    origin_add(m, &o, 4, 115, 4);
    origin_add(m, &o, 3, 200, 6);   /* UTF-16 */
    s = origin_file(&o, (struct span){2, 12});
    assert_int_equal(s.from, 102);
    assert_int_equal(s.to, 116);
    s = origin_file(&o, (struct span){10, 11});
    assert_int_equal(s.from, 110);
    assert_int_equal(s.to, 115);
    s = origin_file(&o, (struct span){16, 17});
    assert_int_equal(s.from, 202);
    assert_int_equal(s.to, 204);
    origin_add(m, &copy, 5, 0, 0); /* stands nowhere */
    origin_copy(m, &copy, &o, (struct span){8, 13});
    s = origin_file(&copy, (struct span){0, 10});
    assert_int_equal(s.from, 108);
    assert_int_equal(s.to, 117);
    s = origin_file(&copy, (struct span){0, 5});
    assert_int_equal(s.to, 0);
    arena_free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrays_grow_and_keep_their_content),
        cmocka_unit_test(owned_handles_are_closed_once),
        cmocka_unit_test(impossible_sizes_leave_by_the_way_out),
        cmocka_unit_test(the_map_finds_what_was_put),
        cmocka_unit_test(utf8_is_checked),
        cmocka_unit_test(lower_case_composes),
        cmocka_unit_test(hashes_match_the_standard),
        cmocka_unit_test(days_count_both_ways),
        cmocka_unit_test(scores_have_six_decimals),
        cmocka_unit_test(positions_lead_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
