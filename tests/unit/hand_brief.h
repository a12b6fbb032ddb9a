/*
 * hand_brief.h - a brief made by hand in which each kind of line occurs: a
 * title with another wording, copies of two origins, two conflicts in one
 * sentence (one of three groups), an antecedent, time words, a source of which
 * nothing is known, a date without a day, and every sign that XML, JSON or
 * Markdown gives a meaning.
 */
#ifndef HAND_BRIEF_H
#define HAND_BRIEF_H

#include "model/model.h"

#define LIT(text) {(text), sizeof(text) - 1}
#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

static const struct source hand_source[] = {
    {.file = LIT("01-apx.txt"), .outlet = LIT("apx"),
     .title = LIT("Glockenturm in Obermühl: Uhr & Werk stehen still"),
     .url = LIT("https://apx.example/?turm=1&amp=\"2\""),
     .encoding = LIT("UTF-8"), .sha256 = LIT("11"), .date = {2026, 2, 28},
     .sentences = 6, .used = 1, .also = 0, .differs = 1, .removed = 1,
     .origin = 1},
    {.file = LIT("02-bote.html"), .outlet = LIT("Mühlviertler Bote"),
     .title = LIT("Obermühl: Uhr steht still"), .encoding = LIT("UTF-8"),
     .sha256 = LIT("22"), .date = {2026, 3, 1}, .sentences = 7, .used = 1,
     .also = 1, .differs = 1, .origin = 1},
    {.file = LIT("orte/03_%0Aturm.txt"), .encoding = LIT("windows-1252"),
     .sha256 = LIT("33"), .sentences = 1, .used = 1, .also = 0, .differs = 1,
     .origin = 3},
    {.file = LIT("04-tal.html"), .outlet = LIT("Talpost *Heute*"),
     .title = LIT("Turm <schief>? [Update]"),
     .url = LIT("https://talpost.example/a(b)/c d"), .encoding = LIT("UTF-8"),
     .sha256 = LIT("44"), .date = {2026, 3, 0}, .sentences = 12, .used = 1,
     .also = 1, .removed = 4, .origin = 4},
    {.file = LIT("05-rhein.txt"), .outlet = LIT("Rheinblick"),
     .url = LIT("https://rheinblick.example/turm"), .encoding = LIT("UTF-8"),
     .sha256 = LIT("55"), .date = {2026, 3, 3}, .sentences = 9, .used = 0,
     .also = 2, .origin = 4}};

static const struct cite hand_title_cite[] = {
    {ROLE_ORIGIN, 1, 0, {0, 49}, {0}, 1},
    {ROLE_ALSO, 2, 0, {120, 146}, LIT("Obermühl: Uhr steht still"), .7}};

static const struct cite hand_lead_cite[] = {
    {ROLE_ORIGIN, 1, 1, {50, 124}, {0}, 1},
    {ROLE_ALSO, 2, 1, {150, 224}, {0}, 1}, /* word for word the same */
    {ROLE_ALSO, 4, 2, {900, 960}, LIT("Der Turm ist seit 1. März gesperrt."),
     .6},
    {ROLE_ALSO, 5, 2, {80, 140}, LIT("Der Turm ist seit dem 1. März zu."),
     .6}};
static const struct when hand_lead_when[] = {
    {LIT("seit Sonntag"), {2026, 3, 1}}, {LIT("morgen"), {2026, 3, 2}}};

static const struct cite hand_tilt_cite[] = {
    {ROLE_ORIGIN, 4, 3, {961, 1100}, {0}, 1},
    {ROLE_ALSO, 5, 3, {141, 200}, LIT("Der Turm neigt sich um 1,2 Grad."), .5},
    {ROLE_DIFFERS, 1, 4, {300, 340}, LIT("Er neigt sich um rund zwei Grad."),
     .5},
    {ROLE_DIFFERS, 2, 4, {400, 440}, LIT("Er neigt sich rund zwei Grad."), .5},
    {ROLE_DIFFERS, 3, 1, {0, 60},
     LIT("Der Turm hängt um fast 3 Grad, die Arbeit braucht 3 Monate."), .4},
    {ROLE_CONTEXT, 4, 1, {800, 850}, LIT("Der Turm ist schief."), 1}};
static const struct said hand_degrees[] = {
    {4, 0, LIT("1,2")}, {5, 0, LIT("1,2")}, {1, 1, LIT("rund zwei")},
    {2, 1, LIT("rund zwei")}, {3, 2, LIT("fast 3")}};
