import Foundation
import Kernel
import TestSupport
import Testing

/// Bad files of results through the real program: one clear finding with its place and way out, exit code 1, and
/// nothing of what came is lost.
@Suite("Issue 2 §13: bad files of results")
struct BadResultFilesTests {
    enum Format: String, Sendable { case milk, blood, tuberculin, samples }

    struct Case: Sendable, CustomTestStringConvertible {
        let format: Format
        let name: String
        let code: String
        /// The line that the finding names; nil: the file as a whole.
        var line: Int?
        let bytes: @Sendable () -> [UInt8]

        init(
            _ format: Format, _ name: String, _ code: String, line: Int? = nil, _ text: @escaping @Sendable () -> String
        ) {
            (self.format, self.name, self.code, self.line) = (format, name, code, line)
            bytes = { Array(text().utf8) }
        }

        /// Bytes that are no UTF-8.
        init(_ format: Format, _ name: String, _ code: String, bytes: @escaping @Sendable () -> [UInt8]) {
            (self.format, self.name, self.code) = (format, name, code)
            self.bytes = bytes
        }

        var testDescription: String { "\(format.rawValue): \(name)" }
    }

    @Test("Refused with one clear finding, and kept", arguments: BadFiles.all)
    func refused(bad: Case) async throws {
        try await ResultScene.with(.sqlite, herds: 2, matrix: bad.format == .milk ? .milk : .blood) { scene in
            let path = try scene.file("mauvais.\(bad.format == .blood ? "xml" : "csv")", bad.bytes())
            let run = try await scene.vigie(BadFiles.command(bad.format, path, scene))
            #expect(run.status == 1, "\(run.complaint)")
            #expect(!run.wasKilled)
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let place = bad.line.map { "\(name), ligne \($0)" } ?? name
            let told = run.complaint.split(separator: "\n").map(String.init)
            let position = try #require(told.firstIndex { $0.contains("[\(bad.code)]") }, "\(run.complaint)")
            // The sentence stands before its way out.
            let sentence = told[max(0, position - 1)] + told[position]
            #expect(sentence.contains(place) && sentence.contains("→"), "\(sentence)")
            try await expectKept(bad, scene)
        }
    }

    /// Nothing counts twice or half; the file or its lines are there for whoever corrects them.
    private func expectKept(_ bad: Case, _ scene: ResultScene) async throws {
        for table in ["blood_result", "milk_result", "tuberculin_report", "other_sample"] {
            #expect(try await scene.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
        }
        let runs = try await scene.count("SELECT count(*) FROM import_run WHERE accepted_count = 0")
        let lines = try await scene.count("SELECT count(*) FROM import_refused_line WHERE state = 'open'")
        let waiting = try await scene.count("SELECT count(*) FROM unattached_result WHERE state = 'open'")
        #expect(runs == 1)
        #expect(lines + waiting > 0)
    }

    @Test("Numbers with spaces and in lower case are understood")
    func lenientNumbers() async throws {
        try await ResultScene.with(.sqlite, herds: 2, matrix: .blood) { scene in
            let text = BadFiles.blood(animal: "fr 99 1000 0000", number: "9900 1000 0000")
            let path = try scene.file("rai.xml", text.utf8)
            let run = try await scene.vigie(BadFiles.command(.blood, path, scene))
            #expect(run.status == 0, "\(run.complaint)")
            #expect(try await scene.count("SELECT count(*) FROM blood_result") == 1)
        }
        try await ResultScene.with(.sqlite, herds: 2, matrix: .milk) { scene in
            let path = try scene.file("lait.csv", BadFiles.milk(holding: "99 100 000").utf8)
            let run = try await scene.vigie(BadFiles.command(.milk, path, scene))
            #expect(run.status == 0, "\(run.complaint)")
            #expect(try await scene.count("SELECT count(*) FROM milk_result") == 1)
        }
    }

    @Test("Duplicate keys in a file count once", arguments: [Format.milk, .blood])
    func duplicates(format: Format) async throws {
        try await ResultScene.with(.sqlite, herds: 2, matrix: format == .milk ? .milk : .blood) { scene in
            let text = format == .milk ? BadFiles.milk() + BadFiles.milk() : BadFiles.blood(times: 2)
            let path = try scene.file("double", text.utf8)
            let run = try await scene.vigie(BadFiles.command(format, path, scene))
            #expect(run.status == 0, "\(run.complaint)")
            #expect(run.complaint.contains("[duplicate-line]"), "\(run.complaint)")
            #expect(try await scene.count("SELECT count(*) FROM \(format == .milk ? "milk" : "blood")_result") == 1)
        }
    }

    @Test("Columns in another order are the same table")
    func reordered() async throws {
        try await ResultScene.with(.sqlite, herds: 2, matrix: .blood) { scene in
            let animal = ResultScene.cow(0, 0)
            let path = try scene.file("ibr.csv", "sampled-on;animal;plan\n2020-11-02;\(animal);IBR\n".utf8)
            let run = try await scene.vigie(BadFiles.command(.samples, path, scene))
            #expect(run.status == 0, "\(run.complaint)")
            #expect(try await scene.count("SELECT count(*) FROM other_sample") == 1)
        }
    }

    @Test("A truncated archive and a bomb are refused before anything is unpacked", arguments: ["truncated", "bomb"])
    func archives(kind: String) async throws {
        try await ResultScene.with(.sqlite, herds: 1, matrix: .blood) { scene in
            let path = scene.folder + "/registre.zip"
            try Data(BadFiles.zip(kind)).write(to: URL(filePath: path))
            let run = try await scene.vigie(["register", "import", path])
            #expect(run.status == 1)
            let code = kind == "bomb" ? "[zip-suspicious-ratio]" : "[zip-broken]"
            #expect(run.complaint.contains(code) && run.complaint.contains("→"), "\(run.complaint)")
        }
    }
}
