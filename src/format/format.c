/*
 * format.c - the door: which writer makes which form; names of reasons.
 */
#include "format/parts.h"

void format_brief(struct buf *out, const struct brief *b,
                  enum kernsatz_format format)
{
    switch (format) {
    case KERNSATZ_TEXT:
        write_text(out, b);
        break;
    case KERNSATZ_MARKDOWN:
        write_markdown(out, b);
        break;
    case KERNSATZ_JSONL:
        write_jsonl(out, b);
        break;
    case KERNSATZ_XLIFF12:
        write_xliff12(out, b);
        break;
    case KERNSATZ_XLIFF20:
        write_xliff20(out, b);
        break;
    }
}

const char *format_removal(enum removal r)
{
    static const char *const names[REMOVED_KINDS] = {
        [REMOVED_NOT] = "kept",
        [REMOVED_NAVIGATION] = "navigation",
        [REMOVED_TEASER] = "teaser",
        [REMOVED_COMMENT] = "comment",
        [REMOVED_CREDIT] = "credit",
        [REMOVED_TIME] = "time",
        [REMOVED_BYLINE] = "byline",
        [REMOVED_COUNTER] = "counter",
        [REMOVED_TAGS] = "tags",
        [REMOVED_PROMOTION] = "promotion",
        [REMOVED_SOURCES] = "sources",
        [REMOVED_REPEAT] = "repeat",
        [REMOVED_CAPTION] = "caption",
        [REMOVED_HIDDEN] = "hidden",
        [REMOVED_OFF_TOPIC] = "off-topic",
        [REMOVED_SHORT] = "short",
        [REMOVED_SIGNOFF] = "sign-off",
        [REMOVED_METADATA] = "metadata",
        [REMOVED_USER] = "user"};

    return names[r];
}

const char *format_reason(enum kernsatz_code code)
{
    switch (code) {
    case KERNSATZ_SKIP_UNREADABLE:
        return "cannot be read";
    case KERNSATZ_SKIP_MISSING:
        return "no such file or folder";
    case KERNSATZ_SKIP_NOT_REGULAR:
        return "not a regular file";
    case KERNSATZ_SKIP_EMPTY:
        return "empty";
    case KERNSATZ_SKIP_BINARY:
        return "not text";
    case KERNSATZ_SKIP_NO_ARTICLE:
        return "no article";
    case KERNSATZ_SKIP_NO_PROSE:
        return "no article text found";
    case KERNSATZ_SKIP_NOT_GERMAN:
        return "not German";
    case KERNSATZ_SKIP_TOO_LARGE:
        return "too large";
    case KERNSATZ_SKIP_DUPLICATE:
        return "duplicate";
    default:
        return "skipped";
    }
}
