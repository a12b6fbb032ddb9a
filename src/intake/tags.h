/*
 * tags.h - what this room knows of HTML: elements, classes, a page's tree.
 */
#ifndef INTAKE_TAGS_H
#define INTAKE_TAGS_H

#include "intake/parts.h"
#include <libxml/tree.h>

/* How an element shapes the text in it. */
enum shape {
    SHAPE_INLINE,  /* part of the text around it */
    SHAPE_BLOCK,   /* ends the block before it and its own */
    SHAPE_BREAK,   /* br */
    SHAPE_DROP     /* nothing in it is visible text */
};

enum tag {
    TAG_OTHER, TAG_A, TAG_ARTICLE, TAG_ASIDE, TAG_BODY, TAG_BUTTON,
    TAG_CAPTION, TAG_DD, TAG_DT, TAG_FIGCAPTION, TAG_FIGURE, TAG_FOOTER,
    TAG_FORM, TAG_H1, TAG_H2, TAG_H3, TAG_H4, TAG_H5, TAG_H6, TAG_HEAD,
    TAG_HEADER, TAG_HTML, TAG_LI, TAG_LINK, TAG_LIST, TAG_MAIN, TAG_META,
    TAG_NAV, TAG_P, TAG_PRE, TAG_SCRIPT, TAG_TABLE, TAG_TD, TAG_TIME, TAG_TITLE
};

struct element_rule {
    const char *name;
    uint8_t tag;   /* enum tag */
    uint8_t shape; /* enum shape */
};

/* The rule of element NAME; a default one for what is not known. */
const struct element_rule *rule_of(const char *name);

/* The value of an attribute, or empty. Valid as long as the tree. */
struct str attribute(const xmlNode *node, const char *name);

/* Hints (enum block_hint) of an element: tag, role, class, id, style. */
uint16_t hints_of(const xmlNode *node, enum tag tag);

/* Is one of the words in CLASS that of an author's line or a date's? */
bool class_author(struct str class);
bool class_date(struct str class);

/* The visible text of NODE's subtree, at most about LIMIT bytes. */
struct str node_text(struct arena *m, const xmlNode *node, size_t limit);

/* The element that follows NODE inside TOP in document order, without (SKIP) or
 * with NODE's children; NULL: none. */
xmlNode *node_next(xmlNode *node, const xmlNode *top, bool skip);

/* ---- text and its places -------------------------------------------- */

/* NTEXT bytes of a text node that come from LEN bytes at AT of the page. */
struct note {
    const xmlNode *node;
    uint32_t ntext, at, len;
};

/* Memory of its own: it is filled inside callbacks of the parser. */
struct notes {
    struct note *note;
    size_t n, cap;
    bool failed;         /* memory ran out */
    uint64_t nodes, work; /* see parse.c */
    const char *limit;   /* the limit that ended the parsing, in words */
    struct str page;     /* what is parsed */
};

/* Parses PAGE; the tree and NOTES belong to M. NULL: cannot be parsed. */
xmlDoc *parse_page(struct arena *m, struct str page, struct notes *notes);

/* PAGE without what would take libxml2 for ever: tags of more than 64 KiB or of
 * 256 attributes, and control signs, are blanked, so that positions stay. */
struct str tame_page(struct arena *m, struct str page, uint64_t *blanked);

/* Makes raw, raw_origin, block and element from the tree. */
void walk_page(struct reader *r, struct arena *step, xmlDoc *tree,
               const struct notes *notes);

/* Fills markup from the tree (and the blocks made from it). */
void read_markup(struct reader *r, struct arena *step, xmlDoc *tree);

#endif
