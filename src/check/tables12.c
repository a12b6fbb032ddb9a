/*
 * tables12.c - XLIFF 1.2 (OASIS Standard, 2008): the transitional form, which
 * allows what 1.1 had and any attribute on most elements, and the rows in which
 * the strict form differs.
 */
#include "check/parts.h"

#define INLINE "# g|bpt|ept|ph|it|mrk|x|bx|ex*"
#define NATIVE "# sub*"
#define SHAPE \
    "coord=coordinates font css-style style=nmtoken exstyle=nmtoken "
#define MENU "help-id=nmtoken menu menu-option menu-name "
#define SIZE \
    "size-unit=size maxwidth=nmtoken minwidth=nmtoken maxheight=nmtoken " \
    "minheight=nmtoken maxbytes=nmtoken minbytes=nmtoken charclass "
#define OF_UNIT \
    "translate=yesno reformat=reformat xml:space=space datatype=datatype " \
    "phase-name restype=restype resname extradata extype " MENU SHAPE SIZE \
    "merged-trans=yesno "
#define OF_GROUP \
    "id datatype=datatype xml:space=space restype=restype resname extradata " \
    "extype " MENU SHAPE "translate=yesno reformat=reformat " SIZE \
    "merged-trans=yesno "
#define OF_TARGET \
    "state=state state-qualifier=qualifier phase-name=nmtoken xml:lang " \
    "resname " SHAPE "equiv-trans=yesno "
#define OF_ALT \
    "match-quality tool-id crc=nmtoken xml:lang origin datatype=datatype " \
    "xml:space=space restype=restype resname extradata extype " MENU \
    "mid=nmtoken " SHAPE "phase-name=nmtoken alttranstype=alttrans "
#define OF_FILE \
    "original! source-language!language datatype!datatype tool-id " \
    "date=date xml:space=space category target-language=language " \
    "product-name product-version build-num "
#define OF_PHASE \
    "phase-name! process-name! company-name tool-id date=date job-id " \
    "contact-name contact-email contact-phone"
#define OF_BIN \
    "id! mime-type!media approved=yesno translate=yesno reformat=reformat " \
    "restype=restype resname phase-name "
#define OF_BIN_TARGET \
    "mime-type=media state=state state-qualifier=qualifier " \
    "phase-name=nmtoken restype=restype resname "
#define OF_CODE "id! xid equiv-text "
#define VERSION_12 "version! xml:lang "

