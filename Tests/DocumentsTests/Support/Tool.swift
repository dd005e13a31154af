import Foundation

/// The real programs that read what we print.
enum Tool: String {
    case pdftoppm, pdftotext, pdffonts, pdfinfo, zbarimg, unzip

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    private var package: String {
        switch self {
        case .zbarimg: "zbar-tools"
        case .unzip: "unzip"
        default: "poppler-utils"
        }
    }

    /// Runs the program and returns what it wrote. `zbarimg` answers 4 where it found no barcode.
    func run(_ arguments: [String], accepting: Set<Int32> = [0]) throws -> String {
        let path = "/usr/bin/\(rawValue)"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Missing(description: "\(rawValue) is not installed: apt-get install \(package)")
        }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard accepting.contains(process.terminationStatus) else {
            throw Failed(description: "\(rawValue) \(arguments.joined(separator: " ")): \(process.terminationStatus)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Runs `body` with a PDF in a fresh folder, and removes the folder afterwards.
func withFile<T>(_ pdf: [UInt8], _ body: (_ folder: String, _ file: String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "document.pdf")
    try Data(pdf).write(to: file)
    return try body(folder.path, file.path)
}
