import Exchange

/// A zip made by hand, entry by entry, so that it can lie: stored, not packed.
struct HandmadeZip {
    struct Entry {
        var name: String
        var bytes: [UInt8]
        var isEncrypted = false
        /// Size as declared; nil for the true one.
        var declaredSize: UInt32?
    }

    static func bytes(_ entries: [Entry]) -> [UInt8] {
        var zip: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(zip.count)
            let common = header(entry)
            zip += little(0x0403_4b50) + common + Array(entry.name.utf8) + entry.bytes
            directory += little(0x0201_4b50) + little16(20) + common + little16(0) + little16(0) + little16(0)
            directory += little(0) + little(offset) + Array(entry.name.utf8)
        }
        let count = little16(UInt16(entries.count))
        let end = little(0x0605_4b50) + little16(0) + little16(0) + count + count
        return zip + directory + end + little(UInt32(directory.count)) + little(UInt32(zip.count)) + little16(0)
    }

    /// The 26 bytes that local and central headers share.
    private static func header(_ entry: Entry) -> [UInt8] {
        let size = entry.declaredSize ?? UInt32(entry.bytes.count)
        return little16(20) + little16(entry.isEncrypted ? 1 : 0) + little16(0) + little16(0) + little16(0x21)
            + little(crc32(entry.bytes)) + little(UInt32(entry.bytes.count)) + little(size)
            + little16(UInt16(entry.name.utf8.count)) + little16(0)
    }

    private static func little(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    private static func little16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8)] }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xffff_ffff) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0xedb8_8320 : value >> 1 }
        }
    }
}

/// A packed zip, made by the library.
func packed(_ entries: [(name: String, bytes: [UInt8])], in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/bundle.zip"
    try ZipWriter.write(entries, to: path)
    return path
}
