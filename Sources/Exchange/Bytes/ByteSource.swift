import Kernel

/// Bytes read front to back, a chunk at a time. Not shared between threads.
package protocol ByteStream: AnyObject {
    /// Fills the front of `buffer` and says how many bytes it wrote; 0 at the end, and from then on.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int
}

/// Where bytes come from, without having opened it yet: a value that may be kept, sent and opened again.
package struct ByteSource: Sendable, Hashable {
    enum Origin: Sendable, Hashable {
        case file(path: String)
        case bytes([UInt8])
        indirect case zipEntry(archive: ByteSource, entry: ZipEntry, limits: ZipLimits)
    }

    /// The name findings tell: a file name, or the entry's name inside its archive.
    package let name: String
    let origin: Origin

    package static func file(_ path: String, name: String? = nil) -> ByteSource {
        ByteSource(name: name ?? path.split(separator: "/").last.map(String.init) ?? path, origin: .file(path: path))
    }

    package static func bytes(_ bytes: [UInt8], name: String) -> ByteSource {
        ByteSource(name: name, origin: .bytes(bytes))
    }

    package static func text(_ text: String, name: String) -> ByteSource { .bytes(Array(text.utf8), name: name) }

    package func open() throws(Refusal) -> any ByteStream {
        switch origin {
        case .file(let path): try FileStream(path: path, name: name)
        case .bytes(let bytes): MemoryStream(bytes)
        case .zipEntry(let archive, let entry, let limits):
            try ZipStream(archive: ZipHandle(opening: archive), entry: entry, limits: limits)
        }
    }

    func hasBytes() throws(Refusal) -> Bool {
        let stream = try open()
        let byte = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
        defer { byte.deallocate() }
        return try stream.read(into: byte) > 0
    }

    /// All of it, for what is small by nature (a manifest, a mapping); refused beyond `limit` bytes.
    package func readAll(limit: Int) throws(Refusal) -> [UInt8] {
        let stream = try open()
        var all: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
        defer { chunk.deallocate() }
        while true {
            let count = try stream.read(into: chunk)
            if count == 0 { return all }
            guard all.count + count <= limit else {
                throw Refusal(.fileTooLarge, at: Place(file: name), ["limit": String(limit)])
            }
            all.append(contentsOf: chunk[..<count])
        }
    }
}

/// Bytes already in memory.
final class MemoryStream: ByteStream {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
        let count = min(buffer.count, bytes.count - position)
        guard count > 0 else { return 0 }
        bytes.withUnsafeBytes { all in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<(position + count)]))
        }
        position += count
        return count
    }
}