static const struct said hand_time[] = {
    {1, 0, LIT("42 Tage")}, {4, 0, LIT("6*7 Tage")}, {3, 1, LIT("3 Monate")}};
static const struct conflict hand_tilt_conflict[] = {
    {LIT("Grad"), (struct said *)hand_degrees, COUNT(hand_degrees)},
    {LIT("Dauer"), (struct said *)hand_time, COUNT(hand_time)}};

static const struct cite hand_clock_cite[] = {
    {ROLE_ORIGIN, 3, 1, {0, 0}, {0}, 1},
    {ROLE_CONTEXT, 3, 1, {0, 0}, LIT("Die Uhr war <1> Jahr alt."), 1}};

static const struct cite hand_signs_cite[] = {
    {ROLE_ORIGIN, 2, 6, {500, 600}, {0}, 1}};

static const struct point hand_title = {
    .id = LIT("k000000000000"),
    .text = LIT("Glockenturm in Obermühl: Uhr & Werk stehen still"),
    .cite = (struct cite *)hand_title_cite, .ncite = COUNT(hand_title_cite)};

static const struct point hand_point[] = {
    {.id = LIT("k111111111111"),
     .text = LIT("Der Turm von Obermühl ist seit Sonntag und bis morgen zu."),
     .cite = (struct cite *)hand_lead_cite, .ncite = COUNT(hand_lead_cite),
     .when = (struct when *)hand_lead_when, .nwhen = COUNT(hand_lead_when)},
    {.id = LIT("k222222222222"),
     .text = LIT("„Er neigt sich um 1,2 Grad“, sagte Eva Öz <TU> & riet in 6*7 "
                 "Tagen zu \"Geduld\" ]]> \U0001F514."),
     .section = 1,
     .cite = (struct cite *)hand_tilt_cite, .ncite = COUNT(hand_tilt_cite),
     .conflict = (struct conflict *)hand_tilt_conflict,
     .nconflict = COUNT(hand_tilt_conflict)},
    {.id = LIT("k333333333333"),
     .text = LIT("Dort\tsteht sie, \u202eso\u202c."),
     .section = 2,
     .cite = (struct cite *)hand_clock_cite, .ncite = COUNT(hand_clock_cite)},
    {.id = LIT("k333333333333-2"),
     .text = LIT("3. März: #1 & R&D &amp; &#38; *a* _b_ [c](d) `e` |f| ~g~ "
                 "\\h -i +j <k>."),
     .cite = (struct cite *)hand_signs_cite, .ncite = COUNT(hand_signs_cite)}};

static const struct left hand_left[] = {
    {LIT("Die Glocke wiegt 4,8 Tonnen und ist aus *Bronze*."), 4, 5,
     {1200, 1250}},
    {LIT("Sie schweigt."), 1, 5, {350, 363}},
    {LIT("Geläutet wird von Hand."), 4, 6, {0, 0}}};

static const struct input hand_input[] = {
    {LIT("01-apx.txt"), INPUT_USED, 0, {0}},
    {LIT("02-bote.html"), INPUT_USED, 0, {0}},
    {LIT("02-bote_2.html"), INPUT_DUPLICATE, KERNSATZ_SKIP_DUPLICATE,
     LIT("02-bote.html")},
    {LIT("04-tal.html"), INPUT_USED, 0, {0}},
    {LIT("05-rhein.txt"), INPUT_READ, 0, {0}},
    {LIT("06.txt"), INPUT_SKIPPED, KERNSATZ_SKIP_EMPTY, {0}},
    {LIT("07.txt"), INPUT_SKIPPED, KERNSATZ_SKIP_NOT_GERMAN, LIT("en")},
    {LIT("orte/03_%0Aturm.txt"), INPUT_USED, 0, {0}}};

static inline struct brief hand_brief(void)
{
    return (struct brief){
        .story = STR("turm & \"glocke\"\t2"), .lang = STR("de-AT"),
        .options.words = 200, .options.max_share = 60,
        .target = STR("en"), .title = hand_title,
        .point = (struct point *)hand_point, .npoint = COUNT(hand_point),
        .source = (struct source *)hand_source, .nsource = COUNT(hand_source),
        .left = (struct left *)hand_left, .nleft = COUNT(hand_left),
        .input = (struct input *)hand_input, .ninput = COUNT(hand_input),
        .words = 47, .removed = 5};
}

#endif
