import FoundationEssentials
import Hummingbird
import Secrets

/// The front-end parts: our own style, script and icon, compiled in, and those that the set-up installs from packages.
/// Each is served under a name that holds its digest, so that browsers keep it for good and never get a stale one.
struct AssetShelf: Sendable {
    private struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
    }

    /// What pages call a part → its address.
    let addresses: [String: String]
    private let assets: [String: Asset]

    /// File of the folder → what pages call it. A part that is not installed is left out: pages work without.
    private static let installed = [
        "bootstrap.min.css": "bootstrap", "htmx.min.js": "htmx", "chart.min.js": "chart", "leaflet.js": "leaflet",
        "leaflet.css": "leafletStyle", "departments.json": "departments",
    ]

    /// Our own style, from its files in the order in which they build on each other.
    private static let style: [UInt8] =
        PackageResources.base_css + PackageResources.frame_css + PackageResources.forms_css
        + PackageResources.tables_css + PackageResources.parts_css + PackageResources.pages_css
        + PackageResources.print_css

    /// - Throws: when a file is there and cannot be read.
    init(folder: String?) throws {
        var files: [(file: String, name: String, bytes: [UInt8])] = [
            ("vigie.css", "style", AssetShelf.style), ("vigie.js", "script", PackageResources.vigie_js),
            ("map.js", "map", PackageResources.map_js), ("vigie.svg", "icon", PackageResources.vigie_svg),
        ]
        if let folder {
            for (file, name) in AssetShelf.installed where FileManager.default.fileExists(atPath: "\(folder)/\(file)") {
                files.append((file, name, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(file)")))))
            }
        }
        var addresses: [String: String] = [:]
        var assets: [String: Asset] = [:]
        for (file, name, bytes) in files {
            let parts = file.split(separator: ".", maxSplits: 1).map(String.init)
            let hashed = "\(parts[0]).\(Token.digest(of: bytes).prefix(12)).\(parts[1])"
            addresses[name] = "/assets/\(hashed)"
            assets[hashed] = Asset(bytes: bytes, type: AssetShelf.type(of: file))
        }
        (self.addresses, self.assets) = (addresses, assets)
    }

    static let endpoint = Endpoint(.get, "/assets/:file", .everyone) { call in
        guard let asset = call.desk.assets.assets[try call.part("file")] else { throw WebFault.notFound }
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        response.headers[.contentType] = asset.type
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }

    private static func type(of file: String) -> String {
        switch file.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "json": "application/json"
        default: "application/octet-stream"
        }
    }
}
