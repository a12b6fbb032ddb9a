/*
 * intake.c - reads one file: decode, see what it is, let its reader make
 * blocks.
 */
#include "intake/parts.h"
#include <string.h>

/* Larger files are refused, packed or not. */
#define FILE_MAX (TEXT_MAX / 4)

void intake_tell(const struct tell *tell, enum kernsatz_code code,
                 const char *text, uint64_t number)
{
    struct kernsatz_remark remark = {
        .code = code, .text = text, .number = number};

    if (!tell || !tell->listener || !tell->listener->tell)
        return;
    remark.file = tell->name;
    remark.found = tell->found;
    tell->listener->tell(tell->listener->context, &remark);
}

struct block *add_block(struct reader *r, struct span raw,
                        enum block_kind kind)
{
    struct article *a = r->a;
    struct block *b;

    a->block = arena_more(a->arena, a->block, a->nblock, &r->capblock,
                          sizeof *a->block);
    b = &a->block[a->nblock++];
    b->raw = raw;
    b->kind = (uint8_t)kind;
    return b;
}

static bool unseen(uint32_t c)
{
    return code_is_space(c) || code_is_invisible(c) || !code_is_xml(c);
}

struct span trim_span(struct str text, struct span range)
{
    unsigned len;

    while (range.from < range.to &&
           unseen(utf8_next(text.at + range.from, text.at + range.to, &len)))
        range.from += len;
    while (range.from < range.to &&
           unseen(utf8_before(text.at + range.to, text.at + range.from,
                              &len)))
        range.to -= len;
    return range;
}

void set_field(struct arena *m, struct str *field, struct str value)
{
    struct buf b = buf_new(m);
    struct span all = trim_span(value, (struct span){0, (uint32_t)value.len});

    if (field->len || all.from >= all.to)
        return;
    for (uint32_t i = all.from; i < all.to;) {
        unsigned len;
        uint32_t c = utf8_next(value.at + i, value.at + all.to, &len);

        i += len;
        if (code_is_space(c)) {
            if (b.at[b.len - 1] != ' ')
                buf_byte(&b, ' ');
        } else if (!unseen(c)) {
            buf_code(&b, c);
        }
    }
    *field = utf8_nfc(m, buf_str(&b));
}

static void close_holder(void *handle)
{
    struct holder *h = handle;

    arena_free(h->step);
    h->step = NULL;
}

struct holder *hold_step(struct arena *m)
{
    struct holder *h = arena_get(m, sizeof *h);

    h->step = arena_new(arena_escape(m));
    arena_own(m, h, close_holder);
    return h;
}

void drop_step(struct holder *h)
{
    close_holder(h);
}

/* ---- what is no text ------------------------------------------------ */

/* Archives, pictures and documents by their first bytes. */
static bool known_binary(struct str s)
{
    static const struct {
        const char *bytes;
        size_t len;
    } magic[] = {{"%PDF-", 5},          {"\x89PNG\r\n", 6},
                 {"\xff\xd8\xff", 3},   {"GIF8", 4},
                 {"PK\3\4", 4},         {"\x1f\x8b", 2},
                 {"BZh9", 4},           {"\xfd" "7zXZ", 5},
                 {"7z\xbc\xaf", 4},     {"\x7f" "ELF", 4},
                 {"RIFF", 4},           {"\xd0\xcf\x11\xe0", 4},
                 {"SQLite format 3", 15}, {"{\\rtf", 5}};

    for (size_t i = 0; i < sizeof magic / sizeof magic[0]; i++)
        if (str_starts(s, (struct str){magic[i].bytes, magic[i].len}))
            return true;
    return false;
}

/* More than one control sign in fifty: no text. */
static bool mostly_controls(struct str s)
{
    size_t n = s.len < 16384 ? s.len : 16384, controls = 0;

    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s.at[i];

        controls += (c < ' ' && !(c >= '\t' && c <= '\r') && c != 0x1b &&
                     c != 0x1a) || c == 0x7f;
    }
    return controls * 50 > n;
}

