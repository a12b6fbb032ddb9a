/*
 * parse.c - a tree of bytes that nobody vouches for.
 *
 * libxml2 needs time that grows with the square of the attributes of a tag, of
 * the names in a file and of the namespaces in scope, so these are counted by
 * hand before it sees a byte; a DOCTYPE is refused, with it go entities. The
 * count looks at ASCII only, so that it can take UTF-16 for UTF-8 with its wide
 * signs left out.
 */
#include "check/parts.h"
#include <libxml/parser.h>
#include <string.h>

/* Never NOENT, DTDLOAD, DTDATTR, XINCLUDE or HUGE. */
#define FLAGS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | \
               XML_PARSE_COMPACT | XML_PARSE_BIG_LINES)
#define SIZE_MAX_XML ((size_t)1 << 28)
#define DEPTH_MAX 250        /* libxml2 itself ends at 256 */
#define ATTRIBUTES_MAX 1024
#define NAMES_MAX 4096
#define SPACES_MAX 1024
#define ERRORS_KEPT 20
#define WORDS_MAX 200

/* ---- encodings ---------------------------------------------------------- */

/* Encodings in which ASCII is ASCII. */
static bool is_readable(struct str name)
{
    static const char *const starts[] = {"iso-8859-", "windows-125", "cp125"};
    char low[16];

    if (!name.len || name.len >= sizeof low)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];

        low[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    name.at = low;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(name, str_of(starts[i])))
            return true;
    return list_has("utf-8 utf8 us-ascii ascii latin1", name);
}

/* The encoding that the XML declaration of S names; empty: none. */
static struct str declared(struct str s)
{
    size_t from, to, end;
    char quote;

    if (!str_starts(s, STR("<?xml")))
        return STR("");
    end = str_find(s, STR("?>"), 0);
    from = str_find(s, STR("encoding"), 0) + 8;
    while (from < end && s.at[from] != '"' && s.at[from] != '\'')
        from++;
    if (from >= end)
        return STR("");
    quote = s.at[from++];
    for (to = from; to < end && s.at[to] != quote;)
        to++;
    s = str_cut(s, from, to);
    return str_cut(s, 0, utf8_invalid_at(s)); /* it is told */
}

/* UTF-16 with its low bytes only, 0xff for what is not ASCII. */
static struct str narrow(struct arena *m, struct str s, bool big)
{
    struct buf b = buf_new(m);

    for (size_t i = 0; i + 1 < s.len; i += 2) {
        unsigned char high = (unsigned char)s.at[i + !big];
        unsigned char low = (unsigned char)s.at[i + big];

        buf_byte(&b, high || low >= 0x80 ? (char)0xff : (char)low);
    }
    return buf_str(&b);
}

/* *S becomes what can be counted; false: told why not. */
static bool readable(struct check *c, struct str *s)
{
    struct str name;

    if (s->len >= 2 && (!memcmp(s->at, "\xff\xfe", 2) ||
                        !memcmp(s->at, "\xfe\xff", 2))) {
        *s = narrow(c->arena, str_cut(*s, 2, s->len), s->at[0] == '\xfe');
        name = declared(*s);
        if (!name.len || str_starts(name, STR("UTF-16")) ||
            str_starts(name, STR("utf-16")))
            return true;
        fault_at(c, 1, XML_ENCODING, name);
        return false;
    }
    if (str_starts(*s, STR("\xef\xbb\xbf")))
        *s = str_cut(*s, 3, s->len);
    name = declared(*s);
    /* Wide signs without a mark. */
    if (memchr(s->at, 0, s->len < 8 ? s->len : 8))
        name = STR("without a byte order mark");
    else if (!name.len || is_readable(name))
        return true;
    fault_at(c, 1, XML_ENCODING, name);
    return false;
}

/* ---- counting ----------------------------------------------------------- */

struct count {
    struct check *check;
    struct str s;
    size_t at;
    uint32_t line;
    struct map names;
    uint32_t depth, spaces;
    uint16_t opened[DEPTH_MAX + 1]; /* namespaces declared on each level */
};

static bool refuse(struct count *k, enum rule rule, uint64_t limit)
{
    struct buf b = buf_new(k->check->arena);

    buf_number(&b, limit);
    fault_at(k->check, k->line, rule, buf_str(&b));
    return false;
}

/* To behind the next END. */
static void skip(struct count *k, const char *end)
{
    size_t to = str_find(k->s, str_of(end), k->at);

    for (; k->at < to; k->at++)
        k->line += k->s.at[k->at] == '\n';
    k->at += strlen(end);
    if (k->at > k->s.len)
        k->at = k->s.len;
}

static bool ends_name(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '=' ||
           c == '/' || c == '>' || c == '<' || c == '"' || c == '\'';
}

/* Takes one name; empty: none stands here. */
static struct str take_name(struct count *k)
{
    size_t from = k->at;
    struct str name;
    bool added;

    while (k->at < k->s.len && !ends_name(k->s.at[k->at]))
        k->at++;
    name = str_cut(k->s, from, k->at);
    if (name.len)
        map_put(&k->names, name, &added);
    return name;
}

/* Ends a start tag: counts what it opens. */
static bool opened(struct count *k, uint32_t spaces, bool empty)
{
    if (k->spaces + spaces > SPACES_MAX)
        return refuse(k, XML_SPACES, SPACES_MAX);
    if (k->names.n > NAMES_MAX)
        return refuse(k, XML_NAMES, NAMES_MAX);
    if (empty)
        return true;
    if (k->depth == DEPTH_MAX)
        return refuse(k, XML_DEPTH, DEPTH_MAX);
    k->opened[++k->depth] = (uint16_t)spaces;
    k->spaces += spaces;
    return true;
}

