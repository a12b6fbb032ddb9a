/*
 * patterns.c - what the user says of lines: expressions (PCRE2) for lines that
 * always stay and for lines that always go. A line is matched in its verbatim
 * form, so that soft hyphens and decomposed letters do not hide a word.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "text/clean.h"
#include <pcre2.h>

/* Steps and nested steps of one match, and its memory in KiB: far more than a
 * sensible expression takes on a line; one that hits them has not matched. */
#define STEPS_MAX 100000
#define DEPTH_MAX 10000
#define HEAP_MAX 20000

struct patterns {
    pcre2_code *keep, *drop; /* NULL: none */
    pcre2_match_data *data;
    pcre2_match_context *limits;
};

static void free_code(void *code)
{
    pcre2_code_free(code);
}

static void free_data(void *data)
{
    pcre2_match_data_free(data);
}

static void free_limits(void *limits)
{
    pcre2_match_context_free(limits);
}

/* "missing closing parenthesis at byte 4" */
static const char *fault_text(struct arena *m, int error, size_t place)
{
    struct buf b = buf_new(m);
    PCRE2_UCHAR text[256];

    if (pcre2_get_error_message(error, text, sizeof text) < 0)
        text[0] = 0;
    buf_text(&b, (const char *)text);
    buf_text(&b, " at byte ");
    buf_number(&b, place + (uint64_t)1);
    buf_byte(&b, 0);
    return b.at;
}

static enum kernsatz_status compile(struct arena *m, const char *text,
                                    pcre2_code **code, const char **fault)
{
    int error = 0;
    PCRE2_SIZE place = 0;

    *code = NULL;
    if (!text)
        return KERNSATZ_OK;
    *code = pcre2_compile((PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED,
                          PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C,
                          &error, &place, NULL);
    if (*code) {
        arena_own(m, *code, free_code);
        return KERNSATZ_OK;
    }
    if (error == PCRE2_ERROR_NOMEMORY || error == PCRE2_ERROR_HEAP_FAILED)
        arena_out(m);
    *fault = fault_text(m, error, place);
    return KERNSATZ_BAD_OPTION;
}

enum kernsatz_status text_patterns(struct arena *m, const char *keep,
                                   const char *drop,
                                   struct patterns **patterns,
                                   struct pattern_fault *fault)
{
    struct patterns *p = arena_get(m, sizeof *p);
    enum kernsatz_status status;

    *patterns = NULL;
    fault->pattern = keep;
    status = compile(m, keep, &p->keep, &fault->text);
    if (status == KERNSATZ_OK) {
        fault->pattern = drop;
        status = compile(m, drop, &p->drop, &fault->text);
    }
    if (status != KERNSATZ_OK || (!p->keep && !p->drop))
        return status;
    p->data = pcre2_match_data_create(1, NULL);
    if (!p->data)
        arena_out(m);
    arena_own(m, p->data, free_data);
    p->limits = pcre2_match_context_create(NULL);
    if (!p->limits)
        arena_out(m);
    arena_own(m, p->limits, free_limits);
    pcre2_set_match_limit(p->limits, STEPS_MAX);
    pcre2_set_depth_limit(p->limits, DEPTH_MAX);
    pcre2_set_heap_limit(p->limits, HEAP_MAX);
    *patterns = p;
    return KERNSATZ_OK;
}

static bool matches(const struct cleaner *c, const pcre2_code *code,
                    struct str s)
{
    const struct patterns *p = c->patterns;
    int n;

    if (!code)
        return false;
    n = pcre2_match(code, (PCRE2_SPTR)s.at, s.len, 0, PCRE2_NO_UTF_CHECK,
                    p->data, p->limits);
    if (n == PCRE2_ERROR_NOMEMORY)
        arena_out(c->a->arena);
    return n >= 0;
}

void lines_wish(struct cleaner *c)
{
    struct arena *m = c->m;
    struct buf b = buf_new(m);

    for (uint32_t i = 0; c->patterns && i < c->n; i++) {
        struct line *line = &c->line[i];
        struct span all = {0, (uint32_t)line->s.len};
        struct origin nowhere = {0}, to = {0};

        b.len = 0;
        origin_add(m, &nowhere, all.to, 0, 0);
        text_normal(&b, &to, line->s, all, &nowhere);
        if (!b.len)
            continue;
        if (matches(c, c->patterns->keep, buf_str(&b)))
            line->wish = WISH_KEEP;
        else if (matches(c, c->patterns->drop, buf_str(&b)))
            line->wish = WISH_DROP;
    }
}
