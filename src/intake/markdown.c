/*
 * markdown.c - Markdown.
 */
#include "intake/parts.h"

void read_markdown(struct reader *r, uint32_t from)
{
    read_plain(r, from);
}
