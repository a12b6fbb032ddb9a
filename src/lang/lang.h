/*
 * lang.h - the door of what is special about a language: word lists and stems.
 * The lists are the text files in stopwords/LANGUAGE/, compiled in.
 */
#ifndef LANG_H
#define LANG_H

#include "base/base.h"

/* Every list: LIST(name) stands for stopwords/de/name.txt. */
enum lang_list {
#define LIST(name) LANG_##name,
#include "lang/lists.def"
#undef LIST
    LANG_LISTS
};

/* A line of a list: WORD, or WORD TAB VALUE. */
struct entry {
    struct str word, value; /* value: empty where there is none */
    int32_t number;         /* value read as a decimal number, or 0 */
};

/* What parts a word plays in a sentence; bits of struct word, roles. */
enum lang_role {
#define ROLE(name) ROLE_BIT_##name,
#include "lang/roles.def"
#undef ROLE
    LANG_ROLES
};

#define IS(name) ((uint64_t)1 << ROLE_BIT_##name)

/* A word form as the lexicon keeps it. */
struct word {
    struct str form;        /* NFC, lower case */
    struct str stem;        /* Snowball German; ß as ss */
    uint32_t root;          /* number of the stem, 1 ...; equal stems, equal */
    bool stop;              /* in the list stopwords, or given by the user */
    bool common;            /* stop, or in the list common (links) */
    bool letters;           /* nothing but letters */
    uint64_t roles;         /* IS(weekdays) | ... */
};

struct lang;

/*
 * Tables and an empty lexicon for a handle, in ARENA. STOPWORDS and
 * ABBREVIATIONS are the texts of the user's own files, or empty. Fails only for
 * want of libstemmer's German (KERNSATZ_BAD_OPTION for an unknown TAG).
 */
enum kernsatz_status lang_new(struct arena *arena, struct str tag,
                              struct str stopwords, struct str abbreviations,
                              struct lang **lang);

/* The entry of WORD (exact, case matters), or NULL. */
const struct entry *lang_find(const struct lang *l, enum lang_list list,
                              struct str word);

/* Same for lower-cased WORD: a list of lower-case words. Up to 63 bytes. */
const struct entry *lang_find_folded(const struct lang *l,
                                     enum lang_list list, struct str word);

/* All entries of a list, in the order of the file. */
const struct entry *lang_list(const struct lang *l, enum lang_list list,
                              uint32_t *n);

/* The id (1 ...) of FORM in the lexicon; it is added and stemmed where new. */
uint32_t lang_word(struct lang *l, struct str form);

/* The word of an id; valid until the next lang_word(). */
const struct word *lang_entry(const struct lang *l, uint32_t id);
uint32_t lang_nwords(const struct lang *l);
uint32_t lang_nroots(const struct lang *l); /* root < nroots */

#endif
