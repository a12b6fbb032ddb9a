/*
 * ld.c - JSON-LD (schema.org) in pages: headline, authors, days, publisher of
 * the article that the page holds.
 */
#include "intake/signs.h"
#include <jansson.h>
#include <string.h>

#define OBJECTS_MAX 2000 /* objects of one script that are looked at */

static void free_json(void *json)
{
    json_decref(json);
}

static struct str text_of(const json_t *value)
{
    struct str none = {NULL, 0};

    if (!json_is_string(value))
        return none;
    return (struct str){json_string_value(value), json_string_length(value)};
}

static struct str member(const json_t *object, const char *key)
{
    return text_of(json_object_get(object, key));
}

static bool type_has(const json_t *object, const char *word)
{
    const json_t *type = json_object_get(object, "@type");
    size_t n = json_is_array(type) ? json_array_size(type) : 1;

    for (size_t i = 0; i < n; i++) {
        struct str s = text_of(json_is_array(type) ? json_array_get(type, i)
                                                   : type);

        if (str_find(s, str_of(word), 0) < s.len)
            return true;
    }
    return false;
}

static bool is_article(const json_t *object)
{
    return type_has(object, "Article") || type_has(object, "BlogPosting") ||
           type_has(object, "Report") || type_has(object, "Recipe") ||
           type_has(object, "Posting");
}

/* The object of GRAPH with this @id. */
static const json_t *by_id(const json_t *graph, struct str id)
{
    size_t n = json_array_size(graph);

    for (size_t i = 0; id.len && i < n && i < OBJECTS_MAX; i++) {
        const json_t *o = json_array_get(graph, i);

        if (str_same(member(o, "@id"), id) && member(o, "name").len)
            return o;
    }
    return NULL;
}

static void read_author(struct signs *s, const json_t *author,
                        const json_t *graph)
{
    if (json_is_object(author) && !json_object_get(author, "name"))
        author = by_id(graph, member(author, "@id"));
    if (json_is_string(author)) {
        add_name(s, &s->ld_author, text_of(author));
    } else if (json_is_object(author)) {
        const json_t *name = json_object_get(author, "name");

        if (json_is_array(name))
            name = json_array_get(name, 0);
        add_name(s, &s->ld_author, text_of(name));
    }
}

static void set_day(struct signs *s, struct date *field, struct str text)
{
    if (!field->year && text.len)
        *field = page_date(s, text);
}

static void read_object(struct signs *s, const json_t *o, const json_t *graph)
{
    const json_t *author = json_object_get(o, "author");
    const json_t *publisher = json_object_get(o, "publisher");

    if (type_has(o, "WebPage"))
        set_day(s, &s->web_date, member(o, "datePublished"));
    if (!is_article(o))
        return;
    set_sign(s, &s->ld_headline, member(o, "headline"));
    set_day(s, &s->ld_date, member(o, "datePublished"));
    set_day(s, &s->modified, member(o, "dateModified"));
    if (json_is_object(publisher) && !json_object_get(publisher, "name"))
        publisher = by_id(graph, member(publisher, "@id"));
    if (json_is_object(publisher))
        set_sign(s, &s->ld_publisher, member(publisher, "name"));
    if (s->ld_author.n)
        return;
    if (!json_is_array(author)) {
        read_author(s, author, graph);
        return;
    }
    for (size_t i = 0; i < json_array_size(author) && i < NAMES_MAX; i++)
        read_author(s, json_array_get(author, i), graph);
}

/* Arrays, @graph and mainEntity are opened; breadth first. */
static void read_all(struct signs *s, const json_t *root)
{
    const json_t **queue = arena_array(s->m, OBJECTS_MAX, sizeof *queue);
    const json_t *graph = json_is_object(root)
                              ? json_object_get(root, "@graph") : root;
    size_t n = 0;

    queue[n++] = root;
    for (size_t i = 0; i < n; i++) {
        const json_t *o = queue[i];
        const json_t *inner[2] = {NULL, NULL};

        for (size_t k = 0; json_is_array(o) && k < json_array_size(o) &&
                           n < OBJECTS_MAX; k++)
            queue[n++] = json_array_get(o, k);
        if (!json_is_object(o))
            continue;
        read_object(s, o, graph);
        inner[0] = json_object_get(o, "@graph");
        inner[1] = json_object_get(o, "mainEntity");
        for (int k = 0; k < 2; k++)
            if (inner[k] && n < OBJECTS_MAX)
                queue[n++] = inner[k];
    }
}

/*
 * What JSON forbids and pages do: line breaks inside strings, and a comma
 * behind the last member.
 */
static void mend(char *s, size_t n)
{
    size_t comma = n;
    bool string = false;

    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)s[i] < ' ')
            s[i] = ' ';
        if (string && s[i] == '\\') {
            i++;
        } else if (s[i] == '"') {
            string = !string;
            comma = n;
        } else if (!string && s[i] == ',') {
            comma = i;
        } else if (!string && s[i] != ' ') {
            if (comma < n && (s[i] == ']' || s[i] == '}'))
                s[comma] = ' ';
            comma = n;
        }
    }
}

void read_ld(struct signs *s, struct str json)
{
    char *copy = arena_get(s->m, json.len + 1);
    json_error_t error;
    json_t *root;
    size_t from = str_find(json, STR("[CDATA["), 0), to = json.len;

    from = from < json.len ? from + 7 : 0;
    memcpy(copy, json.at, json.len);
    mend(copy, json.len);
    while (from < to && copy[from] != '{' && copy[from] != '[')
        from++;
    while (to > from && copy[to - 1] != '}' && copy[to - 1] != ']')
        to--;
    if (from == to)
        return;
    root = json_loadb(copy + from, to - from, JSON_DISABLE_EOF_CHECK, &error);
    if (!root && json_error_code(&error) == json_error_out_of_memory)
        longjmp(*arena_escape(s->m)->way_out, 1);
    if (!root)
        return;
    arena_own(s->m, root, free_json);
    read_all(s, root);
}
