#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>

// `xmlFree` is a mutable global function pointer, which Swift 6 refuses: call it from C.
static inline void vigie_xml_free(void *pointer) { xmlFree(pointer); }
