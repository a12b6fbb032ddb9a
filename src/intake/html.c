/*
 * html.c - pages: tame what the parser cannot bear, parse, walk, read markup.
 */
#include "intake/tags.h"

/* Larger pages are refused: libxml2 takes several times their size. */
#define PAGE_MAX ((uint32_t)64 << 20)

enum kernsatz_status read_html(struct reader *r)
{
    struct holder *h;
    struct notes *notes;
    uint64_t blanked = 0;
    enum kernsatz_status s;
    struct str page;
    xmlDoc *tree;

    if (r->text.len > PAGE_MAX) {
        r->a->limit = PAGE_MAX;
        return KERNSATZ_BAD_INPUT;
    }
    h = hold_step(r->a->arena); /* the tree and all that hangs on it */
    notes = arena_get(h->step, sizeof *notes);
    page = tame_page(h->step, r->text, &blanked);
    if (blanked)
        intake_tell(r->tell, KERNSATZ_REMARK_TAG_BLANKED, NULL, blanked);
    tree = parse_page(h->step, page, notes);
    if (!tree) {
        if (notes->limit)
            intake_tell(r->tell, KERNSATZ_REMARK_DAMAGED, notes->limit, 0);
        s = notes->failed ? KERNSATZ_NO_MEMORY : KERNSATZ_BAD_INPUT;
        drop_step(h);
        return s;
    }
    walk_page(r, h->step, tree, notes);
    read_markup(r, h->step, tree);
    drop_step(h);
    return KERNSATZ_OK;
}
