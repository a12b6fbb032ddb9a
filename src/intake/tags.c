/*
 * tags.c - what elements mean for the text in them, and a page's tree without
 * recursion.
 */
#include "intake/tags.h"
#include <string.h>

/* By name. Elements that are not here are inline and mean nothing. */
static const struct element_rule rules[] = {
    {"a", TAG_A, SHAPE_INLINE},
    {"address", TAG_OTHER, SHAPE_BLOCK},
    {"amp-ad", TAG_OTHER, SHAPE_BLOCK},
    {"applet", TAG_OTHER, SHAPE_DROP},
    {"area", TAG_OTHER, SHAPE_DROP},
    {"article", TAG_ARTICLE, SHAPE_BLOCK},
    {"aside", TAG_ASIDE, SHAPE_BLOCK},
    {"audio", TAG_OTHER, SHAPE_DROP},
    {"blockquote", TAG_OTHER, SHAPE_BLOCK},
    {"body", TAG_BODY, SHAPE_BLOCK},
    {"br", TAG_OTHER, SHAPE_BREAK},
    {"button", TAG_BUTTON, SHAPE_BLOCK},
    {"canvas", TAG_OTHER, SHAPE_DROP},
    {"caption", TAG_CAPTION, SHAPE_BLOCK},
    {"center", TAG_OTHER, SHAPE_BLOCK},
    {"datalist", TAG_OTHER, SHAPE_DROP},
    {"dd", TAG_DD, SHAPE_BLOCK},
    {"details", TAG_OTHER, SHAPE_BLOCK},
    {"dialog", TAG_OTHER, SHAPE_BLOCK},
    {"dir", TAG_LIST, SHAPE_BLOCK},
    {"div", TAG_OTHER, SHAPE_BLOCK},
    {"dl", TAG_OTHER, SHAPE_BLOCK},
    {"dt", TAG_DT, SHAPE_BLOCK},
    {"embed", TAG_OTHER, SHAPE_DROP},
    {"fieldset", TAG_OTHER, SHAPE_BLOCK},
    {"figcaption", TAG_FIGCAPTION, SHAPE_BLOCK},
    {"figure", TAG_FIGURE, SHAPE_BLOCK},
    {"footer", TAG_FOOTER, SHAPE_BLOCK},
    {"form", TAG_FORM, SHAPE_BLOCK},
    {"frameset", TAG_OTHER, SHAPE_BLOCK},
    {"h1", TAG_H1, SHAPE_BLOCK},
    {"h2", TAG_H2, SHAPE_BLOCK},
    {"h3", TAG_H3, SHAPE_BLOCK},
    {"h4", TAG_H4, SHAPE_BLOCK},
    {"h5", TAG_H5, SHAPE_BLOCK},
    {"h6", TAG_H6, SHAPE_BLOCK},
    {"head", TAG_HEAD, SHAPE_BLOCK},
    {"header", TAG_HEADER, SHAPE_BLOCK},
    {"hgroup", TAG_OTHER, SHAPE_BLOCK},
    {"hr", TAG_OTHER, SHAPE_BLOCK},
    {"html", TAG_HTML, SHAPE_BLOCK},
    {"iframe", TAG_OTHER, SHAPE_DROP},
    {"input", TAG_OTHER, SHAPE_DROP},
    {"legend", TAG_OTHER, SHAPE_BLOCK},
    {"li", TAG_LI, SHAPE_BLOCK},
    {"link", TAG_LINK, SHAPE_DROP},
    {"main", TAG_MAIN, SHAPE_BLOCK},
    {"map", TAG_OTHER, SHAPE_DROP},
    {"math", TAG_OTHER, SHAPE_DROP},
    {"menu", TAG_LIST, SHAPE_BLOCK},
    {"meta", TAG_META, SHAPE_DROP},
    {"nav", TAG_NAV, SHAPE_BLOCK},
    {"noframes", TAG_OTHER, SHAPE_BLOCK},
    {"noscript", TAG_OTHER, SHAPE_DROP},
    {"object", TAG_OTHER, SHAPE_DROP},
    {"ol", TAG_LIST, SHAPE_BLOCK},
    {"optgroup", TAG_OTHER, SHAPE_DROP},
    {"option", TAG_OTHER, SHAPE_DROP},
    {"p", TAG_P, SHAPE_BLOCK},
    {"param", TAG_OTHER, SHAPE_DROP},
    {"pre", TAG_PRE, SHAPE_BLOCK},
    {"script", TAG_SCRIPT, SHAPE_DROP},
    {"section", TAG_OTHER, SHAPE_BLOCK},
    {"select", TAG_OTHER, SHAPE_DROP},
    {"source", TAG_OTHER, SHAPE_DROP},
    {"style", TAG_OTHER, SHAPE_DROP},
    {"summary", TAG_OTHER, SHAPE_BLOCK},
    {"svg", TAG_OTHER, SHAPE_DROP},
    {"table", TAG_TABLE, SHAPE_BLOCK},
    {"tbody", TAG_OTHER, SHAPE_BLOCK},
    {"td", TAG_TD, SHAPE_BLOCK},
    {"template", TAG_OTHER, SHAPE_DROP},
    {"textarea", TAG_OTHER, SHAPE_DROP},
    {"tfoot", TAG_OTHER, SHAPE_BLOCK},
    {"th", TAG_TD, SHAPE_BLOCK},
    {"thead", TAG_OTHER, SHAPE_BLOCK},
    {"time", TAG_TIME, SHAPE_INLINE},
    {"title", TAG_TITLE, SHAPE_DROP},
    {"tr", TAG_OTHER, SHAPE_BLOCK},
    {"track", TAG_OTHER, SHAPE_DROP},
    {"ul", TAG_LIST, SHAPE_BLOCK},
    {"video", TAG_OTHER, SHAPE_DROP},
};

const struct element_rule *rule_of(const char *name)
{
    static const struct element_rule other = {"", TAG_OTHER, SHAPE_INLINE};
    size_t low = 0, high = sizeof rules / sizeof rules[0];

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = strcmp(name, rules[mid].name);

        if (!order)
            return &rules[mid];
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return &other;
}

struct str attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!strcmp((const char *)a->name, name)) {
            const xmlNode *v = a->children;

            return v && v->content ? str_of((const char *)v->content)
                                   : (struct str){"", 0};
        }
    return (struct str){NULL, 0};
}

xmlNode *node_next(xmlNode *node, const xmlNode *top, bool skip)
{
    if (!skip && node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && node != top && !node->next)
        node = node->parent;
    return node && node != top ? node->next : NULL;
}

struct str node_text(struct arena *m, const xmlNode *node, size_t limit)
{
    struct buf b = buf_new(m);
    xmlNode *at = node->children;

    while (at && b.len < limit) {
        bool skip = false;

        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) {
            size_t n = strlen((const char *)at->content);

            buf_add(&b, (struct str){(const char *)at->content,
                                     n < limit ? n : limit});
        } else if (at->type == XML_ELEMENT_NODE) {
            const struct element_rule *rule = rule_of((const char *)at->name);

            skip = rule->shape == SHAPE_DROP;
            if (rule->shape == SHAPE_BLOCK || rule->shape == SHAPE_BREAK)
                buf_byte(&b, ' ');
        }
        at = node_next(at, node, skip);
    }
    return buf_str(&b);
}
