import Register
import UseCases

/// Who the token is.
enum AccountOperations {
    static let all = [
        Operation(
            id: "getAccount", method: .get, path: "/account", access: .signedIn,
            success: .json(
                .object([
                    .init("login", .string), .init("name", .string), .init("role", .codes(Role.self)),
                    .init("departments", .nullable(.list(.string))),
                    .init("intentions", .list(.string)),
                ]))
        ) { call in
            let actor = call.bearer.actor
            let departments: JSON =
                switch actor.scope {
                case .departments(let codes): .list(codes.sorted().map(JSON.text))
                default: .null
                }
            return APIAnswer(
                .object([
                    ("login", .text(actor.login)), ("name", .text(actor.name)), ("role", .text(actor.role.rawValue)),
                    ("departments", departments),
                    (
                        "intentions",
                        .list(
                            Intention.allCases.filter { Policy.allows($0, to: actor.role) }.map { .text($0.rawValue) })
                    ),
                ]))
        }
    ]
}
