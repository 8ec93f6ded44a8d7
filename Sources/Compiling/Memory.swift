internal import CLinux

/// Keeps freed memory for the next document instead of giving it back to the system page by page: a run reads many documents
/// of similar size, and faults of fresh pages would be a tenth of its time.
package func keepMemory() {
  mallopt(Int32(NOMODEX_M_MMAP_THRESHOLD), 1 << 30)
  mallopt(Int32(NOMODEX_M_TRIM_THRESHOLD), 1 << 30)
}
