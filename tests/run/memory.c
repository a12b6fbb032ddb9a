/*
 * memory.c - every allocation of ours fails once: memory FOLDER [STEP [FIRST]].
 *
 * All public functions that allocate run over the articles in FOLDER, again
 * and again; in run n the n-th allocation of the library returns NULL. The call
 * that meets it must say KERNSATZ_NO_MEMORY, and at the end of the run no block
 * may be left. STEP: take every STEP-th allocation only.
 *
 * malloc() and its like are wrapped by the linker (see Makefile); allocations
 * of foreign libraries do not come by here.
 */
#include <errno.h>
#include <kernsatz.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_free(void *p);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_free(void *p);

/* ---- counting ----------------------------------------------------------- */

#define SLOTS ((size_t)1 << 17) /* a power of two, far above the live blocks */

static struct {
    const void *slot[SLOTS]; /* NULL: free; &gone: was taken */
    unsigned long calls, fails_at;
    long live;
} blocks;

static const char gone;

static size_t slot_of(const void *p)
{
    return (size_t)(((uintptr_t)p >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 40) &
           (SLOTS - 1);
}

static void note(const void *p)
{
    size_t i = slot_of(p);

    if (!p)
        return;
    while (blocks.slot[i] && blocks.slot[i] != &gone)
        i = (i + 1) & (SLOTS - 1);
    blocks.slot[i] = p;
    blocks.live++;
}

/* Blocks of others, which ours free, are not known here. */
static void forget(const void *p)
{
    size_t i = slot_of(p);

    while (p && blocks.slot[i] && blocks.slot[i] != p)
        i = (i + 1) & (SLOTS - 1);
    if (!p || !blocks.slot[i])
        return;
    blocks.slot[i] = &gone;
    blocks.live--;
}

static int fails(void)
{
    if (++blocks.calls != blocks.fails_at)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *__wrap_malloc(size_t size)
{
    void *p = fails() ? NULL : __real_malloc(size);

    note(p);
    return p;
}

void *__wrap_calloc(size_t n, size_t size)
{
    void *p = fails() ? NULL : __real_calloc(n, size);

    note(p);
    return p;
}

void *__wrap_realloc(void *old, size_t size)
{
    void *p;

    if (fails())
        return NULL;
    forget(old);
    p = __real_realloc(old, size);
    note(p ? p : old);
    return p;
}

void __wrap_free(void *p)
{
    forget(p);
    __real_free(p);
}

/* ---- the run ------------------------------------------------------------ */

static const char text[] =
    "Am 3. Mai tagt der Rat. Danach ist Pause, sagte Dr. Weber.\n\n"
    "\"Wir kommen wieder\", hiess es. Rund 1.200 Menschen waren da.\n";

static const char record[] =
    "{\"story\":\"a\",\"title\":\"Der Rat tagt\",\"text\":\"Am 3. Mai tagt der "
    "Rat der Stadt. Danach ist Pause.\"}";

static int swallow(void *context, const char *at, size_t len)
{
    (void)at;
    *(size_t *)context += len;
    return 0;
}

static void hear(void *context, const struct kernsatz_remark *remark)
{
    *(size_t *)context += remark->code;
}

struct run {
    const char *folder;
    enum kernsatz_status worst; /* the first that is not OK */
    int called;
};

/* Notes STATUS; true: go on. */
static int good(struct run *r, enum kernsatz_status status)
{
    r->called++;
    if (status != KERNSATZ_OK && r->worst == KERNSATZ_OK)
        r->worst = status;
    return status == KERNSATZ_OK;
}

/* Explains a brief as it was written. */
static void use_written(struct run *r, const kernsatz_brief *brief)
{
    static const char written[] =
        "{\"kind\":\"brief\",\"lang\":\"de\",\"options\":{\"words\":80}}\n"
        "{\"kind\":\"sentence\",\"id\":\"k1\",\"text\":\"Es regnet.\"}\n";
    static const char xliff[] =
        "<xliff version=\"1.2\"><trans-unit id=\"k1\"><source>Es regnet."
        "</source></trans-unit></xliff>";
    size_t told = 0;
    struct kernsatz_sink sink = {swallow, &told};
    struct kernsatz_explaining what = {written, sizeof written - 1, NULL, 0};
    struct kernsatz_options o;
    struct kernsatz_run state;

    kernsatz_options_init(&o);
    good(r, kernsatz_read_run(written, sizeof written - 1, &o, &state));
    good(r, kernsatz_explain(brief, &what, &sink));
    what = (struct kernsatz_explaining){xliff, sizeof xliff - 1, "1", 0};
    good(r, kernsatz_explain(brief, &what, &sink));
}

static void use_brief(struct run *r, kernsatz *h,
                      const struct kernsatz_sink *sink)
{
    kernsatz_brief *brief;

    if (!good(r, kernsatz_make_brief(h, &brief)))
        return;
    for (int f = KERNSATZ_TEXT; f <= KERNSATZ_XLIFF20; f++)
        good(r, kernsatz_brief_write(brief, (enum kernsatz_format)f, sink));
    use_written(r, brief);
    kernsatz_brief_free(brief);
}

static void use_all(struct run *r)
{
    size_t heard = 0, written = 0;
    struct kernsatz_listener listener = {hear, &heard};
    struct kernsatz_sink sink = {swallow, &written};
    struct kernsatz_listing listing = {KERNSATZ_TEXT, 1, 1};
    struct kernsatz_options o;
    kernsatz *h;

    kernsatz_options_init(&o);
    o.words = 80;
    o.target_lang = "en";
    o.stopwords = "beziehungsweise\n";
    o.keep = "Rat|Pause";
    o.drop = "Foto:";
    if (!good(r, kernsatz_open(&o, &listener, &h)))
        return;
    good(r, kernsatz_split(h, "text", text, sizeof text - 1, &listing, &sink));
    if (good(r, kernsatz_add_folder(h, r->folder)) &&
        good(r, kernsatz_add_bytes(h, "bytes", text, sizeof text - 1))) {
        use_brief(r, h, &sink);
        good(r, kernsatz_pick(h, &listing, &sink));
        listing.format = KERNSATZ_JSONL;
        good(r, kernsatz_clean(h, &listing, &sink));
    }
    kernsatz_clear(h);
    if (good(r, kernsatz_add_record(h, "line", record, sizeof record - 1,
                                    "story", NULL)))
        good(r, kernsatz_clean(h, &listing, &sink));
    kernsatz_clear(h);
    good(r, kernsatz_add_file(h, "/nowhere"));
    good(r, kernsatz_write_file("/dev/null", text, sizeof text - 1));
    kernsatz_close(h);
}

/* Runs with allocation N failing (0: none); 0: good, 1: bad, 2: N is never
 * reached. */
static int run(const char *folder, unsigned long n)
{
    struct run r = {folder, KERNSATZ_OK, 0};
    int bad = 0;

    blocks.calls = 0;
    blocks.fails_at = n;
    blocks.live = 0;
    memset(blocks.slot, 0, sizeof blocks.slot);
    use_all(&r);
    if (blocks.live) {
        printf("memory: allocation %lu fails: %ld blocks left\n", n,
               blocks.live);
        bad = 1;
    }
    if (n && blocks.calls < n)
        return bad ? 1 : 2;
    if (n && r.worst != KERNSATZ_NO_MEMORY) {
        printf("memory: allocation %lu fails: first bad status %d (%s)\n", n,
               (int)r.worst, kernsatz_status_text(r.worst));
        bad = 1;
    }
    if (!n && r.worst != KERNSATZ_OK) {
        printf("memory: without any failure: status %d (%s)\n", (int)r.worst,
               kernsatz_status_text(r.worst));
        bad = 1;
    }
    return bad;
}

int main(int argc, char **argv)
{
    unsigned long step = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
    unsigned long first = argc > 3 ? strtoul(argv[3], NULL, 10) : 1;
    unsigned long passed = 0, failed = 0;
    int result;

    if (argc < 2 || !step)
        return 2;
    result = run(argv[1], 0);
    printf("memory: %lu allocations, every %lu. fails\n", blocks.calls, step);
    for (unsigned long n = first; result != 2; n += step) {
        passed += result == 0;
        failed += result == 1;
        if (failed > 20)
            break;
        result = run(argv[1], n);
    }
    printf("memory: %lu passed, %lu failed\n", passed, failed);
    return failed != 0;
}
