/*
 * parse.c - libxml2's HTML parser with a memory for places.
 *
 * Its tree does not know where a text stood. So the callback that gets each
 * piece of text looks at the parser's position, finds the piece in the page
 * just before it, byte by byte, and notes the place; what is not there in
 * these bytes is a reference such as &amp;. The callbacks touch no arena: what
 * they note is in memory of its own.
 *
 * What nobody reads is not built: comments, scripts that are no JSON-LD, and
 * attributes that no rule looks at.
 */
#include "intake/tags.h"
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <stdlib.h>
#include <string.h>

#define FLAGS (HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | \
               HTML_PARSE_NONET | HTML_PARSE_RECOVER | \
               HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE)
#define REFERENCE_MAX 40 /* bytes of the longest reference, &...; */
#define ATTRIBUTES 24    /* of one element that are kept */

/*
 * Limits of a page. No article comes near them; without them a page of a few
 * megabytes takes minutes or gigabytes. libxml2 looks through all open elements
 * for an end tag that fits none (WORK: elements looked at), and its table of
 * names has 16,384 chains whatever their number.
 */
#define NODES_MAX 1500000
#define NAMES_MAX_PAGE 60000
#define WORK_MAX 300000000

/* ---- places --------------------------------------------------------- */

static bool stands(struct str page, size_t end, const char *s, size_t n)
{
    return end >= n && end <= page.len && !memcmp(page.at + end - n, s, n);
}

/* Is the reference at AMP one for "&" itself? */
static bool names_ampersand(const char *amp, size_t n)
{
    static const char *const forms[] = {"&amp", "&AMP", "&#38", "&#x26",
                                        "&#X26", "&#038", "&#0038"};

    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        size_t len = strlen(forms[i]);

        if (n >= len && !memcmp(amp, forms[i], len))
            return true;
    }
    return false;
}

/* The place of the N bytes at S, where the parser stands at END of the page. */
static struct note place_of(struct str page, size_t end, const char *s,
                            size_t n)
{
    struct note note = {NULL, (uint32_t)n, 0, 0};
    size_t from = end;

    /* Long text is handed on in pieces before its last sign is stepped over. */
    for (size_t more = 0; more <= 4; more++) {
        if (stands(page, end + more, s, n)) {
            note.at = (uint32_t)(end + more - n);
            note.len = (uint32_t)n;
            return note;
        }
    }
    while (from && end - from < REFERENCE_MAX && page.at[from - 1] != '&')
        from--;
    if (!from || page.at[from - 1] != '&')
        return note;
    note.at = (uint32_t)(from - 1);
    note.len = (uint32_t)(end - from + 1);
    if (n == 1 && s[0] == '&' && !names_ampersand(page.at + from - 1,
                                                  note.len))
        note.len = 1;
    return note;
}

static void remember(struct notes *notes, struct note note)
{
    struct note *last = notes->n ? &notes->note[notes->n - 1] : NULL;

    if (last && last->node == note.node && last->len == last->ntext &&
        note.len == note.ntext && last->at + last->len == note.at) {
        last->len += note.len;
        last->ntext += note.ntext;
        return;
    }
    if (notes->n == notes->cap) {
        size_t cap = notes->cap ? notes->cap * 2 : 1024;
        struct note *more = realloc(notes->note, cap * sizeof *more);

        if (!more) {
            notes->failed = true;
            return;
        }
        notes->note = more;
        notes->cap = cap;
    }
    notes->note[notes->n++] = note;
}

/* ---- limits --------------------------------------------------------- */

static void stop(htmlParserCtxt *c, const char *limit)
{
    struct notes *notes = c->_private;

    notes->limit = limit;
    xmlStopParser(c);
}

static void count_nodes(htmlParserCtxt *c, size_t n)
{
    struct notes *notes = c->_private;

    notes->nodes += n;
    if (notes->nodes > NODES_MAX)
        stop(c, "more than 1500000 elements, attributes and texts");
    else if (xmlDictSize(c->dict) > NAMES_MAX_PAGE)
        stop(c, "more than 60000 names of elements and attributes");
}

