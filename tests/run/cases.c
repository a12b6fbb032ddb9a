/*
 * cases.c - runs the cases of tests/cases: cases BUILD FILE.txt...
 *
 * A file COMMAND.txt holds cases for "kernsatz COMMAND". Lines of a case:
 *     # what            starts a case, says what it shows
 *     $ shell line      what to run; without any: kernsatz COMMAND
 *     @ name            the > lines that follow are this file
 *     > text            a line of standard input, or of the file
 *     ? 1               exit status; without it: 0
 *     ! text            a line of standard error; without any all is well
 *     text              a line of standard output
 *     \text             the same, where it begins with a sign from above
 * Empty lines at the end of outputs do not count. A case with $ or @ runs in an
 * empty folder of its own; TOP is the folder of the project.
 */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS = 30 }; /* longer is a hang */

struct text {
    char *at;
    size_t len, cap;
};

struct given_file {
    char name[256];
    struct text text;
};

enum { FILES = 16 };

struct one_case {
    const char *source; /* the file of the case, and its line in it */
    int line;
    char command[64];
    struct text what, shell, input, out, err;
    struct given_file file[FILES];
    int nfile;
    int status;
    bool checks_err, begun;
};

struct sums {
    int passed, failed;
};

/* ---- text --------------------------------------------------------------- */

static void add(struct text *t, const char *s, size_t len)
{
    if (t->len + len + 1 > t->cap) {
        t->cap = (t->len + len + 1) * 2;
        t->at = realloc(t->at, t->cap);
        if (!t->at)
            abort();
    }
    memcpy(t->at + t->len, s, len);
    t->len += len;
    t->at[t->len] = 0;
}

static void add_line(struct text *t, const char *line)
{
    add(t, line, strlen(line));
    add(t, "\n", 1);
}

static const char *string(const struct text *t)
{
    return t->at ? t->at : "";
}

/* Drops line ends at the end but for one. */
static void trim(struct text *t)
{
    while (t->len && t->at[t->len - 1] == '\n')
        t->at[--t->len] = 0;
    if (t->len)
        add(t, "\n", 1);
}

static void read_whole(struct text *t, FILE *f)
{
    char piece[4096];
    size_t n;

    rewind(f);
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        add(t, piece, n);
}

static void forget(struct one_case *c)
{
    const char *source = c->source;
    char command[sizeof c->command];

    memcpy(command, c->command, sizeof command);
    free(c->what.at);
    free(c->shell.at);
    free(c->input.at);
    free(c->out.at);
    free(c->err.at);
    for (int i = 0; i < c->nfile; i++)
        free(c->file[i].text.at);
    memset(c, 0, sizeof *c);
    c->source = source;
    memcpy(c->command, command, sizeof command);
}

/* ---- running ------------------------------------------------------------ */

static void write_files(const struct one_case *c)
{
    for (int i = 0; i < c->nfile; i++) {
        FILE *f = fopen(c->file[i].name, "w");

        if (!f || fputs(string(&c->file[i].text), f) < 0 || fclose(f) != 0)
            _exit(126);
    }
}

static _Noreturn void child(const struct one_case *c, const char *folder,
                            FILE *const stream[3])
{
    char line[128];

    if (folder && chdir(folder) < 0)
        _exit(126);
    write_files(c);
    for (int i = 0; i < 3; i++) {
        rewind(stream[i]);
        dup2(fileno(stream[i]), i);
    }
    alarm(SECONDS);
    snprintf(line, sizeof line, "kernsatz %s", c->command);
    execl("/bin/sh", "sh", "-c", c->shell.len ? string(&c->shell) : line,
          (char *)NULL);
    _exit(127);
}

