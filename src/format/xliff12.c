/*
 * xliff12.c - a brief as XLIFF 1.2, valid as strict (OASIS Standard, 1 February
 * 2008).
 *
 * One sentence is one trans-unit with an empty target in its place, one
 * context-group for machines and one note for people: what more than a dozen
 * translation tools read and write back without loss.
 */
#include "format/parts.h"

static void add_fact(struct buf *out, enum fact fact, struct str value)
{
    static const char *const type[] = {
        "x-source", "x-role",   "sourcefile", "linenumber", "x-bytes",
        "recordtitle", "x-outlet", "x-date",  "x-url",      "x-wording",
        "x-what",   "x-value",  "x-time",     "x-copy"};

    buf_text(out, "          <context context-type=\"");
    buf_text(out, type[fact]);
    buf_text(out, "\">");
    add_xml(out, value);
    buf_text(out, "</context>\n");
}

static void add_target(struct buf *out, const struct brief *b,
                       const struct point *p)
{
    buf_text(out, "        <target");
    if (b->target.len)
        add_attribute(out, "xml:lang", b->target);
    buf_text(out, " state=\"new\"");
    if (!b->copy_source) {
        buf_text(out, "/>\n");
        return;
    }
    buf_byte(out, '>');
    add_xml(out, p->text);
    buf_text(out, "</target>\n");
}

static void add_contexts(struct buf *out, const struct brief *b,
                         const struct point *p)
{
    struct fact_sink to = {add_fact, out};

    buf_text(out, "        <context-group");
    add_attribute(out, "name", p->id);
    buf_text(out, " purpose=\"location\">\n");
    for (uint32_t i = 0; i < p->ncite; i++)
        add_facts(&to, b, p, &p->cite[i]);
    buf_text(out, "        </context-group>\n");
}

/* NUMBER 0: the headline. */
static void add_unit(struct buf *out, const struct brief *b,
                     const struct point *p, uint32_t number)
{
    struct buf note = buf_new(out->arena);
    bool list = number == 0 || (number == 1 && !b->title.text.len);

    buf_text(out, "      <trans-unit");
    add_attribute(out, "id", p->id);
    buf_text(out, number ? " resname=\"sentence-" : " resname=\"headline");
    if (number)
        buf_number(out, number);
    buf_text(out, number ? "\" restype=\"x-sentence\""
                         : "\" restype=\"heading\"");
    buf_text(out, " xml:space=\"preserve\">\n        <source");
    add_attribute(out, "xml:lang", b->lang);
    buf_byte(out, '>');
    add_xml(out, p->text);
    buf_text(out, "</source>\n");
    add_target(out, b, p);
    add_contexts(out, b, p);
    add_note(&note, b, p, list);
    buf_text(out, "        <note");
    add_attribute(out, "xml:lang", b->lang);
    buf_text(out, " from=\"kernsatz developer\" priority=\"1\">");
    add_xml(out, buf_str(&note));
    buf_text(out, "</note>\n      </trans-unit>\n");
}

void write_xliff12(struct buf *out, const struct brief *b)
{
    buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" "
                  "version=\"1.2\">\n  <file");
    add_attribute(out, "original", b->story);
    add_attribute(out, "source-language", b->lang);
    if (b->target.len)
        add_attribute(out, "target-language", b->target);
    buf_text(out, " datatype=\"plaintext\" tool-id=\"kernsatz\"");
    if (b->stamp.len)
        add_attribute(out, "date", b->stamp);
    buf_text(out, ">\n    <header>\n      <tool tool-id=\"kernsatz\" "
                  "tool-name=\"kernsatz\" tool-version=\"" KERNSATZ_VERSION
                  "\"/>\n    </header>\n    <body>\n");
    if (b->title.text.len)
        add_unit(out, b, &b->title, 0);
    for (uint32_t i = 0; i < b->npoint; i++)
        add_unit(out, b, &b->point[i], i + 1);
    buf_text(out, "    </body>\n  </file>\n</xliff>\n");
}
