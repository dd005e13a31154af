import Mustache

/// A choice of a list in a form. Pages have dozens of them: no reflection.
struct Choice: MustacheParent, Sendable {
    let value: String
    let title: String
    let isChosen: Bool

    init(_ value: String, _ title: String, isChosen: Bool = false) {
        self.value = value
        self.title = title
        self.isChosen = isChosen
    }

    func child(named name: String) -> Any? {
        switch name {
        case "value": value
        case "title": title
        case "isChosen": isChosen
        default: nil
        }
    }
}
