import Exchange
import Store

/// A file of results that somebody sent over the network, for the import of its kind.
package struct ReceiveResults: Sendable {
    package enum Kind: Sendable {
        /// A laboratory's analysis report (RAI, XML).
        case blood
        /// A dairy laboratory's file (INFOLABO), with the laboratory's code.
        case milk(laboratory: String)
    }

    package let kind: Kind
    package let bytes: [UInt8]
    package let department: String
    /// Lets in numbers of department 99.
    package let fictitious: Bool

    package init(_ kind: Kind, _ bytes: [UInt8], department: String, fictitious: Bool) {
        self.kind = kind
        self.bytes = bytes
        self.department = department
        self.fictitious = fictitious
    }

    /// - Throws: `Refused`, among others when the bytes are no such file at all.
    package func perform(_ context: Context) async throws -> ResultImportOutcome {
        let source = ByteSource.bytes(bytes, name: name)
        let department = try await FileDepartment(context: context).checked(department)
        switch kind {
        case .blood:
            return try await ImportAnalysisReport(source, department: department, fictitious: fictitious)
                .perform(context)
        case .milk(let laboratory):
            var options = ImportMilkResults.Options()
            options.fictitious = fictitious
            return try await ImportMilkResults(source, laboratory: laboratory, department: department, options)
                .perform(context)
        }
    }

    /// What findings and the list of imports call it.
    private var name: String {
        switch kind {
        case .blood: "api-rai.xml"
        case .milk: "api-infolabo.txt"
        }
    }
}

extension ReadAcknowledgement {
    /// The acknowledgement as a program reads it.
    package func json(_ context: Context) async throws -> [UInt8] { try await perform(context).json() }
}
