/*
 * model.h - the door of the plain data: articles on the way in, briefs on the
 * way out. No judgement lives here. The stage that fills a field is named beside
 * it, and nobody else writes it.
 */
#ifndef MODEL_H
#define MODEL_H

#include "base/base.h"

/* ---- where text comes from ------------------------------------------- */

/*
 * The way back from a text to the file as received. Piece i covers the text from
 * piece[i].text to piece[i+1].text (or to the end) and the LEN bytes of the file
 * from FILE on. Where both lengths are equal the piece is byte for byte, where
 * the file's is twice the text's it is two bytes a byte (ASCII in UTF-16);
 * otherwise (an entity, a converted character) it is one whole. LEN 0: the text
 * stands nowhere in the file.
 */
struct piece {
    uint32_t text, file, len;
};

struct origin {
    struct piece *piece;
    uint32_t npiece, cap;
    uint32_t end; /* length of the text covered so far */
};

/* Appends NTEXT bytes of text that come from LEN bytes at FILE. */
void origin_add(struct arena *m, struct origin *o, uint32_t ntext,
                uint32_t file, uint32_t len);

/* Appends what OF says of RANGE: the text was copied from there. */
void origin_copy(struct arena *m, struct origin *o, const struct origin *of,
                 struct span range);

/* The bytes of the file that RANGE (not empty) comes from, from the first to the
 * last; {0, 0} where it stands nowhere in the file. O(log n). */
struct span origin_file(const struct origin *o, struct span range);

/* ---- article --------------------------------------------------------- */

enum media { MEDIA_TEXT, MEDIA_MARKDOWN, MEDIA_HTML };

enum block_kind { BLOCK_PARAGRAPH, BLOCK_HEADING, BLOCK_ITEM, BLOCK_CELL,
                  BLOCK_PREFORMATTED, BLOCK_CAPTION };

/* What intake saw around a block. */
enum block_hint {
    HINT_NAV = 1,        /* nav, aside, footer, form; role navigation ... */
    HINT_NEGATIVE = 2,   /* a class or id of teasers, comments, adverts ... */
    HINT_POSITIVE = 4,   /* article, main, articleBody ... */
    HINT_HIDDEN = 8,     /* display:none, hidden */
    HINT_FIGURE = 16,    /* in figure or figcaption */
    HINT_HEADER = 32,    /* in header */
    HINT_BYLINE = 64,    /* a class of author, date, meta lines */
    HINT_BLANK_BEFORE = 128, /* plain text: an empty line stands before */
    HINT_TABLE = 256     /* in a table */
};

/* Why text_clean took a block away. 0: it stays. */
enum removal { REMOVED_NOT = 0, REMOVED_NAVIGATION, REMOVED_TEASER,
               REMOVED_COMMENT, REMOVED_CREDIT, REMOVED_TIME, REMOVED_BYLINE,
               REMOVED_COUNTER, REMOVED_TAGS, REMOVED_PROMOTION,
               REMOVED_SOURCES, REMOVED_REPEAT, REMOVED_CAPTION,
               REMOVED_HIDDEN, REMOVED_OFF_TOPIC, REMOVED_SHORT,
               REMOVED_SIGNOFF, REMOVED_METADATA, REMOVED_USER, REMOVED_KINDS };

/* One line of plain text or one block element of a page. */
struct block {
    struct span raw;        /* intake: in article.raw */
    uint8_t kind;           /* intake: enum block_kind */
    uint8_t level;          /* intake: 1 to 6 of a heading, depth of an item */
    uint8_t link;           /* intake: per cent of its characters in links */
    uint8_t removed;        /* text_clean: enum removal */
    uint16_t hints;         /* intake: enum block_hint */
    uint32_t parent;        /* intake: index in article.element; HTML only */
};

/* A page's element that holds blocks: the tree above them. Element 0 is the
 * root and its own parent. */
struct element {
    uint32_t parent;        /* intake: index */
    uint16_t hints;         /* intake: its own, not inherited */
    uint16_t depth;
};

struct meta {
    struct str title, outlet, author, url, lang, agency;
    struct date date;
};

/* Metadata candidates a page offers in its markup; clean chooses. */
enum paragraph_kind { PARA_TITLE, PARA_HEADING, PARA_TEXT, PARA_ITEM };

struct paragraph {
    struct span text;       /* in article.text */
    uint8_t kind;           /* enum paragraph_kind */
    uint32_t block;         /* the block it begins in */
    struct span sentence;   /* text_split: its sentences, indices */
};

/* What makes a sentence unfit to stand alone (text_tokens). */
enum open_reason { OPEN_NOT = 0, OPEN_WORD, OPEN_SPEECH, OPEN_QUOTE, OPEN_LIST,
                   OPEN_DEFINITE, OPEN_FORM };

