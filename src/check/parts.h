/*
 * parts.h - what the files of this room share. A file is read in three steps:
 * parse.c makes a tree of it or says why not; grammar.c holds every element
 * against the table of its version; the rules of a version then look at what no
 * table can say. Each step tells its faults.
 */
#ifndef CHECK_PARTS_H
#define CHECK_PARTS_H

#include "check/check.h"
#include <libxml/tree.h>

/* ---- rules.c: the rules in words ---------------------------------------- */

/* name of the constant, name, group, words (% stands for the detail) */
enum rule {
#define RULE(constant, name, group, words) constant,
#include "check/rules.def"
#undef RULE
    RULES
};

struct check {
    struct arena *arena;
    struct faults *faults;
    const struct grammar *grammar;
    xmlNode *root;
    const char *core;       /* namespace of the version's core */
    struct str source_lang, target_lang;
};

/* Tells that NODE breaks RULE; DETAIL says what of it. */
void fault(struct check *c, const xmlNode *node, enum rule rule,
           struct str detail);
void fault_at(struct check *c, uint32_t line, enum rule rule,
              struct str detail);

/* "A B" for a detail. */
struct str both(struct check *c, struct str a, const char *between,
                struct str b);

/* ---- parse.c ------------------------------------------------------------ */

/* The tree of BYTES, or NULL: the faults say why. */
xmlDoc *parse_xml(struct check *c, struct str bytes);

/* ---- tree.c ------------------------------------------------------------- */

/* Which namespace a name is in. The modules that are read have a prefix. */
enum space { SPACE_CORE, SPACE_MDA, SPACE_MTC, SPACE_GLS, SPACE_FS, SPACE_VAL,
             SPACE_MODULE, SPACE_XML, SPACE_NONE, SPACE_FOREIGN };

enum space space_of(const struct check *c, const xmlNs *ns);
struct str name_of(const xmlNode *node);

/* The value of NODE's attribute NAME without a namespace; at NULL: none. */
struct str attr(const xmlNode *node, const char *name);
struct str xml_attr(const xmlNode *node, const char *name); /* xml:NAME */
struct str value_of(const xmlAttr *a);

/* attr() with a value for where it is absent. */
struct str attr_or(const xmlNode *node, const char *name, const char *other);
bool same(struct str s, const char *text);

/* Is NODE the element NAME of the version's core? */
bool is_core(const struct check *c, const xmlNode *node, const char *name);
bool is_one_of(const struct check *c, const xmlNode *node, const char *names);

/* The next element after NODE within ROOT in the order of the text; NULL: none.
 * PAST: not into NODE. */
xmlNode *next_element(const xmlNode *root, const xmlNode *node, bool past);
xmlNode *first_child(const xmlNode *node);   /* elements only */
xmlNode *next_sibling(const xmlNode *node);
xmlNode *child_core(const struct check *c, const xmlNode *node,
                    const char *name);
bool has_text(const xmlNode *node);          /* other than white space */

/* An own or inherited xml:NAME; at NULL: none. */
struct str inherited(const xmlNode *node, const char *name);

/* Notes ID in SET; tells RULE where it was there before. Absent: nothing. */
void unique(struct check *c, struct map *set, const xmlNode *node,
            struct str id, enum rule rule);

/* ---- types.c: what the value of an attribute may be --------------------- */

struct type {
    const char *name;
    bool (*check)(struct str s);
    const char *values;     /* or one of these, with blanks between them */
    bool extended;          /* also x-... (XLIFF 1.2) */
    bool list;              /* several of them */
    const char *words;
};

const struct type *type_named(struct str name);
bool type_holds(const struct type *t, struct str value);
bool is_nmtoken(struct str s);
bool is_language(struct str s);
bool is_user(struct str s);
bool list_has(const char *words, struct str s);

/* ---- grammar.c ---------------------------------------------------------- */

/*
 * One element of a table. CONTENT: the children in their order, each name alone
 * or several with | between them, followed by ? * or + ; @ is any element of
 * another namespace, @@ any element at all, # text. ATTRIBUTES: NAME, NAME=TYPE,
 * with ! for = where it is required; @m is any attribute of a module, @ any of
 * another namespace, @@ any attribute at all.
 */
struct row {
    const char *name, *content, *attributes;
};

const struct grammar *grammar_new(struct check *c,
                                  const struct row *const *table);
void grammar_check(struct check *c);

extern const struct row *const tables_12[], *const tables_12_strict[];
extern const struct row *const tables_20[], *const tables_21[],
    *const tables_22[];

/* ---- rules of the versions ---------------------------------------------- */

void rules_12(struct check *c);
void inline_12(struct check *c, const xmlNode *node);
void rules_20(struct check *c);
void unit_20(struct check *c, const xmlNode *unit, const struct map *units);
void modules_20(struct check *c);
bool same_language(struct str a, struct str b); /* without regard to case */
void fragment_20(struct check *c, const xmlNode *node, struct str ref);

/* codes.c: the inline codes of one unit */
struct code {
    const xmlNode *node;
    struct str id;          /* of ec and em: of their start */
    uint32_t part;          /* which segment or ignorable */
    bool target;
};

struct codes {
    struct code *code;
    uint32_t n, cap;
    uint32_t nsource;       /* sources come first */
    struct map source, target; /* id -> place + 1 of what has it */
};

void codes_check(struct check *c, const xmlNode *unit, struct codes *codes);
void pairs_check(struct check *c, const struct codes *codes);
void runs_check(struct check *c, const struct codes *codes);

#endif
