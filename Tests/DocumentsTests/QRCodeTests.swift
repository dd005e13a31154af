import Documents
import Foundation
import TestSupport
import Testing

@Suite("Issue 3 §1: the picture of an enrolment") struct QRCodeTests {
    @Test("a reader that nobody here wrote reads what was drawn")
    func isRead() async throws {
        let text = "otpauth://totp/Vigie:opi?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Vigie"
        let code = try QRCode(text)
        try await withTemporaryFolder { folder in
            try Data(bitmap(code, scale: 4)).write(to: URL(filePath: folder + "/code.pgm"))
            let zbar = Process()
            zbar.executableURL = URL(filePath: "/usr/bin/zbarimg")
            zbar.arguments = ["--quiet", "--raw", folder + "/code.pgm"]
            let output = Pipe()
            zbar.standardOutput = output
            try zbar.run()
            let said = output.fileHandleForReading.readDataToEndOfFile()
            zbar.waitUntilExit()
            #expect(String(decoding: said, as: UTF8.self) == text + "\n")
        }
    }

    @Test("the drawing has one path and a white ground, and nothing that a page would run")
    func drawing() throws {
        let svg = try QRCode("A").svg
        #expect(svg.hasPrefix("<svg ") && svg.contains("viewBox=\"0 0 29 29\"") && svg.contains("fill=\"#fff\""))
        #expect(!svg.contains("script") && !svg.contains("style"))
    }

    @Test("what has no code is refused", arguments: ["", "é", "a\u{7}"])
    func refuses(_ text: String) { #expect(throws: BarcodeFault.text(text)) { try QRCode(text) } }

    /// A grey picture (PGM) with the quiet zone that a reader needs.
    private func bitmap(_ code: QRCode, scale: Int) -> [UInt8] {
        let quiet = QRCode.quietModules
        let size = (code.rows.count + 2 * quiet) * scale
        let pixels = (0..<size).flatMap { y in
            (0..<size).map { x -> UInt8 in
                let (row, column) = (y / scale - quiet, x / scale - quiet)
                let isInside = code.rows.indices.contains(row) && code.rows.indices.contains(column)
                return isInside && code.rows[row][column] ? 0 : 255
            }
        }
        return Array("P5 \(size) \(size) 255\n".utf8) + pixels
    }
}
