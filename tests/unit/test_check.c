/* Faults of small XLIFF files, each with one thing wrong. */
#include "check/check.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD12 \
    "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'>" \
    "<file original='a' source-language='de' datatype='plaintext'>\n"
#define UNIT12(x) HEAD12 "<body><trans-unit id='u1'>" x \
    "</trans-unit></body></file></xliff>"
#define HEAD20 \
    "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' " \
    "srcLang='de' trgLang='en'>"
#define UNIT20(x) HEAD20 "<file id='f'><unit id='u1'>\n" x \
    "</unit></file></xliff>"
#define SOURCE20(x) UNIT20("<segment><source>" x "</source></segment>")

/* RULE is that of the first fault; NULL: there is none. */
static const struct {
    const char *file, *rule;
} files[] = {
    {UNIT12("<source>Der Rat tagt.</source><target/>"), NULL},
    {UNIT12("<target/>"), "element-missing"},
    {UNIT12("<source/><note>x</note><target/>"), "element-place"},
    {UNIT12("<source/><target/><target/>"), "element-place"},
    {UNIT12("<source/>Text"), "text-place"},
    {UNIT12("<source/><target state='fertig'/>"), "attribute-value"},
    {UNIT12("<source/><target state='x-fertig'/>"), NULL},
    {UNIT12("<source/><note priority='11'/>"), "attribute-value"},
    {UNIT12("<source/><note farbe='rot'/>"), "attribute-unknown"},
    {UNIT12("<source/><a:b xmlns:a='urn:a' c='d'>x<y/></a:b>"), NULL},
    {UNIT12("<source><x id='1'/><x id='1'/></source>"), "id-inline"},
    {UNIT12("<source><bpt id='1'/>a</source>"), "pair-end"},
    {UNIT12("<source><bpt id='1'/>a<ept id='1'/></source>"), NULL},
    {UNIT12("<source><bpt id='1' rid='1'/>a<ept id='2' rid='2'/></source>"),
     "pair-end"},
    {HEAD12 "</file></xliff>", "element-missing"},
    {SOURCE20("Der Rat tagt."), NULL},
    {UNIT20("<ignorable><source/></ignorable>"), "segment-missing"},
    {SOURCE20("<ph id='1' dataRef='d'/>"), "data-ref"},
    {SOURCE20("<pc id='1'/><ph id='1'/>"), "id-part"},
    {SOURCE20("<sc id='1'/>a"), "code-end"},
    {SOURCE20("<sc id='1' isolated='yes'/>a"), NULL},
    {SOURCE20("<sc id='1'/>a<ec startRef='1'/>"), NULL},
    {SOURCE20("<ec startRef='1'/>a<sc id='1'/>"), "code-start"},
    {SOURCE20("<sc id='1'/>a<ec startRef='1' canCopy='no'/>"),
     "code-differs"},
    {SOURCE20("<sm id='1'/>a"), "mark-end"},
    {SOURCE20("<mrk id='1' type='comment'>a</mrk>"), "comment"},
    {SOURCE20("<mrk id='1' type='comment' ref='#n=1'>a</mrk>"),
     "comment-ref"},
    {SOURCE20("<mrk id='1' ref='#u=1/f=1'>a</mrk>"), "fragment-order"},
    {SOURCE20("<mrk id='1' ref='#zz=1'>a</mrk>"), "fragment-prefix"},
    {SOURCE20("<cp hex='0007'/>"), NULL},
    {SOURCE20("<cp hex='0041'/>"), "cp"},
    {SOURCE20("<ph id='1' canReorder='no' canCopy='no' canDelete='no'/>"),
     "run-start"},
    {SOURCE20("<ph id='1' subType='xlf:b'/>"), "subtype"},
    {UNIT20("<segment subState='a:b'><source/></segment>"), "substate"},
    {UNIT20("<segment><source xml:lang='fr'/></segment>"), "lang-source"},
    {UNIT20("<segment><source/><target xml:lang='de'/></segment>"),
     "lang-target"},
    {UNIT20("<segment><source/><target order='2'/></segment>"), "order"},
    {UNIT20("<segment><source><ph id='1' canDelete='no'/></source><target/>"
            "</segment>"), "code-lost"},
    {UNIT20("<mda:metadata xmlns:mda='urn:oasis:names:tc:xliff:metadata:2.0'>"
            "<mda:meta type='a'/></mda:metadata><segment><source/></segment>"),
     "element-place"},
    {"<xliff/>", "xliff"},
    {"<a", "well-formed"},
    {"", "well-formed"},
    {"<!DOCTYPE a><a/>", "no-doctype"},
    {"<?xml version='1.0' encoding='UTF-7'?><a/>", "encoding"},
    {"<?xml version='1.0' encoding='a\xff'?><a/>", "encoding"},
};

