/*
 * sidecar.c - X.json beside X.txt, X.html, X.md: the metadata of an article, and
 * no article itself.
 */
#include "engine/engine.h"

/* The name without the ending of an article, and without .gz; all of it: the
 * ending is none of an article's. */
static struct str stem_of(struct str path)
{
    static const char *const endings[] = {".txt",  ".text", ".md",
                                          ".markdown", ".html", ".htm",
                                          ".xhtml"};
    struct str name = path;

    if (str_ends(name, STR(".gz")))
        name.len -= 3;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str ending = str_of(endings[i]);

        if (name.len > ending.len && str_ends(name, ending))
            return str_cut(name, 0, name.len - ending.len);
    }
    return path;
}

/* A file with a name, not bytes or standard input. */
static bool is_path(const struct input_given *in)
{
    return !in->bytes.at && str_starts(in->path, STR("/"));
}

void gather_sidecars(struct kernsatz *h, struct arena *m)
{
    struct map stems = map_new(m, h->ninput);
    uint32_t n = 0;
    bool added;

    for (uint32_t i = 0; i < h->ninput; i++) {
        struct str stem = stem_of(h->input[i].path);

        if (is_path(&h->input[i]) && stem.len < h->input[i].path.len)
            map_put(&stems, stem, &added);
    }
    for (uint32_t i = 0; i < h->ninput; i++) {
        const struct input_given *in = &h->input[i];
        struct str stem = str_cut(in->path, 0, in->path.len - 5);

        if (is_path(in) && str_ends(in->path, STR(".json")) &&
            map_find(&stems, stem))
            continue;
        h->input[n++] = *in;
    }
    h->ninput = n;
}

void sidecar_read(struct kernsatz *h, struct arena *m,
                  const struct input_given *in, struct meta *meta)
{
    struct str given = str_of(in->given), stem = stem_of(given), bytes;
    struct buf name = buf_new(m);
    int why = 0;

    if (!is_path(in) || stem.len == given.len)
        return;
    buf_add(&name, stem);
    buf_text(&name, ".json");
    buf_byte(&name, 0);
    if (file_read(m, name.at, TEXT_MAX, &bytes, &why) != FILE_READ)
        return;
    if (!intake_sidecar(m, bytes, h->lang, meta)) {
        struct tell tell = {&h->listener, name.at, in->found};

        intake_tell(&tell, KERNSATZ_REMARK_DAMAGED, "no sound JSON", 0);
    }
}
