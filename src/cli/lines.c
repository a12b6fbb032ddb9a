/*
 * lines.c - the lines of a file, one at a time, as they come: a file that is
 * larger than the memory, or a pipe that another program still fills. Gzip is
 * unpacked on the way.
 */
#define _XOPEN_SOURCE 700
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define PIECE ((size_t)1 << 16)
#define LINE_MAX_BYTES ((size_t)1 << 28) /* as the library has it */
#define GZIP_ONLY (15 + 16)

struct lines {
    int fd;
    bool packed, begun, ended, member; /* member: inside packed data */
    z_stream z;
    size_t at, len;            /* of what is not handed out yet in out */
    char in[PIECE], out[PIECE];
};

struct lines *lines_open(const char *path)
{
    struct lines *l = calloc(1, sizeof *l);

    if (!l)
        return NULL;
    l->fd = strcmp(path, "-") ? open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
                              : STDIN_FILENO;
    if (l->fd >= 0)
        return l;
    free(l);
    return NULL;
}

void lines_close(struct lines *l)
{
    if (!l)
        return;
    if (l->packed)
        inflateEnd(&l->z);
    if (l->fd != STDIN_FILENO)
        close(l->fd);
    free(l);
}

/* Reads some bytes; 0: the end; -1: errno. */
static ssize_t read_some(int fd, char *at, size_t room)
{
    ssize_t n;

    do
        n = read(fd, at, room);
    while (n < 0 && errno == EINTR);
    return n;
}

/* The first bytes say whether the file is packed; two must be there. */
static const char *begin(struct lines *l)
{
    ssize_t n = 1;

    l->begun = true;
    while (l->len < 2 && n > 0) {
        n = read_some(l->fd, l->out + l->len, PIECE - l->len);
        l->len += n > 0 ? (size_t)n : 0;
    }
    if (n < 0)
        return strerror(errno);
    l->ended = n == 0;
    if (l->len < 2 || memcmp(l->out, "\x1f\x8b", 2))
        return NULL;
    if (inflateInit2(&l->z, GZIP_ONLY) != Z_OK)
        return strerror(ENOMEM);
    l->packed = l->member = true;
    memcpy(l->in, l->out, l->len);
    l->z.next_in = (Bytef *)l->in;
    l->z.avail_in = (uInt)l->len;
    l->len = 0;
    return NULL;
}

/* Unpacks some bytes into out; NULL or what is wrong. */
static const char *unpack(struct lines *l)
{
    while (!l->len) {
        int answer;

        if (!l->z.avail_in) {
            ssize_t n = read_some(l->fd, l->in, PIECE);

            if (n < 0)
                return strerror(errno);
            l->ended = n == 0;
            if (l->ended)
                return l->member ? "the packed data end too early" : NULL;
            l->z.next_in = (Bytef *)l->in;
            l->z.avail_in = (uInt)n;
        }
        if (!l->member && inflateReset(&l->z) != Z_OK)
            return strerror(ENOMEM);
        l->member = true;
        l->z.next_out = (Bytef *)l->out;
        l->z.avail_out = PIECE;
        answer = inflate(&l->z, Z_NO_FLUSH);
        l->len = PIECE - l->z.avail_out;
        l->member = answer != Z_STREAM_END;
        if (answer != Z_OK && answer != Z_STREAM_END && answer != Z_BUF_ERROR)
            return "the packed data are not sound";
    }
    return NULL;
}

/* Makes out hold something; *FAULT where it cannot. False: nothing comes. */
static bool fill(struct lines *l, const char **fault)
{
    ssize_t n;

    if (l->len)
        return true;
    l->at = 0;
    if (!l->begun)
        *fault = begin(l);
    if (*fault || l->len || (l->ended && !l->packed))
        return !*fault && l->len;
    if (l->packed) {
        if (!l->ended)
            *fault = unpack(l);
        return l->len > 0;
    }
    n = read_some(l->fd, l->out, PIECE);
    if (n < 0)
        *fault = strerror(errno);
    l->ended = n <= 0;
    l->len = n > 0 ? (size_t)n : 0;
    return l->len > 0;
}

enum lines_result lines_next(struct lines *l, struct bytes *line,
                             const char **fault)
{
    bool some = false;

    line->len = 0;
    *fault = NULL;
    while (fill(l, fault)) {
        const char *from = l->out + l->at;
        const char *end = memchr(from, '\n', l->len);
        size_t len = end ? (size_t)(end - from) : l->len;

        some = true;
        if (line->len + len <= LINE_MAX_BYTES && !bytes_add(line, from, len)) {
            *fault = "out of memory";
            return LINES_FAILED;
        }
        if (line->len + len > LINE_MAX_BYTES)
            *fault = "the line is longer than 268435456 bytes";
        l->at += len + (end != NULL);
        l->len -= len + (end != NULL);
        if (end)
            return LINES_LINE;
    }
    if (*fault)
        return LINES_FAILED;
    return some ? LINES_LINE : LINES_END;
}
