import Foundation
import Testing

@testable import UseCases

@Suite("What is on its way is nobody else's to read") struct PrivateFolderTests {
    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("only its owner enters it, and it goes with all that is in it")
    func folder() throws {
        var path = ""
        do {
            let folder = try PrivateFolder()
            path = folder.path
            try Data("x".utf8).write(to: URL(filePath: "\(path)/letter.pdf"))
            #expect(try permissions(path) == 0o700)
            #expect(FileManager.default.fileExists(atPath: "\(folder.path)/letter.pdf"))
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("an upload is in such a folder, and its bytes come back")
    func upload() throws {
        let spool = try UploadSpool(named: "../rai.xml")
        try Array("<x/>".utf8).withUnsafeBytes { try spool.write($0) }
        #expect(try permissions(spool.folder.path) == 0o700)
        let file = try spool.finish()
        #expect(file.name == "rai.xml" && file.bytes == Array("<x/>".utf8))
    }
}
