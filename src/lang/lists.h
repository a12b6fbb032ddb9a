/* lists.h - the word lists as they are compiled in (see lists.awk). */
#ifndef LISTS_H
#define LISTS_H

#include "lang/lang.h"

struct builtin_list {
    const struct entry *entry;
    uint32_t n;
};

extern const struct builtin_list builtin_lists[LANG_LISTS];

#endif
