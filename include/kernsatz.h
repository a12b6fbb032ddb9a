/*
 * kernsatz.h - the front door of kernsatz.
 *
 * kernsatz reads German news articles about one event and makes one brief of
 * them: sentences word for word, each with the place where it stands, the
 * sources that say the same and those that differ.
 *
 * Conventions. All text is UTF-8. All offsets and lengths are bytes in the file
 * as it was received. A handle may be used by one thread at a time; different
 * handles may be used at once. The library never prints, never exits and reads
 * neither the locale nor the environment; remarks go to a listener.
 */
#ifndef KERNSATZ_H
#define KERNSATZ_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define KERNSATZ_API __attribute__((visibility("default")))
#else
#define KERNSATZ_API
#endif

#define KERNSATZ_VERSION "0.1.0"

/* What a call came to. */
enum kernsatz_status {
    KERNSATZ_OK = 0,
    KERNSATZ_NO_MEMORY,  /* an allocation failed; the handle can be closed */
    KERNSATZ_CANNOT_READ, /* a file or folder cannot be opened or read */
    KERNSATZ_CANNOT_WRITE, /* the sink or the output file refused */
    KERNSATZ_NOTHING,    /* no usable text in what was given */
    KERNSATZ_BAD_INPUT,  /* damaged, too large, not text, not an article */
    KERNSATZ_BAD_OPTION, /* an option's value is not allowed */
    KERNSATZ_OTHER_STORY /* kernsatz_add_record(): the next story begins */
};

/*
 * What happened to an input on the way. A remark is no failure: what can be
 * kept is kept. The names of the codes are the reasons; the caller words them.
 */
enum kernsatz_code {
    KERNSATZ_REMARK_NOT_UTF8 = 1,  /* text: name of the encoding taken */
    KERNSATZ_REMARK_REPAIRED,      /* number: double-encoded places repaired */
    KERNSATZ_REMARK_INVALID_BYTES, /* number: bytes that fit no encoding */
    KERNSATZ_REMARK_DAMAGED,       /* text: what is damaged in the file */
    KERNSATZ_REMARK_NO_DATE,       /* no date found */
    KERNSATZ_REMARK_TAG_BLANKED,   /* number: tags too long to parse, blanked */
    KERNSATZ_REMARK_BAD_PATTERN,   /* file: the expression; text: its fault */
    /* from here on the input was not used */
    KERNSATZ_SKIP_UNREADABLE = 100, /* text: the system's reason */
    KERNSATZ_SKIP_MISSING,         /* no such file or folder */
    KERNSATZ_SKIP_NOT_REGULAR,     /* device, FIFO, socket */
    KERNSATZ_SKIP_EMPTY,           /* no byte, or nothing but white space */
    KERNSATZ_SKIP_BINARY,          /* no text */
    KERNSATZ_SKIP_NO_ARTICLE,      /* a picture, a list, a page of links */
    KERNSATZ_SKIP_NO_PROSE,        /* text, but no sentence of an article */
    KERNSATZ_SKIP_NOT_GERMAN,      /* text: the language found, may be empty */
    KERNSATZ_SKIP_TOO_LARGE,       /* number: the limit in bytes */
    KERNSATZ_SKIP_DUPLICATE        /* text: the file of the same text */
};

struct kernsatz_remark {
    enum kernsatz_code code;
    const char *file;   /* as given by the caller; NULL where there is none */
    uint64_t line;      /* 1 ...; 0 where it has no meaning */
    const char *text;   /* see the code; NULL where it has no meaning */
    uint64_t number;    /* see the code; 0 where it has no meaning */
    int found;          /* 1: found in a folder, not named by the caller */
};

/*
 * Receives remarks while a call runs. What REMARK points to lives until TELL
 * returns. TELL may be NULL.
 */
struct kernsatz_listener {
    void (*tell)(void *context, const struct kernsatz_remark *remark);
    void *context;
};

/*
 * Takes output. WRITE is called with pieces in order and returns 0, or another
 * value to stop; the call then ends with KERNSATZ_CANNOT_WRITE.
 */
struct kernsatz_sink {
    int (*write)(void *context, const char *at, size_t len);
    void *context;
};

