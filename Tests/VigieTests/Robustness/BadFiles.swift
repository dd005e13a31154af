import Foundation
import Kernel

/// Bad files of each format, and the commands that take them.
enum BadFiles {
    typealias Case = BadResultFilesTests.Case

    static func command(_ format: BadResultFilesTests.Format, _ path: String, _ scene: ResultScene) throws -> [String] {
        let common = ["--department", "63", "--fictitious"]
        switch format {
        case .milk:
            let profile = try scene.file("profil.toml", "format = \"vigie-milk/1\"\nsiret-required = false\n".utf8)
            return ["results", "milk", path, "--laboratory", "LIAL99", "--profile", profile] + common
        case .blood: return ["results", "blood", path] + common
        case .tuberculin: return ["results", "tuberculin", path] + common
        case .samples: return ["document", "other-samples", path] + common
        }
    }

    static func milk(holding: String = "99100000", day: String = "2020-11-02", tail: String = "") -> String {
        "LBRUBVS;;;\(day);\(day);\(holding);;;;;;NEG;D1\(tail)\n"
    }

    static func blood(
        animal: String = "FR9910000000", number: String = "990010000000", day: String = "2020-11-02",
        inside: String = "", times: Int = 1
    ) -> String {
        let result = "<result disease=\"BRU\" method=\"EAT\" matrix=\"blood\" interpretation=\"NEG\"/>"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
            <envelope sender="LDA99" recipient="63" created-on="2021-03-10" reference="R1"/>
            <request intervention="\(number)">
            <sample number="S1" animal="\(animal)" sampled-on="\(day)">\(inside)\
            \(String(repeating: result, count: times))</sample>
            </request>
            </analysis-report>

            """
    }

    static let skinHeader =
        "intervention;method;injected-on;read-on;received-on;ntids;nnidsn;subjective-reading;model"

    static func skin(number: String = "990010000000", day: String = "2020-11-02", header: String = skinHeader) -> String
    {
        "\(header)\n\(number);IDS;\(day);2020-11-05;2020-11-10;3;3;0;approved\n"
    }

    static func samples(animal: String = "FR9910000000", day: String = "2020-11-02") -> String {
        "animal;plan;sampled-on\n\(animal);IBR;\(day)\n"
    }

    private static func utf16(_ text: String) -> [UInt8] {
        [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    }

    private static let endless = 3 << 20

    static let all: [Case] = milkCases + bloodCases + skinCases + sampleCases

    private static let milkCases = [
        Case(.milk, "empty", "file-empty") { "" },
        Case(.milk, "UTF-16", "encoding-unsupported", bytes: { utf16(milk()) }),
        Case(.milk, "no text", "file-not-text", bytes: { [0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0] }),
        Case(.milk, "a line that never ends", "line-too-long", line: 1) { String(repeating: "x", count: endless) },
        Case(.milk, "field missing", "field-count", line: 2) { milk() + "LBRUBVS;;;2020-11-02\n" },
        Case(.milk, "field doubled", "field-count", line: 1) { milk(tail: ";D1") },
        Case(.milk, "impossible date", "date-impossible", line: 1) { milk(day: "2020-02-30") },
        Case(.milk, "future date", "date-future", line: 1) { milk(day: "2021-03-16") },
        Case(.milk, "unknown holding", "result-holding-unknown", line: 1) { milk(holding: "99100009") },
    ]

    private static let bloodCases = [
        Case(.blood, "empty", "file-empty") { "" },
        Case(.blood, "UTF-16", "encoding-unsupported", bytes: { utf16(blood()) }),
        Case(.blood, "no XML", "xml-malformed", line: 1) { "PK" },
        Case(.blood, "cut off", "xml-malformed") { String(blood().prefix(300)) },
        Case(.blood, "a tag that never ends", "xml-text-too-long") {
            blood(inside: "<a b=\"" + String(repeating: "x", count: endless))
        },
        Case(.blood, "external entity", "xml-doctype", line: 2) {
            blood().replacing(
                "?>\n", with: "?>\n<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
            ).replacing("S1", with: "&x;")
        },
        Case(.blood, "a million nested elements", "xml-too-deep") {
            blood(inside: String(repeating: "<a>", count: 1_000_000))
        },
        Case(.blood, "impossible date", "date-impossible", line: 5) { blood(day: "2020-02-30") },
        Case(.blood, "future date", "date-future", line: 5) { blood(day: "2021-03-16") },
        Case(.blood, "unknown animal", "result-animal-unknown") { blood(animal: "FR9910000099") },
        Case(.blood, "another campaign", "result-intervention-unknown") { blood(number: "990099999999") },
    ]

    private static let skinCases = [
        Case(.tuberculin, "empty", "file-empty") { "" },
        Case(.tuberculin, "UTF-16", "encoding-unsupported", bytes: { utf16(skin()) }),
        Case(.tuberculin, "a line that never ends", "line-too-long", line: 3) {
            skin() + String(repeating: "x", count: endless)
        },
        Case(.tuberculin, "column missing", "column-missing") {
            skin(header: skinHeader.replacing("injected-on", with: "comment"))
        },
        Case(.tuberculin, "column doubled", "column-doubled") {
            skin(header: skinHeader.replacing("ntids", with: "method"))
        },
        Case(.tuberculin, "impossible date", "date-impossible", line: 2) { skin(day: "2020-02-30") },
        Case(.tuberculin, "future date", "date-future", line: 2) { skin(day: "2021-03-16") },
        Case(.tuberculin, "another campaign", "result-intervention-unknown", line: 2) { skin(number: "990099999999") },
    ]

    private static let sampleCases = [
        Case(.samples, "empty", "file-empty") { "" },
        Case(.samples, "UTF-16", "encoding-unsupported", bytes: { utf16(samples()) }),
        Case(.samples, "column missing", "column-missing") { samples().replacing(";plan", with: ";x") },
        Case(.samples, "column doubled", "column-doubled") { samples().replacing(";plan", with: ";animal") },
        Case(.samples, "impossible date", "date-impossible", line: 2) { samples(day: "2020-02-30") },
        Case(.samples, "unknown animal", "document-sampled-animal-unknown", line: 2) {
            samples(animal: "FR9910000099")
        },
    ]

    /// One deflated entry of 10 kB that declares 100 MB; cut off in the middle where it is to be truncated.
    static func zip(_ kind: String) -> [UInt8] {
        let (name, packed) = (Array("manifest.toml".utf8), [UInt8](repeating: 0x41, count: 10_000))
        func number(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        // Version, flags, deflate, time and date, checksum, sizes, length of the name, no extra field.
        let common =
            number(20, 2) + number(0, 2) + number(8, 2) + number(0, 4) + number(0, 4) + number(packed.count, 4)
            + number(100 << 20, 4) + number(name.count, 2) + number(0, 2)
        let file = number(0x0403_4b50, 4) + common + name + packed
        let directory = number(0x0201_4b50, 4) + number(20, 2) + common + number(0, 14) + name
        let end =
            number(0x0605_4b50, 4) + number(0, 4) + number(1, 2) + number(1, 2) + number(directory.count, 4)
            + number(file.count, 4) + number(0, 2)
        let archive = file + directory + end
        return kind == "truncated" ? Array(archive.prefix(archive.count / 2)) : archive
    }
}
