/// Where a rule comes from: a text and the place in it, with the requirement that carries it here.
package struct LegalReference: Hashable, Sendable, Codable {
    /// The text, e.g. `DGAL/SDSPA/2020-653`.
    package let text: String
    /// The place in it, e.g. `annexe 2` or `10.6.3.1 NB 7`.
    package let place: String
    /// The requirement of the catalogue, e.g. `PRO-302`.
    package let requirement: String?

    package init(_ text: String, _ place: String, requirement: String? = nil) {
        self.text = text
        self.place = place
        self.requirement = requirement
    }

    /// The bovine prophylaxis specification, version 3.3.
    package static func prophylaxis(_ place: String, _ requirement: String? = nil) -> LegalReference {
        LegalReference("DGAL/SDSPA/2020-653", place, requirement: requirement)
    }
}
