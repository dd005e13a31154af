import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// One item of a check list: what makes it fire on a desk where it is silent.
struct SetupCase: Sendable, CustomTestStringConvertible {
    let requirement: String
    let code: SetupFinding
    /// On an executed campaign; otherwise on a prepared one.
    let executed: Bool
    /// A part of what the finding must name.
    let naming: String
    let spoil: @Sendable (SetupDesk) async throws -> SetupDesk

    init(
        _ requirement: String, _ code: SetupFinding, executed: Bool = false, naming: String = "",
        _ spoil: @escaping @Sendable (SetupDesk) async throws -> SetupDesk
    ) {
        self.requirement = requirement
        self.code = code
        self.executed = executed
        self.naming = naming
        self.spoil = spoil
    }

    var testDescription: String { "\(requirement) \(code.rawValue)" }

    /// The item is silent before and fires after.
    func prove(on engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            if executed { try await desk.execute() } else { try await desk.prepare() }
            let before = try await desk.check()
            #expect(!before.contains { $0.finding.code == code.rawValue }, "fires without cause")
            let after = try await spoil(desk).check()
            let item = after.first { $0.finding.code == code.rawValue }
            #expect(item != nil, "is silent")
            guard let item else { return }
            #expect(item.requirement == requirement)
            if !naming.isEmpty {
                #expect((item.finding["list"] ?? "").contains(naming), "names \(item.finding["list"] ?? "")")
            }
            #expect(FindingTexts.hasText(for: item.finding.code))
            let text = FindingTexts.text(of: item.finding)
            #expect(!text.sentence.contains("{") && !text.wayOut.contains("{"))
        }
    }
}

extension SetupDesk {
    /// A change of the register, seen on the same day.
    func after(_ body: @escaping @Sendable (Fixture, Connection) throws -> Void) async throws -> SetupDesk {
        try await write(body)
        return self
    }

    /// A change of one parameter; the campaign may be executed already.
    func after(
        setting name: String, to text: String, because justification: String? = nil
    ) async throws -> SetupDesk {
        try await set(name, text, because: justification, emergency: "essai")
        return self
    }

    /// A change of the convention.
    func after(convention tree: JSONValue) async throws -> SetupDesk {
        try await perform(
            SetConvention(department: Fixture.department, tree: tree, justification: "avenant"), as: .authority)
        return self
    }
}
