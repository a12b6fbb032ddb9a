/*
 * file.c - files and folders. Reading never blocks on a FIFO and takes regular
 * files only; writing is complete or not at all.
 */
#define _XOPEN_SOURCE 700
#include "base/base.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE ((size_t)1 << 16)

/*
 * A file or folder that its arena closes when memory runs out half way; closed
 * as soon as it is read otherwise. (An arena of its own would be left behind by
 * the jump.)
 */
struct handle {
    int fd;
    DIR *folder;
};

static void close_handle(void *handle)
{
    struct handle *h = handle;

    if (h->fd >= 0)
        close(h->fd);
    if (h->folder)
        closedir(h->folder);
    *h = (struct handle){-1, NULL};
}

static struct handle *new_handle(struct arena *arena)
{
    struct handle *h = arena_get(arena, sizeof *h);

    h->fd = -1;
    arena_own(arena, h, close_handle);
    return h;
}

/* Reads FD to its end. EXPECT: the size it should have, 0: unknown. */
static enum file_result read_all(struct arena *m, int fd, size_t expect,
                                 size_t limit, struct str *bytes, int *why)
{
    struct buf b = buf_new(m);
    size_t room = expect ? expect + 1 : PIECE;

    if (room > limit + 1)
        return FILE_TOO_LARGE;
    b.at = arena_get(m, room);
    b.cap = room;
    for (;;) {
        ssize_t n;

        if (b.len == b.cap) {
            uint32_t cap = (uint32_t)b.cap;

            b.at = arena_more(m, b.at, b.cap, &cap, 1);
            b.cap = cap;
        }
        n = read(fd, b.at + b.len, b.cap - b.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            *why = errno;
            return FILE_FAILED;
        }
        if (!n)
            break;
        b.len += (size_t)n;
        if (b.len > limit)
            return FILE_TOO_LARGE;
    }
    *bytes = buf_str(&b);
    return FILE_READ;
}

enum file_result file_read(struct arena *arena, const char *path,
                           size_t limit, struct str *bytes, int *why)
{
    enum file_result r = FILE_NOT_REGULAR;
    struct handle *h;
    struct stat st;

    if (!strcmp(path, "-"))
        return read_all(arena, STDIN_FILENO, 0, limit, bytes, why);
    h = new_handle(arena);
    h->fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (h->fd < 0) {
        *why = errno;
        return errno == ENOENT || errno == ENOTDIR ? FILE_MISSING
                                                   : FILE_FAILED;
    }
    if (fstat(h->fd, &st) < 0) {
        *why = errno;
        r = FILE_FAILED;
    } else if (S_ISREG(st.st_mode)) {
        r = (uint64_t)st.st_size > limit
                ? FILE_TOO_LARGE
                : read_all(arena, h->fd, (size_t)st.st_size, limit, bytes,
                           why);
    }
    close_handle(h);
    return r;
}

static int write_all(int fd, struct str s)
{
    while (s.len) {
        ssize_t n = write(fd, s.at, s.len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        s.at += n;
        s.len -= (size_t)n;
    }
    return 0;
}

/* A device, FIFO or link stays what it is: written in place. */
static int write_in_place(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC);
    int why;

    if (fd < 0)
        return errno;
    why = write_all(fd, bytes);
    if (close(fd) < 0 && !why)
        why = errno;
    return why;
}

static int write_new(int fd, struct str bytes, mode_t mode)
{
    int why = write_all(fd, bytes);

    if (!why && fchmod(fd, mode) < 0)
        why = errno;
    if (!why && fsync(fd) < 0 && errno != EINVAL && errno != EROFS)
        why = errno;
    if (close(fd) < 0 && !why)
        why = errno;
    return why;
}

/* The mode of a new file; asking for the mask is the only way to know it. */
static mode_t usual_mode(void)
{
    mode_t mask = umask(022);

    umask(mask);
    return 0666 & ~mask;
}

int file_write(const char *path, struct str bytes)
{
    static const char tail[] = ".XXXXXX";
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    size_t folder = (size_t)(base - path);
    struct stat st;
    char *temporary;
    mode_t mode;
    int fd, why;

    if (!*base)
        return EISDIR;
    if (lstat(path, &st) == 0 && !S_ISREG(st.st_mode))
        return S_ISDIR(st.st_mode) ? EISDIR : write_in_place(path, bytes);
    mode = lstat(path, &st) == 0 ? st.st_mode & 07777 : usual_mode();
    temporary = malloc(folder + sizeof ".kernsatz" + sizeof tail);
    if (!temporary)
        return ENOMEM;
    memcpy(temporary, path, folder);
    strcpy(temporary + folder, ".kernsatz");
    strcat(temporary + folder, tail);
    fd = mkstemp(temporary);
    why = fd < 0 ? errno : write_new(fd, bytes, mode);
    if (!why && rename(temporary, path) < 0)
        why = errno;
    if (why && fd >= 0)
        unlink(temporary);
    free(temporary);
    return why;
}

static int by_bytes(const void *a, const void *b)
{
    return str_order(*(const struct str *)a, *(const struct str *)b);
}

int file_list(struct arena *arena, const char *path, struct names *names)
{
    struct handle *h = new_handle(arena);
    struct dirent *entry;
    uint32_t cap = 0;
    int why;

    *names = (struct names){NULL, 0};
    h->folder = opendir(path);
    if (!h->folder)
        return errno;
    errno = 0;
    while ((entry = readdir(h->folder))) {
        struct str name = str_of(entry->d_name);

        if (str_same(name, STR(".")) || str_same(name, STR("..")))
            continue;
        names->name = arena_more(arena, names->name, names->n, &cap,
                                 sizeof *names->name);
        names->name[names->n++] = arena_copy(arena, name);
        errno = 0;
    }
    why = errno;
    close_handle(h);
    if (names->n > 1)
        qsort(names->name, names->n, sizeof *names->name, by_bytes);
    return why;
}

bool file_is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}
