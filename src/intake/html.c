/*
 * html.c - pages.
 */
#include "intake/parts.h"

enum kernsatz_status read_html(struct reader *r)
{
    (void)r;
    return KERNSATZ_NOTHING;
}
