/// How much an archive may hold before it is taken for an attack. All are parameters; the defaults leave room for a
/// national register (about 20 million cattle).
package struct ZipLimits: Sendable, Hashable {
    package var entries: Int
    /// Bytes of one entry, unpacked.
    package var entryBytes: UInt64
    /// Bytes of all entries together, unpacked.
    package var totalBytes: UInt64
    /// Unpacked bytes for one packed byte. Tables of numbers reach 10 to 30; deflate itself ends at about 1,030.
    package var ratio: UInt64
    /// Below this size the ratio says nothing: a small file of one repeated line is no bomb.
    package var ratioFrom: UInt64

    package init(
        entries: Int = 1_000, entryBytes: UInt64 = 4 << 30, totalBytes: UInt64 = 8 << 30, ratio: UInt64 = 250,
        ratioFrom: UInt64 = 8 << 20
    ) {
        self.entries = entries
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
        self.ratio = ratio
        self.ratioFrom = ratioFrom
    }
}

/// One file of an archive, as its directory declares it.
package struct ZipEntry: Sendable, Hashable {
    package let index: UInt64
    package let name: String
    package let size: UInt64
    package let packedSize: UInt64
}
