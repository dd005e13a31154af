import GRDB
import Hummingbird

/// The route that `make bench BENCH=api` compares with: one row of the same file by a prepared statement, as JSON; no
/// token, no rights, no statuses, no problems. `bare-route FILE PORT`
@main struct BareRoute {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 3, let port = Int(words[2]) else { throw Usage() }
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
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
        try await application.runService()
    }

    struct Usage: Error {}
}
