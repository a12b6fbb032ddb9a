/*
 * check.c - the command check: faults go where results go, not to standard
 * error.
 */
#include "cli.h"
#include <stdlib.h>

/* Checks one file; false: no need to go on. */
static bool check_file(const char *path, const struct request *r,
                       struct say *s, kernsatz *h, struct output *out)
{
    struct kernsatz_listing listing = {.format = r->format[0]};
    struct kernsatz_remark remark;
    enum kernsatz_status status = KERNSATZ_OK;
    struct bytes b = {0};

    if (bytes_read(&b, path, &remark))
        status = kernsatz_check(h, path, b.at, b.len, &listing, &out->sink);
    else
        say_remark(s, &remark);
    free(b.at);
    if (status == KERNSATZ_BAD_INPUT) {
        if (s->status < PARTLY)
            s->status = PARTLY;
        return true;
    }
    if (status != KERNSATZ_OK && status != KERNSATZ_CANNOT_WRITE)
        say_error(s, FAILED, path, kernsatz_status_text(status));
    return status == KERNSATZ_OK;
}

void run_check(const struct request *r, struct say *s, kernsatz *h)
{
    struct output out;
    bool good = true;

    output_open(&out, r->output);
    for (int i = 0; i < r->nfile && good; i++)
        good = check_file(r->file[i], r, s, h, &out);
    if (good && s->skipped == (uint32_t)r->nfile) {
        say_error(s, FAILED, NULL, "no file to check, nothing written");
        good = false;
    }
    output_close(&out, s, good);
}
