#include "engine/core/memory.h"

#include <cstdlib> // defines __GLIBC__ where this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace knotmap::core {

void keepMemorySmall()
{
#ifdef __GLIBC__
    constexpr int kLarge = 256 * 1024;
    mallopt(M_MMAP_THRESHOLD, kLarge);
    mallopt(M_TRIM_THRESHOLD, kLarge);
#endif
}

void returnFreedMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace knotmap::core
