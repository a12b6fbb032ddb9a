/*
 * html.c - pages: tame what the parser cannot bear, parse, walk, read markup.
 */
#include "intake/tags.h"

/* Larger pages are refused: libxml2 takes several times their size. */
#define PAGE_MAX ((uint32_t)64 << 20)

/* The tree and all that hangs on it, which goes before the article does. */
struct holder {
    struct arena *step;
};

static void close_holder(void *handle)
{
    struct holder *h = handle;

    arena_free(h->step);
    h->step = NULL;
}

enum kernsatz_status read_html(struct reader *r)
{
    struct holder *h = arena_get(r->a->arena, sizeof *h);
    struct notes *notes;
    uint64_t blanked = 0;
    enum kernsatz_status s;
    struct str page;
    xmlDoc *tree;

    if (r->text.len > PAGE_MAX) {
        r->a->limit = PAGE_MAX;
        return KERNSATZ_BAD_INPUT;
    }
    h->step = arena_new(arena_escape(r->a->arena));
    arena_own(r->a->arena, h, close_holder);
    notes = arena_get(h->step, sizeof *notes);
    page = tame_page(h->step, r->text, &blanked);
    if (blanked)
        intake_tell(r->tell, KERNSATZ_REMARK_TAG_BLANKED, NULL, blanked);
    tree = parse_page(h->step, page, notes);
    if (!tree) {
        if (notes->limit)
            intake_tell(r->tell, KERNSATZ_REMARK_DAMAGED, notes->limit, 0);
        s = notes->failed ? KERNSATZ_NO_MEMORY : KERNSATZ_BAD_INPUT;
        close_holder(h);
        return s;
    }
    walk_page(r, h->step, tree, notes);
    read_markup(r, h->step, tree);
    close_holder(h);
    return KERNSATZ_OK;
}
