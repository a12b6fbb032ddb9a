/*
 * str.c - views of bytes, growing text, and the map from text to a number.
 */
#include "base/base.h"
#include <string.h>

struct str str_of(const char *zero_ended)
{
    if (!zero_ended)
        return (struct str){"", 0};
    return (struct str){zero_ended, strlen(zero_ended)};
}

struct str str_cut(struct str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    return (struct str){s.len ? s.at + from : s.at, to - from};
}

struct str str_span(struct str s, struct span range)
{
    return str_cut(s, range.from, range.to);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    while (s.len && is_blank(s.at[0])) {
        s.at++;
        s.len--;
    }
    while (s.len && is_blank(s.at[s.len - 1]))
        s.len--;
    return s;
}

bool str_same(struct str a, struct str b)
{
    return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

int str_order(struct str a, struct str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.at, b.at, n) : 0;

    if (c)
        return c;
    return (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str with)
{
    return s.len >= with.len &&
           (!with.len || !memcmp(s.at, with.at, with.len));
}

bool str_ends(struct str s, struct str with)
{
    return s.len >= with.len &&
           (!with.len ||
            !memcmp(s.at + s.len - with.len, with.at, with.len));
}

size_t str_find(struct str s, struct str what, size_t from)
{
    if (!what.len)
        return from <= s.len ? from : s.len;
    while (from + what.len <= s.len) {
        const char *p = memchr(s.at + from, what.at[0],
                               s.len - what.len - from + 1);

        if (!p)
            break;
        from = (size_t)(p - s.at);
        if (!memcmp(p, what.at, what.len))
            return from;
        from++;
    }
    return s.len;
}

static uint64_t load(const char *p, size_t n)
{
    uint64_t v = 0;

    memcpy(&v, p, n);
    return v;
}

static uint64_t mixed(uint64_t h)
{
    h ^= h >> 32;
    h *= 0x9e3779b97f4a7c15u;
    return h ^ h >> 29;
}

/* Eight bytes a step, multiply and fold. Only for tables in memory: the value
 * depends on the byte order of the machine and never reaches the output. */
uint64_t str_hash(struct str s)
{
    uint64_t h = 0x2545f4914f6cdd1du ^ s.len;
    const char *p = s.at;
    size_t n = s.len;

    for (; n >= 8; p += 8, n -= 8)
        h = mixed(h ^ load(p, 8)) * 0xd6e8feb86659fd93u;
    if (n)
        h = mixed(h ^ load(p, n)) * 0xd6e8feb86659fd93u;
    return mixed(h);
}

/* ---- growing text --------------------------------------------------- */

struct buf buf_new(struct arena *arena)
{
    return (struct buf){arena, NULL, 0, 0};
}

static void buf_room(struct buf *b, size_t more)
{
    uint32_t cap;

    while (b->cap - b->len < more) {
        cap = (uint32_t)b->cap;
        b->at = arena_more(b->arena, b->at, b->cap, &cap, 1);
        b->cap = cap;
    }
}

void buf_add(struct buf *b, struct str s)
{
    if (!s.len)
        return;
    buf_room(b, s.len);
    memcpy(b->at + b->len, s.at, s.len);
    b->len += s.len;
}

void buf_text(struct buf *b, const char *zero_ended)
{
    buf_add(b, str_of(zero_ended));
}

void buf_byte(struct buf *b, char c)
{
    if (b->len == b->cap)
        buf_room(b, 1);
    b->at[b->len++] = c;
}

void buf_code(struct buf *b, uint32_t code_point)
{
    char out[4];
    unsigned n = utf8_put(code_point, out);

    buf_add(b, (struct str){out, n});
}

void buf_number(struct buf *b, uint64_t n)
{
    char digits[20];
    size_t i = sizeof digits;

    do {
        digits[--i] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    buf_add(b, (struct str){digits + i, sizeof digits - i});
}

void buf_score(struct buf *b, double score)
{
    uint64_t millionths, scale = 1000000;

    if (score < 0) {
        buf_byte(b, '-');
        score = -score;
    }
    millionths = (uint64_t)(score * (double)scale + 0.5);
    buf_number(b, millionths / scale);
    buf_byte(b, '.');
    for (millionths %= scale; scale > 1; millionths %= scale) {
        scale /= 10;
        buf_byte(b, (char)('0' + millionths / scale));
    }
}

struct str buf_str(const struct buf *b)
{
    return (struct str){b->at ? b->at : "", b->len};
}

/* ---- map ------------------------------------------------------------
 *
 * Open addressing, linear probing, at most half full. Slots are small, so that
 * a look-up in a large map costs few cache lines; the entries lie beside them in
 * the order in which they came.
 */

struct map_slot {
    uint32_t hash;
    uint32_t entry; /* index + 1; 0: free */
};

struct map_entry {
    struct str key;
    uint32_t hash;
    uint32_t number;
};

struct map map_new(struct arena *arena, uint32_t expected)
{
    struct map map = {.arena = arena, .cap = 16};

    while (map.cap / 2 < expected && map.cap < UINT32_MAX / 4)
        map.cap *= 2;
    map.slot = arena_array(arena, map.cap, sizeof *map.slot);
    return map;
}

/* The slot of KEY, or the free one where it belongs. */
static struct map_slot *slot_of(const struct map *map, struct str key,
                                uint32_t hash)
{
    uint32_t mask = map->cap - 1;
    uint32_t i = hash & mask;

    while (map->slot[i].entry &&
           (map->slot[i].hash != hash ||
            !str_same(map->entry[map->slot[i].entry - 1].key, key)))
        i = (i + 1) & mask;
    return &map->slot[i];
}

static void map_double(struct map *map)
{
    uint32_t mask, i;

    /* The map stays as it was where this does not return. */
    map->slot = arena_more(map->arena, map->slot, map->cap, &map->cap,
                           sizeof *map->slot);
    memset(map->slot, 0, (size_t)map->cap * sizeof *map->slot);
    mask = map->cap - 1;
    for (uint32_t k = 0; k < map->n; k++) {
        for (i = map->entry[k].hash & mask; map->slot[i].entry;)
            i = (i + 1) & mask;
        map->slot[i] = (struct map_slot){map->entry[k].hash, k + 1};
    }
}

uint32_t *map_put(struct map *map, struct str key, bool *added)
{
    uint32_t hash = (uint32_t)str_hash(key);
    struct map_slot *slot;

    if (map->n >= map->cap / 2)
        map_double(map);
    slot = slot_of(map, key, hash);
    *added = !slot->entry;
    if (*added) {
        map->entry = arena_more(map->arena, map->entry, map->n, &map->room,
                                sizeof *map->entry);
        map->entry[map->n] = (struct map_entry){
            key.at ? key : STR(""), hash, 0};
        *slot = (struct map_slot){hash, ++map->n};
    }
    return &map->entry[slot->entry - 1].number;
}

const uint32_t *map_find(const struct map *map, struct str key)
{
    const struct map_slot *slot = slot_of(map, key, (uint32_t)str_hash(key));

    return slot->entry ? &map->entry[slot->entry - 1].number : NULL;
}
