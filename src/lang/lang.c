/*
 * lang.c - word lists with hash look-up, and the lexicon: every word form is
 * folded and stemmed once, which is most of the cost of reading.
 *
 * Stems are Snowball's German ones (https://snowballstem.org, Porter 2001),
 * which write ß as ss, so that Swiss spellings fall together with the others.
 */
#include "lang/lists.h"
#include <libstemmer.h>
#include <string.h>

struct list {
    const struct entry *entry;
    uint32_t n;
    struct map map; /* word -> index + 1 */
};

struct lang {
    struct arena *arena;
    struct list list[LANG_LISTS];
    struct sb_stemmer *stemmer;
    struct map form;    /* form as written, or lower case -> id */
    struct map root;    /* stem -> its number */
    struct word *word;  /* [0] is unused */
    uint32_t nword, cap;
};

static void close_stemmer(void *stemmer)
{
    sb_stemmer_delete(stemmer);
}

static void index_list(struct arena *m, struct list *list)
{
    bool added;

    list->map = map_new(m, list->n);
    for (uint32_t i = 0; i < list->n; i++)
        *map_put(&list->map, list->entry[i].word, &added) = i + 1;
}

/* One line of a user's list: word, or word TAB value. */
static bool read_entry(struct str line, struct entry *entry)
{
    size_t tab;

    line = str_trim(line);
    if (!line.len || line.at[0] == '#')
        return false;
    tab = str_find(line, STR("\t"), 0);
    entry->word = str_trim(str_cut(line, 0, tab));
    entry->value = str_trim(str_cut(line, tab, line.len));
    entry->number = 0;
    return entry->word.len > 0;
}

/* The built-in entries and behind them, so that they win, the user's. */
static void extend_list(struct arena *m, struct list *list, struct str text)
{
    uint32_t n = list->n, cap = 0;
    struct entry *all = NULL;
    struct str copy = arena_copy(m, text);

    if (str_starts(copy, STR("\xef\xbb\xbf")))
        copy = str_cut(copy, 3, copy.len);
    for (uint32_t i = 0; i < n; i++) {
        all = arena_more(m, all, i, &cap, sizeof *all);
        all[i] = list->entry[i];
    }
    for (size_t from = 0, to; from < copy.len; from = to + 1) {
        struct entry entry;

        to = str_find(copy, STR("\n"), from);
        if (!read_entry(str_cut(copy, from, to), &entry))
            continue;
        all = arena_more(m, all, n, &cap, sizeof *all);
        all[n++] = entry;
    }
    list->entry = all;
    list->n = n;
}

static bool known_tag(struct str tag)
{
    static const char *const known[] = {"de", "de-AT", "de-CH", "de-DE"};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_same(tag, str_of(known[i])))
            return true;
    return false;
}

enum kernsatz_status lang_new(struct arena *arena, struct str tag,
                              struct str stopwords, struct str abbreviations,
                              struct lang **lang)
{
    struct lang *l;

    *lang = NULL;
    if (!known_tag(tag))
        return KERNSATZ_BAD_OPTION;
    l = arena_get(arena, sizeof *l);
    l->arena = arena;
    l->stemmer = sb_stemmer_new("german", "UTF_8");
    if (!l->stemmer)
        return KERNSATZ_NO_MEMORY;
    arena_own(arena, l->stemmer, close_stemmer);
    for (int i = 0; i < LANG_LISTS; i++) {
        l->list[i].entry = builtin_lists[i].entry;
        l->list[i].n = builtin_lists[i].n;
    }
    if (stopwords.len)
        extend_list(arena, &l->list[LANG_stopwords],
                    utf8_lower(arena, stopwords));
    if (abbreviations.len)
        extend_list(arena, &l->list[LANG_abbreviations], abbreviations);
    for (int i = 0; i < LANG_LISTS; i++)
        index_list(arena, &l->list[i]);
    l->form = map_new(arena, 1024);
    l->root = map_new(arena, 1024);
    l->nword = 1;
    l->word = arena_more(arena, NULL, 0, &l->cap, sizeof *l->word);
    *lang = l;
    return KERNSATZ_OK;
}

const struct entry *lang_find(const struct lang *l, enum lang_list list,
                              struct str word)
{
    const uint32_t *i = map_find(&l->list[list].map, word);

    return i ? &l->list[list].entry[*i - 1] : NULL;
}

