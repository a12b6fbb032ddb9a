/*
 * options.c - the table of all options and what each sets. arguments.c reads by
 * it and help.c prints it, so that what a command takes and what its help says
 * cannot differ.
 */
#include "cli.h"
#include <string.h>

#define ALL (ON(BRIEF) | ON(PICK) | ON(SPLIT) | ON(CLEAN) | ON(EXPLAIN))
#define MAKING (ON(BRIEF) | ON(EXPLAIN)) /* a brief */

#define EVERY (ALL | ON(CHECK))

/* Long options without a letter. */
enum {
    DATE = OPTION_VERSION + 1,
    META,
    COPY_SOURCE,
    ORDER,
    SCORER,
    MIN_SOURCES,
    MAX_SHARE,
    FOCUS,
    SECTIONS,
    STOPWORDS,
    ABBREVIATIONS,
    OFFSETS,
    KEEP,
    DROP,
    FROM,
    GROUP_BY,
    SHOW_REMOVED,
    SCORES,
    SOURCES,
    ONLY
};

/* ---- setting ------------------------------------------------------------ */

static bool set_output(struct request *r, const char *v)
{
    r->output = strcmp(v, "-") ? v : NULL;
    return *v != 0;
}

static bool set_words(struct request *r, const char *v)
{
    r->limited = true;
    return value_count(v, &r->options.words);
}

static bool set_chars(struct request *r, const char *v)
{
    r->limited = true;
    return value_count(v, &r->options.chars);
}

static bool set_sentences(struct request *r, const char *v)
{
    r->limited = true;
    return value_count(v, &r->options.sentences);
}

static bool set_ratio(struct request *r, const char *v)
{
    r->limited = true;
    return value_percent(v, &r->options.ratio);
}

static bool set_formats(struct request *r, const char *v)
{
    return value_formats(v, r);
}

/* pick and clean: one of text and JSON Lines. */
static bool set_listing(struct request *r, const char *v)
{
    return value_formats(v, r) && r->nformat == 1 &&
           (r->format[0] == KERNSATZ_TEXT || r->format[0] == KERNSATZ_JSONL);
}

static bool set_lang(struct request *r, const char *v)
{
    r->options.lang = v;
    return *v != 0;
}

static bool set_target(struct request *r, const char *v)
{
    r->options.target_lang = v;
    return *v != 0;
}

static bool set_date(struct request *r, const char *v)
{
    r->options.date = v;
    return *v != 0;
}

static bool set_meta(struct request *r, const char *v)
{
    r->meta = v;
    return *v != 0;
}

static bool set_from(struct request *r, const char *v)
{
    static const char *const names[] = {"files", "jsonl", NULL};
    int i = value_place(v, names);

    r->records = i == 1;
    return i >= 0;
}

static bool set_group_by(struct request *r, const char *v)
{
    r->group_by = v;
    return *v != 0;
}

static bool set_keep(struct request *r, const char *v)
{
    r->options.keep = v;
    return *v != 0;
}

static bool set_drop(struct request *r, const char *v)
{
    r->options.drop = v;
    return *v != 0;
}

static bool set_sources(struct request *r, const char *v)
{
    r->sources = v;
    return *v != 0;
}

static bool set_stopwords(struct request *r, const char *v)
{
    r->stopwords = v;
    return *v != 0;
}

static bool set_abbreviations(struct request *r, const char *v)
{
    r->abbreviations = v;
    return *v != 0;
}

static bool set_order(struct request *r, const char *v)
{
    static const char *const names[] = {"story", "time", "score", NULL};
    int i = value_place(v, names);

    if (i >= 0)
        r->options.order = (enum kernsatz_order)i;
    return i >= 0;
}

static bool set_scorer(struct request *r, const char *v)
{
    static const char *const names[] = {"kernsatz", "textrank", "lexrank",
                                        "centroid", "lead",     NULL};
    int i = value_place(v, names);

    if (i >= 0)
        r->options.scorer = (enum kernsatz_scorer)i;
    return i >= 0;
}

