/*
 * icu - standard input into sentences, one a line, with ICU's German break
 * iterator: the yardstick for the speed of splitting. Not part of the build.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

int main(void)
{
    UErrorCode e = U_ZERO_ERROR;
    size_t cap = (size_t)1 << 26, len;
    char *text = malloc(cap);
    UBreakIterator *b = ubrk_open(UBRK_SENTENCE, "de", NULL, 0, &e);
    int32_t from = 0, to;
    UText *u;

    if (!text || U_FAILURE(e))
        return 3;
    len = fread(text, 1, cap, stdin);
    u = utext_openUTF8(NULL, text, (int64_t)len, &e);
    ubrk_setUText(b, u, &e);
    if (U_FAILURE(e))
        return 3;
    while ((to = ubrk_next(b)) != UBRK_DONE) {
        fwrite(text + from, 1, (size_t)(to - from), stdout);
        putchar('\n');
        from = to;
    }
    ubrk_close(b);
    utext_close(u);
    free(text);
    return 0;
}
