import ArgumentParser
import Exchange
import Kernel
import Store
import UseCases

/// How a bundle is read: common to all commands that take one.
struct BundleOptions: ParsableArguments {
    @Option(help: "Fichier de correspondance des colonnes (TOML), pour les fichiers d'une autre source.")
    var mapping: String?

    @Flag(help: "Admet les numéros fictifs (département 99).")
    var fictitious = false

    /// Opens the bundle, telling what was found on the way.
    /// - Throws: `Refused` when it cannot be used.
    func open(_ path: String) throws -> RegisterBundle {
        let opened = RegisterBundle.open(path, mapping: try columnMapping())
        guard let bundle = opened.bundle else { throw Refused(opened.findings) }
        FindingPrinter.print(opened.findings)
        return bundle
    }

    func importOptions() throws -> ImportOptions {
        var options = ImportOptions()
        options.fictitious = fictitious
        if let mapping { options.mapping = try bytes(of: mapping) }
        return options
    }

    private func columnMapping() throws -> ColumnMapping? {
        guard let mapping else { return nil }
        let read = ColumnMapping.read(.file(mapping))
        guard let columns = read.mapping else { throw Refused(read.findings) }
        FindingPrinter.print(read.findings)
        return columns
    }

    private func bytes(of path: String) throws -> [UInt8] {
        do { return try ByteSource.file(path).readAll(limit: 1 << 20) } catch { throw Refused(error.findings) }
    }
}