static bool set_min_sources(struct request *r, const char *v)
{
    return value_count(v, &r->options.min_sources);
}

static bool set_max_share(struct request *r, const char *v)
{
    return value_percent(v, &r->options.max_share);
}

static bool set_focus(struct request *r, const char *v)
{
    r->options.focus = v;
    return *v != 0;
}

static bool set_sections(struct request *r, const char *v)
{
    static const char *const names[] = {"auto", "always", "never", NULL};
    int i = value_place(v, names);

    if (i >= 0)
        r->options.sections = (enum kernsatz_sections)i;
    return i >= 0;
}

static bool set_copy_source(struct request *r, const char *v)
{
    (void)v;
    r->options.copy_source = 1;
    return true;
}

static bool set_offsets(struct request *r, const char *v)
{
    (void)v;
    r->offsets = true;
    return true;
}

/* Other parts are not built yet. */
static bool set_only(struct request *r, const char *v)
{
    (void)r;
    return !strcmp(v, "valid");
}

static bool set_all(struct request *r, const char *v)
{
    (void)v;
    r->all = true;
    return true;
}

static bool set_quiet(struct request *r, const char *v)
{
    (void)v;
    r->loud = -1;
    return true;
}

static bool set_verbose(struct request *r, const char *v)
{
    (void)v;
    r->loud = 1;
    return true;
}

/* ---- the table ---------------------------------------------------------- */

#define COUNT "a whole number from 1 to 4294967295"

