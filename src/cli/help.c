/*
 * help.c - what the program says about itself, on standard output.
 */
#include "cli.h"
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *operands, *short_text, *text, *examples;
} commands[COMMANDS] = {
    [BRIEF] =
        {"brief", "PATH...", "one brief of several articles about one event",
         "Makes one brief of all articles: sentences word for word, each with "
         "the\n"
         "place where it stands, the sources that say the same and those that\n"
         "differ. PATH is a file, a folder (its own files, not those of "
         "folders in\n"
         "it) or - for standard input. Text, Markdown, HTML and JSON objects "
         "with\n"
         "article fields are read, also packed with gzip, in UTF-8, UTF-16 "
         "or\n"
         "Windows-1252. In a folder, names that begin with a dot and README* "
         "are\n"
         "passed over, meta.tsv or meta.csv serves as --meta, and X.json "
         "beside\n"
         "X.txt, X.md or X.html holds metadata of that article.\n",
         "  kernsatz brief story/                        the brief as text\n"
         "  kernsatz brief story/ -t en -o brief.xlf     XLIFF 1.2, to be "
         "translated\n"
         "  kernsatz brief a.html b.txt -w 120 -f md     Markdown, 120 words "
         "at most\n"
         "  kernsatz brief story/ -f text,xliff2 -o out  out.txt and "
         "out.2.xlf\n"
         "  kernsatz brief --from=jsonl --group-by=story -f jsonl\n"
         "                                               a filter: a brief "
         "for each story\n"},
    [PICK] = {"pick", "PATH...", "the key sentences of each article by itself",
              "Prints the key sentences of each article, in the order of the "
              "text, under\n"
              "a line \"== FILE\". With --scores all sentences, with their "
              "scores.\n",
              "  kernsatz pick -n 3 article.html              three sentences\n"
              "  kernsatz pick --scores -f jsonl *.txt        all sentences, "
              "as JSON Lines\n"},
    [SPLIT] = {"split", "[FILE]...", "plain text into sentences",
               "Prints one sentence a line and an empty line between "
               "paragraphs. Nothing\n"
               "is cleaned away: HTML stays as it stands. Without FILE, or "
               "where FILE is\n"
               "-, standard input is read.\n",
               "  kernsatz split < article.txt\n"
               "  kernsatz split --offsets article.txt         with the place "
               "in the file\n"},
    [CLEAN] = {"clean", "[PATH]...", "the text of articles without page junk",
               "Prints the title, an empty line and the paragraphs of each "
               "article, or as\n"
               "JSON Lines one object for each file, with its metadata. "
               "Without PATH, or\n"
               "where PATH is -, standard input is read.\n",
               "  kernsatz clean page.html\n"
               "  kernsatz clean --show-removed page.html      and what was "
               "left out, why\n"},
    [EXPLAIN] =
        {"explain", "BRIEF --sources=DIR [UNIT]",
         "why a sentence is in a brief, and who supports it",
         "Tells, in German, why a sentence is in a brief: where it stands, "
         "what was\n"
         "new in it, which sources support it or differ, what it displaced. "
         "BRIEF is\n"
         "a brief as JSON Lines or XLIFF, translated or not; UNIT is the id or "
         "the\n"
         "number of a sentence, 0 the title; without it all are told. The brief "
         "is\n"
         "made again from the articles in DIR with the options that JSON Lines "
         "state;\n"
         "for XLIFF give those of the run.\n",
         "  kernsatz explain brief.jsonl --sources=story/ 3\n"
         "  kernsatz explain brief.xlf --sources=story/ -w 120\n"},
    [CHECK] = {"check", "FILE...", "whether XLIFF files are valid",
               "Prints each fault of XLIFF 1.2, 2.0, 2.1 or 2.2 on a line, "
               "FILE:LINE: UNIT:\n"
               "text [rule], or as JSON Lines; nothing for a file that is "
               "valid. FILE may be\n"
               "- for standard input.\n",
               "  kernsatz check brief.xlf\n"
               "  kernsatz check --only=valid -f jsonl *.xlf   faults as JSON "
               "Lines\n"},
};

static const char status_text[] =
    "Exit status: 0 done; 1 done, but some input was skipped, damaged or "
    "could\n"
    "not be used in full; 2 called wrongly; 3 could not do it.\n";

const char *command_name(enum command c)
{
    return commands[c].name;
}

static void print_option(const struct option_row *o)
{
    enum { COLUMN = 26 };
    const char *line = o->help;
    int at;

    at = o->letter < 256 ? printf("  -%c, ", o->letter) : printf("      ");
    at += printf("--%s%s%s", o->name, o->value ? "=" : "",
                 o->value ? o->value : "");
    if (at >= COLUMN - 1) {
        putchar('\n');
        at = 0;
    }
    while (*line) {
        int len = (int)strcspn(line, "\n");

        printf("%*s%.*s\n", COLUMN - at, "", len, line);
        at = 0;
        line += len + (line[len] == '\n');
    }
}

static int finished(void)
{
    return output_finish() ? DONE : FAILED;
}

int help_command(enum command c)
{
    printf("Usage: kernsatz %s [OPTION]... %s\n%s\nOptions:\n",
           commands[c].name, commands[c].operands, commands[c].text);
    for (size_t i = 0; i < option_rows; i++)
        if (option_table[i].commands & 1u << c)
            print_option(&option_table[i]);
    printf("\nExamples:\n%s\n%s", commands[c].examples, status_text);
    return finished();
}

int help_general(void)
{
    puts("Usage: kernsatz COMMAND [OPTION]... [FILE]...\n"
         "Makes one brief of several German news articles about one event: "
         "sentences\n"
         "word for word, each with its sources.\n\nCommands:");
    for (int c = 0; c < COMMANDS; c++)
        printf("  %-8s%s\n", commands[c].name, commands[c].short_text);
    printf("\n'kernsatz COMMAND --help' tells the options of a command.\n"
           "'kernsatz --version' prints the version.\n\n"
           "Example:\n"
           "  kernsatz brief story/ -t en -o brief.xlf\n\n%s",
           status_text);
    return finished();
}

int help_version(void)
{
    printf("kernsatz %s\n", kernsatz_version());
    return finished();
}
