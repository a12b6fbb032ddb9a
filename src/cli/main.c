/*
 * main.c - the program kernsatz: several German articles in, one brief out.
 */
#define _XOPEN_SOURCE 700
#include "cli.h"
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/*
 * A file opened while one of the three standard streams is closed would take
 * its number, and messages or results would end up in it. A place holder makes
 * every use of such a stream fail instead.
 */
static void hold_streams(void)
{
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd ? O_RDONLY : O_WRONLY);
}

int main(int argc, char **argv)
{
    struct request r;
    int status;

    hold_streams();
    signal(SIGPIPE, SIG_DFL); /* a reader that went away ends us, quietly */
    signal(SIGXFSZ, SIG_IGN); /* a limit of file sizes is an error to report */
    kernsatz_guard_memory();
    if (!options_read(argc, argv, &r, &status))
        return status;
    status = command_run(&r);
    if (!output_finish() && status < FAILED)
        status = FAILED;
    return status;
}
