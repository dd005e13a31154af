import Exchange
import Kernel
import Register
import Store

/// Imports a bundle: the register, full or incremental, or the history of earlier campaigns (design: imports; decisions
/// 17 to 19).
///
/// Lines are read and judged in temporary tables outside of any transaction; one short transaction then takes in the
/// good lines, the refused ones with their findings, and the trace of the run. A process killed before it leaves
/// nothing, the same command again does it all. The same bytes again change nothing that was accepted; refused lines
/// are judged again.
package struct ImportRegister: UseCase {
    package let intention = Intention.registerImport
    let bundle: RegisterBundle
    let options: ImportOptions
    let family: ImportFamily
    let progress: ImportProgress?

    package init(
        _ bundle: RegisterBundle, _ options: ImportOptions = ImportOptions(), family: ImportFamily = .register,
        progress: ImportProgress? = nil
    ) {
        self.bundle = bundle
        self.options = options
        self.family = family
        self.progress = progress
    }

    package var department: String? { bundle.manifest.department }

    /// How often the bundle is judged anew when others change the register meanwhile.
    private static let mostAttempts = 3

    package func run(_ context: Context) async throws -> ImportOutcome {
        let manifest = bundle.manifest
        guard manifest.format == family.format else {
            throw Refused(
                RegisterFinding.bundleFormat, ["expected": family.kind, "found": manifest.format.rawValue])
        }
        let digest = try refusing { try ImportDigest.of(bundle, mapping: options.mapping) }
        let previous = try await context.database.read { connection in
            try connection.acceptedRun(kind: family.kind, digest: digest, department: manifest.department)
        }
        if let previous {
            return try await ReplayRefused(previous, options: options, asUnchanged: digest).run(context)
        }
        try await requireNewer(context)
        let desk = try await ImportDesk(context, department: manifest.department, options, progress)
        var run = desk.run(kind: family.kind, name: bundle.name, digest: digest)
        run.sender = manifest.source
        run.policy = options.policy ?? desk.policy(of: manifest.source)
        let order = ImportOrder(input: ImportInput(bundle), run: run, notes: [readNote(manifest)])
        for _ in 1..<Self.mostAttempts {
            do { return try await desk.carryOut(order) } catch is RegisterChanged { continue }
        }
        do { return try await desk.carryOut(order) } catch is RegisterChanged {
            throw Refused(RegisterFinding.concurrentImport)
        }
    }

    /// The first finding of every run: what was read.
    private func readNote(_ manifest: BundleManifest) -> Finding {
        Finding(
            RegisterFinding.bundleRead, .info, at: Place(file: bundle.name),
            [
                "kind": manifest.kind.rawValue, "extracted": manifest.extractedOn.description,
                "department": manifest.department, "tables": bundle.tables.joined(separator: ", "),
            ])
    }

    /// A full bundle older than the last one would bring back what has changed since.
    private func requireNewer(_ context: Context) async throws {
        guard family == .register, bundle.manifest.kind == .full, !options.acceptOlder else { return }
        let manifest = bundle.manifest
        let note = try await context.database.read { connection in
            try connection.lastImportNote(kind: family.kind, department: manifest.department)
        }
        guard let note else { return }
        let finding = try CanonicalJSON.decode(Finding.self, from: note.utf8)
        guard let last = finding["extracted"].flatMap({ Day($0) }), manifest.extractedOn < last else { return }
        throw Refused(
            RegisterFinding.bundleOlder,
            ["extracted": manifest.extractedOn.description, "last": last.description])
    }
}

/// Turns a file that cannot be read on into a refusal.
func refusing<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let refusal as Refusal { throw Refused(refusal.findings) }
}

/// Another import was merged while this one was judged: what it judged by has changed.
struct RegisterChanged: Error {}
