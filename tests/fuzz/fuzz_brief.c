/*
 * fuzz_brief.c - any bytes as one or several articles (a byte 0x1e stands between
 * two), through all stages into all forms.
 */
#include <kernsatz.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int swallow(void *context, const char *at, size_t len)
{
    (void)at;
    *(size_t *)context += len;
    return 0;
}

static void add_all(kernsatz *h, const uint8_t *data, size_t size)
{
    char name[] = "a.html";

    while (size && name[0] <= 'z') {
        const uint8_t *end = memchr(data, 0x1e, size);
        size_t len = end ? (size_t)(end - data) : size;

        kernsatz_add_bytes(h, name, data, len);
        name[0]++;
        data += len;
        size -= len;
        if (size) {
            data++;
            size--;
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kernsatz_listing listing = {KERNSATZ_JSONL, 1, 0};
    size_t written = 0;
    struct kernsatz_sink sink = {swallow, &written};
    kernsatz_brief *brief;
    kernsatz *h;

    if (kernsatz_open(NULL, NULL, &h) != KERNSATZ_OK)
        return 0;
    add_all(h, data, size);
    if (kernsatz_make_brief(h, &brief) == KERNSATZ_OK) {
        for (int f = KERNSATZ_TEXT; f <= KERNSATZ_XLIFF20; f++)
            kernsatz_brief_write(brief, (enum kernsatz_format)f, &sink);
        kernsatz_brief_free(brief);
    }
    kernsatz_clean(h, &listing, &sink);
    kernsatz_pick(h, &listing, &sink);
    kernsatz_close(h);
    return 0;
}
