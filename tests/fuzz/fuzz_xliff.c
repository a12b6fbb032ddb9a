/* Any bytes as XLIFF: the same faults twice, each a valid text with a rule. */
#include "check/check.h"
#include <setjmp.h>
#include <stdlib.h>

static uint64_t check_once(struct str bytes)
{
    struct escape escape = {0};
    struct faults faults;
    volatile uint64_t sum = 0;
    jmp_buf out;

    escape.way_out = &out;
    if (setjmp(out) == 0) {
        struct arena *m = arena_new(&escape);

        check_valid(m, bytes, &faults);
        for (uint32_t i = 0; i < faults.n; i++) {
            const struct fault *f = &faults.fault[i];

            if (!f->rule || !f->group || !utf8_valid(f->text) ||
                (i && f->line < faults.fault[i - 1].line))
                abort();
            sum = sum * 31 + str_hash(f->text) + f->line;
        }
        arena_free(m);
    }
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};

    if (check_once(bytes) != check_once(bytes))
        abort();
    return 0;
}
