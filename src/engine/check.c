/*
 * check.c - is an XLIFF file valid? The faults go to the sink.
 */
#include "check/check.h"
#include "engine/engine.h"

struct check_task {
    const struct kernsatz_listing *listing;
    const struct kernsatz_sink *sink;
    struct str name, bytes;
};

/* How much output is gathered before it is sent on. */
#define PORTION ((size_t)1 << 16)

static enum kernsatz_status check(struct kernsatz *h, void *task)
{
    const struct check_task *t = task;
    enum kernsatz_status status = KERNSATZ_OK;
    struct faults faults;
    struct buf b;

    h->step = arena_new(&h->escape);
    check_valid(h->step, t->bytes, &faults);
    b = buf_new(h->step);
    for (uint32_t i = 0; i < faults.n && status == KERNSATZ_OK; i++) {
        const struct fault *f = &faults.fault[i];
        struct format_fault out = {t->name, f->line,  f->unit,
                                   f->rule, f->group, f->text};

        format_fault(&b, &out, t->listing->format);
        if (b.len > PORTION)
            status = emit(&b, t->sink);
    }
    if (status == KERNSATZ_OK)
        status = emit(&b, t->sink);
    return status == KERNSATZ_OK && faults.n ? KERNSATZ_BAD_INPUT : status;
}

enum kernsatz_status kernsatz_check(kernsatz *handle, const char *name,
                                    const void *bytes, size_t len,
                                    const struct kernsatz_listing *listing,
                                    const struct kernsatz_sink *sink)
{
    struct check_task t = {listing, sink, str_of(name), {bytes, len}};

    return guarded(handle, check, &t);
}
