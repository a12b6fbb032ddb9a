/*
 * json.c - an article as one JSON object (RFC 8259), in a file of its own or as
 * a line of JSON Lines. jansson says whether the JSON is sound and gives the
 * metadata; where the text stands in the file it cannot say. So the strings of
 * the text are found by a scan of our own, over JSON that is known to be sound,
 * and are unescaped with the way back: an escape is one whole.
 */
#include "intake/parts.h"
#include <jansson.h>
#include <string.h>

#define NAMES_MAX 8

static const char *const title_keys[] = {"title", "headline", NULL};
static const char *const text_keys[] = {"text", "articleBody", "body",
                                        "html", "maintext", "content",
                                        NULL};

/* ---- soundness and metadata ---------------------------------------------- */

static void free_json(void *root)
{
    json_decref(root);
}

/* S as JSON, owned by M, or NULL. */
static json_t *load(struct arena *m, struct str s)
{
    json_error_t error;
    json_t *root = json_loadb(s.at, s.len, JSON_ALLOW_NUL, &error);

    if (!root && json_error_code(&error) == json_error_out_of_memory)
        arena_out(m);
    if (root)
        arena_own(m, root, free_json);
    return root;
}

static struct str text_of(const json_t *value)
{
    if (!json_is_string(value))
        return (struct str){NULL, 0};
    return (struct str){json_string_value(value), json_string_length(value)};
}

/* The text of VALUE, or of the member NAME of the object that it is. */
static struct str name_of(const json_t *value)
{
    return text_of(json_is_object(value) ? json_object_get(value, "name")
                                         : value);
}

/* The first of the members KEYS that has text. */
static struct str first_text(const json_t *o, const char *const *keys)
{
    struct str s = {NULL, 0};

    for (; *keys && !s.len; keys++)
        s = name_of(json_object_get(o, *keys));
    return s;
}

/* One name, or several with commas between them. */
static struct str authors(struct arena *m, const json_t *o)
{
    const json_t *value = json_object_get(o, "author");
    struct buf b = buf_new(m);

    if (!value)
        value = json_object_get(o, "authors");
    if (!json_is_array(value))
        return name_of(value);
    for (size_t i = 0; i < json_array_size(value) && i < NAMES_MAX; i++) {
        struct str name = name_of(json_array_get(value, i));

        if (b.len && name.len)
            buf_text(&b, ", ");
        buf_add(&b, name);
    }
    return buf_str(&b);
}

static void read_meta(struct arena *m, const json_t *o, const struct lang *l,
                      struct meta *meta)
{
    static const char *const outlet[] = {"outlet", "source", "publisher",
                                         "sitename", "site_name", NULL};
    static const char *const url[] = {"url", "link", "canonical", NULL};
    static const char *const lang[] = {"language", "lang", "inLanguage",
                                       NULL};
    static const char *const date[] = {"date", "datePublished",
                                       "date_published", "date_publish",
                                       "published", NULL};
    struct str day = {NULL, 0};

    set_field(m, &meta->title, first_text(o, title_keys));
    set_field(m, &meta->author, authors(m, o));
    set_field(m, &meta->outlet, first_text(o, outlet));
    set_field(m, &meta->url, first_text(o, url));
    set_field(m, &meta->lang, first_text(o, lang));
    set_field(m, &day, first_text(o, date));
    if (day.len && !meta->date.year)
        meta->date = intake_date(l, day, NULL);
}

bool intake_sidecar(struct arena *m, struct str bytes, const struct lang *l,
                    struct meta *meta)
{
    struct holder *h = hold_step(m);
    const json_t *root;

    if (str_starts(bytes, STR("\xef\xbb\xbf")))
        bytes = str_cut(bytes, 3, bytes.len);
    root = load(h->step, bytes);
    if (json_is_object(root))
        read_meta(m, root, l, meta);
    drop_step(h);
    return root != NULL;
}

/* A string, or a whole number. */
static struct str group_of(struct arena *m, const json_t *value)
{
    struct buf b = buf_new(m);
    struct str s = {NULL, 0};
    json_int_t n;

    if (!json_is_integer(value)) {
        set_field(m, &s, text_of(value));
        return s;
    }
    n = json_integer_value(value);
    if (n < 0)
        buf_byte(&b, '-');
    buf_number(&b, n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n);
    return buf_str(&b);
}