enum kernsatz_format {
    KERNSATZ_TEXT,     /* plain text */
    KERNSATZ_MARKDOWN, /* CommonMark */
    KERNSATZ_JSONL,    /* JSON Lines, one record a line */
    KERNSATZ_XLIFF12,  /* XLIFF 1.2, strict (OASIS Standard, 2008) */
    KERNSATZ_XLIFF20   /* XLIFF 2.0 (OASIS Standard, 2014) with mda metadata */
};

enum kernsatz_order { KERNSATZ_ORDER_STORY, KERNSATZ_ORDER_TIME,
                      KERNSATZ_ORDER_SCORE };

/*
 * How sentences are scored. KERNSATZ_SCORER_KERNSATZ: PageRank over the cosine
 * of stems with priors for position, title, support and form. The others are the
 * published methods: TextRank (Mihalcea and Tarau 2004), LexRank in its
 * continuous form (Erkan and Radev 2004), centroid (Radev and others 2004) and
 * the lead baseline.
 */
enum kernsatz_scorer { KERNSATZ_SCORER_KERNSATZ, KERNSATZ_SCORER_TEXTRANK,
                       KERNSATZ_SCORER_LEXRANK, KERNSATZ_SCORER_CENTROID,
                       KERNSATZ_SCORER_LEAD };

/* A brief's sections "Mehrere Quellen" and "Nur eine Quelle", behind its first
 * sentence: from 250 words on, always or never. A story of one source has
 * none. */
enum kernsatz_sections { KERNSATZ_SECTIONS_AUTO, KERNSATZ_SECTIONS_ALWAYS,
                         KERNSATZ_SECTIONS_NEVER };

/*
 * Options of a handle. kernsatz_options_init() sets the defaults. Strings are
 * copied by kernsatz_open(); NULL means none.
 */
struct kernsatz_options {
    /* Upper limits of a brief; 0 = no such limit. All that are set hold. */
    uint32_t words;        /* runs without white space; default 200 */
    uint32_t chars;        /* code points, one blank between sentences */
    uint32_t sentences;
    double ratio;          /* per cent of the words of the cleaned articles */
    const char *lang;      /* "de" (default), "de-AT", "de-CH" */
    const char *target_lang; /* BCP 47 (RFC 5646); default NULL */
    const char *date;      /* YYYY-MM-DDThh:mm:ssZ stamp; default NULL */
    int copy_source;       /* XLIFF: target = source, state new */
    enum kernsatz_order order;
    enum kernsatz_scorer scorer;
    uint32_t min_sources;  /* only what so many origins state; 0, 1: any */
    double max_share;      /* per cent of the limit that one source may give,
                              from two origins on and where others have enough;
                              default 60; 0: no such limit */
    const char *focus;     /* prefer sentences about these words; NULL: none */
    enum kernsatz_sections sections;
    /* Entries that are added to the built-in lists: one a line, UTF-8. */
    const char *stopwords;
    const char *abbreviations; /* optionally TAB never, may or number */
    /* Lines that are never, and that are always treated as junk: expressions of
     * PCRE2, found anywhere in a line; KEEP goes before DROP. */
    const char *keep, *drop;
};

typedef struct kernsatz kernsatz;
typedef struct kernsatz_brief kernsatz_brief;

/* Returns the version of the library, for instance "0.1.0"; static. */
KERNSATZ_API const char *kernsatz_version(void);

/* Returns a short English text for STATUS; static, never NULL. */
KERNSATZ_API const char *kernsatz_status_text(enum kernsatz_status status);

/* Sets all of OPTIONS to the defaults. */
KERNSATZ_API void kernsatz_options_init(struct kernsatz_options *options);

/*
 * Makes libxml2 use an allocator that ends the process with exit status 3 and
 * one line on standard error when memory runs out: libxml2's HTML parser may
 * loop for ever otherwise. For programs, once, before any other call; a program
 * that embeds the library may leave it alone.
 */
KERNSATZ_API void kernsatz_guard_memory(void);

/*
 * Opens a handle with OPTIONS (NULL: the defaults) and LISTENER (NULL: none)
 * and stores it in *HANDLE, to be closed with kernsatz_close(). Returns
 * KERNSATZ_BAD_OPTION where a value is not allowed, KERNSATZ_NO_MEMORY; *HANDLE
 * is NULL then.
 */
KERNSATZ_API enum kernsatz_status
kernsatz_open(const struct kernsatz_options *options,
              const struct kernsatz_listener *listener, kernsatz **handle);

