/*
 * brief_by_hand.h - a brief made by hand, with everything that a writer may
 * meet; and one with next to nothing.
 */
#ifndef BRIEF_BY_HAND_H
#define BRIEF_BY_HAND_H

#include "format/format.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

/* Signs of XML, Markdown and JSON, a tab, a bidi mark, one beyond the BMP. */
#define AWKWARD "Am \"*Nord*\" <West> gilt 3 > 2 & mehr ]]> \xf0\x9f\x8c\x8a\t" \
                "\xe2\x80\xae.x\\y"

#define INITIALS(text) {(text), sizeof(text) - 1}

struct by_hand {
    struct escape escape;
    jmp_buf out;
    struct brief b;
    struct cite cites[4][8];
    struct conflict conflict[2];
    struct said said[2][4];
    struct when when[2];
    struct point point[4];
    struct source source[5];
    struct left left[3];
    struct input input[7];
};

/* Source 2 copies 1, source 5 copies 3; little is known of 3 and 4. */
static inline void hand_sources(struct by_hand *h)
{
    static const struct source sources[5] = {
        {.file = INITIALS("a*a.txt"), .outlet = INITIALS("Ufer & Co."),
         .title = INITIALS("Tor <klemmt>"),
         .url = INITIALS("https://ufer.example/a?b=1&c=(2)"),
         .encoding = INITIALS("UTF-8"), .sha256 = INITIALS("aa"),
         .date = {2026, 1, 30}, .sentences = 9, .used = 1, .origin = 1},
        {.file = INITIALS("b.html"), .outlet = INITIALS("Marschblatt"),
         .title = INITIALS("Sperrwerk: Tor klemmt"),
         .encoding = INITIALS("windows-1252"), .sha256 = INITIALS("bb"),
         .date = {2026, 1, 31}, .sentences = 8, .also = 1, .origin = 1},
        {.file = INITIALS("sub/c.txt"), .encoding = INITIALS("UTF-8"),
         .sha256 = INITIALS("cc"), .sentences = 1, .used = 1, .also = 1,
         .origin = 3},
        {.file = INITIALS("d.txt"), .outlet = INITIALS("Radio *Nord*"),
         .title = INITIALS("Flut"), .encoding = INITIALS("UTF-8"),
         .sha256 = INITIALS("dd"), .date = {2026, 2, 0}, .sentences = 7,
         .used = 1, .also = 2, .differs = 1, .removed = 1, .origin = 4},
        {.file = INITIALS("e_e.txt"), .url = INITIALS("https://e.example/"),
         .encoding = INITIALS("UTF-8"), .sha256 = INITIALS("ee"),
         .date = {2026, 2, 2}, .sentences = 2, .also = 2, .differs = 2,
         .origin = 3}};

    memcpy(h->source, sources, sizeof sources);
    h->b.source = h->source;
    h->b.nsource = COUNT(sources);
}

static inline struct cite hand_cite(enum role role, uint32_t source,
                                    uint32_t sentence, struct span bytes,
                                    const char *wording)
{
    return (struct cite){(uint8_t)role, source, sentence, bytes,
                         str_of(wording), 1};
}

static inline void hand_title(struct by_hand *h)
{
    struct cite *c = h->cites[0];

    c[0] = hand_cite(ROLE_ORIGIN, 1, 0, (struct span){0, 0}, "");
    c[1] = hand_cite(ROLE_ALSO, 4, 2, (struct span){20, 45},
                     "Das Tor klemmt & klemmt.");
    h->b.title = (struct point){.id = STR("k00000000000a"),
                                .text = STR("Tor <klemmt>"),
                                .cite = c, .ncite = 2};
}

/* Stated by 1 and 2, by 3 and 5; 4 differs in two matters. */
static inline void hand_first(struct by_hand *h)
{
    struct cite *c = h->cites[1];

    c[0] = hand_cite(ROLE_ORIGIN, 1, 1, (struct span){30, 120}, "");
    c[1] = hand_cite(ROLE_ALSO, 2, 1, (struct span){400, 490}, "");
    c[2] = hand_cite(ROLE_ALSO, 3, 1, (struct span){0, 40},
                     "Am 30. Januar klemmte es: 1,2 Mio. Euro.");
    c[3] = hand_cite(ROLE_ALSO, 5, 2, (struct span){50, 60}, "Es klemmte.");
    c[4] = hand_cite(ROLE_DIFFERS, 4, 3, (struct span){46, 80},
                     "Zwei Tore, rund zwei Millionen.");
    h->said[0][0] = (struct said){1, 0, STR("1,2 Mio.")};
    h->said[0][1] = (struct said){3, 0, STR("1,2 Mio.")};
    h->said[0][2] = (struct said){4, 1, STR("rund zwei Millionen")};
    h->said[1][0] = (struct said){1, 0, STR("Ein")};
    h->said[1][1] = (struct said){4, 1, STR("Zwei")};
    h->conflict[0] = (struct conflict){STR("Euro"), h->said[0], 3};
    h->conflict[1] = (struct conflict){STR("Tor"), h->said[1], 2};
    h->when[0] = (struct when){STR("am Freitag"), {2026, 1, 30}};
    h->when[1] = (struct when){STR("im Mai"), {2026, 5, 0}};
    h->point[0] = (struct point){
        .id = STR("k00000000000b"),
        .text = STR("Ein Tor klemmt seit am Freitag: 1,2 Mio. Euro bis im "
                    "Mai."),
        .cite = c, .ncite = 5, .conflict = h->conflict, .nconflict = 2,
        .when = h->when, .nwhen = 2};
}

