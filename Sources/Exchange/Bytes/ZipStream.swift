import Kernel
import CLibZip

/// One entry of an archive, unpacked as it is read, with an eye on how much really comes out: the sizes in the
/// directory are only what the sender claims.
final class ZipStream: ByteStream {
    private let archive: ZipHandle
    private let file: OpaquePointer
    private let entry: ZipEntry
    private let limits: ZipLimits
    private var count: UInt64 = 0

    init(archive: ZipHandle, entry: ZipEntry, limits: ZipLimits) throws(Refusal) {
        self.archive = archive
        self.entry = entry
        self.limits = limits
        guard let file = zip_fopen_index(archive.archive, entry.index, 0) else {
            throw Refusal(.zipEntryBroken, at: Place(file: entry.name), ["reason": archive.reason])
        }
        self.file = file
    }

    deinit { zip_fclose(file) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
        let place = Place(file: entry.name)
        let got = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
        guard got >= 0 else {
            let reason = String(cString: zip_error_strerror(zip_file_get_error(file)))
            throw Refusal(.zipEntryBroken, at: place, ["reason": reason])
        }
        if got == 0, count != entry.size {
            throw Refusal(.zipEntryBroken, at: place, ["reason": "\(count) bytes of \(entry.size)"])
        }
        count += UInt64(got)
        guard count <= limits.entryBytes, count <= max(entry.size, 1) else {
            throw Refusal(
                .zipTooLarge, at: place,
                ["limit": String(min(limits.entryBytes, entry.size)), "size": String(count)])
        }
        try checkRatio(size: count, packed: entry.packedSize, limits, place)
        return Int(got)
    }
}
