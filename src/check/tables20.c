/*
 * tables20.c - XLIFF 2.0 (OASIS Standard, 2014), 2.1 (2018) and 2.2 (Committee
 * Specification 01, 2025) with the modules that kernsatz writes or reads:
 * metadata, translation candidates and glossary. 2.0 and 2.1 differ in the
 * attributes of codes, and in modules that count as foreign here.
 */
#include "check/parts.h"

#define INLINE "# cp|ph|pc|sc|ec|mrk|sm|em*"
#define OF_PLACE \
    "canResegment=yesno translate=yesno srcDir=dir trgDir=dir xml:space=space "
#define HINTS "canCopy=yesno canDelete=yesno canReorder=firstno "
#define OF_CODE \
    HINTS "copyOf=nmtoken subType=user type=code "
#define OF_ONE \
    "disp equiv dataRef=nmtoken subFlows=nmtokens "
#define OF_PAIR \
    "disp equiv dataRef=nmtoken subFlows=nmtokens dir=dir " \
    "canOverlap=yesno isolated=yesno "
#define OF_PH "id!nmtoken " OF_CODE OF_ONE
#define OF_PC \
    "id!nmtoken " OF_CODE "canOverlap=yesno dispStart dispEnd equivStart " \
    "equivEnd dataRefStart=nmtoken dataRefEnd=nmtoken " \
    "subFlowsStart=nmtokens subFlowsEnd=nmtokens dir=dir "
#define OF_SC "id!nmtoken " OF_CODE OF_PAIR
#define OF_EC "id=nmtoken startRef=nmtoken " OF_CODE OF_PAIR
#define OF_MARK "id!nmtoken translate=yesno type=mark ref value @"
#define OF_NOTE "id=nmtoken appliesTo=side category priority=ten "
#define OF_XLIFF "version! srcLang!language trgLang=language xml:space=space @"

static const struct row core[] = {
    {"xliff", "file+", OF_XLIFF},
    {"file", "skeleton? @* notes? unit|group+",
     "id!nmtoken original " OF_PLACE "@"},
    {"skeleton", "# @*", "href"},
    {"group", "@* notes? unit|group*",
     "id!nmtoken name type=user " OF_PLACE "@"},
    {"unit", "@* notes? originalData? segment|ignorable+",
     "id!nmtoken name type=user " OF_PLACE "@"},
    {"segment", "source target?",
     "id=nmtoken canResegment=yesno state=state2 subState=user"},
    {"ignorable", "source target?", "id=nmtoken"},
    {"notes", "note+", ""},
    {"note", "#", OF_NOTE "@"},
    {"originalData", "data+", ""},
    {"data", "# cp*", "id!nmtoken dir=dir xml:space=space"},
    {"source", INLINE, "xml:lang=language xml:space=space"},
    {"target", INLINE, "xml:lang=language xml:space=space order=number"},
    {"cp", "", "hex!hex"},
    {"ph", "", OF_PH "@"},
    {"pc", INLINE, OF_PC "@"},
    {"sc", "", OF_SC "@"},
    {"ec", "", OF_EC "@"},
    {"mrk", INLINE, OF_MARK},
    {"sm", "", OF_MARK},
    {"em", "", "startRef!nmtoken"},
    {"mda:metadata", "mda:metaGroup+", "id=nmtoken"},
    {"mda:metaGroup", "mda:metaGroup|mda:meta+",
     "id=nmtoken category appliesTo=side3"},
    {"mda:meta", "#", "type!"},
    {"mtc:matches", "mtc:match+", ""},
    {"mtc:match", "mda:metadata? originalData? source target @*",
     "id=nmtoken matchQuality=per-cent matchSuitability=per-cent origin ref! "
     "reference=yesno similarity=per-cent subType=user type=match @"},
    {"gls:glossary", "gls:glossEntry+", ""},
    {"gls:glossEntry", "gls:term gls:translation* gls:definition? @*",
     "id=nmtoken ref @"},
    {"gls:term", "#", "source @"},
    {"gls:translation", "#", "id=nmtoken ref source @"},
    {"gls:definition", "#", "source @"},
    {NULL, NULL, NULL},
};

/* In 2.0 the codes took attributes of modules only. */
static const struct row core_20[] = {
    {"ph", "", OF_PH "@m"},
    {"pc", INLINE, OF_PC "@m"},
    {"sc", "", OF_SC "@m"},
    {"ec", "", OF_EC "@m"},
    {NULL, NULL, NULL},
};

static const struct row core_22[] = {
    {"xliff", "notes? mda:metadata? file+", OF_XLIFF},
    {"note", "#", OF_NOTE "ref @"},
    {NULL, NULL, NULL},
};

const struct row *const tables_20[] = {core, core_20, NULL};
const struct row *const tables_21[] = {core, NULL};
const struct row *const tables_22[] = {core, core_22, NULL};
