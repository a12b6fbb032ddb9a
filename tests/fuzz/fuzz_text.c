/* Any bytes as one file: encodings, plain text, Markdown, pages by chance. */
#include "article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return check_twice((struct str){(const char *)data, size});
}
