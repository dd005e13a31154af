import FoundationEssentials
import Kernel

/// Where a demonstration lives: one folder with everything in it, recognisable by its marker file.
struct DemoFolder: Sendable {
    let path: String

    private static let marker = ".vigie-demo"

    var database: String { path + "/vigie.sqlite" }
    /// Files as the outside world sends them.
    var incoming: String { path + "/reception" }
    /// What the program prints.
    var documents: String { path + "/documents" }
    /// Lists and the campaign's balance, for reading.
    var reports: String { path + "/bilan" }

    /// Makes the folder anew. What an earlier demonstration left is removed; anything else is not touched.
    /// - Throws: `DemoFault.foreignFolder` for a folder that is not empty and no demonstration.
    func prepare() throws {
        let files = FileManager.default
        if files.fileExists(atPath: path) {
            let isDemo = files.fileExists(atPath: path + "/" + DemoFolder.marker)
            guard try isDemo || files.contentsOfDirectory(atPath: path).isEmpty else {
                throw DemoFault.foreignFolder(path)
            }
            // The marker goes last: an interrupted removal can still be recognised.
            for name in try files.contentsOfDirectory(atPath: path) where name != DemoFolder.marker {
                try files.removeItem(atPath: path + "/" + name)
            }
        }
        try FileOutput.write(
            Array("Dossier de démonstration de Vigie, données fictives.\n".utf8), to: path + "/" + DemoFolder.marker)
        for folder in [incoming, documents, reports] {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
    }
}

/// Why a demonstration cannot run.
enum DemoFault: Error {
    case foreignFolder(String)
    case unknownDepartment(String)

    var sentence: String {
        switch self {
        case .foreignFolder(let path):
            """
            Refusé : le dossier « \(path) » n'est pas vide et ne vient pas d'une démonstration.
                → Choisissez un autre dossier avec --output, ou videz celui-ci vous-même.

            """
        case .unknownDepartment(let code):
            """
            Refusé : pas de département « \(code) » dans l'annexe I de la note DGAL/SDSPA/2015-1045 \
            (01 à 95, hors Corse et outre-mer).
                → Par exemple : vigie demo --department 63

            """
        }
    }
}
