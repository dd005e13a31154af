import Documents
import FoundationEssentials
import Kernel
import Prophylaxis
import Store

/// Drawing the reports of a chunk, on all cores: nearly all the time that issuing takes goes into the fonts which each
/// file carries.
enum ReportDrawing {
    struct Drawn: Sendable {
        let draft: ReportDraft
        let pdf: [UInt8]
    }

    /// Too few reports are not worth another set of fonts.
    private static let smallestPart = 20
    private static let mostTasks = 8

    /// - Returns: reports in the order of their subjects, and why the others have none.
    static func all(
        _ subjects: [ReportSubject], _ rows: [Int64: [EvaluationRow]], _ completedOn: Day?, _ issue: ReportIssue
    ) async throws -> (drawn: [Drawn], refusals: [Refused]) {
        var drafts: [ReportDraft] = []
        var refusals: [Refused] = []
        for subject in subjects {
            do {
                drafts.append(try ReportDraft(subject, rows[subject.id] ?? [], completedOn: completedOn))
            } catch let refused as Refused {
                refusals.append(refused)
            }
        }
        return (try await draw(drafts, issue), refusals)
    }

    private static func draw(_ drafts: [ReportDraft], _ issue: ReportIssue) async throws -> [Drawn] {
        let cores = min(ProcessInfo.processInfo.activeProcessorCount, mostTasks)
        let size = max(smallestPart, (drafts.count + cores - 1) / cores)
        return try await withThrowingTaskGroup(of: (Int, [Drawn]).self) { group in
            for start in stride(from: 0, to: drafts.count, by: size) {
                let part = drafts[start..<min(start + size, drafts.count)]
                group.addTask {
                    let press = try Press()
                    return (start, try part.map { Drawn(draft: $0, pdf: try $0.print(issue, on: press)) })
                }
            }
            var parts: [Int: [Drawn]] = [:]
            for try await (start, drawn) in group { parts[start] = drawn }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }
}