static void on_error(void *context, xmlErrorPtr error)
{
    htmlParserCtxt *c = context;
    struct notes *notes = c->_private;

    if (error->code != XML_ERR_TAG_NAME_MISMATCH)
        return;
    notes->work += (uint64_t)c->nameNr;
    if (notes->work > WORK_MAX)
        stop(c, "too many end tags that close nothing");
}

/* ---- callbacks ------------------------------------------------------ */

static void on_text(void *context, const xmlChar *s, int n)
{
    htmlParserCtxt *c = context;
    struct notes *notes = c->_private;
    const xmlParserInput *in = c->input;
    size_t end = in->consumed + (size_t)(in->cur - in->base);
    struct note note = place_of(notes->page, end, (const char *)s, (size_t)n);
    xmlNode *text;

    if (notes->failed) /* each further try would ask for as much again */
        return;
    xmlSAX2Characters(c, s, n);
    text = c->node ? c->node->last : NULL;
    if (!text || text->type != XML_TEXT_NODE)
        return;
    note.node = text;
    remember(notes, note);
    if (!text->_private && notes->n) { /* its first note, from 1 */
        text->_private = (void *)(uintptr_t)notes->n;
        count_nodes(c, 1);
    }
}

static bool is_json(const xmlNode *node)
{
    struct str type;

    if (!node || xmlStrcmp(node->name, BAD_CAST "script"))
        return false;
    type = attribute(node, "type");
    return str_find(type, STR("ld+json"), 0) < type.len;
}

static void on_cdata(void *context, const xmlChar *s, int n)
{
    htmlParserCtxt *c = context;

    if (is_json(c->node))
        xmlSAX2CDataBlock(c, s, n);
}

static bool kept(const char *name)
{
    static const char *const names[] = {
        "class", "id",       "href",     "content", "property", "name",
        "rel",   "itemprop", "datetime", "type",    "lang",     "style",
        "role",  "hidden",   "itemtype", "title",   "xml:lang",
        "aria-hidden", "data-date"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

static void on_start(void *context, const xmlChar *name,
                     const xmlChar **attributes)
{
    htmlParserCtxt *c = context;
    const xmlChar *some[2 * ATTRIBUTES + 2];
    size_t n = 0;

    for (size_t i = 0; attributes && attributes[i]; i += 2) {
        if (n < 2 * ATTRIBUTES && kept((const char *)attributes[i])) {
            some[n++] = attributes[i];
            some[n++] = attributes[i + 1];
        }
    }
    some[n] = some[n + 1] = NULL;
    xmlSAX2StartElement(c, name, n ? some : NULL);
    count_nodes(c, 1 + n);
}

/* ---- parsing -------------------------------------------------------- */

static void free_notes(void *handle)
{
    free(((struct notes *)handle)->note);
}

static void free_parser(void *handle)
{
    htmlParserCtxt *c = handle;

    if (c->myDoc)
        xmlFreeDoc(c->myDoc);
    c->myDoc = NULL;
    htmlFreeParserCtxt(c);
}

xmlDoc *parse_page(struct arena *m, struct str page, struct notes *notes)
{
    htmlParserCtxt *c = htmlNewParserCtxt();

    if (!c) {
        notes->failed = true;
        return NULL;
    }
    arena_own(m, c, free_parser);
    arena_own(m, notes, free_notes);
    notes->page = page;
    c->_private = notes;
    c->sax->characters = on_text;
    c->sax->cdataBlock = on_cdata;
    c->sax->startElement = on_start;
    c->sax->serror = on_error;
    c->sax->initialized = XML_SAX2_MAGIC; /* for serror to be called */
    c->sax->comment = NULL;
    c->sax->processingInstruction = NULL;
    /* The tree stays with the parser, which frees it. */
    c->myDoc = htmlCtxtReadMemory(c, page.at, (int)page.len, NULL, "UTF-8",
                                  FLAGS);
    notes->failed |= c->errNo == XML_ERR_NO_MEMORY;
    return notes->failed || notes->limit ? NULL : c->myDoc;
}
