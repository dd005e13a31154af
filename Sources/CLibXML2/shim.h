// Debian builds libxml2 with ICU, whose headers clash with the copy of ICU inside Foundation. Only the hidden end of
// one structure that we never touch (`xmlCharEncodingHandler`) depends on them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

// `xmlFree` is a mutable global function pointer, which Swift 6 refuses: call it from C.
static inline void vigie_xml_free(void *pointer) { xmlFree(pointer); }
