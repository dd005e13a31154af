import Exchange
import Kernel
import Prophylaxis
import Testing

@Suite("Decision 17: the manifest")
struct ManifestTests {
    static let good = """
        format = "vigie-register/1"
        kind = "full"
        extracted-on = 2020-09-01
        department = "63"
        """

    @Test("A date may be a TOML date or a text", arguments: ["2020-09-01", "\"2020-09-01\""])
    func dates(written: String) {
        let (manifest, findings) = BundleManifest.read(
            .text(Self.good.replacing("2020-09-01", with: written), name: "manifest.toml"))
        #expect(findings.isEmpty)
        #expect(manifest?.extractedOn == Day("2020-09-01"))
    }

    @Test(
        "Faults have their line",
        arguments: [
            ("kind = \"full\"", "kind = \"complete\"", "key-invalid", 2),
            ("kind = \"full\"", "kind = ", "toml-syntax", 2),
            ("kind = \"full\"", "kind = 1", "key-invalid", 2),
            ("department = \"63\"", "departement = \"63\"", "key-unknown", 4),
            ("vigie-register/1", "vigie-register/9", "key-invalid", 1), ("2020-09-01", "\"1 sept.\"", "key-invalid", 3),
            ("department = \"63\"", "department = \"63\"\n[rows]\nanimals = -1", "key-invalid", 6),
            ("department = \"63\"", "department = \"63\"\n[rows]\ncows = 1", "key-unknown", 6),
        ])
    func faults(text: String, replacement: String, code: String, line: Int) {
        let (manifest, findings) = BundleManifest.read(
            .text(Self.good.replacing(text, with: replacement), name: "manifest.toml"))
        #expect(manifest == nil)
        #expect(findings.contains { $0.code == code && $0.place?.line == line && $0.severity == .fatal })
    }

    @Test("What is missing is told")
    func missing() {
        let (_, findings) = BundleManifest.read(.text("", name: "manifest.toml"))
        #expect(findings.map { $0["key"] } == ["format", "kind", "extracted-on", "department"])
        #expect(Set(findings.map(\.code)) == ["key-missing"])
    }

    @Test(
        "A manifest that is no text, or much too large, is refused",
        arguments: [
            ([0xff, 0xfe, 0x00] as [UInt8], "encoding-not-utf8"),
            ([UInt8](repeating: 0x23, count: 1 << 21), "file-too-large"),
        ])
    func noText(bytes: [UInt8], code: String) {
        #expect(BundleManifest.read(.bytes(bytes, name: "manifest.toml")).findings.map(\.code) == [code])
    }

    @Test("Written and read back it is the same")
    func roundTrip() {
        let manifest = BundleManifest(
            format: .history, kind: .incremental, extractedOn: testDay, department: "2A", source: "a\\b \"c\"\n",
            rowCounts: ["interventions": 3, "reports": 0])
        #expect(BundleManifest.read(.text(manifest.toml, name: "manifest.toml")).manifest == manifest)
    }
}
