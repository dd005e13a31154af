import Foundation
import GRDB
import Hummingbird

/// The routes that `make bench` compares with. For `api`: one row of the same file by a prepared statement, as JSON; no
/// token, no rights, no statuses, no problems. For `follow-up`: the rows of a statement, and so many bytes sent.
/// `bare-route FILE PORT [STATEMENT-FILE BYTES]`
@main struct BareRoute {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 3 || words.count == 5, let port = Int(words[2]) else { throw Usage() }
        var configuration = Configuration()
        configuration.readonly = true
        let pool = try DatabasePool(path: words[1], configuration: configuration)
        let router = Router()
        router.get("/api/v1/interventions/:number") { _, context -> Response in
            let number = try context.parameters.require("number")
            let text = try await pool.read { database -> String in
                let statement = try database.cachedStatement(
                    sql: "SELECT number, department, kind, state FROM intervention WHERE number = ?")
                guard let row = try Row.fetchOne(statement, arguments: [number]) else { throw HTTPError(.notFound) }
                let (number, department, kind, state): (String, String, String, String) = (
                    row[0], row[1], row[2], row[3]
                )
                return """
                    {"number":"\(number)","department":"\(department)","kind":"\(kind)","state":"\(state)"}
                    """
            }
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        if words.count == 5, let bytes = Int(words[4]) {
            try rows(of: words[3], bytes, pool, router)
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
        try await application.runService()
    }

    private static func rows(
        of file: String, _ bytes: Int, _ pool: DatabasePool, _ router: Router<BasicRequestContext>
    ) throws {
        let sql = try String(contentsOfFile: file, encoding: .utf8)
        let filler = ByteBuffer(repeating: 0x78, count: bytes)
        router.get("/suivi") { _, _ -> Response in
            let count = try await pool.read { database -> Int in
                let rows = try Row.fetchAll(database.cachedStatement(sql: sql))
                return rows.reduce(0) { $0 + ($1.databaseValues.isEmpty ? 0 : 1) }
            }
            return Response(
                status: .ok, headers: [.contentType: "text/html", .init("X-Rows")!: String(count)],
                body: ResponseBody(byteBuffer: filler))
        }
    }

    struct Usage: Error {}
}
