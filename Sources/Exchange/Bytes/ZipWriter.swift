import CLibZip
import Kernel

/// Packs files into a zip. The same entries give the same bytes: entries carry no time of day.
package enum ZipWriter {
    package typealias Entry = (name: String, bytes: [UInt8])

    package static func write(_ entries: [Entry], to path: String) throws(Refusal) {
        let place = Place(file: path)
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw refusal(error, place)
        }
        try fill(archive, entries, place)
    }

    /// The archive in memory, without any file.
    package static func bytes(_ entries: [Entry]) throws(Refusal) -> [UInt8] {
        let place = Place(file: "zip")
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let buffer = zip_source_buffer_create(nil, 0, 0, &error) else { throw refusal(error, place) }
        // Closing the archive gives up its hold; this one is ours.
        zip_source_keep(buffer)
        defer { zip_source_free(buffer) }
        guard let archive = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            zip_source_free(buffer)
            throw refusal(error, place)
        }
        try fill(archive, entries, place)
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_source_stat(buffer, &stat) == 0, zip_source_open(buffer) == 0 else {
            throw Refusal(.fileUnwritable, at: place, ["reason": reason(zip_source_error(buffer))])
        }
        defer { zip_source_close(buffer) }
        var bytes = [UInt8](repeating: 0, count: Int(stat.size))
        let read = bytes.withUnsafeMutableBytes { zip_source_read(buffer, $0.baseAddress, stat.size) }
        guard read == Int64(stat.size) else {
            throw Refusal(.fileUnwritable, at: place, ["reason": reason(zip_source_error(buffer))])
        }
        return bytes
    }

    /// Adds the entries and closes the archive, or gives it up.
    private static func fill(_ archive: OpaquePointer, _ entries: [Entry], _ place: Place) throws(Refusal) {
        var isDone = false
        defer { if !isDone { zip_discard(archive) } }
        for entry in entries {
            var error = zip_error_t()
            zip_error_init(&error)
            defer { zip_error_fini(&error) }
            guard let source = ownedCopy(of: entry.bytes, &error) else { throw refusal(error, place) }
            let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(source)
                throw Refusal(.fileUnwritable, at: place, ["reason": reason(zip_get_error(archive))])
            }
            // 1 January 1980, where the format's time begins.
            zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
        }
        guard zip_close(archive) == 0 else {
            throw Refusal(.fileUnwritable, at: place, ["reason": reason(zip_get_error(archive))])
        }
        isDone = true
    }

    private static func refusal(_ error: zip_error_t, _ place: Place) -> Refusal {
        var error = error
        return Refusal(.fileUnwritable, at: place, ["reason": reason(&error)])
    }

    private static func reason(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
        error.map { String(cString: zip_error_strerror($0)) } ?? "?"
    }
}
