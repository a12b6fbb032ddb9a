/*
 * gather.c - what is added to a story: files, folders, bytes, tables of metadata;
 * and what they are called.
 *
 * A source is named by its path below the deepest folder that holds all inputs,
 * so that names and numbers do not depend on where or in which order the inputs
 * were given. Paths are compared as text, after "." and ".." were resolved in
 * the text: links are not followed.
 */
#define _XOPEN_SOURCE 700
#include "engine/engine.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LONGEST_PATH 65536

/* ---- paths -------------------------------------------------------------- */

static void here(struct buf *b)
{
    for (size_t size = 256; size < LONGEST_PATH; size *= 2) {
        char *path = arena_get(b->arena, size);

        if (getcwd(path, size)) {
            buf_text(b, path);
            return;
        }
        if (errno != ERANGE)
            return;
    }
}

/* Appends the parts of PATH to B, which ends in no slash. */
static void add_parts(struct buf *b, struct str path)
{
    for (size_t from = 0, to; from < path.len; from = to + 1) {
        struct str part;

        to = str_find(path, STR("/"), from);
        part = str_cut(path, from, to);
        if (!part.len || str_same(part, STR(".")))
            continue;
        if (str_same(part, STR(".."))) {
            while (b->len && b->at[b->len - 1] != '/')
                b->len--;
            if (b->len)
                b->len--;
            continue;
        }
        buf_byte(b, '/');
        buf_add(b, part);
    }
}

static struct str absolute(struct arena *m, struct str path)
{
    struct buf b = buf_new(m), cwd = buf_new(m);

    if (!str_starts(path, STR("/"))) {
        here(&cwd);
        add_parts(&b, buf_str(&cwd));
    }
    add_parts(&b, path);
    return buf_str(&b);
}

static struct str folder_of(struct str path)
{
    size_t n = path.len;

    while (n && path.at[n - 1] != '/')
        n--;
    return str_cut(path, 0, n);
}

/* ---- adding -------------------------------------------------------------- */

/* The arena of what was added; made when first needed. */
static struct arena *of_story(struct kernsatz *h)
{
    if (!h->story)
        h->story = arena_new(&h->escape);
    return h->story;
}

void gather_add(struct kernsatz *h, struct input_given in)
{
    in.folder = folder_of(in.path);
    h->input = arena_more(h->story, h->input, h->ninput, &h->cap,
                          sizeof *h->input);
    h->input[h->ninput++] = in;
}

static enum kernsatz_status add_file(struct kernsatz *h, void *task)
{
    struct input_given in = {0};
    struct str given = arena_copy(of_story(h), str_of(task));

    in.given = given.at;
    in.path = str_same(given, STR("-")) ? given : absolute(h->story, given);
    gather_add(h, in);
    return KERNSATZ_OK;
}

enum kernsatz_status kernsatz_add_file(kernsatz *handle, const char *path)
{
    return guarded(handle, add_file, (void *)(uintptr_t)path);
}

static enum kernsatz_status add_bytes(struct kernsatz *h, void *task)
{
    struct input_given in = *(struct input_given *)task;
    struct str name = arena_copy(of_story(h), in.path);

    in.given = name.at;
    in.path = name;
    in.bytes = arena_copy(h->story, in.bytes);
    gather_add(h, in);
    return KERNSATZ_OK;
}

enum kernsatz_status kernsatz_add_bytes(kernsatz *handle, const char *name,
                                        const void *bytes, size_t len)
{
    struct input_given in = {0};

    in.path = str_of(name);
    in.bytes = (struct str){bytes, len};
    return guarded(handle, add_bytes, &in);
}

static bool is_meta_name(struct str name)
{
    return str_same(name, STR("meta.tsv")) || str_same(name, STR("meta.csv"));
}

/* PATH/NAME, as the caller would write it. */
static struct str joined(struct arena *m, struct str path, struct str name)
{
    struct buf b = buf_new(m);

    buf_add(&b, path);
    if (path.len && path.at[path.len - 1] != '/')
        buf_byte(&b, '/');
    buf_add(&b, name);
    return arena_copy(m, buf_str(&b));
}

static enum kernsatz_status read_meta(struct kernsatz *h, const char *path,
                                      struct str folder)
{
    struct tell tell = {&h->listener, path, false};
    struct meta_given given = {.folder = folder};
    enum kernsatz_status status;
    struct str bytes;
    int why = 0;

    if (file_read(of_story(h), path, TEXT_MAX, &bytes, &why) != FILE_READ)
        return KERNSATZ_CANNOT_READ;
    status = intake_meta_table(h->story, bytes, &tell, &given.table);
    if (status != KERNSATZ_OK)
        return status;
    h->meta = arena_more(h->story, h->meta, h->nmeta, &h->meta_cap,
                         sizeof *h->meta);
    h->meta[h->nmeta++] = given;
    return KERNSATZ_OK;
}

static enum kernsatz_status add_meta(struct kernsatz *h, void *task)
{
    return read_meta(h, task, STR(""));
}

enum kernsatz_status kernsatz_add_meta(kernsatz *handle, const char *path)
{
    return guarded(handle, add_meta, (void *)(uintptr_t)path);
}

