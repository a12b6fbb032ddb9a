/*
 * tokens.c - how well text_tokens() finds open sentences, and what it reads as
 * numbers and time words.
 *
 *     tokens [-v] GOLD.json...
 *
 * A gold file holds "sources" (file, date) and "sentences": for each file a
 * list of {text, kind, anaphora: strong | weak | null}. Without a file it only
 * measures the speed on a text of its own.
 */
#include "text/text.h"
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

struct score {
    unsigned right, weak, wrong, missed, sentences;
};

static const char *const reason[] = {"-",    "word",     "speech", "quote",
                                     "list", "definite", "form"};
static const char *const class[] = {
    "count", "money", "percent", "length", "mass", "data", "speed", "degree",
    "duration", "clock", "date", "year", "ordinal", "age", "name"};

static struct str json_str(const json_t *j)
{
    return str_of(json_is_string(j) ? json_string_value(j) : "");
}

static struct date read_day(const char *s)
{
    struct date d = {0, 0, 0};
    int year, month, day;

    if (s && sscanf(s, "%d-%d-%d", &year, &month, &day) == 3)
        d = (struct date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return d;
}

static struct article *make(struct arena *m, const json_t *list,
                            struct date day)
{
    struct article *a = arena_get(m, sizeof *a);
    struct buf b = buf_new(m);
    size_t n = json_array_size(list), first = 0;

    a->arena = m;
    a->meta.date = day;
    a->sentence = arena_array(m, n + 1, sizeof *a->sentence);
    a->paragraph = arena_array(m, n + 1, sizeof *a->paragraph);
    a->nsentence = 1;
    a->nparagraph = (uint32_t)n + 1;
    for (size_t i = first; i < n; i++) {
        const json_t *s = json_array_get(list, i);
        struct str text = json_str(json_object_get(s, "text"));
        struct sentence *to = &a->sentence[a->nsentence];

        to->text.from = (uint32_t)b.len;
        buf_add(&b, text);
        to->text.to = (uint32_t)b.len;
        to->paragraph = a->nsentence;
        a->paragraph[a->nsentence].kind =
            str_same(json_str(json_object_get(s, "kind")), STR("bullet"))
                ? PARA_ITEM : PARA_TEXT;
        a->nsentence++;
        buf_byte(&b, ' ');
    }
    a->text = buf_str(&b);
    return a;
}

static void print_str(struct str s)
{
    printf("%.*s", (int)s.len, s.at);
}

static void print_marks(const struct article *a, struct lang *l, uint32_t i)
{
    const struct sentence *s = &a->sentence[i];

    for (uint32_t k = s->number.from; k < s->number.to; k++) {
        const struct number *n = &a->number[k];

        printf("      %s %.6g", class[n->class], n->value);
        if (n->until != n->value)
            printf("..%.6g", n->until);
        printf(" hedge %d \"", n->hedge);
        print_str(str_span(a->text, n->text));
        printf("\" \"");
        print_str(str_span(a->text, n->what));
        printf("\" ");
        print_str(n->head ? lang_entry(l, n->head)->form : STR("-"));
        printf("\n");
    }
    for (uint32_t k = s->time.from; k < s->time.to; k++) {
        const struct timeword *t = &a->time[k];

        printf("      time %04d-%02d-%02d \"", t->date.year, t->date.month,
               t->date.day);
        print_str(str_span(a->text, t->text));
        printf("\"\n");
    }
}

static void judge(const struct article *a, struct lang *l,
                  const json_t *list, struct score *score, bool loud)
{
    for (uint32_t i = 1; i < a->nsentence; i++) {
        const json_t *s = json_array_get(list, i - 1);
        struct str gold = json_str(json_object_get(s, "anaphora"));
        bool strong = str_same(gold, STR("strong"));
        bool weak = str_same(gold, STR("weak"));
        bool found = a->sentence[i].open != OPEN_NOT;

        if (str_same(json_str(json_object_get(s, "kind")), STR("title")))
            continue;
        score->sentences++;
        score->right += strong && found;
        score->weak += weak && found;
        score->wrong += !strong && !weak && found;
        score->missed += strong && !found;
        if (!loud)
            continue;
        printf("%s %-8s ", strong ? (found ? "  " : "- ")
                                  : found ? (weak ? "w " : "+ ") : "  ",
               reason[a->sentence[i].open]);
        print_str(article_sentence(a, i));
        printf("\n");
        print_marks(a, l, i);
    }
}

static struct date day_of(const json_t *gold, const char *file)
{
    const json_t *sources = json_object_get(gold, "sources"), *s;
    size_t i;

    json_array_foreach(sources, i, s)
        if (str_same(json_str(json_object_get(s, "file")), str_of(file)))
            return read_day(
                json_string_value(json_object_get(s, "date")));
    return read_day(NULL);
}

static void measure_speed(struct escape *escape)
{
    static const char text[] =
        "Am Dienstag haben rund 2300 Menschen in der Altstadt gegen den Umbau "
        "des Marktes demonstriert, teilte die Polizei mit. Dabei blieb es "
        "nach ihren Angaben ruhig, nur zwei Fahrzeuge wurden beschädigt. ";
    uint32_t copies = 40000, len = sizeof text - 1, cut = 118;
    struct arena *m = arena_new(escape);
    struct article *a = arena_get(m, sizeof *a);
    struct buf b = buf_new(m);
    struct lang *l;
    clock_t start;
    double seconds;

    lang_new(m, STR("de"), STR(""), STR(""), &l);
    a->arena = m;
    a->sentence = arena_array(m, copies * 2, sizeof *a->sentence);
    for (uint32_t i = 0; i < copies; i++) {
        a->sentence[2 * i].text = (struct span){i * len, i * len + cut};
        a->sentence[2 * i + 1].text =
            (struct span){i * len + cut + 1, (i + 1) * len - 1};
        buf_text(&b, text);
    }
    a->nsentence = copies * 2;
    a->text = buf_str(&b);
    start = clock();
    text_tokens(a, l);
    seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    printf("tokens: %.1f MB in %.3f s, %.0f MB/s\n", (double)a->text.len / 1e6,
           seconds, (double)a->text.len / 1e6 / seconds);
    arena_free(m);
}

int main(int argc, char **argv)
{
    jmp_buf out;
    struct escape escape = {&out};
    struct score score = {0, 0, 0, 0, 0};
    bool loud = argc > 1 && !strcmp(argv[1], "-v");

    if (setjmp(out))
        return 3;
    if (argc < 2) {
        measure_speed(&escape);
        return 0;
    }
    for (int i = loud ? 2 : 1; i < argc; i++) {
        json_error_t error;
        json_t *gold = json_load_file(argv[i], 0, &error), *list;
        const char *file;

        if (!gold)
            return 3;
        json_object_foreach(json_object_get(gold, "sentences"), file, list) {
            struct arena *m = arena_new(&escape);
            struct article *a = make(m, list, day_of(gold, file));
            struct lang *l;

            lang_new(m, STR("de"), STR(""), STR(""), &l);
            text_tokens(a, l);
            judge(a, l, list, &score, loud);
            arena_free(m);
        }
        json_decref(gold);
    }
    printf("%u sentences: recall %.3f, precision %.3f (%.3f with weak)\n",
           score.sentences,
           score.right / (double)(score.right + score.missed),
           score.right / (double)(score.right + score.weak + score.wrong),
           (score.right + score.weak) /
               (double)(score.right + score.weak + score.wrong));
    return 0;
}