enum sentence_flag {
    SENTENCE_QUESTION = 1,   /* ends in ? */
    SENTENCE_EXCLAIMED = 2,  /* ends in ! */
    SENTENCE_QUOTED = 4,     /* begins with a quotation mark */
    SENTENCE_ITEM = 8,       /* stands in a list */
    SENTENCE_FIRST_PERSON = 16,
    SENTENCE_DENIES = 32,    /* dementiert, bestreitet, nicht bestätigt ... */
    SENTENCE_PARA_START = 64
};

struct sentence {
    struct span text;       /* text_split: in article.text */
    uint32_t paragraph;     /* text_split */
    struct span token;      /* text_tokens: indices */
    struct span number;     /* text_tokens: indices in article.number */
    struct span time;       /* text_tokens: indices in article.time */
    uint32_t words;         /* text_tokens: white-space words */
    uint16_t flags;         /* text_tokens: enum sentence_flag */
    uint8_t open;           /* text_tokens: enum open_reason */
};

enum token_mark {
    TOKEN_CAPITAL = 1,      /* begins with a capital letter */
    TOKEN_DIGITS = 2,       /* holds a digit */
    TOKEN_PART = 4,         /* a part of the hyphenated token before it */
    TOKEN_FIRST = 8,        /* first word of its sentence */
    TOKEN_NUMBER = 16,      /* belongs to a number */
    TOKEN_NAME = 32         /* capital inside the sentence, no common noun */
};

/* A word: letters and digits, joined over an inner hyphen or apostrophe. Its
 * parts follow it with TOKEN_PART. */
struct token {
    uint32_t at;            /* in article.text */
    uint16_t len;
    uint16_t marks;         /* enum token_mark */
    uint32_t word;          /* id in the lexicon of lang */
};

enum number_class { NUMBER_COUNT, NUMBER_MONEY, NUMBER_PERCENT, NUMBER_LENGTH,
                    NUMBER_MASS, NUMBER_DATA, NUMBER_SPEED, NUMBER_DEGREE,
                    NUMBER_DURATION, NUMBER_CLOCK, NUMBER_DATE, NUMBER_YEAR,
                    NUMBER_ORDINAL, NUMBER_AGE, NUMBER_NAME };

enum number_hedge { HEDGE_NONE, HEDGE_ABOUT, HEDGE_ALMOST, HEDGE_MORE,
                    HEDGE_LEAST, HEDGE_MOST, HEDGE_UP_TO };

struct number {
    double value;           /* in the base unit: m, kg, byte, minute, ... */
    double until;           /* end of a range "zwei bis drei"; else = value */
    struct span text;       /* as written, with "rund", without the noun */
    struct span what;       /* the unit or counted noun as written */
    uint32_t sentence;      /* index */
    uint32_t head;          /* lexicon id of the noun; currency; 0: none */
    uint8_t class;          /* enum number_class */
    uint8_t hedge;          /* enum number_hedge */
};

/* A word that counts from the article's day: "gestern", "am Dienstag". */
struct timeword {
    struct span text;
    uint32_t sentence;
    struct date date;
};

struct article {
    struct arena *arena;
    struct str file;        /* engine: name below the common folder, escaped */
    struct str bytes;       /* intake: the file as received; unpacked */
    uint32_t limit;         /* intake: refused as too large: bytes allowed */
    const char *encoding;   /* intake: "UTF-8", "windows-1252", ... */
    enum media media;       /* intake */
    char sha256[65];        /* engine: of bytes, for a brief */
    struct meta given;      /* engine: from --meta; wins */
    struct meta markup;     /* intake: from markup, front matter, JSON-LD */
    struct meta meta;       /* text_clean: given, else markup, else text */
    struct str raw;         /* intake: visible text, UTF-8; blocks lie in it */
    struct origin raw_origin; /* intake */
    struct block *block;    /* intake */
    uint32_t nblock;
    struct element *element; /* intake */
    uint32_t nelement;
    struct str text;        /* text_clean: what stays, normalised (verbatim) */
    struct origin origin;   /* text_clean: text -> file */
    struct paragraph *paragraph; /* text_clean; [0] is the title, may be empty */
    uint32_t nparagraph;
    uint32_t nremoved;      /* text_clean: removed lines or blocks */
    uint32_t words, stops;  /* text_clean: words kept; function words of them */
    struct sentence *sentence; /* text_split; [0] is the title, may be empty;
                                  headings are not among them */
    uint32_t nsentence;     /* so the last sentence is number nsentence - 1 */
    struct token *token;    /* text_tokens */
    uint32_t ntoken;
    struct number *number;  /* text_tokens */
    uint32_t nnumber;
    struct timeword *time;  /* text_tokens */
    uint32_t ntime;
    uint32_t copy;          /* story: article (index) whose copy this is; own
                               index where it is original */
};

struct str article_text(const struct article *a, struct span range);
struct str article_sentence(const struct article *a, uint32_t sentence);

/* The outlet, or the file's base name where it is unknown. */
struct str article_outlet(const struct article *a);