/* Closes HANDLE; NULL is allowed. Briefs made with it stay usable. */
KERNSATZ_API void kernsatz_close(kernsatz *handle);

/*
 * Adds one article to the story at hand: a file, or the LEN bytes at BYTES under
 * the name NAME (bytes are copied). Skipped input is told to the listener, is
 * noted in the ledger and is no failure (KERNSATZ_OK); KERNSATZ_NO_MEMORY.
 */
KERNSATZ_API enum kernsatz_status kernsatz_add_file(kernsatz *handle,
                                                    const char *path);
KERNSATZ_API enum kernsatz_status kernsatz_add_bytes(kernsatz *handle,
                                                     const char *name,
                                                     const void *bytes,
                                                     size_t len);

/*
 * Adds the article in LINE, a JSON object of LEN bytes with the fields text or
 * html, and id, outlet, date, url, title, author where they are known. Its
 * source is named by its id, else by NAME (with GROUP_BY: by its number in the
 * story). Offsets count from the start of LINE.
 * GROUP_BY (NULL: all are one story) names a field; where its value is another
 * than that of the records before, nothing is added and KERNSATZ_OTHER_STORY is
 * returned: make the brief, call kernsatz_clear() and add LINE again.
 * KERNSATZ_BAD_INPUT: no JSON object, or one without GROUP_BY; *FAULT (FAULT may
 * be NULL) then says in static English what is wrong.
 */
KERNSATZ_API enum kernsatz_status
kernsatz_add_record(kernsatz *handle, const char *name, const void *line,
                    size_t len, const char *group_by, const char **fault);

/*
 * Adds all articles that lie directly in folder PATH, and its meta.tsv or
 * meta.csv. Names that begin with a dot and README* are passed over. X.json
 * beside X.txt, X.md or X.html holds metadata of that article. Returns
 * KERNSATZ_CANNOT_READ when the folder cannot be read.
 */
KERNSATZ_API enum kernsatz_status kernsatz_add_folder(kernsatz *handle,
                                                      const char *path);

/*
 * Reads a table of metadata (CSV, or TSV by its first line) with the columns
 * file, outlet, title, date, url, author; it wins over X.json beside an article,
 * that over the fields of a JSON article or the markup, those over the text. Call it before or after the articles were added. Returns
 * KERNSATZ_CANNOT_READ, KERNSATZ_BAD_INPUT.
 */
KERNSATZ_API enum kernsatz_status kernsatz_add_meta(kernsatz *handle,
                                                    const char *path);

/* Forgets the articles added so far; the handle is as new. */
KERNSATZ_API void kernsatz_clear(kernsatz *handle);

/*
 * Makes one brief of the articles added and stores it in *BRIEF, to be freed
 * with kernsatz_brief_free(). The order in which the articles were added does
 * not matter. KERNSATZ_NOTHING: no article could be used, or no sentence has
 * min_sources origins.
 */
KERNSATZ_API enum kernsatz_status kernsatz_make_brief(kernsatz *handle,
                                                      kernsatz_brief **brief);

/* Frees BRIEF; NULL is allowed. */
KERNSATZ_API void kernsatz_brief_free(kernsatz_brief *brief);

/* Writes BRIEF in FORMAT to SINK. */
KERNSATZ_API enum kernsatz_status
kernsatz_brief_write(const kernsatz_brief *brief, enum kernsatz_format format,
                     const struct kernsatz_sink *sink);

/*
 * What a brief that was written says of the run that made it. JSON Lines state
 * the options that are not the default; of the user's lists and expressions only
 * that there were some.
 */
struct kernsatz_run {
    int stated;          /* 0: the form does not state options (XLIFF) */
    int stopwords, abbreviations, keep, drop, focus;
};

/*
 * Reads the brief in the LEN bytes at BYTES (JSON Lines, XLIFF 1.2 or 2.0) for
 * what it says of its run. Those of OPTIONS that are at their defaults are set
 * to what it states. KERNSATZ_BAD_INPUT: it is no brief.
 */
KERNSATZ_API enum kernsatz_status
kernsatz_read_run(const void *bytes, size_t len,
                  struct kernsatz_options *options, struct kernsatz_run *run);

/* What kernsatz_explain() is to tell. */
struct kernsatz_explaining {
    const void *bytes;   /* the brief that was written: JSON Lines or XLIFF */
    size_t len;
    const char *unit;    /* its id or number, 0: the title; NULL: all units */
    uint32_t differ;     /* set: units that BRIEF does not have, or has more */
};

