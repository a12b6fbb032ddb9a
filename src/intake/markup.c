/*
 * markup.c - metadata of a page.
 */
#include "intake/tags.h"

void read_markup(struct reader *r, struct arena *step, xmlDoc *tree)
{
    (void)r;
    (void)step;
    (void)tree;
}
