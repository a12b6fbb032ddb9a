/*
 * signs.h - what a page says about itself, before one answer is chosen.
 */
#ifndef INTAKE_SIGNS_H
#define INTAKE_SIGNS_H

#include "intake/tags.h"

#define HEADS_MAX 12
#define NAMES_MAX 12

struct names_found {
    struct str name[NAMES_MAX];
    uint32_t n;
};

/* Candidates, each the first of its sort; white space is one space. */
struct signs {
    struct arena *m;
    struct reader *r;
    /* titles */
    struct str h1[HEADS_MAX]; /* without the line above the headline */
    struct str h1_whole[HEADS_MAX];
    uint32_t nh1;
    struct str og_title, twitter_title, ld_headline, item_headline, page_title;
    /* authors */
    struct names_found ld_author, item_author, rel_author, class_author,
        meta_author;
    /* days */
    struct date url_date, published, item_date, ld_date, web_date, time_article,
        near_h1, time_any, class_date, meta_date, first_date, modified;
    struct date late; /* a day that markup gives in UTC, late in its evening */
    /* the rest */
    struct str site, ld_publisher, canonical, og_url, lang, locale;
};

/* Adds a person's name, cleaned; what is no name is passed over. */
void add_name(struct signs *s, struct names_found *to, struct str name);

/* Reads one JSON-LD script. */
void read_ld(struct signs *s, struct str json);

/* The day in S, if it is one that an article on the web can have. */
struct date page_date(struct signs *s, struct str text);

/* Copies VALUE into *FIELD where that is empty; entities left in it
 * resolved. */
void set_sign(struct signs *s, struct str *field, struct str value);

/* ---- words ---------------------------------------------------------- */

#define WORDS_MAX 64

struct wordset {
    struct str word[WORDS_MAX]; /* lower case */
    uint32_t n;
};

struct wordset words_of(struct arena *m, struct str s);

/* How many words of A stand in B. */
uint32_t shared_words(const struct wordset *a, const struct wordset *b);

/* Same words in the same order, whatever stands between them. */
bool alike(struct arena *m, struct str a, struct str b);

/* The last separator in T between spaces: " | ", " - ", " – " ...; T.len: none.
 * *LEN is how long it is. */
size_t last_separator(struct str t, size_t *len);

/* The address inside one of the Internet Archive, or itself. */
struct str live_url(struct str url);

/* The host of an address without www. */
struct str host_of(struct str url);

/* Is T the name of the site? */
bool is_site(struct signs *s, struct str t);

/* The block of the heading that fits the title best; nblock: none. */
uint32_t title_block(struct signs *s);

/* Chooses among the candidates and fills the article's markup. */
void choose_title(struct signs *s);
void choose_author(struct signs *s);
void choose_date(struct signs *s);
void choose_rest(struct signs *s);
void choose_outlet(struct signs *s); /* after the title */

/* Collects all candidates. */
void collect_signs(struct signs *s, xmlDoc *tree);

#endif
