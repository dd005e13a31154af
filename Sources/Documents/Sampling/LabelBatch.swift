import Kernel

/// The labels of one document, each encoded once.
struct LabelBatch {
    private enum Content {
        case animal(SampledAnimal)
        case spare(Int)
    }
    private struct Label {
        let content: Content
        /// nil on a draft, and where the number is too long.
        let code: Code128?
    }

    private(set) var barcodes = 0
    private(set) var findings: [Finding] = []
    private var labels: [Int: Label] = [:]
    private let sheet: LabelSheet

    /// Labels of the rows of `pages`; a row's index in its slice is its index in the whole document.
    init(of document: SamplingPrint, on pages: [SamplingPage], _ encoder: Code128Encoder) throws(BarcodeFault) {
        sheet = document.sheet
        for page in pages {
            for index in page.rows.indices {
                let content: Content
                let text: String
                switch page.rows[index] {
                case .animal(let animal):
                    guard animal.hasLabel else { continue }
                    (content, text) = (.animal(animal), animal.number.description)
                case .spare(let number):
                    (content, text) = (.spare(number), spareLabelText(document.head.number, number))
                }
                let code = document.edition.isDraft ? nil : try fitting(encoder.encode(text), content)
                if code != nil { barcodes += sheet.labelsPerAnimal }
                labels[index] = Label(content: content, code: code)
            }
        }
    }

    /// The symbol, unless even the narrowest readable bars are too wide for the label.
    private mutating func fitting(_ code: Code128, _ content: Content) -> Code128? {
        if code.module(fitting: sheet.labelWidth, wanted: sheet.moduleWidth) != nil { return code }
        if case .animal(let animal) = content {
            findings.append(
                Finding(
                    DocumentFinding.labelWithoutBarcode, .warning, ["animal": animal.number.description]))
        }
        return nil
    }

    func draw(_ canvas: Canvas, _ page: SamplingPage, _ grid: SlotGrid) {
        for (position, index) in page.rows.indices.enumerated() {
            guard let label = labels[index] else { continue }
            for place in grid.labels(page.firstSlot + position) { draw(canvas, label, place) }
        }
    }

    private func draw(_ canvas: Canvas, _ label: Label, _ place: Rect) {
        let textHeight = mm(3.6)
        if let code = label.code, let module = code.module(fitting: sheet.labelWidth, wanted: sheet.moduleWidth) {
            let width = Double(code.modules) * mm(module)
            let height = place.height - mm(1.6) - textHeight
            canvas.bars(code, place.middle - width / 2, place.y + mm(0.8), module: mm(module), height: height)
        }
        let baseline = place.bottom - mm(0.9)
        let room = place.width - mm(3)
        switch label.content {
        case .animal(let animal):
            let used = canvas.text(
                animal.workingNumber, .narrowBold(11), .left(place.x + mm(1.5), baseline, width: room / 2))
            canvas.text(
                animal.number.grouped, .narrow(8.5), .right(place.right - mm(1.5), baseline, width: room - used - 4))
        case .spare(let number):
            canvas.text("Réserve R\(number)", .narrowBold(8), .left(place.x + mm(1.5), baseline, width: room / 2))
            canvas.text("N° ________________", .narrow(7.5), .right(place.right - mm(1.5), baseline))
        }
        if label.code == nil { canvas.text(noBarcode(label), .narrow(7), .left(place.x + mm(1.5), place.y + mm(5))) }
    }

    private func noBarcode(_ label: Label) -> String {
        switch label.content {
        case .animal(let animal) where findings.contains { $0["animal"] == animal.number.description }:
            "Numéro trop long pour un code-barres"
        default: "BROUILLON – étiquette sans valeur"
        }
    }
}

/// What a spare label says to a scanner: the intervention and two digits (three from the hundredth on), no animal.
package func spareLabelText(_ intervention: String, _ number: Int) -> String {
    intervention + (number < 10 ? "0" : "") + String(number)
}