const char *intake_record(struct arena *m, struct str line,
                          const char *group_by, struct record *record)
{
    struct holder *h = hold_step(m);
    const json_t *root = load(h->step, line);
    const char *fault = NULL;

    *record = (struct record){STR(""), STR("")};
    if (!json_is_object(root)) {
        fault = root ? "no JSON object" : "no sound JSON";
    } else {
        set_field(m, &record->id, text_of(json_object_get(root, "id")));
        if (group_by)
            record->group = group_of(m, json_object_get(root, group_by));
        if (group_by && !record->group.len)
            fault = "the field to group by is missing";
    }
    drop_step(h);
    return fault;
}

/* ---- where strings stand -------------------------------------------------- */

/* A member of the object: the bytes between the quotation marks. */
struct member {
    struct span key, value;
};

struct members {
    struct member *member;
    uint32_t n, cap;
};

/* The closing quotation mark of the string that begins behind AT. */
static uint32_t string_end(struct str s, uint32_t at)
{
    while (at < s.len && s.at[at] != '"')
        at += s.at[at] == '\\' ? 2 : 1;
    return at < s.len ? at : (uint32_t)s.len;
}

/* The members of the object S that are strings, in order. */
static struct members string_members(struct arena *m, struct str s)
{
    struct members all = {NULL, 0, 0};
    struct span key = {0, 0};
    uint32_t depth = 0;
    bool value = false;

    for (uint32_t at = 0; at < s.len; at++) {
        char c = s.at[at];

        if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
        } else if (depth == 1 && (c == ':' || c == ',')) {
            value = c == ':';
        } else if (c == '"') {
            struct span inner = {at + 1, string_end(s, at + 1)};

            at = inner.to;
            if (depth != 1)
                continue;
            if (!value) {
                key = inner;
            } else {
                all.member = arena_more(m, all.member, all.n, &all.cap,
                                        sizeof *all.member);
                all.member[all.n++] = (struct member){key, inner};
            }
        }
    }
    return all;
}

/* The string of the first of KEYS that is there and not empty; of equal members
 * the last, as jansson has it. */
static struct span find(const struct members *all, struct str s,
                        const char *const *keys)
{
    for (; *keys; keys++)
        for (uint32_t i = all->n; i-- > 0;) {
            struct member one = all->member[i];

            if (!str_same(str_span(s, one.key), str_of(*keys)))
                continue;
            if (one.value.from < one.value.to)
                return one.value;
            break;
        }
    return (struct span){0, 0};
}

/* ---- unescaping ----------------------------------------------------------- */

static uint32_t hex4(const char *p)
{
    uint32_t c = 0;

    for (int i = 0; i < 4; i++) {
        char d = p[i];

        c = c << 4 | (uint32_t)(d <= '9' ? d - '0' : (d | 32) - 'a' + 10);
    }
    return c;
}

/* The code point of the escape that begins at AT, and its length. */
static uint32_t escape_at(struct str s, uint32_t at, uint32_t *len)
{
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    const char *place;
    uint32_t c;

    *len = 2;
    if (s.at[at + 1] != 'u') {
        place = strchr(from, s.at[at + 1]);
        return (unsigned char)(place ? to[place - from] : s.at[at + 1]);
    }
    *len = 6;
    c = hex4(s.at + at + 2);
    if (c < 0xd800 || c > 0xdbff)
        return c;
    *len = 12; /* jansson let only whole pairs pass */
    return 0x10000 + ((c - 0xd800) << 10) + (hex4(s.at + at + 8) - 0xdc00);
}

/* Appends the string at RANGE of the file's text to B, the way back to O. */
static void unescape(struct reader *r, struct span range, struct buf *b,
                     struct origin *o)
{
    struct arena *m = r->a->arena;
    uint32_t at = range.from;

    while (at < range.to) {
        uint32_t run = at, len;
        size_t was;
        struct span file;

        while (run < range.to && r->text.at[run] != '\\')
            run++;
        buf_add(b, str_cut(r->text, at, run));
        origin_copy(m, o, &r->origin, (struct span){at, run});
        at = run;
        if (at == range.to)
            break;
        was = b->len;
        buf_code(b, escape_at(r->text, at, &len));
        file = origin_file(&r->origin, (struct span){at, at + len});
        origin_add(m, o, (uint32_t)(b->len - was), file.from,
                   file.to - file.from);
        at += len;
    }
}

