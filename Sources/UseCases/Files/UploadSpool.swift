import Exchange
import FoundationEssentials
import Kernel

/// A file while it arrives: on disk, for us alone, so that many slow senders take no memory. It goes with the value.
package final class UploadSpool {
    package let name: String
    package private(set) var size = 0
    let folder: PrivateFolder
    private let path: String
    private let output: OutputFile

    /// - Parameter name: as the sender calls it; only its last part counts, and nothing of it names a file here.
    package init(named name: String) throws {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let printable = String(String.UnicodeScalarView(last.unicodeScalars.filter { $0.properties.isPrintable }))
        self.name = printable.isEmpty ? "fichier" : String(printable.prefix(200))
        folder = try PrivateFolder()
        path = "\(folder.path)/upload"
        do { output = try OutputFile(path) } catch { throw Refused(error.findings) }
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws {
        do { try output.write(bytes) } catch { throw Refused(error.findings) }
        size += bytes.count
    }

    /// Ends it, and gives its bytes.
    package func finish() throws -> QueueJob.File {
        do { try output.close() } catch { throw Refused(error.findings) }
        return QueueJob.File(name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    }
}

extension Unicode.Scalar.Properties {
    /// Nothing that steers a terminal or turns a line around.
    fileprivate var isPrintable: Bool {
        switch generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
