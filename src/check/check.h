/*
 * check.h - the door of the room that tells whether an XLIFF file is valid:
 * structure, ids, references and languages of XLIFF 1.2, 2.0, 2.1 and 2.2.
 */
#ifndef CHECK_H
#define CHECK_H

#include "base/base.h"

/* One fault of a file, in words. Strings live as long as the arena. */
struct fault {
    uint32_t line;      /* 1 ...; 0: the file as a whole */
    struct str unit;    /* id of the unit; empty: outside of units */
    const char *rule;   /* short name of the rule that was broken */
    const char *group;  /* xml, structure, ids, languages, codes, ... */
    struct str text;
};

struct faults {
    struct fault *fault;
    uint32_t n, cap;
};

/*
 * Stores in *FAULTS what is wrong with the XLIFF file BYTES, in the order of
 * its lines; none: it is valid. Foreign namespaces are no fault, nor what stands in
 * those modules of XLIFF 2 that kernsatz does not write. A file that is no XML,
 * or that is refused for its size, its depth or a DOCTYPE, has one fault that
 * says so.
 */
void check_valid(struct arena *m, struct str bytes, struct faults *faults);

#endif
