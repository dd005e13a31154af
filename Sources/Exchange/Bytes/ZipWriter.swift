import CLibZip
import Kernel

/// Packs files into a zip. The same entries give the same bytes: entries carry no time of day.
package enum ZipWriter {
    package static func write(_ entries: [(name: String, bytes: [UInt8])], to path: String) throws(Refusal) {
        let place = Place(file: path)
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw Refusal(.fileUnwritable, at: place, ["reason": String(cString: zip_error_strerror(&error))])
        }
        var isDone = false
        defer { if !isDone { zip_discard(archive) } }
        for entry in entries {
            var error = zip_error_t()
            zip_error_init(&error)
            defer { zip_error_fini(&error) }
            guard let source = ownedCopy(of: entry.bytes, &error) else {
                throw Refusal(.fileUnwritable, at: place, ["reason": String(cString: zip_error_strerror(&error))])
            }
            let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(source)
                throw Refusal(.fileUnwritable, at: place, ["reason": reason(archive)])
            }
            // 1 January 1980, where the format's time begins.
            zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
        }
        guard zip_close(archive) == 0 else {
            throw Refusal(.fileUnwritable, at: place, ["reason": reason(archive)])
        }
        isDone = true
    }

    private static func reason(_ archive: OpaquePointer) -> String {
        String(cString: zip_error_strerror(zip_get_error(archive)))
    }
}
