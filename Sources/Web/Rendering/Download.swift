import Hummingbird

/// The kinds of files that pages give.
enum FileType: String, Sendable {
    case csv = "text/csv; charset=utf-8"
    case markdown = "text/markdown; charset=utf-8"
    case pdf = "application/pdf"
    case xml = "application/xml"
    case zip = "application/zip"
    case jpeg = "image/jpeg"
    case png = "image/png"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}

extension Call {
    /// A file to keep. The name is ASCII: digits, letters, dots and dashes.
    func download(_ bytes: [UInt8], _ name: String, _ type: FileType) throws -> Response {
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentType] = type.rawValue
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    /// A file to look at in the browser, which may keep it under this name.
    func inline(_ bytes: [UInt8], _ name: String, _ type: FileType) throws -> Response {
        var response = try download(bytes, name, type)
        response.headers[.contentDisposition] = "inline; filename=\"\(name)\""
        return response
    }
}