static inline void hand_others(struct by_hand *h)
{
    struct cite *c = h->cites[2];

    c[0] = hand_cite(ROLE_ORIGIN, 4, 5, (struct span){90, 140}, "");
    c[1] = hand_cite(ROLE_CONTEXT, 4, 4, (struct span){81, 89},
                     "Am *Pegel* steht es.");
    h->point[1] = (struct point){.id = STR("k00000000000c"),
                                 .text = STR(AWKWARD), .section = 2,
                                 .cite = c, .ncite = 2};
    c = h->cites[3];
    c[0] = hand_cite(ROLE_ORIGIN, 3, 2, (struct span){41, 60}, "");
    c[1] = hand_cite(ROLE_ALSO, 5, 1, (struct span){0, 49}, "");
    h->point[2] = (struct point){.id = STR("k00000000000d"),
                                 .text = STR("1. Mai: - Ende."),
                                 .section = 1, .cite = c, .ncite = 2};
    h->b.point = h->point;
    h->b.npoint = 3;
}

static inline void hand_rest(struct by_hand *h)
{
    static const enum input_state states[7] = {
        INPUT_USED, INPUT_READ, INPUT_USED, INPUT_USED,
        INPUT_READ, INPUT_DUPLICATE, INPUT_SKIPPED};

    for (uint32_t i = 0; i < 7; i++) {
        h->input[i].state = (uint8_t)states[i];
        if (i < 5)
            h->input[i].file = h->source[i].file;
    }
    h->input[5].file = STR("f.txt");
    h->input[5].text = STR("a*a.txt");
    h->input[6].file = STR("z_z.txt");
    h->input[6].reason = KERNSATZ_SKIP_EMPTY;
    h->b.input = h->input;
    h->b.ninput = 7;
    h->left[0] = (struct left){STR("Eins zwei drei vier fünf sechs."), 4, 6,
                               {150, 181}};
    h->left[1] = (struct left){STR("Zwei *kurze* Wörter."), 3, 3, {61, 82}};
    h->left[2] = (struct left){STR("Drei."), 1, 7, {0, 0}};
    h->b.left = h->left;
    h->b.nleft = 3;
    h->b.words = 29;
    h->b.removed = 1;
}

/* The rich brief; to be freed with hand_free(). */
static inline struct by_hand *hand_new(void)
{
    struct by_hand *h = test_calloc(1, sizeof *h);

    h->escape.way_out = &h->out;
    h->b.arena = arena_new(&h->escape);
    h->b.story = STR("deich \"Nord\"");
    h->b.lang = STR("de");
    h->b.options.words = 200;
    h->b.options.max_share = 60;
    h->b.target = STR("en");
    hand_sources(h);
    hand_title(h);
    hand_first(h);
    hand_others(h);
    hand_rest(h);
    return h;
}

static inline void hand_free(struct by_hand *h)
{
    arena_free(h->b.arena);
    test_free(h);
}

/* One source, no title, one sentence of one word, a stamp, no target. */
static inline struct by_hand *hand_poor(void)
{
    struct by_hand *h = hand_new();

    h->b.story = STR("-");
    h->b.target = STR("");
    h->b.stamp = STR("2026-03-06T08:05:00Z");
    h->b.copy_source = true;
    h->b.title = (struct point){0};
    h->cites[1][0] = hand_cite(ROLE_ORIGIN, 1, 1, (struct span){0, 6}, "");
    h->point[0] = (struct point){.id = STR("k00000000000e"),
                                 .text = STR("Regen."),
                                 .cite = h->cites[1], .ncite = 1};
    h->source[0] = (struct source){
        .file = STR("-"), .encoding = STR("UTF-8"), .sha256 = STR("ff"),
        .sentences = 1, .used = 1, .origin = 1};
    h->input[0] = (struct input){.file = STR("-"), .state = INPUT_USED};
    h->b.npoint = h->b.nsource = h->b.ninput = h->b.words = 1;
    h->b.removed = 0;
    h->left[0] = (struct left){STR("Wind."), 1, 2, {7, 12}};
    h->b.nleft = 1;
    return h;
}

#endif