/* ---- story: several articles on the way to one brief ------------------- */

enum input_state { INPUT_USED, INPUT_READ, INPUT_DUPLICATE, INPUT_SKIPPED };

/* A line of the ledger: one for each input file. */
struct input {
    struct str file;        /* as in article.file */
    uint8_t state;          /* enum input_state; USED or READ: by story */
    enum kernsatz_code reason; /* skipped: why */
    struct str text;        /* skipped: see kernsatz_code; duplicate: of */
};

/* A body sentence of the story. Rows are in the order of articles, then of
 * sentences; sentence 0 (the title) has no row. */
struct row {
    uint32_t article, sentence;
    double score;           /* rank: 0 to 1 after scaling, rounded to 1e-9 */
    bool chosen;            /* rank (pick), story (brief) */
};

struct story {
    struct arena *arena;
    struct str name;        /* engine */
    struct article **article; /* engine: sorted by file; source n is n - 1 */
    uint32_t narticle;
    struct input *input;    /* engine: sorted by file */
    uint32_t ninput;
    struct row *row;        /* story_rows() */
    uint32_t nrow;
    uint32_t *first;        /* first row of each article; [narticle] = nrow */
};

/* Fills row and first from the articles. */
void story_rows(struct story *s);

/* ---- brief ------------------------------------------------------------- */

enum role { ROLE_ORIGIN, ROLE_ALSO, ROLE_DIFFERS, ROLE_CONTEXT };

/* Where something is said. */
struct cite {
    uint8_t role;           /* enum role */
    uint32_t source;        /* number, 1 ... */
    uint32_t sentence;      /* number in its article; 0: the title */
    struct span bytes;      /* in the file; from == to: stands nowhere in it */
    struct str wording;     /* that source's own sentence; empty for ORIGIN */
    double likeness;        /* how alike, for explaining; 1 for ORIGIN */
};

/* What one source says about a matter on which sources differ. */
struct said {
    uint32_t source;        /* number */
    uint32_t group;         /* values of one group agree; 0: the brief's own */
    struct str value;       /* as that source has it */
};

struct conflict {
    struct str what;        /* unit or noun; Datum, Uhrzeit, Dauer */
    struct said *said;      /* by group, then source */
    uint32_t nsaid;
};

struct when {
    struct str words;       /* as in the sentence */
    struct date date;
};

/* A sentence that is not in the brief. */
struct left {
    struct str text;
    uint32_t source, sentence;
    struct span bytes;
};

/* Something spoken of: a word, or two that follow each other. */
struct concept {
    struct str words;
    uint32_t origins;       /* how many speak of it */
};

/* How a point came in. */
enum chosen_by { CHOSEN_TITLE, CHOSEN_LEAD, CHOSEN_COVER, CHOSEN_SCORE };

/* The repeats of a sentence that are kept. */
#define BEATEN 3

/* Why a sentence was taken, noted when it was. */
struct choice {
    uint8_t by;             /* enum chosen_by */
    bool filling;           /* poor style or open: there was nothing else */
    uint32_t rank;          /* 1 ...; as taken */
    double worth;           /* the largest of what was to be had */
    uint32_t paragraph;     /* number of its paragraph; 0: the title */
    struct concept *concept; /* new in the brief, of several origins; most
                                origins first */
    uint32_t nconcept;
    struct left beaten[BEATEN]; /* never taken, as they repeat it: best first */
    uint32_t nbeaten;       /* all of them */
    struct str *shared;     /* of each cite: its values that the point has */
};

/* A statement of the brief: one sentence, or the title. */
struct point {
    struct str id;          /* "k" + 12 hex digits (+ "-2" ...) */
    struct str text;
    double score;
    uint8_t section;        /* 0 none, 1 several sources, 2 one source */
    struct cite *cite;      /* origin, also, differs, context; each by source */
    uint32_t ncite;
    struct conflict *conflict;
    uint32_t nconflict;
    struct when *when;
    uint32_t nwhen;
    struct choice choice;
};

struct source {
    struct str file, outlet, title, url, author, encoding, sha256;
    struct date date;
    uint32_t sentences;     /* read */
    uint32_t used, also, differs; /* sentences of the brief it is named with */
    uint32_t removed;       /* lines of junk */
    uint32_t origin;        /* number of the source that this one copies, or its
                               own number */
};

struct brief {
    struct arena *arena;
    struct str story, lang, target, stamp; /* stamp, target: may be empty */
    bool copy_source;
    struct kernsatz_options options; /* engine: of the run; of its strings only
                               whether they were given */
    struct point title;     /* text empty: none known */
    struct point *point;
    uint32_t npoint;
    struct source *source;  /* source n is n - 1 */
    uint32_t nsource;
    struct left *left;      /* only one origin states it; best first */
    uint32_t nleft;
    struct input *input;    /* the ledger */
    uint32_t ninput;
    uint32_t words;
    uint32_t removed;       /* lines of junk in all sources */
};

#endif
