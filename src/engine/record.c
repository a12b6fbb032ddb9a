/*
 * record.c - articles that come as lines of JSON Lines: one line is one article,
 * and stands for a file. A story ends where the field changes by which the lines
 * are grouped; so a filter holds one story at a time.
 */
#include "engine/engine.h"

struct record_given {
    const char *name, *group_by;
    struct str line;
    const char **fault;
};

static enum kernsatz_status add_record(struct kernsatz *h, void *task)
{
    const struct record_given *t = task;
    struct input_given in = {0};
    struct record record;

    h->step = arena_new(&h->escape);
    *t->fault = intake_record(h->step, t->line, t->group_by, &record);
    if (*t->fault)
        return KERNSATZ_BAD_INPUT;
    if (t->group_by && h->group.len && !str_same(h->group, record.group))
        return KERNSATZ_OTHER_STORY;
    if (!h->story)
        h->story = arena_new(&h->escape);
    if (t->group_by && !h->group.len)
        h->group = arena_copy(h->story, record.group);
    in.path = arena_copy(h->story, record.id.len ? record.id
                                                 : str_of(t->name));
    in.given = in.path.at;
    if (t->group_by && !record.id.len) {
        /* The place in the whole input differs from one part of it to another;
         * that in the story does not. */
        struct buf number = buf_new(h->step);

        buf_number(&number, h->ninput + (uint64_t)1);
        in.path = arena_copy(h->story, buf_str(&number));
    }
    in.bytes = arena_copy(h->story, t->line);
    gather_add(h, in);
    return KERNSATZ_OK;
}

enum kernsatz_status kernsatz_add_record(kernsatz *handle, const char *name,
                                         const void *line, size_t len,
                                         const char *group_by,
                                         const char **fault)
{
    const char *none;
    struct record_given t = {name, group_by, {line, len},
                             fault ? fault : &none};

    *t.fault = NULL;
    return guarded(handle, add_record, &t);
}
