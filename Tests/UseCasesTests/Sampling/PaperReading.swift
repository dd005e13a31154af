import Foundation
import TestSupport

/// Reads printed files back with the programs that a laboratory or a person would use.
enum Paper {
    struct ToolFailed: Error { let tool: String }

    /// What a scanner reads on all pages together.
    static func barcodes(_ pdf: [UInt8]) async throws -> Set<String> {
        try await withTemporaryFolder { folder in
            try Data(pdf).write(to: URL(filePath: folder + "/a.pdf"))
            _ = try run("pdftoppm", ["-r", "200", "-gray", folder + "/a.pdf", folder + "/page"])
            let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("page") }
            return try pages.reduce(into: []) { codes, page in
                let text = try run("zbarimg", ["--nodbus", "-q", "--raw", folder + "/" + page], accepting: [0, 4])
                codes.formUnion(text.split(separator: "\n").map(String.init))
            }
        }
    }

    /// The text with every run of white as one space.
    static func text(_ pdf: [UInt8]) async throws -> String {
        try await withTemporaryFolder { folder in
            try Data(pdf).write(to: URL(filePath: folder + "/a.pdf"))
            return try run("pdftotext", ["-layout", folder + "/a.pdf", "-"])
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    private static func run(_ tool: String, _ arguments: [String], accepting: Set<Int32> = [0]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/" + tool)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard accepting.contains(process.terminationStatus) else { throw ToolFailed(tool: tool) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
