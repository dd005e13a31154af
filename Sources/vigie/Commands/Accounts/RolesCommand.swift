import ArgumentParser
import Register
import UseCases

/// `vigie roles`: the policy table, as it is applied.
struct RolesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles", abstract: "Qui peut faire quoi : la table des droits.")

    func run() {
        for intention in Intention.allCases {
            let roles = Policy.roles(for: intention).map(\.rawValue).joined(separator: ", ")
            print("\(intention.rawValue)\t\(roles)")
        }
    }
}