const struct entry *lang_find_folded(const struct lang *l,
                                     enum lang_list list, struct str word)
{
    char lower[64];
    size_t n = 0;
    const char *end = word.at + word.len;

    if (word.len > sizeof lower - 4)
        return NULL;
    for (const char *p = word.at; p < end;) {
        unsigned len;
        uint32_t c = utf8_next(p, end, &len);

        if (n > sizeof lower - 4)
            return NULL;
        n += utf8_put(code_lower(c), lower + n);
        p += len;
    }
    return lang_find(l, list, (struct str){lower, n});
}

const struct entry *lang_list(const struct lang *l, enum lang_list list,
                              uint32_t *n)
{
    *n = l->list[list].n;
    return l->list[list].entry;
}

static bool only_letters(struct str s)
{
    const char *end = s.at + s.len;
    unsigned n;

    for (const char *p = s.at; p < end; p += n)
        if (!code_is_letter(utf8_next(p, end, &n)))
            return false;
    return true;
}

/* Longer "words" are no words; Snowball would stem them, to no use. */
#define LONGEST_STEMMED 200

static struct str stem_of(struct lang *l, struct str form)
{
    const sb_symbol *stem;
    int n;

    if (form.len > LONGEST_STEMMED)
        return form;
    stem = sb_stemmer_stem(l->stemmer, (const sb_symbol *)form.at,
                           (int)form.len);
    if (!stem)
        arena_out(l->arena);
    n = sb_stemmer_length(l->stemmer);
    if ((size_t)n == form.len && !memcmp(stem, form.at, form.len))
        return form;
    return arena_copy(l->arena, (struct str){(const char *)stem, (size_t)n});
}

/* The names of roles behind a word in the list roles. */
static uint64_t listed_roles(struct str names)
{
    static const char *const role[] = {
#define ROLE(name) #name,
#include "lang/roles.def"
#undef ROLE
    };
    uint64_t roles = 0;

    for (size_t from = 0, to; from < names.len; from = to + 1) {
        to = str_find(names, STR(" "), from);
        for (int i = 0; i < LANG_ROLES; i++)
            if (str_same(str_cut(names, from, to), str_of(role[i])))
                roles |= (uint64_t)1 << i;
    }
    return roles;
}

static uint64_t roles_of(const struct lang *l, struct str form)
{
    const struct entry *e = lang_find(l, LANG_roles, form);
    uint64_t roles = e ? listed_roles(e->value) : 0;

    if (lang_find(l, LANG_weekdays, form))
        roles |= IS(weekdays);
    if (lang_find(l, LANG_multipliers, form))
        roles |= IS(multipliers);
    if (lang_find(l, LANG_hedges, form))
        roles |= IS(hedges);
    if (lang_find(l, LANG_units, form))
        roles |= IS(units);
    return roles;
}

static uint32_t new_word(struct lang *l, struct str form)
{
    struct word w = {.form = form};
    uint32_t *root;
    bool added;

    w.stop = lang_find(l, LANG_stopwords, form) != NULL;
    w.common = w.stop || lang_find(l, LANG_common, form) != NULL;
    w.letters = only_letters(form);
    w.roles = roles_of(l, form);
    w.stem = stem_of(l, form);
    root = map_put(&l->root, w.stem, &added);
    if (added)
        *root = l->root.n;
    w.root = *root;
    l->word = arena_more(l->arena, l->word, l->nword, &l->cap,
                         sizeof *l->word);
    l->word[l->nword] = w;
    return l->nword++;
}

static bool is_lower_ascii(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < 'a' || s.at[i] > 'z')
            return false;
    return true;
}

uint32_t lang_word(struct lang *l, struct str form)
{
    const uint32_t *known = map_find(&l->form, form);
    struct str copy, lower;
    uint32_t id, *place;
    bool added;

    if (known)
        return *known;
    copy = arena_copy(l->arena, form);
    lower = is_lower_ascii(form) ? copy : utf8_lower(l->arena, copy);
    known = map_find(&l->form, lower);
    id = known ? *known : new_word(l, lower);
    place = map_put(&l->form, lower, &added);
    *place = id;
    *map_put(&l->form, copy, &added) = id;
    return id;
}

const struct word *lang_entry(const struct lang *l, uint32_t id)
{
    return &l->word[id];
}

uint32_t lang_nwords(const struct lang *l)
{
    return l->nword;
}

uint32_t lang_nroots(const struct lang *l)
{
    return l->root.n + 1;
}
