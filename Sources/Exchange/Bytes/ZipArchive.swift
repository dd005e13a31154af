import Kernel
import CLibZip

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An archive whose directory has been read and found harmless. Nothing is ever unpacked to disk.
package struct ZipArchive: Sendable {
    package let name: String
    /// Files only, in the archive's order.
    package let entries: [ZipEntry]
    private let source: ByteSource
    private let limits: ZipLimits

    /// Reads the directory and refuses what is cut off, encrypted, too large or badly named.
    package init(opening source: ByteSource, limits: ZipLimits = ZipLimits()) throws(Refusal) {
        name = source.name
        self.source = source
        self.limits = limits
        let handle = try ZipHandle(opening: source)
        let count = zip_get_num_entries(handle.archive, 0)
        guard count <= limits.entries else {
            throw Refusal(
                .zipTooManyEntries, at: Place(file: name),
                ["limit": String(limits.entries), "entries": String(count)])
        }
        var entries: [ZipEntry] = []
        for index in 0..<UInt64(max(0, count)) {
            if let entry = try handle.entry(at: index) { entries.append(entry) }
        }
        try check(entries, limits, archive: name)
        self.entries = entries
    }

    package func source(of entry: ZipEntry) -> ByteSource {
        ByteSource(name: entry.name, origin: .zipEntry(archive: source, entry: entry, limits: limits))
    }
}

/// What the directory declares, against the limits.
private func check(_ entries: [ZipEntry], _ limits: ZipLimits, archive: String) throws(Refusal) {
    var total: UInt64 = 0
    for entry in entries {
        let place = Place(file: entry.name)
        let (sum, overflow) = total.addingReportingOverflow(entry.size)
        guard entry.size <= limits.entryBytes, !overflow, sum <= limits.totalBytes else {
            throw Refusal(
                .zipTooLarge, at: place,
                [
                    "limit": String(overflow || sum > limits.totalBytes ? limits.totalBytes : limits.entryBytes),
                    "size": String(entry.size),
                ])
        }
        total = sum
        try checkRatio(size: entry.size, packed: entry.packedSize, limits, place)
    }
}

func checkRatio(size: UInt64, packed: UInt64, _ limits: ZipLimits, _ place: Place) throws(Refusal) {
    guard size > limits.ratioFrom else { return }
    let ratio = size / max(1, packed)
    guard ratio <= limits.ratio else {
        throw Refusal(
            .zipSuspiciousRatio, at: place, ["limit": String(limits.ratio), "ratio": String(ratio)])
    }
}

/// The open archive of libzip; closed with the last reader.
final class ZipHandle {
    let archive: OpaquePointer
    private let name: String

    init(opening source: ByteSource) throws(Refusal) {
        name = source.name
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let place = Place(file: source.name)
        // The library takes no bytes for a new archive, and a missing file for a broken one.
        guard try source.hasBytes() else { throw Refusal(.fileEmpty, at: place) }
        let zipSource: OpaquePointer?
        switch source.origin {
        case .file(let path): zipSource = zip_source_file_create(path, 0, -1, &error)
        case .bytes(let bytes): zipSource = ownedCopy(of: bytes, &error)
        case .zipEntry: throw Refusal(.zipBroken, at: place, ["reason": "archive inside an archive"])
        }
        guard let zipSource else {
            throw Refusal(.zipBroken, at: place, ["reason": String(cString: zip_error_strerror(&error))])
        }
        guard let archive = zip_open_from_source(zipSource, Int32(ZIP_RDONLY), &error) else {
            zip_source_free(zipSource)
            throw Refusal(.zipBroken, at: place, ["reason": String(cString: zip_error_strerror(&error))])
        }
        self.archive = archive
    }

    deinit { zip_discard(archive) }

    /// nil for a folder.
    func entry(at index: UInt64) throws(Refusal) -> ZipEntry? {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(archive, index, 0, &stat) == 0, let rawName = stat.name else {
            throw Refusal(.zipBroken, at: Place(file: name), ["reason": reason])
        }
        let entryName = String(cString: rawName)
        let place = Place(file: entryName)
        guard isSafe(entryName) else { throw Refusal(.zipUnsafeName, at: place) }
        if entryName.hasSuffix("/") { return nil }
        let known = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
        guard stat.valid & known == known else {
            throw Refusal(.zipBroken, at: place, ["reason": "entry without a size"])
        }
        if stat.encryption_method != UInt16(ZIP_EM_NONE) { throw Refusal(.zipEncrypted, at: place) }
        return ZipEntry(index: index, name: entryName, size: stat.size, packedSize: stat.comp_size)
    }

    var reason: String { String(cString: zip_error_strerror(zip_get_error(archive))) }
}

/// A copy that libzip frees, since it may outlive the call.
func ownedCopy(of bytes: [UInt8], _ error: inout zip_error_t) -> OpaquePointer? {
    guard let copy = malloc(max(1, bytes.count)) else { return nil }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, bytes.count) } }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
        free(copy)
        return nil
    }
    return source
}

/// A relative name that stays inside: no root, no drive, no backslash, no `..`.
private func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(0x5c) else { return false }
    guard !name.utf8.dropFirst().starts(with: ":".utf8) else { return false }
    return !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
}
