import Foundation
import TestSupport

/// What a demonstration has said and left.
struct DemoOutcome {
    let folder: String
    let process: ProcessOutcome

    static func play(
        in folder: String, scale: String = "0.02", database: String? = nil, _ more: [String] = []
    ) async throws -> DemoOutcome {
        var arguments = ["demo", "--department", "63", "--scale", scale, "--output", folder] + more
        if let database { arguments += ["--database", database] }
        return DemoOutcome(folder: folder, process: try await VigieProgram.run(arguments))
    }

    /// Each step with what the table says of it, without the times, in the order of the table.
    var steps: [(name: String, outcome: String)] {
        process.lines.filter { $0.hasPrefix("│") }.compactMap { line in
            let cells = line.split(separator: "│").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, cells[0].contains("/") else { return nil }
            return (cells[1], cells[2])
        }
    }

    /// The whole numbers that a step tells, thousands joined; nil where there is no such step.
    func numbers(_ step: String) -> [Int]? {
        steps.first { $0.name == step }.map { step in
            step.outcome.replacing("\u{202F}", with: "").split { !$0.isNumber }.compactMap { Int($0) }
        }
    }

    /// Every file below a part of the folder, by its path there.
    func files(_ part: String) throws -> [String: Data] {
        let root = folder + "/" + part
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            files[path] = try Data(contentsOf: URL(filePath: "\(root)/\(path)"))
        }
        return files
    }

    /// The first field of each line of a table of the register.
    func firstFields(_ table: String) throws -> [String] {
        let text = String(
            decoding: try Data(contentsOf: URL(filePath: "\(folder)/reception/registre/\(table).csv")), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ";").first.map(String.init) }
    }
}
