/*
 * escape.c - text inside XML, JSON and Markdown.
 */
#include "format/parts.h"

/* Line breaks and tabs of an attribute would come back as blanks (XML 1.0,
 * section 3.3.3), so they go out as references; in text only CR would. */
static void add_xml_code(struct buf *out, uint32_t c)
{
    buf_text(out, "&#");
    buf_number(out, c);
    buf_byte(out, ';');
}

static void add_escaped(struct buf *out, struct str s, bool attribute)
{
    const char *end = s.at + s.len;
    unsigned n;

    for (const char *p = s.at; p < end; p += n) {
        uint32_t c = utf8_next(p, end, &n);

        if (c == '&')
            buf_text(out, "&amp;");
        else if (c == '<')
            buf_text(out, "&lt;");
        else if (c == '>')
            buf_text(out, "&gt;");
        else if (c == '"')
            buf_text(out, "&quot;");
        else if (c == '\r' || (attribute && (c == '\t' || c == '\n')))
            add_xml_code(out, c);
        else if (code_is_xml(c) && !(c == 0xfffd && n == 1))
            buf_add(out, (struct str){p, n});
    }
}

void add_xml(struct buf *out, struct str s)
{
    add_escaped(out, s, false);
}

void add_attribute(struct buf *out, const char *name, struct str value)
{
    buf_byte(out, ' ');
    buf_text(out, name);
    buf_text(out, "=\"");
    add_escaped(out, value, true);
    buf_byte(out, '"');
}

static void add_json_code(struct buf *out, uint32_t c)
{
    static const char digit[] = "0123456789abcdef";

    buf_text(out, "\\u");
    for (int shift = 12; shift >= 0; shift -= 4)
        buf_byte(out, digit[c >> shift & 15]);
}

/* Signs that turn the order of what follows, or that end a line for some
 * readers: as escapes, so that a record shows as one line. */
static bool is_hidden(uint32_t c)
{
    return c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0x2028 ||
           c == 0x2029 || c == 0x61c || c == 0x200e || c == 0x200f ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void add_json(struct buf *out, struct str s)
{
    const char *end = s.at + s.len;
    unsigned n;

    buf_byte(out, '"');
    for (const char *p = s.at; p < end; p += n) {
        uint32_t c = utf8_next(p, end, &n);

        if (c == '"' || c == '\\') {
            buf_byte(out, '\\');
            buf_byte(out, (char)c);
        } else if (c == '\n') {
            buf_text(out, "\\n");
        } else if (c == '\t') {
            buf_text(out, "\\t");
        } else if (is_hidden(c) || (c == 0xfffd && n == 1)) {
            add_json_code(out, c);
        } else {
            buf_add(out, (struct str){p, n});
        }
    }
    buf_byte(out, '"');
}

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

/* Does a reference like &amp; or &#38; begin at I? The longest name that HTML
 * knows has 31 letters. */
static bool is_reference(struct str s, size_t i)
{
    size_t end = i + 1;

    if (end < s.len && s.at[end] == '#')
        end++;
    while (end < s.len && end < i + 33 && is_alnum(s.at[end]))
        end++;
    return end < s.len && end > i + 1 && s.at[end] == ';';
}

/* Inside a word _ is a letter like others. */
static bool is_inside(struct str s, size_t i)
{
    return i && i + 1 < s.len && is_alnum(s.at[i - 1]) && is_alnum(s.at[i + 1]);
}

/* Special anywhere. Signs of quotations, lists and rulers count at the start
 * only; & where it begins a reference. */
static bool is_special(struct str s, size_t i)
{
    switch (s.at[i]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '#':
    case '|':
    case '~':
        return true;
    case '_':
        return !is_inside(s, i);
    case '&':
        return is_reference(s, i);
    case '>':
    case '-':
    case '+':
    case '=':
        return i == 0;
    default:
        return false;
    }
}

/* Length of the number of an item "12. " or "12) " that S begins with, or 0. */
static size_t list_number(struct str s)
{
    size_t n = 0;

    while (n < s.len && s.at[n] >= '0' && s.at[n] <= '9')
        n++;
    if (n == s.len || (s.at[n] != '.' && s.at[n] != ')'))
        return 0;
    return n + 1 == s.len || s.at[n + 1] == ' ' || s.at[n + 1] == '\t' ? n : 0;
}

void add_markdown(struct buf *out, struct str s)
{
    size_t number = list_number(s);

    for (size_t i = 0; i < s.len; i++) {
        if ((number && i == number) || is_special(s, i))
            buf_byte(out, '\\');
        buf_byte(out, s.at[i]);
    }
}

/* An address between ( and ): what could end it goes as its bytes. */
void add_address(struct buf *out, struct str url)
{
    static const char digit[] = "0123456789ABCDEF";

    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.at[i];

        if (c <= ' ' || c == '(' || c == ')' || c == '<' || c == '>' ||
            c == '\\') {
            buf_byte(out, '%');
            buf_byte(out, digit[c >> 4]);
            buf_byte(out, digit[c & 15]);
            continue;
        }
        if (c == '&' && is_reference(url, i))
            buf_byte(out, '\\');
        buf_byte(out, (char)c);
    }
}
