#include <argon2.h>

#ifdef __GLIBC__
#include <malloc.h>
/* Large blocks go back to the system when they are freed. Left to itself, the C library keeps the room of the first
   freed one for the next: the 19 MiB of a password's hash would stay with the process for good. */
static inline void large_blocks_go_back(void) { mallopt(M_MMAP_THRESHOLD, 4 << 20); }
#else
static inline void large_blocks_go_back(void) {}
#endif