/* ---- the article ----------------------------------------------------------- */

/* Is S, without white space around it, an object or an array? An array may
 * also be text: "[dpa] ...". */
static json_t *parse(struct arena *m, struct str s, bool *json)
{
    size_t at = 1;

    s = str_trim(s);
    *json = false;
    if (s.len < 2 || (*s.at != '{' && *s.at != '['))
        return NULL;
    while (at < s.len && (s.at[at] == ' ' || s.at[at] == '\n' ||
                          s.at[at] == '\r' || s.at[at] == '\t'))
        at++;
    *json = *s.at == '{' && at < s.len && (s.at[at] == '"' || s.at[at] == '}');
    if (!*json && s.at[s.len - 1] != (*s.at == '{' ? '}' : ']'))
        return NULL;
    return load(m, s);
}

/* What the object says of itself goes before what its page says. */
static void put_meta(struct meta *to, const struct meta *of)
{
    struct str *field[] = {&to->title, &to->outlet, &to->author, &to->url,
                           &to->lang};
    const struct str value[] = {of->title, of->outlet, of->author, of->url,
                                of->lang};

    for (size_t i = 0; i < sizeof field / sizeof *field; i++)
        if (value[i].len)
            *field[i] = value[i];
    if (of->date.year)
        to->date = of->date;
}

/* Appends the title as a line before the text, so that it has a place. */
static void put_title(struct reader *r, struct span title, struct buf *b,
                      struct origin *o)
{
    struct arena *m = r->a->arena;

    if (title.from == title.to)
        return;
    if (r->a->media == MEDIA_MARKDOWN) {
        buf_text(b, "# ");
        origin_add(m, o, 2, 0, 0);
    }
    unescape(r, title, b, o);
    for (size_t i = 0; i < b->len; i++)
        if (b->at[i] == '\n' || b->at[i] == '\r')
            b->at[i] = ' ';
    buf_text(b, "\n\n");
    origin_add(m, o, 2, 0, 0);
}

/* The title and the text become the text of the reader. */
static enum kernsatz_status read_strings(struct reader *r, struct span title,
                                         struct span text)
{
    struct arena *m = r->a->arena;
    struct buf alone = buf_new(m), b = buf_new(m);
    struct origin to = {0}, o = {0};
    struct span head;
    uint32_t from;

    unescape(r, text, &alone, &to);
    r->a->media = media_of(buf_str(&alone));
    if (r->a->media == MEDIA_HTML) { /* its title stands in the page */
        r->text = buf_str(&alone);
        r->origin = to;
        return read_html(r);
    }
    put_title(r, title, &b, &o);
    from = (uint32_t)b.len;
    buf_add(&b, buf_str(&alone));
    origin_copy(m, &o, &to, (struct span){0, (uint32_t)alone.len});
    r->text = buf_str(&b);
    r->origin = o;
    if (r->a->media == MEDIA_MARKDOWN) {
        read_markdown(r, 0);
        return KERNSATZ_OK;
    }
    head = trim_span(r->text, (struct span){0, from});
    if (head.from < head.to)
        add_block(r, head, BLOCK_HEADING)->level = 1;
    read_plain(r, from);
    return KERNSATZ_OK;
}

enum kernsatz_status read_json(struct reader *r, bool *json)
{
    struct arena *m = r->a->arena;
    struct holder *h = hold_step(m);
    enum kernsatz_status status = KERNSATZ_BAD_INPUT;
    struct meta meta = {.date = {0, 0, 0}};
    struct span title = {0, 0}, text = {0, 0};
    const json_t *root = parse(h->step, r->text, json);

    if (root)
        *json = true;
    if (json_is_object(root)) {
        struct members all = string_members(h->step, r->text);

        read_meta(m, root, r->l, &meta);
        title = find(&all, r->text, title_keys);
        text = find(&all, r->text, text_keys);
    }
    drop_step(h);
    if (text.from < text.to)
        status = read_strings(r, title, text);
    put_meta(&r->a->markup, &meta);
    return status;
}