static bool all_blank(struct str s)
{
    struct span r = trim_span(s, (struct span){0, (uint32_t)s.len});

    return r.from >= r.to;
}

/* ---- what a page says its encoding is ------------------------------- */

/* The charset named in the first bytes of a page, lower case; needed only where
 * the bytes are not UTF-8. */
static struct str declared_charset(struct arena *m, struct str s)
{
    size_t n = s.len < 8192 ? s.len : 8192, at, from;
    char *low = arena_get(m, n + 1);
    struct str head = {low, n};

    for (size_t i = 0; i < n; i++)
        low[i] = s.at[i] >= 'A' && s.at[i] <= 'Z' ? (char)(s.at[i] + 32)
                                                  : s.at[i];
    at = str_find(head, STR("charset="), 0);
    if (at < n)
        at += 8;
    else if ((at = str_find(head, STR("encoding="), 0)) < n)
        at += 9;
    while (at < n && (low[at] == '"' || low[at] == '\'' || low[at] == ' '))
        at++;
    from = at;
    while (at < n && ((low[at] >= 'a' && low[at] <= 'z') || low[at] == '-' ||
                      low[at] == '_' || (low[at] >= '0' && low[at] <= '9')))
        at++;
    return str_cut(head, from, at);
}

/* ---- the door ------------------------------------------------------- */

static enum kernsatz_status refuse(enum kernsatz_code *skip,
                                   enum kernsatz_code why)
{
    *skip = why;
    return KERNSATZ_BAD_INPUT;
}

/* Unpacks, decodes; what is left is some text. */
static enum kernsatz_status open_text(struct reader *r, struct str bytes,
                                      enum kernsatz_code *skip)
{
    struct article *a = r->a;

    a->limit = FILE_MAX;
    if (bytes.len > FILE_MAX)
        return refuse(skip, KERNSATZ_SKIP_TOO_LARGE);
    if (is_gzip(bytes)) {
        enum kernsatz_code why = unpack_gzip(a->arena, &bytes, &a->limit,
                                             r->tell);

        if (why)
            return refuse(skip, why);
    }
    a->limit = 0;
    a->bytes = bytes;
    a->encoding = "UTF-8";
    if (!bytes.len)
        return refuse(skip, KERNSATZ_SKIP_EMPTY);
    if (known_binary(bytes))
        return refuse(skip, KERNSATZ_SKIP_BINARY);
    r->text = intake_decode(a->arena, bytes, declared_charset(a->arena, bytes),
                            r->tell, &a->encoding, &r->origin);
    if (mostly_controls(r->text))
        return refuse(skip, KERNSATZ_SKIP_BINARY);
    if (all_blank(r->text))
        return refuse(skip, KERNSATZ_SKIP_EMPTY);
    return KERNSATZ_OK;
}

/* By content. Other formats (feeds) get their readers here. */
static enum kernsatz_status read_text(struct reader *r)
{
    struct article *a = r->a;
    bool json = false;
    enum kernsatz_status status = read_json(r, &json);
    uint32_t from;

    if (json)
        return status;
    a->media = media_of(r->text);
    if (a->media == MEDIA_HTML)
        return read_html(r);
    from = read_front(r);
    if (a->media == MEDIA_MARKDOWN)
        read_markdown(r, from);
    else
        read_plain(r, from);
    return KERNSATZ_OK;
}

enum kernsatz_status intake_article(struct article *a, struct str bytes,
                                    const struct lang *l,
                                    const struct tell *tell,
                                    enum kernsatz_code *skip)
{
    struct reader r = {a, l, tell, {NULL, 0}, {0}, 0, 0};
    enum kernsatz_status status = open_text(&r, bytes, skip);

    if (status != KERNSATZ_OK)
        return status;
    status = read_text(&r);
    if (status == KERNSATZ_BAD_INPUT)
        *skip = a->limit ? KERNSATZ_SKIP_TOO_LARGE : KERNSATZ_SKIP_NO_ARTICLE;
    return status;
}