static enum kernsatz_status add_folder(struct kernsatz *h, void *task)
{
    struct str path = arena_copy(of_story(h), str_of(task));
    struct str folder = absolute(h->story, joined(h->story, path, STR("x")));
    struct names names;
    int why = file_list(h->story, path.at, &names);

    if (why) {
        errno = why;
        return KERNSATZ_CANNOT_READ;
    }
    folder = folder_of(folder);
    for (uint32_t i = 0; i < names.n; i++) {
        struct str name = names.name[i];
        struct input_given in = {.found = true};

        if (str_starts(name, STR(".")) || str_starts(name, STR("README")))
            continue;
        in.given = joined(h->story, path, name).at;
        if (file_is_folder(in.given))
            continue;
        if (is_meta_name(name)) {
            read_meta(h, in.given, folder);
            continue;
        }
        in.path = absolute(h->story, str_of(in.given));
        gather_add(h, in);
    }
    return KERNSATZ_OK;
}

enum kernsatz_status kernsatz_add_folder(kernsatz *handle, const char *path)
{
    return guarded(handle, add_folder, (void *)(uintptr_t)path);
}

/* The lexicon stays, to spare the stemming of the same words again, but a handle
 * that sees story after story would keep every name and number there was. */
#define LEXICON_MAX ((size_t)32 << 20)

void kernsatz_clear(kernsatz *handle)
{
    if (arena_size(handle->words) > LEXICON_MAX) {
        arena_free(handle->words);
        handle->words = NULL;
        handle->lang = NULL;
    }
    arena_free(handle->story);
    handle->story = NULL;
    handle->input = NULL;
    handle->meta = NULL;
    handle->group = (struct str){NULL, 0};
    handle->ninput = handle->cap = handle->nmeta = handle->meta_cap = 0;
}

/* ---- names ---------------------------------------------------------------- */

/* Length of the longest common run of whole parts of folders A and B. */
static size_t common(struct str a, struct str b)
{
    size_t n = 0, end = 0;

    while (n < a.len && n < b.len && a.at[n] == b.at[n])
        if (a.at[n++] == '/')
            end = n;
    return end;
}

/* What a name may show of itself: no control signs, no ends of lines, nothing
 * that turns the direction of what follows (UAX 9). */
static bool is_shown(uint32_t c)
{
    return c >= 0x20 && !(c >= 0x7f && c < 0xa0) && c != '%' &&
           code_is_xml(c) && c != 0x61c && c != 0x200e && c != 0x200f &&
           !(c >= 0x2028 && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069);
}

/* All else, and bytes that are no UTF-8, as %XX. */
static struct str escaped(struct arena *m, struct str name)
{
    static const char digit[] = "0123456789ABCDEF";
    struct buf b = buf_new(m);
    const char *end = name.at + name.len;

    for (const char *p = name.at; p < end;) {
        unsigned n;
        uint32_t c = utf8_next(p, end, &n);

        if (is_shown(c) && !(c == 0xfffd && n == 1)) {
            buf_add(&b, (struct str){p, n});
        } else {
            for (unsigned i = 0; i < n; i++) {
                buf_byte(&b, '%');
                buf_byte(&b, digit[(unsigned char)p[i] >> 4]);
                buf_byte(&b, digit[(unsigned char)p[i] & 15]);
            }
        }
        p += n;
    }
    return arena_copy(m, buf_str(&b));
}

void gather_names(struct kernsatz *h, struct arena *m, struct str *story)
{
    struct str folder = {NULL, 0};
    size_t n;

    gather_sidecars(h, m);
    for (uint32_t i = 0; i < h->ninput; i++) {
        const struct input_given *in = &h->input[i];

        if (in->bytes.at || str_same(in->path, STR("-")))
            continue;
        if (!folder.at)
            folder = in->folder;
        folder.len = common(folder, in->folder);
    }
    for (uint32_t i = 0; i < h->ninput; i++) {
        struct input_given *in = &h->input[i];
        bool path = !in->bytes.at && !str_same(in->path, STR("-"));

        in->file = escaped(m, path ? str_cut(in->path, folder.len,
                                             in->path.len)
                                   : in->path);
    }
    *story = h->group.len ? escaped(m, h->group) : STR("story");
    n = folder.len > 1 ? folder.len - 1 : 0;
    folder = str_cut(folder, 0, n);
    while (n && folder.at[n - 1] != '/')
        n--;
    if (folder.len > n)
        *story = escaped(m, str_cut(folder, n, folder.len));
}

static const struct meta *row_of(const struct meta_table *t, struct str name)
{
    for (uint32_t i = 0; i < t->n; i++)
        if (str_same(t->file[i], name))
            return &t->meta[i];
    return NULL;
}

const struct meta *gather_meta(const struct kernsatz *h,
                               const struct input_given *in)
{
    struct str base = str_cut(in->path, in->folder.len, in->path.len);
    const struct meta *found = NULL;

    for (uint32_t i = 0; i < h->nmeta && !found; i++) {
        const struct meta_given *g = &h->meta[i];

        if (g->folder.len)
            continue;
        found = row_of(&g->table, in->file);
        if (!found)
            found = row_of(&g->table, str_of(in->given));
        if (!found)
            found = row_of(&g->table, base);
    }
    for (uint32_t i = 0; i < h->nmeta && !found; i++)
        if (str_same(h->meta[i].folder, in->folder))
            found = row_of(&h->meta[i].table, base);
    return found;
}