static const struct row transitional[] = {
    {"xliff", "@* file|@+", VERSION_12 "@@"},
    {"file", "header? body", OF_FILE "tool ts @@"},
    {"header",
     "skl? phase-group? glossary|reference|count-group|prop-group|note|tool* "
     "@*",
     ""},
    {"skl", "internal-file|external-file", ""},
    {"glossary", "internal-file|external-file", ""},
    {"reference", "internal-file|external-file", ""},
    {"internal-file", "#", "form crc=nmtoken"},
    {"external-file", "", "href! crc=nmtoken uid=nmtoken"},
    {"note", "#", "xml:lang priority=ten from annotates=annotates"},
    {"phase-group", "phase+", ""},
    {"phase", "note*", OF_PHASE " tool"},
    {"count-group", "count*", "name!"},
    {"count", "#", "count-type=count phase-name unit=unit"},
    {"context-group", "context+", "name crc=nmtoken purpose=purpose"},
    {"context", "#",
     "context-type!context match-mandatory=yesno crc=nmtoken"},
    {"prop-group", "prop+", "name"},
    {"prop", "#", "prop-type! xml:lang"},
    {"tool", "# @@*", "tool-id! tool-name! tool-version tool-company @@"},
    {"body", "group|trans-unit|bin-unit*", ""},
    {"group",
     "context-group* count-group* prop-group* note* @* "
     "group|trans-unit|bin-unit*",
     OF_GROUP "ts @@"},
    {"trans-unit",
     "source seg-source? target? "
     "context-group|count-group|prop-group|note|alt-trans* @*",
     "id! approved=yesno " OF_UNIT "ts @@"},
    {"source", INLINE, "xml:lang ts @@"},
    {"seg-source", INLINE, "xml:lang ts @@"},
    {"target", INLINE, OF_TARGET "restype=restype ts @@"},
    {"alt-trans",
     "source? seg-source? target+ context-group* prop-group* note* @*",
     OF_ALT "tool ts @@"},
    {"bin-unit",
     "bin-source bin-target? "
     "context-group|count-group|prop-group|note|trans-unit* @*",
     OF_BIN "ts @@"},
    {"bin-source", "internal-file|external-file", "ts @@"},
    {"bin-target", "internal-file|external-file", OF_BIN_TARGET "ts @@"},
    {"g", INLINE, "ctype=delimiter clone=yesno " OF_CODE "ts @@"},
    {"x", "", "ctype=holder clone=yesno " OF_CODE "ts @@"},
    {"bx", "", "rid=nmtoken ctype=delimiter clone=yesno " OF_CODE "ts @@"},
    {"ex", "", "rid=nmtoken " OF_CODE "ts @@"},
    {"ph", NATIVE, "ctype=holder crc assoc=assoc " OF_CODE "ts @@"},
    {"bpt", NATIVE, "rid=nmtoken ctype=delimiter crc " OF_CODE "ts @@"},
    {"ept", NATIVE, "rid=nmtoken crc " OF_CODE "ts @@"},
    {"it", NATIVE,
     "pos!position rid=nmtoken ctype=delimiter crc " OF_CODE "ts @@"},
    {"sub", INLINE, "datatype=datatype ctype=delimiter xid"},
    {"mrk", INLINE, "mtype!mtype mid=nmtoken comment ts @@"},
    {NULL, NULL, NULL},
};

static const struct row strict[] = {
    {"xliff", "@* file|@+", VERSION_12 "@"},
    {"file", "header? body", OF_FILE "@"},
    {"header",
     "skl? phase-group? glossary|reference|count-group|note|tool* @*", ""},
    {"phase", "note*", OF_PHASE},
    {"tool", "# @@*", "tool-id! tool-name! tool-version tool-company @"},
    {"group",
     "context-group* count-group* note* @* group|trans-unit|bin-unit*",
     OF_GROUP "@"},
    {"trans-unit",
     "source seg-source? target? context-group|count-group|note|alt-trans* @*",
     "id! approved=yesno " OF_UNIT "@"},
    {"source", INLINE, "xml:lang @"},
    {"seg-source", INLINE, "xml:lang @"},
    {"target", INLINE, OF_TARGET "@"},
    {"alt-trans", "source? seg-source? target context-group* note* @*",
     OF_ALT "@"},
    {"bin-unit",
     "bin-source bin-target? context-group|count-group|note|trans-unit* @*",
     OF_BIN "@"},
    {"bin-source", "internal-file|external-file", "@"},
    {"bin-target", "internal-file|external-file", OF_BIN_TARGET "@"},
    {"g", INLINE, "ctype=delimiter clone=yesno " OF_CODE "@"},
    {"x", "", "ctype=holder clone=yesno " OF_CODE "@"},
    {"bx", "", "rid=nmtoken ctype=delimiter clone=yesno " OF_CODE "@"},
    {"ex", "", "rid=nmtoken " OF_CODE "@"},
    {"ph", NATIVE, "ctype=holder crc assoc=assoc " OF_CODE "@"},
    {"bpt", NATIVE, "rid=nmtoken ctype=delimiter crc " OF_CODE "@"},
    {"ept", NATIVE, "rid=nmtoken crc " OF_CODE "@"},
    {"it", NATIVE,
     "pos!position rid=nmtoken ctype=delimiter crc " OF_CODE "@"},
    {"mrk", INLINE, "mtype!mtype mid=nmtoken comment @"},
    {NULL, NULL, NULL},
};

const struct row *const tables_12[] = {transitional, NULL};
const struct row *const tables_12_strict[] = {transitional, strict, NULL};
