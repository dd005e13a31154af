import ArgumentParser
import Register
import UseCases

/// `vigie roles`: the policy table, as it is applied.
struct RolesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles", abstract: "Qui peut faire quoi : la table des droits.")

    @Flag(help: "La page de documentation (docs/rights.md).") var markdown = false

    func run() {
        if markdown { return print(PolicyPage.markdown, terminator: "") }
        for intention in Intention.allCases {
            let roles = Policy.roles(for: intention).map(\.rawValue).joined(separator: ", ")
            print("\(intention.rawValue)\t\(roles)\t\(IntentionWords.of(intention))")
        }
    }
}