static bool start_tag(struct count *k)
{
    uint32_t attributes = 0, spaces = 0;
    bool empty = false;

    take_name(k);
    while (k->at < k->s.len && k->s.at[k->at] != '>') {
        char sign = k->s.at[k->at];
        struct str name;

        if (sign == '"' || sign == '\'') {
            k->at++;
            skip(k, sign == '"' ? "\"" : "'");
            continue;
        }
        name = take_name(k);
        if (name.len) {
            spaces += str_starts(name, STR("xmlns"));
            if (++attributes > ATTRIBUTES_MAX)
                return refuse(k, XML_ATTRIBUTES, ATTRIBUTES_MAX);
            continue;
        }
        empty = sign == '/';
        k->line += sign == '\n';
        k->at++;
    }
    k->at += k->at < k->s.len;
    return opened(k, spaces, empty);
}

/* What begins with < at k->at; false: refused. */
static bool markup(struct count *k)
{
    struct str rest = str_cut(k->s, k->at, k->at + 9);

    if (str_starts(rest, STR("<!--"))) {
        k->at += 4;
        skip(k, "-->");
    } else if (str_starts(rest, STR("<![CDATA["))) {
        k->at += 9;
        skip(k, "]]>");
    } else if (str_starts(rest, STR("<?"))) {
        skip(k, "?>");
    } else if (str_starts(rest, STR("<!"))) {
        fault_at(k->check, k->line, XML_DOCTYPE, STR(""));
        return false;
    } else if (str_starts(rest, STR("</"))) {
        if (k->depth)
            k->spaces -= k->opened[k->depth--];
        skip(k, ">");
    } else {
        k->at++;
        return start_tag(k);
    }
    return true;
}

static bool counted(struct check *c, struct str s)
{
    struct count k = {.check = c, .s = s, .line = 1};

    k.names = map_new(c->arena, 64);
    while (k.at < s.len) {
        if (s.at[k.at] == '<') {
            if (!markup(&k))
                return false;
            continue;
        }
        k.line += s.at[k.at++] == '\n';
    }
    return true;
}

/* ---- parsing ------------------------------------------------------------ */

/* Filled inside libxml2, where no arena may be touched. */
struct errors {
    xmlParserCtxt *parser;
    uint32_t n;
    bool no_memory;
    struct {
        uint32_t line;
        char words[WORDS_MAX];
    } error[ERRORS_KEPT];
};

static void on_error(void *context, xmlErrorPtr error)
{
    struct errors *e = ((xmlParserCtxt *)context)->_private;
    size_t n;

    if (error->level < XML_ERR_ERROR)
        return;
    if (error->code == XML_ERR_NO_MEMORY)
        e->no_memory = true;
    if (e->n == ERRORS_KEPT)
        return;
    n = error->message ? strcspn(error->message, "\n") : 0;
    if (n >= WORDS_MAX)
        n = WORDS_MAX - 1;
    memcpy(e->error[e->n].words, error->message ? error->message : "", n);
    e->error[e->n].words[n] = 0;
    e->error[e->n++].line = error->line > 0 ? (uint32_t)error->line : 0;
}

static void free_parser(void *handle)
{
    xmlParserCtxt *parser = handle;

    if (parser->myDoc)
        xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
}

static void tell_errors(struct check *c, const struct errors *e)
{
    for (uint32_t i = 0; i < e->n; i++) {
        struct str words = str_of(e->error[i].words);
        struct buf b = buf_new(c->arena);

        /* Cut in the middle of a sign, or bytes of the input. */
        buf_add(&b, str_cut(words, 0, utf8_invalid_at(words)));
        fault_at(c, e->error[i].line, XML_BROKEN, buf_str(&b));
    }
    if (!e->n)
        fault_at(c, 1, XML_BROKEN, STR("no element"));
}

xmlDoc *parse_xml(struct check *c, struct str bytes)
{
    struct errors *e = arena_get(c->arena, sizeof *e);
    struct str ascii = bytes;
    xmlParserCtxt *parser;
    xmlDoc *doc;

    if (bytes.len > SIZE_MAX_XML) {
        struct buf b = buf_new(c->arena);

        buf_number(&b, SIZE_MAX_XML);
        fault_at(c, 0, XML_SIZE, buf_str(&b));
        return NULL;
    }
    if (!bytes.len) {
        fault_at(c, 0, XML_BROKEN, STR("empty"));
        return NULL;
    }
    if (!readable(c, &ascii) || !counted(c, ascii))
        return NULL;
    parser = xmlNewParserCtxt();
    if (!parser)
        arena_out(c->arena);
    arena_own(c->arena, parser, free_parser);
    parser->_private = e;
    parser->sax->serror = on_error;
    parser->sax->initialized = XML_SAX2_MAGIC; /* for serror to be called */
    parser->sax->comment = NULL;
    parser->sax->processingInstruction = NULL;
    doc = xmlCtxtReadMemory(parser, bytes.at, (int)bytes.len, NULL, NULL,
                            FLAGS);
    parser->myDoc = doc; /* goes with the parser */
    if (e->no_memory || parser->errNo == XML_ERR_NO_MEMORY)
        arena_out(c->arena);
    if (doc && !e->n && xmlDocGetRootElement(doc))
        return doc;
    tell_errors(c, e);
    return NULL;
}
