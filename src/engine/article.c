/*
 * article.c - one input's way through intake and text.
 */
#include "engine/engine.h"
#include <string.h>

static struct skip skipped(struct kernsatz *h, const struct input_given *in,
                           enum kernsatz_code reason, struct str text,
                           uint64_t number)
{
    struct tell tell = {&h->listener, in->given, in->found};

    intake_tell(&tell, reason, text.len ? text.at : NULL, number);
    return (struct skip){reason, text};
}

/* Reads the bytes; false: skipped. */
static bool read_bytes(struct kernsatz *h, struct arena *m,
                       const struct input_given *in, struct str *bytes,
                       struct skip *skip)
{
    int why = 0;

    if (in->bytes.at) {
        *bytes = in->bytes;
        return true;
    }
    switch (file_read(m, in->given, TEXT_MAX, bytes, &why)) {
    case FILE_READ:
        return true;
    case FILE_MISSING:
        *skip = skipped(h, in, KERNSATZ_SKIP_MISSING, STR(""), 0);
        return false;
    case FILE_NOT_REGULAR:
        *skip = skipped(h, in, KERNSATZ_SKIP_NOT_REGULAR, STR(""), 0);
        return false;
    case FILE_TOO_LARGE:
        *skip = skipped(h, in, KERNSATZ_SKIP_TOO_LARGE, STR(""), TEXT_MAX);
        return false;
    case FILE_FAILED:
        break;
    }
    *skip = skipped(h, in, KERNSATZ_SKIP_UNREADABLE,
                    arena_copy(m, str_of(strerror(why))), 0);
    return false;
}

static bool has_prose(const struct article *a)
{
    for (uint32_t i = 0; i < a->nparagraph; i++)
        if (a->paragraph[i].kind >= PARA_TEXT)
            return true;
    return false;
}

void article_read(struct kernsatz *h, struct arena *m,
                  const struct input_given *in, struct article *a,
                  struct skip *skip)
{
    struct tell tell = {&h->listener, in->given, in->found};
    enum kernsatz_code reason = 0;
    const struct meta *given = gather_meta(h, in);
    enum kernsatz_status status;
    struct str bytes;

    *skip = (struct skip){0, STR("")};
    memset(a, 0, sizeof *a);
    a->arena = m;
    a->file = in->file;
    if (given)
        a->given = *given;
    if (!read_bytes(h, m, in, &bytes, skip))
        return;
    sidecar_read(h, m, in, &a->given);
    status = intake_article(a, bytes, h->lang, &tell, &reason);
    if (status == KERNSATZ_NO_MEMORY)
        arena_out(m); /* no judgement of the input */
    if (status != KERNSATZ_OK) {
        *skip = skipped(h, in, reason ? reason : KERNSATZ_SKIP_NO_ARTICLE,
                        STR(""), a->limit);
        return;
    }
    text_clean_by(a, h->lang, h->patterns);
    if (!has_prose(a))
        *skip = skipped(h, in, KERNSATZ_SKIP_NO_PROSE, STR(""), 0);
    else if (!text_is_german(a))
        *skip = skipped(h, in, KERNSATZ_SKIP_NOT_GERMAN, a->meta.lang, 0);
    else if (!date_known(a->meta.date))
        intake_tell(&tell, KERNSATZ_REMARK_NO_DATE, NULL, 0);
}

void article_mark(struct kernsatz *h, struct article *a)
{
    text_split(a, h->lang);
    text_tokens(a, h->lang);
}
