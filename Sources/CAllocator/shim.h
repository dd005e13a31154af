#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <unistd.h>
/* Two habits of the C library that cost memory and save no time here.
   It keeps the room of the first large block that was freed for the next one: the 19 MiB of a password's hash would stay
   with the process for good. And it gives each thread a heap of its own, up to eight a core: what one lets go, no other
   may use. */
static inline void allocate_thriftily(void) {
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    mallopt(M_ARENA_MAX, cores > 2 ? (int)cores : 2);
}
#else
static inline void allocate_thriftily(void) {}
#endif
