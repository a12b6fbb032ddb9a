/*
 * engine.h - what the files behind the front door share: the handle, the inputs
 * gathered for the next story, and the way through the rooms.
 */
#ifndef ENGINE_H
#define ENGINE_H

#include "format/format.h"
#include "intake/intake.h"
#include "story/story.h"
#include "text/text.h"

/* A file or bytes that the caller added. */
struct input_given {
    const char *given;      /* as the caller wrote it */
    struct str path;        /* absolute, without . and .. ; or just a name */
    struct str folder;      /* of path, with its final slash */
    struct str file;        /* name below the common folder, escaped */
    struct str bytes;       /* added as bytes; at NULL: to be read */
    bool found;             /* in a folder, not named by the caller */
};

/* A table of metadata and where it holds: FOLDER empty: everywhere. */
struct meta_given {
    struct str folder;
    struct meta_table table;
};

struct kernsatz {
    struct escape escape;
    struct arena *arena;    /* options: as long as the handle */
    struct arena *words;    /* of lang; see kernsatz_clear() */
    struct arena *story;    /* what was added: until kernsatz_clear() */
    struct arena *step;     /* one article or one brief: until the call ends */
    struct kernsatz_options options;
    struct kernsatz_listener listener;
    struct lang *lang;      /* NULL: is made by the next guarded() */
    struct patterns *patterns; /* of --keep and --drop; NULL: none */
    struct input_given *input;
    uint32_t ninput, cap;
    struct str group;       /* what the records added so far are grouped by */
    struct meta_given *meta;
    uint32_t nmeta, meta_cap;
};

struct kernsatz_brief {
    struct escape escape;   /* briefs outlive their handle */
    struct arena *arena;
    struct brief *brief;
    struct kernsatz_sentence *sentence;
};

/*
 * Runs WORK with the one way out for want of memory, and frees handle->step
 * afterwards. The only setjmp of the engine.
 */
enum kernsatz_status guarded(struct kernsatz *h,
                             enum kernsatz_status (*work)(struct kernsatz *,
                                                          void *),
                             void *task);

/* gather.c: inputs, and what they are called */
void gather_add(struct kernsatz *h, struct input_given in);
void gather_names(struct kernsatz *h, struct arena *m, struct str *story);
const struct meta *gather_meta(const struct kernsatz *h,
                               const struct input_given *in);

/* sidecar.c: takes the sidecars out of the inputs; reads that of input IN into
 * the fields of META that are empty. */
void gather_sidecars(struct kernsatz *h, struct arena *m);
void sidecar_read(struct kernsatz *h, struct arena *m,
                  const struct input_given *in, struct meta *meta);

/*
 * article.c: reads and cleans input IN into *A, made in M. *SKIP is the reason
 * (already told) where the input cannot be used, *WHY its text.
 */
struct skip {
    enum kernsatz_code reason; /* 0: not skipped */
    struct str text;
};

void article_read(struct kernsatz *h, struct arena *m,
                  const struct input_given *in, struct article *a,
                  struct skip *skip);

/* Splits and marks a cleaned article. */
void article_mark(struct kernsatz *h, struct article *a);

/* Sends the text of B to SINK and empties B. */
enum kernsatz_status emit(struct buf *b, const struct kernsatz_sink *sink);

#endif
