import HTTPTypes

/// Every operation below `/api/v1`. The router and the OpenAPI document both come from here: what is not here does not
/// exist, and what is here is described.
enum APIRoutes {
    static let all: [Operation] =
        AccountOperations.all + CampaignOperations.all + InterventionOperations.all + OwnOperations.all
        + LaboratoryOperations.all + RegisterOperations.all + NoticeOperations.all + ResultOperations.all
        + RuleOperations.all
        + WebhookOperations.all

    /// The methods that a path of the API knows; none for a path that is none.
    static func methods(of path: String) -> [HTTPRequest.Method] {
        if path == TokenEndpoint.path { return [.post] }
        if [OpenAPIDocument.path, TokenEndpoint.keysPath].contains(path) { return [.get, .head] }
        guard path.hasPrefix(APIDesk.root + "/") else { return [] }
        let parts = path.dropFirst(APIDesk.root.count).split(separator: "/", omittingEmptySubsequences: false)
        let known = all.filter { operation in
            let shape = operation.path.split(separator: "/", omittingEmptySubsequences: false)
            return shape.count == parts.count
                && zip(shape, parts).allSatisfy { $0.hasPrefix("{") ? !$1.isEmpty : $0 == $1 }
        }
        return known.flatMap { $0.method == .get ? [.get, .head] : [$0.method] }
    }
}
