/*
 * fuzz_split.c - any bytes into sentences: no crash, and the spans are in order,
 * disjoint and inside the input.
 */
#include <kernsatz.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
    size_t size;
    char line[64]; /* the start of a line: both numbers */
    size_t nline;
    unsigned long end; /* of the span before */
};

static void check_line(struct seen *s)
{
    char *rest;
    unsigned long from = strtoul(s->line, &rest, 10);
    unsigned long len = strtoul(rest, &rest, 10);

    if (*rest != '\t' || from < s->end || from + len > s->size)
        abort();
    s->end = from + len;
}

static int look(void *context, const char *at, size_t len)
{
    struct seen *s = context;

    for (size_t i = 0; i < len; i++) {
        if (at[i] == '\n') {
            check_line(s);
            s->nline = 0;
            memset(s->line, 0, sizeof s->line);
        } else if (s->nline + 1 < sizeof s->line) {
            s->line[s->nline++] = at[i];
        }
    }
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kernsatz_listing listing = {KERNSATZ_TEXT, 0, 1};
    struct seen seen = {.size = size};
    struct kernsatz_sink sink = {look, &seen};
    kernsatz *h;

    if (kernsatz_open(NULL, NULL, &h) != KERNSATZ_OK)
        return 0;
    kernsatz_split(h, "fuzz", data, size, &listing, &sink);
    kernsatz_close(h);
    return 0;
}
