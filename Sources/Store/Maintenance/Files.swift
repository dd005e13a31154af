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

/// The system's last error on a file.
func systemError(_ path: String) -> StoreError {
    errno == ENOSPC ? .diskFull : .file(path: path, message: String(cString: strerror(errno)))
}