/*
 * Tells in German why the units of a brief that was written are in it, what
 * supports them and what they displaced. BRIEF is the same brief made again from
 * the same articles with the same options. KERNSATZ_BAD_INPUT: BYTES are no
 * brief; KERNSATZ_NOTHING: it has no such unit.
 */
KERNSATZ_API enum kernsatz_status
kernsatz_explain(const kernsatz_brief *brief, struct kernsatz_explaining *what,
                 const struct kernsatz_sink *sink);

/* One sentence of a brief. Strings belong to the brief. */
struct kernsatz_sentence {
    const char *id;      /* "k" and 12 hex digits of SHA-256 of the text */
    const char *text;    /* word for word as in the source */
    const char *file;    /* where it stands */
    uint64_t offset;     /* in bytes of the file as received */
    uint64_t length;
    uint32_t source;     /* number of the source, 1 ... */
    uint32_t also;       /* how many further sources say the same */
    uint32_t conflicts;  /* how many statements of it others contradict */
};

/* Returns the number of sentences of BRIEF, without its title. */
KERNSATZ_API size_t kernsatz_brief_count(const kernsatz_brief *brief);

/* Stores sentence N (0 ...) in *SENTENCE; KERNSATZ_NOTHING beyond the last. */
KERNSATZ_API enum kernsatz_status
kernsatz_brief_sentence(const kernsatz_brief *brief, size_t n,
                        struct kernsatz_sentence *sentence);

/* What became of the input files; the first is the sum of the other four. */
struct kernsatz_ledger {
    uint32_t files, used, read, duplicates, skipped;
    uint32_t removed;    /* lines of junk removed */
};

/* Stores the sums over the files of BRIEF in *LEDGER. */
KERNSATZ_API void kernsatz_brief_ledger(const kernsatz_brief *brief,
                                        struct kernsatz_ledger *ledger);

/* What kernsatz_pick(), _clean(), _split() and _check() print. */
struct kernsatz_listing {
    enum kernsatz_format format; /* text or JSON Lines */
    int all;             /* pick: all sentences; clean: removed lines too */
    int offsets;         /* split: START TAB LENGTH TAB SENTENCE */
};

/*
 * Prints the key sentences of each article added, by itself; the limits of the
 * handle hold for each article. KERNSATZ_NOTHING: no article could be used.
 */
KERNSATZ_API enum kernsatz_status
kernsatz_pick(kernsatz *handle, const struct kernsatz_listing *listing,
              const struct kernsatz_sink *sink);

/* Prints the cleaned text and the metadata of each article added. */
KERNSATZ_API enum kernsatz_status
kernsatz_clean(kernsatz *handle, const struct kernsatz_listing *listing,
               const struct kernsatz_sink *sink);

/*
 * Splits the LEN bytes of plain text at BYTES into sentences, one a line, an
 * empty line between paragraphs. Nothing is cleaned away. NAME is used in
 * remarks. The spans and what lies between them give BYTES again.
 */
KERNSATZ_API enum kernsatz_status
kernsatz_split(kernsatz *handle, const char *name, const void *bytes,
               size_t len, const struct kernsatz_listing *listing,
               const struct kernsatz_sink *sink);

/*
 * Checks whether the LEN bytes of XLIFF (1.2, 2.0, 2.1 or 2.2) at BYTES are
 * valid and prints each fault on a line, FILE:LINE: UNIT: text [rule], FILE
 * being NAME, or as a record of JSON Lines. KERNSATZ_BAD_INPUT: there is at
 * least one fault; KERNSATZ_OK: the file is valid, nothing was printed.
 */
KERNSATZ_API enum kernsatz_status
kernsatz_check(kernsatz *handle, const char *name, const void *bytes,
               size_t len, const struct kernsatz_listing *listing,
               const struct kernsatz_sink *sink);

/*
 * Writes the LEN bytes at BYTES to file PATH, completely or not at all:
 * temporary file in the same folder, fsync, rename. A device, FIFO or link that
 * stands there is written in place. KERNSATZ_CANNOT_WRITE: errno has the reason.
 */
KERNSATZ_API enum kernsatz_status
kernsatz_write_file(const char *path, const void *bytes, size_t len);

#ifdef __cplusplus
}
#endif

#endif
