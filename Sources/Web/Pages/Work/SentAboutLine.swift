/// What was sent with a form of one line of a list and refused: the line stands open again with it.
struct SentAboutLine: Sendable {
    private let form: Form?

    /// - Parameters:
    ///   - item: the line's alert.
    ///   - result: the line's result that waits for a place.
    init(_ form: Form?, item: Int64?, result: Int64?) {
        let isAbout = [("alerte", item), ("resultat", result)].contains { name, id in
            id != nil && form?.value(name) == id.map(String.init)
        }
        self.form = isAbout ? form : nil
    }

    func value(_ name: String) -> String? { form?.value(name) }

    var closes: Bool { form?.value("alerte") != nil }
    var attaches: Bool { form?.value("intervention") != nil }
    var dismisses: Bool { form?.value("resultat") != nil && !attaches }
}
