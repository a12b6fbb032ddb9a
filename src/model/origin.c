/*
 * origin.c - the map from positions in a text back to the file as received.
 */
#include "model/model.h"

static uint32_t piece_end(const struct origin *o, uint32_t i)
{
    return i + 1 < o->npiece ? o->piece[i + 1].text : o->end;
}

/* Bytes of the file per byte of the text: 1, 2, or 0 for "one whole". */
static uint32_t stride(const struct piece *p, uint32_t ntext)
{
    if (p->len == ntext)
        return 1;
    return p->len == 2 * (uint64_t)ntext ? 2 : 0;
}

void origin_add(struct arena *m, struct origin *o, uint32_t ntext,
                uint32_t file, uint32_t len)
{
    if (!ntext)
        return;
    if (o->npiece) {
        struct piece *last = &o->piece[o->npiece - 1];
        uint32_t had = o->end - last->text;
        bool nowhere = !last->len && !len;

        if (nowhere || (last->len == had && len == ntext && len &&
                        last->file + last->len == file)) {
            last->len += len;
            o->end += ntext;
            return;
        }
    }
    o->piece = arena_more(m, o->piece, o->npiece, &o->cap, sizeof *o->piece);
    o->piece[o->npiece++] = (struct piece){o->end, file, len};
    o->end += ntext;
}

/* The piece that holds position AT of the text. */
static uint32_t piece_at(const struct origin *o, uint32_t at)
{
    uint32_t low = 0, high = o->npiece;

    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;

        if (o->piece[mid].text <= at)
            low = mid;
        else
            high = mid;
    }
    return low;
}

/* The part of piece I that RANGE covers, as a range of the file. */
static struct span part(const struct origin *o, uint32_t i, struct span range)
{
    const struct piece *p = &o->piece[i];
    uint32_t end = piece_end(o, i);
    uint32_t step = stride(p, end - p->text);
    uint32_t from = range.from > p->text ? range.from - p->text : 0;
    uint32_t to = (range.to < end ? range.to : end) - p->text;

    if (!p->len)
        return (struct span){0, 0};
    if (!step)
        return (struct span){p->file, p->file + p->len};
    return (struct span){p->file + from * step, p->file + to * step};
}

void origin_copy(struct arena *m, struct origin *o, const struct origin *of,
                 struct span range)
{
    if (range.from >= range.to || !of->npiece)
        return;
    for (uint32_t i = piece_at(of, range.from);
         i < of->npiece && of->piece[i].text < range.to; i++) {
        uint32_t from = of->piece[i].text > range.from ? of->piece[i].text
                                                       : range.from;
        uint32_t end = piece_end(of, i);
        uint32_t to = end < range.to ? end : range.to;
        struct span file = part(of, i, range);

        origin_add(m, o, to - from, file.from, file.to - file.from);
    }
}

struct span origin_file(const struct origin *o, struct span range)
{
    uint32_t first, last;
    struct span a = {0, 0}, b = {0, 0};

    if (range.from >= range.to || !o->npiece)
        return a;
    first = piece_at(o, range.from);
    last = piece_at(o, range.to - 1);
    for (; first <= last; first++) {
        a = part(o, first, range);
        if (a.from < a.to)
            break;
    }
    if (first > last)
        return (struct span){0, 0};
    for (; last > first; last--) {
        b = part(o, last, range);
        if (b.from < b.to)
            break;
    }
    if (last == first)
        return a;
    return b.to > a.from ? (struct span){a.from, b.to} : a;
}
