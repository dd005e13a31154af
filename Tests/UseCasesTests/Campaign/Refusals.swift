import Kernel
import Testing
import UseCases

/// Fails unless the body is refused with the finding, alone or among others.
func expectRefusal<T>(
    _ code: some FindingCode, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> T
) async throws {
    do {
        _ = try await body()
        Issue.record("not refused", sourceLocation: sourceLocation)
    } catch let refused as Refused {
        #expect(refused.findings.map(\.code).contains(code.rawValue), sourceLocation: sourceLocation)
    }
}
