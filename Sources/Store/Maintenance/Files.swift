#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file's size in bytes, nil when it does not exist.
/// - Throws: `StoreError.file` when the system does not say, for example for lack of rights.
func fileSize(_ path: String) throws(StoreError) -> Int? {
    var status = stat()
    if stat(path, &status) == 0 { return Int(status.st_size) }
    if errno == ENOENT { return nil }
    throw systemError(path)
}

/// The first bytes of a file, at most `count`.
func fileHead(_ path: String, count: Int) throws(StoreError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw systemError(path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let found = read(descriptor, &bytes, count)
    guard found >= 0 else { throw systemError(path) }
    return Array(bytes[..<found])
}

func removeFile(_ path: String) throws(StoreError) {
    if unlink(path) != 0, errno != ENOENT { throw systemError(path) }
}

/// Renames a finished file to its final name and makes the name durable.
func renameFile(_ path: String, to target: String) throws(StoreError) {
    guard rename(path, target) == 0 else { throw systemError(target) }
    let folder = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
    try flushFile(folder.isEmpty ? "/" : folder)
}

/// Waits until a file, or a folder's names, are on the disk.
func flushFile(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw systemError(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw systemError(path) }
}

/// The system's last error on a file.
func systemError(_ path: String) -> StoreError {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull
    case EROFS: .readOnly
    default: .file(path: path, message: String(cString: strerror(errno)))
    }
}
