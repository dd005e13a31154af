import Hummingbird

/// The kinds of files that pages give.
enum FileType: String, Sendable {
    case csv = "text/csv; charset=utf-8"
    case pdf = "application/pdf"
    case xml = "application/xml"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}

extension Call {
    /// A file to keep. The name is ASCII: digits, letters, dots and dashes.
    func download(_ bytes: [UInt8], _ name: String, _ type: FileType) throws -> Response {
        file(bytes, type, disposition: "attachment; filename=\"\(name)\"")
    }

    /// A file to look at or to print, in the browser's own viewer.
    func show(_ bytes: [UInt8], _ name: String, _ type: FileType) throws -> Response {
        file(bytes, type, disposition: "inline; filename=\"\(name)\"")
    }

    private func file(_ bytes: [UInt8], _ type: FileType, disposition: String) -> Response {
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentType] = type.rawValue
        response.headers[.contentDisposition] = disposition
        return response
    }
}
