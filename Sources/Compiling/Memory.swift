internal import CLinux
internal import Glibc

/// Makes memory cheap for a run that reads many documents and keeps them.
///
/// Freed memory stays for the next document instead of going back to the system page by page, and the heap is backed by large
/// pages where the system allows it on request: faults of small fresh pages would be a tenth of the run. Without effect, but
/// harmless, where the system does neither. To be called on the first thread before there are others: a thread that has
/// asked for memory before keeps a heap of its own.
package func prepareMemory() {
  mallopt(Int32(NOMODEX_M_MMAP_THRESHOLD), 1 << 30)
  mallopt(Int32(NOMODEX_M_TRIM_THRESHOLD), 1 << 30)
  mallopt(Int32(NOMODEX_M_ARENA_MAX), 1)
  // Address space, not memory: pages count when they are first written.
  let reserve = 256 << 20
  mallopt(Int32(NOMODEX_M_TOP_PAD), Int32(reserve))
  // The heap grows by the reserve when it first runs short; what lies behind this block is the reserve.
  let size = 1 << 20
  guard let block = unsafe malloc(size) else { return }
  defer { unsafe free(block) }
  guard let end = unsafe sbrk(0), unsafe block < end else { return }
  let largePage = UInt(2 << 20)
  let first = (UInt(bitPattern: block) + UInt(size) + largePage) & ~(largePage - 1)
  guard first < UInt(bitPattern: end), let start = unsafe UnsafeMutableRawPointer(bitPattern: first) else { return }
  unsafe madvise(start, Int(UInt(bitPattern: end) - first), MADV_HUGEPAGE)
}
