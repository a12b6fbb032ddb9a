/* Any bytes as a page. */
#include "article.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char head[] = "<!DOCTYPE html>";
    char *page = malloc(sizeof head - 1 + size);

    if (!page)
        return 0;
    memcpy(page, head, sizeof head - 1);
    memcpy(page + sizeof head - 1, data, size);
    check_twice((struct str){page, sizeof head - 1 + size});
    free(page);
    return 0;
}
