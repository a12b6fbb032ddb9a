/*
 * value.c - strict reading of the values of options: whole or refused, and the
 * same in every locale.
 */
#include "cli.h"
#include <string.h>

static const struct {
    const char *name, *suffix;
} formats[FORMATS] = {
    [KERNSATZ_TEXT] = {"text", ".txt"},
    [KERNSATZ_MARKDOWN] = {"md", ".md"},
    [KERNSATZ_JSONL] = {"jsonl", ".jsonl"},
    [KERNSATZ_XLIFF12] = {"xliff", ".xlf"},
    [KERNSATZ_XLIFF20] = {"xliff2", ".2.xlf"},
};

bool value_count(const char *value, uint32_t *n)
{
    uint64_t sum = 0;

    for (const char *p = value; *p; p++) {
        if (*p < '0' || *p > '9')
            return false;
        sum = sum * 10 + (uint64_t)(*p - '0');
        if (sum > UINT32_MAX)
            return false;
    }
    *n = (uint32_t)sum;
    return sum > 0;
}

bool value_percent(const char *value, double *p)
{
    static const double power[] = {1, 10, 100, 1000, 10000, 1e5, 1e6};
    uint32_t sum = 0, digits = 0, after = 0;
    bool point = false;

    for (; *value && !(value[0] == '%' && !value[1]); value++) {
        if (*value == '.' && !point && digits) {
            point = true;
            continue;
        }
        if (*value < '0' || *value > '9' || ++digits > 9 || after == 6)
            return false;
        sum = sum * 10 + (uint32_t)(*value - '0');
        after += point;
    }
    *p = (double)sum / power[after];
    return sum > 0 && (!point || after) && *p <= 100;
}

static bool add_format(struct request *r, const char *name, size_t len)
{
    for (int i = 0; i < FORMATS; i++) {
        if (strlen(formats[i].name) != len ||
            memcmp(formats[i].name, name, len) != 0)
            continue;
        for (int k = 0; k < r->nformat; k++)
            if (r->format[k] == (enum kernsatz_format)i)
                return false;
        r->format[r->nformat++] = (enum kernsatz_format)i;
        return true;
    }
    return false;
}

/* NAMES ends in NULL. */
int value_place(const char *value, const char *const names[])
{
    for (int i = 0; names[i]; i++)
        if (!strcmp(value, names[i]))
            return i;
    return -1;
}

bool value_formats(const char *value, struct request *r)
{
    r->nformat = 0;
    for (;;) {
        size_t len = strcspn(value, ",");

        if (!add_format(r, value, len))
            return false;
        if (!value[len])
            return true;
        value += len + 1;
    }
}

bool value_suffix(const char *path, enum kernsatz_format *format)
{
    size_t len = strlen(path);

    /* Backwards: ".2.xlf" also ends in ".xlf". */
    for (int i = FORMATS - 1; i >= 0; i--) {
        size_t n = strlen(formats[i].suffix);

        if (len > n && !strcmp(path + len - n, formats[i].suffix)) {
            *format = (enum kernsatz_format)i;
            return true;
        }
    }
    return false;
}

const char *format_suffix(enum kernsatz_format format)
{
    return formats[format].suffix;
}
