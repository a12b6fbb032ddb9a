/*
 * Lines of JSON Lines: the bytes as they are, and as the inside of the strings
 * of a record, so that escapes are met at once; the same packed is told apart by
 * its first bytes.
 */
#include "article.h"

/* Looks at S as a line, and reads it as a file. */
static void check_line(struct str s)
{
    static jmp_buf out;
    static struct escape escape = {&out};
    struct arena *m = arena_new(&escape);
    struct record a, b;
    const char *fault = intake_record(m, s, "story", &a);

    HOLDS(fault == intake_record(m, s, "story", &b));
    HOLDS(utf8_valid(a.id) && utf8_valid(a.group));
    HOLDS(str_same(a.id, b.id) && str_same(a.group, b.group));
    HOLDS(fault || a.group.len);
    arena_free(m);
    check_twice(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static jmp_buf out;
    static struct escape escape = {&out};
    struct str all = {(const char *)data, size};
    struct arena *m = arena_new(&escape);
    struct buf b = buf_new(m);

    check_line(all);
    buf_text(&b, "{\"story\":1,\"title\":\"");
    buf_add(&b, str_cut(all, 0, size / 8));
    buf_text(&b, "\",\"text\":\"");
    buf_add(&b, str_cut(all, size / 8, size));
    buf_text(&b, "\"}");
    check_line(buf_str(&b));
    arena_free(m);
    return 0;
}
