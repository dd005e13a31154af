import FoundationEssentials
import Kernel
import UseCases

/// Files that a command writes: the folder is made where it is missing.
enum FileOutput {
    static func write(_ bytes: [UInt8], to path: String) throws {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try FileManager.default.createDirectory(
                atPath: String(path[..<slash]), withIntermediateDirectories: true)
        }
        try Data(bytes).write(to: URL(filePath: path))
    }
}