static void remove_folder(const char *folder)
{
    pid_t pid = fork();

    if (pid == 0) {
        execlp("rm", "rm", "-rf", folder, (char *)NULL);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
}

static int run(const struct one_case *c, struct text *out, struct text *err)
{
    char folder[] = "/tmp/kernsatz-case-XXXXXX";
    bool own = c->shell.len || c->nfile;
    FILE *stream[3] = {tmpfile(), tmpfile(), tmpfile()};
    int status = 0;
    pid_t pid;

    if (!stream[0] || !stream[1] || !stream[2] || (own && !mkdtemp(folder)))
        abort();
    fwrite(string(&c->input), 1, c->input.len, stream[0]);
    fflush(NULL);
    pid = fork();
    if (pid == 0)
        child(c, own ? folder : NULL, stream);
    waitpid(pid, &status, 0);
    read_whole(out, stream[1]);
    read_whole(err, stream[2]);
    for (int i = 0; i < 3; i++)
        fclose(stream[i]);
    if (own)
        remove_folder(folder);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* ---- comparing ---------------------------------------------------------- */

static void show(const char *sign, const char *text)
{
    while (*text) {
        int len = (int)strcspn(text, "\n");

        printf("    %s %.*s\n", sign, len, text);
        text += len + (text[len] == '\n');
    }
}

static bool compare(const char *name, struct text *expected, struct text *got)
{
    trim(expected);
    trim(got);
    if (!strcmp(string(expected), string(got)))
        return true;
    printf("  %s: expected -, got +\n", name);
    show("-", string(expected));
    show("+", string(got));
    return false;
}

static void finish(struct one_case *c, struct sums *sums)
{
    struct text out = {0}, err = {0};
    bool good;
    int status;

    if (!c->begun) {
        forget(c);
        return;
    }
    status = run(c, &out, &err);
    good = compare("standard output", &c->out, &out);
    if (c->checks_err && !compare("standard error", &c->err, &err))
        good = false;
    if (status != c->status) {
        printf("  exit status: expected %d, got %d\n", c->status, status);
        if (!c->checks_err)
            show("!", string(&err));
        good = false;
    }
    if (!good)
        printf("%s:%d: FAILED: %s", c->source, c->line, string(&c->what));
    sums->passed += good;
    sums->failed += !good;
    free(out.at);
    free(err.at);
    forget(c);
}

/* ---- reading ------------------------------------------------------------ */

/* The text behind a sign and its blank. */
static const char *behind(const char *line)
{
    return line[1] == ' ' ? line + 2 : line + 1;
}

static void take_line(struct one_case *c, const char *line)
{
    switch (*line) {
    case '$':
        add_line(&c->shell, behind(line));
        break;
    case '@':
        if (c->nfile == FILES)
            abort();
        snprintf(c->file[c->nfile++].name, sizeof c->file->name, "%s",
                 behind(line));
        break;
    case '>':
        add_line(c->nfile ? &c->file[c->nfile - 1].text : &c->input,
                 behind(line));
        break;
    case '?':
        c->status = atoi(behind(line));
        break;
    case '!':
        c->checks_err = true;
        add_line(&c->err, behind(line));
        break;
    default:
        add_line(&c->out, *line == '\\' ? line + 1 : line);
        c->begun = c->begun || *line;
        return;
    }
    c->begun = true;
}

static void run_file(const char *path, struct sums *sums)
{
    const char *slash = strrchr(path, '/');
    struct one_case c = {.source = path};
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;

    if (!f) {
        printf("%s: cannot be read\n", path);
        sums->failed++;
        return;
    }
    snprintf(c.command, sizeof c.command, "%s", slash ? slash + 1 : path);
    c.command[strcspn(c.command, ".")] = 0;
    for (int at = 1; (n = getline(&line, &cap, f)) >= 0; at++) {
        if (n && line[n - 1] == '\n')
            line[n - 1] = 0;
        if (*line != '#') {
            if (!*line && !c.begun)
                forget(&c); /* a remark between cases */
            else
                take_line(&c, line);
            continue;
        }
        if (c.begun)
            finish(&c, sums);
        c.line = c.what.len ? c.line : at;
        add_line(&c.what, behind(line));
    }
    finish(&c, sums);
    free(line);
    fclose(f);
}

int main(int argc, char **argv)
{
    struct sums sums = {0, 0};
    char *build = argc > 1 ? realpath(argv[1], NULL) : NULL;
    char *top = realpath(".", NULL);
    struct text path = {0};

    if (!build || !top)
        return 2;
    add(&path, build, strlen(build));
    add(&path, ":", 1);
    add(&path, getenv("PATH"), strlen(getenv("PATH")));
    setenv("PATH", path.at, 1);
    setenv("TOP", top, 1);
    for (int i = 2; i < argc; i++)
        run_file(argv[i], &sums);
    printf("cases: %d passed, %d failed\n", sums.passed, sums.failed);
    free(path.at);
    free(build);
    free(top);
    return sums.failed != 0;
}
