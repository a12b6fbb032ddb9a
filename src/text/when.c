/*
 * when.c - time words that count from the article's day, with their date:
 * gestern, am Dienstag, seit Montagabend, in der Nacht zum Freitag.
 *
 * A weekday is the last such day on or before the article's, unless clearly
 * ahead. Where a date stands beside it there is nothing to tell.
 */
#include "text/reading.h"

static int relative_day(const struct reading *r, uint32_t i, int *days)
{
    static const struct {
        const char *word;
        int days;
    } known[] = {{"heute", 0}, {"gestern", -1}, {"vorgestern", -2},
                 {"morgen", 1}, {"übermorgen", 2}};
    struct str form;

    if (!look_has(r, i, IS(reckoned)) ||
        (r->w[i].capital && i && !r->w[i].gap))
        return 0;
    form = look_form(r, i);
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        if (str_same(form, str_of(known[k].word))) {
            *days = known[k].days;
            return 1;
        }
    return 0;
}

/* The first number of the sentence that begins at AT or behind. */
static uint32_t number_from(const struct reading *r, uint32_t at)
{
    uint32_t low = r->a->sentence[r->s].number.from, high = r->a->nnumber;

    while (low < high) {
        uint32_t mid = low + (high - low) / 2;

        if (r->a->number[mid].text.from < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Is a date written beside the words FIRST to LAST: "Montag, 9. März"? */
static bool date_beside(const struct reading *r, uint32_t first,
                        uint32_t last)
{
    const struct article *a = r->a;
    uint32_t from = r->w[first].from, to = r->w[last].to;
    uint32_t i = number_from(r, to);

    if (i < a->nnumber && a->number[i].class == NUMBER_DATE &&
        a->number[i].text.from - to <= 7)
        return true;
    return i > a->sentence[r->s].number.from &&
           a->number[i - 1].class == NUMBER_DATE &&
           a->number[i - 1].text.to <= from &&
           from - a->number[i - 1].text.to <= 8;
}

/* The first word of the phrase that ends with the day at I. */
static uint32_t phrase_start(const struct reading *r, uint32_t i)
{
    while (i && look_joined(r, i) && look_has(r, i - 1, IS(dayword)) &&
           !r->w[i - 1].number)
        i--;
    if (i > 1 && look_joined(r, i) && look_is(r, i - 1, "nacht") &&
        (look_is(r, i, "zum") || look_is(r, i, "auf"))) {
        i--;
        while (i && look_joined(r, i) &&
               (look_is(r, i - 1, "der") || look_is(r, i - 1, "in") ||
                look_is(r, i - 1, "seit")))
            i--;
    }
    return i;
}

static bool clause_sign(uint8_t gap)
{
    return gap & (GAP_COMMA | GAP_COLON | GAP_BREAK | GAP_QUOTE | GAP_PAREN);
}

/* Clauses are not longer, or not German. */
#define CLAUSE_MAX 60

/* "konnten am Freitag gerettet werden" */
static bool modal_past(const struct reading *r, uint32_t i)
{
    return look_is(r, i, "konnte") || look_is(r, i, "konnten") ||
           look_is(r, i, "musste") || look_is(r, i, "mussten") ||
           look_is(r, i, "durfte") || look_is(r, i, "durften");
}

/* Does the clause around I look ahead (wird, soll ...)? "soll ... haben" tells
 * of what is past. */
static bool clause_ahead(const struct reading *r, uint32_t i)
{
    uint32_t from = i, to = i + 1;
    bool ahead = false, past = false;

    while (from && i - from < CLAUSE_MAX && !clause_sign(r->w[from].gap))
        from--;
    while (to < r->n && to - i < CLAUSE_MAX && !clause_sign(r->w[to].gap))
        to++;
    for (uint32_t k = from; k < to; k++) {
        ahead |= look_has(r, k, IS(ahead)) && (!r->w[k].capital || !k);
        past |= modal_past(r, k);
    }
    to--;
    past |= to > i && (look_is(r, to, "haben") || look_is(r, to, "sein"));
    return ahead && !past;
}

/* Days from the article's day to the weekday at I. */
static int to_weekday(const struct reading *r, uint32_t first, uint32_t i)
{
    const struct entry *e = lang_find(r->l, LANG_weekdays, look_form(r, i));
    int back = (date_weekday(r->a->meta.date) - e->number + 7) % 7;
    bool next = false, until = false, past = false;

    for (uint32_t k = first; k < i; k++) {
        next |= look_has(r, k, IS(next));
        until |= look_has(r, k, IS(until));
        past |= look_has(r, k, IS(past));
    }
    until |= first && look_has(r, first - 1, IS(until));
    if (next)
        return 7 - back;
    if (past)
        return back ? -back : (look_is(r, first, "seit") ? 0 : -7);
    if (until || clause_ahead(r, i))
        return back ? 7 - back : 0;
    return -back;
}

static void emit(struct reading *r, struct span text, int days)
{
    struct article *a = r->a;
    int32_t day = date_days(a->meta.date) + days;

    a->time = arena_more(a->arena, a->time, a->ntime, &r->ctime,
                         sizeof *a->time);
    a->time[a->ntime++] = (struct timeword){
        .text = text, .sentence = r->s, .date = date_from_days(day)};
}

/* "Montag bis Freitag", "Mo. bis Fr.", "jeden Montag", "ein Freitag": no day. */
static bool no_certain_day(const struct reading *r, uint32_t first,
                           uint32_t i)
{
    if (first && look_joined(r, first) && look_has(r, first - 1, IS(each)))
        return true;
    if (look_has(r, first, IS(each)) && first < i)
        return true;
    if (look_has(r, i + 2, IS(weekdays)) &&
        (look_is(r, i + 1, "bis") ||
         (look_is(r, i + 1, "und") && first == i)))
        return true;
    if (i > 1 && look_is(r, i - 1, "bis") &&
        look_has(r, i - 2, IS(weekdays)))
        return true;
    return false;
}

static void read_weekday(struct reading *r, uint32_t i)
{
    uint32_t first = phrase_start(r, i);

    if (no_certain_day(r, first, i) || date_beside(r, i, i))
        return;
    emit(r, (struct span){r->w[first].from, r->w[i].to},
         to_weekday(r, first, i));
}

static void read_relative(struct reading *r, uint32_t i, int days)
{
    uint32_t first = i, last = i;

    if (look_joined(r, i + 1) && r->w[i + 1].capital &&
        look_has(r, i + 1, IS(daytime)))
        last++;
    else if (look_joined(r, i + 1) && look_is(r, i + 1, "früh"))
        last++;
    if (i && look_joined(r, i) &&
        (look_is(r, i - 1, "seit") || look_is(r, i - 1, "bis") ||
         look_is(r, i - 1, "ab")))
        first--;
    if (look_is(r, i, "morgen") && i && look_joined(r, i) &&
        (look_has(r, i - 1, IS(weekdays)) || look_is(r, i - 1, "gestern") ||
         look_is(r, i - 1, "heute")))
        return; /* "gestern morgen" */
    if (date_beside(r, i, last))
        return;
    emit(r, (struct span){r->w[first].from, r->w[last].to}, days);
}

void read_times(struct reading *r)
{
    int days;

    if (!date_known(r->a->meta.date) ||
        !(r->roles & (IS(weekdays) | IS(reckoned))))
        return;
    for (uint32_t i = 0; i < r->n; i++) {
        if (look_has(r, i, IS(weekdays)) && r->w[i].capital)
            read_weekday(r, i);
        else if (relative_day(r, i, &days))
            read_relative(r, i, days);
    }
}
