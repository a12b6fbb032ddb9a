/*
 * handle.c - the handle behind the front door: options, language, listener, and
 * the one place that running out of memory leads to.
 */
#include "engine/engine.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *kernsatz_version(void)
{
    return KERNSATZ_VERSION;
}

const char *kernsatz_status_text(enum kernsatz_status status)
{
    switch (status) {
    case KERNSATZ_OK:
        return "done";
    case KERNSATZ_NO_MEMORY:
        return "out of memory";
    case KERNSATZ_CANNOT_READ:
        return "cannot read";
    case KERNSATZ_CANNOT_WRITE:
        return "cannot write";
    case KERNSATZ_NOTHING:
        return "no article text found";
    case KERNSATZ_BAD_INPUT:
        return "damaged input";
    case KERNSATZ_BAD_OPTION:
        return "option not allowed";
    case KERNSATZ_OTHER_STORY:
        return "belongs to another story";
    }
    return "unknown status";
}

void kernsatz_options_init(struct kernsatz_options *options)
{
    memset(options, 0, sizeof *options);
    options->words = 200;
    options->lang = "de";
    options->min_sources = 1;
    options->max_share = 60;
}

void kernsatz_guard_memory(void)
{
    intake_guard_memory();
}

/* The language with an empty lexicon. A handle without options, which only
 * writes, needs none. */
static enum kernsatz_status make_lang(struct kernsatz *h)
{
    const struct kernsatz_options *o = &h->options;

    if (h->lang || !h->arena)
        return KERNSATZ_OK;
    arena_free(h->words); /* of a try that ran out of memory */
    h->words = NULL;
    h->words = arena_new(&h->escape);
    return lang_new(h->words, str_of(o->lang), str_of(o->stopwords),
                    str_of(o->abbreviations), &h->lang);
}

enum kernsatz_status guarded(struct kernsatz *h,
                             enum kernsatz_status (*work)(struct kernsatz *,
                                                          void *),
                             void *task)
{
    jmp_buf here;
    volatile enum kernsatz_status status = KERNSATZ_NO_MEMORY;

    h->escape.way_out = &here;
    if (setjmp(here) == 0) {
        enum kernsatz_status s = make_lang(h);

        status = s == KERNSATZ_OK ? work(h, task) : s;
    }
    h->escape.way_out = NULL;
    arena_free(h->step);
    h->step = NULL;
    return status;
}

static const char *kept(struct arena *m, const char *s)
{
    return s ? arena_copy(m, str_of(s)).at : NULL;
}

/* YYYY-MM-DDThh:mm:ssZ (RFC 3339, UTC). */
static bool is_stamp(const char *s)
{
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
    int part[6] = {0}, n = 0;
    struct date d;

    for (size_t i = 0; i < sizeof form; i++) {
        if (form[i] == 'd') {
            if (s[i] < '0' || s[i] > '9')
                return false;
            part[n] = part[n] * 10 + s[i] - '0';
        } else if (s[i] != form[i]) {
            return false;
        } else {
            n++;
        }
    }
    d = (struct date){(int16_t)part[0], (uint8_t)part[1], (uint8_t)part[2]};
    return date_valid(d) && part[3] < 24 && part[4] < 60 && part[5] < 60;
}

/* Letters, digits and hyphens in subtags of one to eight; the first is of
 * letters, at least two, and no single sign ends a tag (RFC 5646, 2.1). */
static bool is_tag(const char *s)
{
    size_t run = 0, subtags = 1;

    for (; *s; s++) {
        bool letter = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z');
        bool digit = *s >= '0' && *s <= '9';

        if (*s == '-' && run >= (subtags == 1 ? 2 : 1)) {
            run = 0;
            subtags++;
        } else if (!letter && !(digit && subtags > 1)) {
            return false;
        } else if (++run > 8) {
            return false;
        }
    }
    return run > 1;
}

static bool sound(const struct kernsatz_options *o)
{
    return (!o->date || is_stamp(o->date)) &&
           (!o->target_lang || is_tag(o->target_lang)) && o->ratio >= 0 &&
           o->ratio <= 100 && o->order <= KERNSATZ_ORDER_SCORE &&
           o->scorer <= KERNSATZ_SCORER_LEAD && o->max_share >= 0 &&
           o->max_share <= 100 && o->sections <= KERNSATZ_SECTIONS_NEVER;
}

static enum kernsatz_status open_handle(struct kernsatz *h, void *task)
{
    const struct kernsatz_options *o = task;
    struct pattern_fault fault;
    enum kernsatz_status status;

    h->arena = arena_new(&h->escape);
    h->story = arena_new(&h->escape);
    h->options = *o;
    h->options.lang = kept(h->arena, o->lang ? o->lang : "de");
    h->options.target_lang = kept(h->arena, o->target_lang);
    h->options.date = kept(h->arena, o->date);
    h->options.focus = kept(h->arena, o->focus);
    h->options.stopwords = kept(h->arena, o->stopwords);
    h->options.abbreviations = kept(h->arena, o->abbreviations);
    h->options.keep = kept(h->arena, o->keep);
    h->options.drop = kept(h->arena, o->drop);
    status = text_patterns(h->arena, h->options.keep, h->options.drop,
                           &h->patterns, &fault);
    if (status == KERNSATZ_BAD_OPTION) {
        struct tell tell = {&h->listener, fault.pattern, false};

        intake_tell(&tell, KERNSATZ_REMARK_BAD_PATTERN, fault.text, 0);
    }
    return status == KERNSATZ_OK ? make_lang(h) : status;
}

enum kernsatz_status kernsatz_open(const struct kernsatz_options *options,
                                   const struct kernsatz_listener *listener,
                                   kernsatz **handle)
{
    struct kernsatz_options o;
    enum kernsatz_status status;
    struct kernsatz *h;

    *handle = NULL;
    kernsatz_options_init(&o);
    if (options)
        o = *options;
    if (!sound(&o))
        return KERNSATZ_BAD_OPTION;
    h = calloc(1, sizeof *h);
    if (!h)
        return KERNSATZ_NO_MEMORY;
    if (listener)
        h->listener = *listener;
    status = guarded(h, open_handle, &o);
    if (status != KERNSATZ_OK) {
        kernsatz_close(h);
        return status;
    }
    *handle = h;
    return KERNSATZ_OK;
}

void kernsatz_close(kernsatz *handle)
{
    if (!handle)
        return;
    arena_free(handle->step);
    arena_free(handle->story);
    arena_free(handle->words);
    arena_free(handle->arena);
    free(handle);
}

enum kernsatz_status emit(struct buf *b, const struct kernsatz_sink *sink)
{
    size_t len = b->len;

    b->len = 0;
    if (len && sink->write(sink->context, b->at, len))
        return KERNSATZ_CANNOT_WRITE;
    return KERNSATZ_OK;
}

enum kernsatz_status kernsatz_write_file(const char *path, const void *bytes,
                                         size_t len)
{
    int why = file_write(path, (struct str){bytes, len});

    if (!why)
        return KERNSATZ_OK;
    errno = why;
    return KERNSATZ_CANNOT_WRITE;
}
