/*
 * xliff20.c - a brief as XLIFF 2.0 (OASIS Standard, 4 August 2014) with the
 * metadata module.
 *
 * One sentence is one unit with one segment; one metaGroup for each place where
 * it stands; one note on the unit, which is the only level that every
 * translation tool shows.
 */
#include "format/parts.h"

static void add_fact(struct buf *out, enum fact fact, struct str value)
{
    static const char *const type[] = {
        "source", "role", "file", "sentence", "bytes", "title", "outlet",
        "date",   "url",  "wording", "what",  "value", "time",  "copy"};

    buf_text(out, "          <mda:meta type=\"");
    buf_text(out, type[fact]);
    buf_text(out, "\">");
    add_xml(out, value);
    buf_text(out, "</mda:meta>\n");
}

static void add_metadata(struct buf *out, const struct brief *b,
                         const struct point *p)
{
    struct fact_sink to = {add_fact, out};

    buf_text(out, "      <mda:metadata>\n");
    for (uint32_t i = 0; i < p->ncite; i++) {
        buf_text(out, "        <mda:metaGroup "
                      "category=\"kernsatz:attribution\">\n");
        add_facts(&to, b, p, &p->cite[i]);
        buf_text(out, "        </mda:metaGroup>\n");
    }
    buf_text(out, "      </mda:metadata>\n");
}

static void add_segment(struct buf *out, const struct brief *b,
                        const struct point *p)
{
    buf_text(out, "      <segment id=\"s\" state=\"initial\">\n"
                  "        <source>");
    add_xml(out, p->text);
    buf_text(out, "</source>\n");
    if (b->copy_source) {
        buf_text(out, "        <target>");
        add_xml(out, p->text);
        buf_text(out, "</target>\n");
    }
    buf_text(out, "      </segment>\n");
}

/* NUMBER 0: the headline. */
static void add_unit(struct buf *out, const struct brief *b,
                     const struct point *p, uint32_t number)
{
    struct buf note = buf_new(out->arena);
    bool list = number == 0 || (number == 1 && !b->title.text.len);

    buf_text(out, "    <unit");
    add_attribute(out, "id", p->id);
    buf_text(out, number ? " name=\"sentence-" : " name=\"headline");
    if (number)
        buf_number(out, number);
    buf_text(out, number ? "\" type=\"kernsatz:sentence\""
                         : "\" type=\"kernsatz:headline\"");
    buf_text(out, " canResegment=\"no\" xml:space=\"preserve\">\n");
    add_metadata(out, b, p);
    add_note(&note, b, p, list);
    buf_text(out, "      <notes>\n        <note id=\"n1\" "
                  "category=\"source\" priority=\"1\">");
    add_xml(out, buf_str(&note));
    buf_text(out, "</note>\n      </notes>\n");
    add_segment(out, b, p);
    buf_text(out, "    </unit>\n");
}

void write_xliff20(struct buf *out, const struct brief *b)
{
    buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
                  "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" "
                  "version=\"2.0\"");
    add_attribute(out, "srcLang", b->lang);
    if (b->target.len)
        add_attribute(out, "trgLang", b->target);
    buf_text(out, ">\n  <file id=\"f1\"");
    add_attribute(out, "original", b->story);
    buf_text(out, ">\n");
    if (b->title.text.len)
        add_unit(out, b, &b->title, 0);
    for (uint32_t i = 0; i < b->npoint; i++)
        add_unit(out, b, &b->point[i], i + 1);
    /* A file holds a unit or a group at least (4.2.2.2). */
    if (!b->title.text.len && !b->npoint)
        buf_text(out, "    <group id=\"g1\"/>\n");
    buf_text(out, "  </file>\n</xliff>\n");
}
