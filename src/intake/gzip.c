/*
 * gzip.c - unpacks gzip (RFC 1952), one member or several. What was unpacked
 * before some damage is kept. Text hardly ever shrinks to less than a
 * twentieth: what grows by more than EXPANDS, from EXPANDS_FROM bytes on, is
 * taken for a bomb and refused before it fills the memory.
 */
#define ZLIB_CONST
#include "intake/parts.h"
#include <string.h>
#include <zlib.h>

#define EXPANDS 200
#define EXPANDS_FROM ((size_t)1 << 24)
#define ROOM_FIRST ((size_t)1 << 16)
#define GZIP_ONLY (15 + 16) /* window of 32 KiB; gzip, not zlib */

struct unpack {
    z_stream z;
    struct arena *m;
    struct str in;
    char *out;
    size_t len, cap, limit;
    bool open;
};

static void close_unpack(void *handle)
{
    struct unpack *u = handle;

    if (u->open)
        inflateEnd(&u->z);
    u->open = false;
}

bool is_gzip(struct str s)
{
    return str_starts(s, STR("\x1f\x8b\x08"));
}

/* Room for more output; false: the limit is reached. */
static bool more_room(struct unpack *u)
{
    size_t cap = u->cap ? u->cap * 2 : ROOM_FIRST;
    char *out;

    if (u->len < u->cap)
        return true;
    if (u->cap == u->limit)
        return false;
    if (cap > u->limit)
        cap = u->limit;
    out = arena_get(u->m, cap);
    if (u->len)
        memcpy(out, u->out, u->len);
    u->out = out;
    u->cap = cap;
    return true;
}

/* Unpacks until the member ends; the answer of zlib. */
static int unpack_member(struct unpack *u)
{
    int answer = Z_OK;

    while (answer == Z_OK) {
        size_t room;

        if (!more_room(u))
            return Z_STREAM_ERROR;
        room = u->cap - u->len;
        u->z.next_out = (Bytef *)u->out + u->len;
        u->z.avail_out = (uInt)room;
        answer = inflate(&u->z, Z_NO_FLUSH);
        u->len += room - u->z.avail_out;
    }
    return answer;
}

/* Member after member; NULL or what is damaged. *FULL: the limit was hit. */
static const char *unpack_all(struct unpack *u, bool *full)
{
    for (;;) {
        struct str rest;
        int answer = unpack_member(u);

        *full = answer == Z_STREAM_ERROR;
        if (answer == Z_MEM_ERROR)
            arena_out(u->m);
        if (answer == Z_BUF_ERROR)
            return "the packed data end too early";
        if (answer != Z_STREAM_END)
            return "the packed data are not sound";
        rest = str_cut(u->in, u->in.len - u->z.avail_in, u->in.len);
        while (rest.len && !*rest.at) /* padding, as tapes have it */
            rest = str_cut(rest, 1, rest.len);
        if (!rest.len)
            return NULL;
        if (!is_gzip(rest) || inflateReset(&u->z) != Z_OK)
            return "something else behind the packed data";
        u->z.next_in = (const Bytef *)rest.at;
        u->z.avail_in = (uInt)rest.len;
    }
}

/* S without a sequence of UTF-8 that breaks off at its end. */
static struct str whole_signs(struct str s)
{
    size_t at = utf8_invalid_at(s);

    return s.len - at < 4 ? str_cut(s, 0, at) : s;
}

enum kernsatz_code unpack_gzip(struct arena *m, struct str *bytes,
                               uint32_t *limit, const struct tell *tell)
{
    struct unpack *u = arena_get(m, sizeof *u);
    const char *damage;
    bool full = false;

    u->m = m;
    u->in = *bytes;
    u->limit = bytes->len > *limit / EXPANDS ? *limit : bytes->len * EXPANDS;
    if (u->limit < EXPANDS_FROM)
        u->limit = EXPANDS_FROM < *limit ? EXPANDS_FROM : *limit;
    *limit = (uint32_t)u->limit;
    u->z.next_in = (const Bytef *)bytes->at;
    u->z.avail_in = (uInt)bytes->len;
    if (inflateInit2(&u->z, GZIP_ONLY) != Z_OK)
        arena_out(m);
    u->open = true;
    arena_own(m, u, close_unpack);
    damage = unpack_all(u, &full);
    close_unpack(u);
    if (full)
        return KERNSATZ_SKIP_TOO_LARGE;
    *bytes = (struct str){u->out, u->len};
    if (damage && !u->len)
        return KERNSATZ_SKIP_BINARY;
    if (!damage)
        return 0;
    *bytes = whole_signs(*bytes);
    intake_tell(tell, KERNSATZ_REMARK_DAMAGED, damage, 0);
    return 0;
}