struct checked {
    struct arena *m;
    struct escape escape;
    jmp_buf out;
    struct faults faults;
};

static int start(void **state)
{
    struct checked *c = test_calloc(1, sizeof *c);

    c->escape.way_out = &c->out;
    c->m = arena_new(&c->escape);
    *state = c;
    return 0;
}

static int stop(void **state)
{
    struct checked *c = *state;

    arena_free(c->m);
    test_free(c);
    return 0;
}

static void test_rules(void **state)
{
    struct checked *c = *state;

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        check_valid(c->m, str_of(files[i].file), &c->faults);
        if (files[i].rule && !c->faults.n)
            fail_msg("%s: accepted, not %s", files[i].file, files[i].rule);
        if (!files[i].rule && c->faults.n)
            fail_msg("%s: %s", files[i].file, c->faults.fault[0].rule);
        if (files[i].rule)
            assert_string_equal(c->faults.fault[0].rule, files[i].rule);
    }
}

static void test_place(void **state)
{
    struct checked *c = *state;

    check_valid(c->m, STR(SOURCE20("\n<ph id='1' dataRef='d'/>")), &c->faults);
    assert_int_equal(c->faults.n, 1);
    assert_int_equal(c->faults.fault[0].line, 3);
    assert_true(str_same(c->faults.fault[0].unit, STR("u1")));
    assert_string_equal(c->faults.fault[0].group, "codes");
}

/* N times PIECE between BEFORE and AFTER, checked. */
static const char *of_many(struct checked *c, const char *before,
                           const char *piece, uint32_t n)
{
    struct buf b = buf_new(c->m);

    buf_text(&b, before);
    for (uint32_t i = 0; i < n; i++) {
        buf_text(&b, piece);
        buf_number(&b, i);
        buf_text(&b, "='' ");
    }
    buf_text(&b, "/>");
    check_valid(c->m, buf_str(&b), &c->faults);
    assert_int_equal(c->faults.n, 1);
    return c->faults.fault[0].rule;
}

static void test_limits(void **state)
{
    struct checked *c = *state;
    struct buf b = buf_new(c->m);

    assert_string_equal(of_many(c, "<a ", "b", 1024), "xliff");
    assert_string_equal(of_many(c, "<a ", "b", 1025), "attribute-count");
    for (int i = 0; i < 300; i++)
        buf_text(&b, "<a>");
    check_valid(c->m, buf_str(&b), &c->faults);
    assert_string_equal(c->faults.fault[0].rule, "depth");
    b.len = 0;
    buf_text(&b, "<a>");
    for (uint32_t i = 0; i < 5000; i++) {
        buf_text(&b, "<b");
        buf_number(&b, i);
        buf_text(&b, "/>");
    }
    buf_text(&b, "</a>");
    check_valid(c->m, buf_str(&b), &c->faults);
    assert_string_equal(c->faults.fault[0].rule, "name-count");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rules, start, stop),
        cmocka_unit_test_setup_teardown(test_place, start, stop),
        cmocka_unit_test_setup_teardown(test_limits, start, stop),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
