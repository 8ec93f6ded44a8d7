#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H
/* GNU libc has these; Swift's Glibc module does not show them. */
#include <stddef.h>
extern void *_Nullable memrchr(const void *_Nonnull s, int c, size_t n);
extern int renameat2(int oldfolder, const char *_Nonnull oldname, int newfolder, const char *_Nonnull newname,
                     unsigned int flags);
#endif
