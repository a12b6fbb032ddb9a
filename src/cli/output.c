/*
 * output.c - bytes in and out: whole files into memory, results to standard
 * output or, complete or not at all, to a file.
 */
#define _XOPEN_SOURCE 700
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE ((size_t)1 << 16)
#define LARGEST ((size_t)1 << 30) /* as the library has it */

/* ---- bytes -------------------------------------------------------------- */

/* Makes room for LEN bytes more and a NUL. */
static bool bytes_room(struct bytes *b, size_t len)
{
    size_t cap = b->cap ? b->cap : PIECE;
    char *at;

    while (cap - b->len <= len) {
        if (cap > SIZE_MAX / 2) {
            b->no_memory = true;
            return false;
        }
        cap *= 2;
    }
    if (cap == b->cap)
        return true;
    at = realloc(b->at, cap);
    if (!at) {
        b->no_memory = true;
        return false;
    }
    b->at = at;
    b->cap = cap;
    return true;
}

bool bytes_add(struct bytes *b, const char *at, size_t len)
{
    if (!bytes_room(b, len))
        return false;
    memcpy(b->at + b->len, at, len);
    b->len += len;
    return true;
}

/* Reads FD to its end; 0 or the errno. */
static int read_all(struct bytes *b, int fd)
{
    for (;;) {
        ssize_t n;

        if (!bytes_room(b, PIECE))
            return ENOMEM;
        n = read(fd, b->at + b->len, b->cap - b->len - 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        if (n == 0)
            break;
        b->len += (size_t)n;
        if (b->len > LARGEST)
            return EFBIG;
    }
    b->at[b->len] = 0;
    return 0;
}

/* Opens PATH without waiting for a FIFO's writer; regular files only. */
static int open_regular(const char *path, struct kernsatz_remark *remark)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat st;

    if (fd < 0) {
        remark->code = errno == ENOENT || errno == ENOTDIR
                           ? KERNSATZ_SKIP_MISSING
                           : KERNSATZ_SKIP_UNREADABLE;
        remark->text = strerror(errno);
        return -1;
    }
    if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode)) {
        remark->code = KERNSATZ_SKIP_NOT_REGULAR;
        if (S_ISDIR(st.st_mode)) {
            remark->code = KERNSATZ_SKIP_UNREADABLE;
            remark->text = strerror(EISDIR);
        }
        close(fd);
        return -1;
    }
    return fd;
}

bool bytes_read(struct bytes *b, const char *path,
                struct kernsatz_remark *remark)
{
    int fd = STDIN_FILENO, why;

    *remark = (struct kernsatz_remark){.file = path};
    if (strcmp(path, "-"))
        fd = open_regular(path, remark);
    if (fd < 0)
        return false;
    why = read_all(b, fd);
    if (fd != STDIN_FILENO)
        close(fd);
    if (!why)
        return true;
    remark->code =
        why == EFBIG ? KERNSATZ_SKIP_TOO_LARGE : KERNSATZ_SKIP_UNREADABLE;
    remark->number = LARGEST;
    remark->text = strerror(why);
    return false;
}

/* ---- output ------------------------------------------------------------- */

/* Not through stdio, whose buffer tells of a full disk too late to know why. */
static int to_stdout(void *context, const char *at, size_t len)
{
    struct output *o = context;

    while (len) {
        ssize_t n = write(STDOUT_FILENO, at, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            o->why = errno;
            return 1;
        }
        at += n;
        len -= (size_t)n;
    }
    return 0;
}

static int to_memory(void *context, const char *at, size_t len)
{
    return !bytes_add(context, at, len);
}

void output_open(struct output *o, const char *path)
{
    memset(o, 0, sizeof *o);
    o->path = path;
    o->sink.write = path ? to_memory : to_stdout;
    o->sink.context = path ? (void *)&o->bytes : (void *)o;
}

/* An interrupt waits until the temporary file is gone. */
static enum kernsatz_status write_file(const struct output *o)
{
    enum kernsatz_status status;
    sigset_t ends, before;
    int why;

    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    sigprocmask(SIG_BLOCK, &ends, &before);
    status = kernsatz_write_file(o->path, o->bytes.at ? o->bytes.at : "",
                                 o->bytes.len);
    why = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = why;
    return status;
}

void output_close(struct output *o, struct say *s, bool keep)
{
    if (o->bytes.no_memory)
        say_error(s, FAILED, NULL, "out of memory");
    else if (o->why)
        say_error(s, FAILED, "standard output", strerror(o->why));
    else if (o->path && keep && write_file(o) != KERNSATZ_OK)
        say_error(s, FAILED, o->path, strerror(errno));
    free(o->bytes.at);
    o->bytes = (struct bytes){0};
}

bool output_finish(void)
{
    struct say s = {0};
    int why = 0;

    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout))
        why = errno ? errno : EIO;
    if (fclose(stdout) != 0 && !why)
        why = errno;
    if (why)
        say_error(&s, FAILED, "standard output", strerror(why));
    return !why;
}
