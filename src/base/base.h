/*
 * base.h - the door of the lowest room: memory, bytes, UTF-8, hashes, days and
 * files. It knows nothing of articles.
 */
#ifndef BASE_H
#define BASE_H

#include <kernsatz.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- views ---------------------------------------------------------- */

/* A view of bytes; it never owns them and need not end in NUL. */
struct str {
    const char *at;
    size_t len;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})

/* A half-open range of bytes in some text. */
struct span {
    uint32_t from, to;
};

/* No text handled here is longer; larger files are refused by intake. */
#define TEXT_MAX ((uint32_t)1 << 30)

struct str str_of(const char *zero_ended);
struct str str_cut(struct str s, size_t from, size_t to); /* clamped */
struct str str_span(struct str s, struct span range);
struct str str_trim(struct str s); /* ASCII white space off both ends */
bool str_same(struct str a, struct str b);
int str_order(struct str a, struct str b); /* by bytes, like memcmp */
bool str_starts(struct str s, struct str with);
bool str_ends(struct str s, struct str with);
size_t str_find(struct str s, struct str what, size_t from); /* s.len: none */
uint64_t str_hash(struct str s);

/* ---- memory --------------------------------------------------------- */

/*
 * Where running out of memory leaves to. Set by guarded() in engine; every arena
 * of a handle points at the same one.
 */
struct escape {
    jmp_buf *way_out;
};

/*
 * An arena owns everything made for an article, a brief or a step. Memory is
 * zeroed and aligned for any type; nothing is freed singly. When memory runs out
 * the call does not return but jumps to the escape's way out.
 */
struct arena;

struct arena *arena_new(struct escape *escape);
void arena_free(struct arena *arena); /* NULL is allowed */
void *arena_get(struct arena *arena, size_t size);

/* Room for N elements of SIZE bytes; N * SIZE is checked. */
void *arena_array(struct arena *arena, size_t n, size_t size);

/*
 * Makes room for one element more: returns ARRAY, or a larger copy with *CAP
 * updated. Append with
 *     v = arena_more(m, v, n, &cap, sizeof *v);
 *     v[n++] = element;
 * New room is zeroed. Only the arena's newest copy is valid afterwards.
 */
void *arena_more(struct arena *arena, void *array, size_t n, uint32_t *cap,
                 size_t size);

/* HANDLE is closed with CLOSE when the arena goes, or at once on failure. */
void arena_own(struct arena *arena, void *handle, void (*close)(void *));

/* Leaves for want of memory, when a foreign library ran out of it. */
_Noreturn void arena_out(struct arena *arena);

/* Bytes that ARENA holds; none where it is NULL. */
size_t arena_size(const struct arena *arena);

/* A copy of S in the arena, with a NUL behind its end. */
struct str arena_copy(struct arena *arena, struct str s);

/* The escape that ARENA leaves by, to make another arena of the same handle. */
struct escape *arena_escape(struct arena *arena);

/* ---- growing text --------------------------------------------------- */

struct buf {
    struct arena *arena;
    char *at;
    size_t len, cap;
};

struct buf buf_new(struct arena *arena);
void buf_add(struct buf *b, struct str s);
void buf_text(struct buf *b, const char *zero_ended);
void buf_byte(struct buf *b, char c);
void buf_code(struct buf *b, uint32_t code_point); /* as UTF-8 */
void buf_number(struct buf *b, uint64_t n);
void buf_score(struct buf *b, double score); /* six decimals, point */
struct str buf_str(const struct buf *b);

/* ---- map from text to a number -------------------------------------- */

/* Keys are not copied and must outlive the map. */
struct map {
    struct arena *arena;
    struct map_slot *slot;
    struct map_entry *entry;
    uint32_t n, cap, room; /* entries; slots; room for entries */
};

struct map map_new(struct arena *arena, uint32_t expected);

/* The place of KEY's number; where KEY is new it is added, *ADDED is set and
 * the number is 0. The pointer is valid until the next map_put(). */
uint32_t *map_put(struct map *map, struct str key, bool *added);

/* The place of KEY's number, or NULL. */
const uint32_t *map_find(const struct map *map, struct str key);

/* ---- UTF-8 (RFC 3629) ------------------------------------------------ */

/*
 * The code point at P (P < END; the text is valid UTF-8) and its length in
 * bytes. In text that is not valid, U+FFFD and 1.
 */
uint32_t utf8_next(const char *p, const char *end, unsigned *len);

/* The code point before P (P > START) and its length in bytes. */
uint32_t utf8_before(const char *p, const char *start, unsigned *len);

bool utf8_valid(struct str s);
size_t utf8_invalid_at(struct str s); /* first invalid byte; s.len: none */
unsigned utf8_put(uint32_t code_point, char out[4]); /* bytes written */
size_t utf8_count(struct str s); /* code points */

/* By Unicode: White_Space; general categories L*, Lu + Lt, Ll, N*, M*. */
bool code_is_space(uint32_t c);
bool code_is_letter(uint32_t c);
bool code_is_upper(uint32_t c);
bool code_is_lower(uint32_t c);
bool code_is_digit(uint32_t c); /* Nd */
bool code_is_mark(uint32_t c);
bool code_is_word(uint32_t c); /* letter, digit or mark */

/* U+00AD, 200B, 2060 and FEFF: never seen, dropped from verbatim text. */
bool code_is_invisible(uint32_t c);

/* Allowed by XML 1.0 (production 2, Char). */
bool code_is_xml(uint32_t c);

/* NFC and simple lower case, word by word. */
struct str utf8_nfc(struct arena *arena, struct str s);
struct str utf8_lower(struct arena *arena, struct str s); /* NFC, lower */
uint32_t code_lower(uint32_t c);

/* Runs without White_Space. */
uint32_t utf8_words(struct str s);

/* ---- hash (FIPS 180-4) ----------------------------------------------- */

void sha256(struct str s, uint8_t digest[32]);
void sha256_hex(struct str s, char hex[65]);

/* ---- days ------------------------------------------------------------ */

/* A day of the Gregorian calendar; year 0: unknown; day 0: month only. */
struct date {
    int16_t year;
    uint8_t month, day;
};

bool date_known(struct date d);           /* year, month and day */
bool date_valid(struct date d);           /* exists in the calendar */
int32_t date_days(struct date d);         /* days since 1970-01-01 */
struct date date_from_days(int32_t days);
int date_weekday(struct date d);          /* 0 Monday ... 6 Sunday */
int date_order(struct date a, struct date b);

/* ---- files ------------------------------------------------------------ */

enum file_result { FILE_READ, FILE_MISSING, FILE_NOT_REGULAR, FILE_TOO_LARGE,
                   FILE_FAILED };

/* Reads PATH ("-": standard input) whole, without ever blocking on a FIFO. On
 * FILE_FAILED *WHY is the errno. */
enum file_result file_read(struct arena *arena, const char *path,
                           size_t limit, struct str *bytes, int *why);

/* See kernsatz_write_file(). 0, or the errno. */
int file_write(const char *path, struct str bytes);

/* The names in folder PATH in the order of their bytes, without . and .. */
struct names {
    struct str *name;
    uint32_t n;
};

int file_list(struct arena *arena, const char *path, struct names *names);
bool file_is_folder(const char *path); /* follows links */

#endif
