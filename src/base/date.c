/*
 * date.c - days of the proleptic Gregorian calendar, counted from 1970-01-01.
 */
#include "base/base.h"

static bool leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
    static const uint8_t days[12] = {31, 28, 31, 30, 31, 30,
                                     31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && leap(year));
}

bool date_valid(struct date d)
{
    return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 &&
           d.day >= 1 && d.day <= month_days(d.year, d.month);
}

bool date_known(struct date d)
{
    return d.year && d.month && d.day;
}

int32_t date_days(struct date d)
{
    /* Years that begin in March: the leap day is the last of its year. */
    int32_t y = d.month > 2 ? d.year : d.year - 1;
    int32_t m = d.month > 2 ? d.month - 3 : d.month + 9;

    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 +
           d.day - 1 - 719468;
}

struct date date_from_days(int32_t days)
{
    int32_t z = days + 719468;
    int32_t era = z / 146097, in_era = z % 146097;
    int32_t y = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) /
                365;
    int32_t in_year = in_era - (365 * y + y / 4 - y / 100);
    int32_t m = (5 * in_year + 2) / 153;
    struct date d;

    d.day = (uint8_t)(in_year - (153 * m + 2) / 5 + 1);
    d.month = (uint8_t)(m < 10 ? m + 3 : m - 9);
    d.year = (int16_t)(y + era * 400 + (m >= 10));
    return d;
}

int date_weekday(struct date d)
{
    int32_t w = (date_days(d) + 3) % 7; /* 1970-01-01 was a Thursday */

    return w < 0 ? w + 7 : w;
}

int date_order(struct date a, struct date b)
{
    int32_t x = a.year * 512 + a.month * 32 + a.day;
    int32_t y = b.year * 512 + b.month * 32 + b.day;

    return (x > y) - (x < y);
}