/* In the order of --help. */
const struct option_row option_table[] = {
    {"output", 'o', "FILE", EVERY, set_output,
     "write FILE, completely or not at all; a device, FIFO\n"
     "or link is written in place (default: standard output)",
     "the name of a file"},
    {"sources", SOURCES, "DIR", ON(EXPLAIN), set_sources,
     "the articles that the brief was made of: their folder",
     "the name of a folder"},
    {"format", 'f', "NAME[,NAME]", ON(BRIEF), set_formats,
     "text, md, jsonl, xliff (1.2) or xliff2 (2.0); several\n"
     "append .txt .md .jsonl .xlf .2.xlf to the FILE of -o\n"
     "(default: by the suffix of FILE, else text)",
     "text, md, jsonl, xliff, xliff2, each at most once"},
    {"format", 'f', "NAME", ON(PICK) | ON(CLEAN) | ON(CHECK), set_listing,
     "text or jsonl (default: by the suffix of FILE, else\n"
     "text)",
     "text or jsonl"},
    {"words", 'w', "N", MAKING, set_words, "at most N words (default: 200)",
     COUNT},
    {"words", 'w', "N", ON(PICK), set_words, "at most N words of each article",
     COUNT},
    {"chars", 'c', "N", MAKING | ON(PICK), set_chars,
     "at most N characters, counting one blank between\n"
     "sentences",
     COUNT},
    {"sentences", 'n', "N", MAKING | ON(PICK), set_sentences,
     "at most N sentences", COUNT},
    {"ratio", 'r', "P%", MAKING, set_ratio,
     "at most P per cent of the words of the articles",
     "a number above 0, up to 100, as in 7.5%"},
    {"ratio", 'r', "P%", ON(PICK), set_ratio,
     "at most P per cent of the words of each article\n"
     "(default: 20%)",
     "a number above 0, up to 100, as in 7.5%"},
    {"order", ORDER, "NAME", MAKING, set_order,
     "story, time or score (default: story)", "story, time or score"},
    {"sections", SECTIONS, "WHEN", MAKING, set_sections,
     "what several sources say apart from what one does:\n"
     "auto (from 250 words on), always or never (default:\n"
     "auto)",
     "auto, always or never"},
    {"min-sources", MIN_SOURCES, "N", MAKING, set_min_sources,
     "only statements of N or more origins (default: 1)", COUNT},
    {"max-share", MAX_SHARE, "P%", MAKING, set_max_share,
     "no source gives more than P per cent of the words,\n"
     "where the others have enough (default: 60%)",
     "a number above 0, up to 100, as in 60%"},
    {"focus", FOCUS, "WORDS", MAKING, set_focus,
     "prefer sentences about these words", "one word or more"},
    {"scorer", SCORER, "NAME", MAKING | ON(PICK), set_scorer,
     "kernsatz, textrank, lexrank, centroid or lead\n"
     "(default: kernsatz)",
     "kernsatz, textrank, lexrank, centroid or lead"},
    {"scores", SCORES, NULL, ON(PICK), set_all,
     "all sentences, with their scores", NULL},
    {"offsets", OFFSETS, NULL, ON(SPLIT), set_offsets,
     "START TAB LENGTH TAB SENTENCE, in bytes of the file as\n"
     "received, without empty lines",
     NULL},
    {"show-removed", SHOW_REMOVED, NULL, ON(CLEAN), set_all,
     "also the removed lines, as REASON TAB LINE", NULL},
    {"only", ONLY, "PART", ON(CHECK), set_only,
     "valid: whether the file is valid XLIFF (default: all\n"
     "parts, of which this is the only one yet)",
     "valid"},
    {"lang", 'l', "TAG", ALL, set_lang, "de, de-AT or de-CH (default: de)",
     "de, de-AT or de-CH"},
    {"target-lang", 't', "TAG", ON(BRIEF), set_target,
     "language to translate into (XLIFF), as in en or pt-BR\n"
     "(default: none named)",
     "a language tag of BCP 47, as in en or pt-BR"},
    {"copy-source", COPY_SOURCE, NULL, ON(BRIEF), set_copy_source,
     "XLIFF: put the source into the target, for OmegaT\n"
     "before 6; xliff2 needs -t then",
     NULL},
    {"from", FROM, "NAME", ON(BRIEF) | ON(PICK) | ON(CLEAN), set_from,
     "files, or jsonl: each line of PATH is an article, a\n"
     "JSON object with text or html, title, date, outlet,\n"
     "url, author, id (default: files)",
     "files or jsonl"},
    {"group-by", GROUP_BY, "FIELD", ON(BRIEF), set_group_by,
     "with --from=jsonl: one brief for each run of lines\n"
     "with the same FIELD, written before the next is read",
     "the name of a field"},
    {"meta", META, "FILE", MAKING | ON(PICK) | ON(CLEAN), set_meta,
     "CSV or TSV with the columns file, outlet, title, date,\n"
     "url, author; wins over what the articles say",
     "the name of a file"},
    {"keep", KEEP, "REGEX", MAKING | ON(PICK) | ON(CLEAN), set_keep,
     "lines in which REGEX (PCRE2) matches are never junk",
     "a regular expression"},
    {"drop", DROP, "REGEX", MAKING | ON(PICK) | ON(CLEAN), set_drop,
     "lines in which REGEX matches are always junk, unless\n"
     "--keep matches, too",
     "a regular expression"},
    {"date", DATE, "STAMP", ON(BRIEF), set_date,
     "date of the brief, as in 2026-03-06T08:00:00Z\n"
     "(default: none)",
     "YYYY-MM-DDThh:mm:ssZ"},
    {"stopwords", STOPWORDS, "FILE", MAKING | ON(PICK), set_stopwords,
     "further stop words, one a line", "the name of a file"},
    {"abbreviations", ABBREVIATIONS, "FILE", MAKING | ON(PICK) | ON(SPLIT),
     set_abbreviations,
     "further abbreviations, one a line; behind a TAB stands\n"
     "whether it ends a sentence: never, may or number (not\n"
     "before a number)",
     "the name of a file"},
    {"quiet", 'q', NULL, EVERY, set_quiet,
     "say only what makes the exit status other than 0", NULL},
    {"verbose", 'v', NULL, EVERY, set_verbose, "say more", NULL},
    {"help", OPTION_HELP, NULL, EVERY, NULL, "print this text", NULL},
    {"version", OPTION_VERSION, NULL, EVERY, NULL, "print the version", NULL},
};

const size_t option_rows = sizeof option_table / sizeof *option_table;

_Static_assert(sizeof option_table / sizeof *option_table <= OPTIONS_MAX,
               "arguments.c has room for OPTIONS_MAX options");
