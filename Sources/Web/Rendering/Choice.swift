/// A choice of a list in a form.
struct Choice: Sendable {
    let value: String
    let title: String
    let isChosen: Bool

    init(_ value: String, _ title: String, isChosen: Bool = false) {
        self.value = value
        self.title = title
        self.isChosen = isChosen
    }
}
