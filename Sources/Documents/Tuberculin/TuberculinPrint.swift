import Kernel

/// What the tuberculin report form says beyond the intervention's heading.
package struct TuberculinForm: Hashable, Sendable {
    /// Animals of which the test is requested.
    package var requested: Int
    /// Where the report is sent within the week after the reading (PRO-183).
    package var returnTo: Party
    /// Who gets it first when an animal is not negative (PRO-180).
    package var authority: Party
    package var reasons: [UntestedReason]

    package init(
        requested: Int, returnTo: Party, authority: Party, reasons: [UntestedReason] = UntestedReason.usual
    ) {
        self.requested = requested
        self.returnTo = returnTo
        self.authority = authority
        self.reasons = reasons
    }
}

/// The tuberculin report form (*rapport de tuberculination*) as a paper of its own (PRO-153, PRO-178, PRO-179);
/// `SamplingPrint` prints the same page as its last one.
package struct TuberculinPrint: Hashable, Sendable, PrintedDocument {
    package var head: InterventionHead
    package var edition: SamplingEdition
    package var form: TuberculinForm

    package init(head: InterventionHead, edition: SamplingEdition, form: TuberculinForm) {
        self.head = head
        self.edition = edition
        self.form = form
    }

    package func layout(_ type: Typesetter) throws -> PageLayout {
        guard head.hasValidNumber else { throw SamplingFault.interventionNumber(head.number) }
        let draw = try page(type)
        return PageLayout(pages: [{ draw($0, PagePlace(number: 1, total: 1)) }])
    }

    func page(_ type: Typesetter) throws -> (Canvas, PagePlace) -> Void {
        let barcode = edition.isDraft ? nil : try type.barcodes.encode(head.number)
        let notice = try Paragraph(
            "À retourner dans la semaine qui suit la lecture à \(form.returnTo.name). En cas de résultat non négatif, "
                + "adresser sans délai le compte rendu à \(form.authority.name), avec copie à \(form.returnTo.name).",
            in: type.face(.plain(8)), of: type, width: A4.width - mm(8) - A4.margin, (1.25, 3, .left))
        return { canvas, place in TuberculinPage(print: self).draw(canvas, barcode, notice, place) }
    }
}
