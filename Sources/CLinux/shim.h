#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H
/* GNU libc has these; Swift's Glibc module does not show them. */
#include <stddef.h>
extern void *_Nullable memrchr(const void *_Nonnull s, int c, size_t n);
extern int renameat2(int oldfolder, const char *_Nonnull oldname, int newfolder, const char *_Nonnull newname,
                     unsigned int flags);
/* malloc.h, whose names Swift hides */
extern int mallopt(int parameter, int value);
#define NOMODEX_M_TRIM_THRESHOLD (-1)
#define NOMODEX_M_TOP_PAD (-2)
#define NOMODEX_M_MMAP_THRESHOLD (-3)
#define NOMODEX_M_ARENA_MAX (-8)
#endif
