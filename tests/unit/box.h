/*
 * box.h - an article read by intake for a test, and what was told on the way.
 */
#ifndef BOX_H
#define BOX_H

#include "intake/intake.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static jmp_buf out;
static struct escape escape_here = {&out};

struct box {
    struct arena *m;
    struct lang *l;
    struct article *a;
    uint64_t remarks[200];
    enum kernsatz_code skip;
    enum kernsatz_status status;
};

static void note(void *context, const struct kernsatz_remark *remark)
{
    struct box *b = context;

    b->remarks[remark->code] += remark->number ? remark->number : 1;
}

static struct box read_bytes(struct str bytes)
{
    struct box b = {0};
    struct kernsatz_listener listener = {note, &b};
    struct tell tell = {.listener = &listener, .name = "test"};

    b.m = arena_new(&escape_here);
    assert_int_equal(lang_new(b.m, STR("de"), STR(""), STR(""), &b.l), 0);
    b.a = arena_get(b.m, sizeof *b.a);
    b.a->arena = b.m;
    b.status = intake_article(b.a, bytes, b.l, &tell, &b.skip);
    return b;
}

#endif
