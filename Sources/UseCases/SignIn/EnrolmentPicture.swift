import Documents

/// The QR code that a telephone reads when a second factor is set up, as SVG.
package enum EnrolmentPicture {
    /// - Throws: `BarcodeFault`.
    package static func svg(_ offer: SecondFactor.Offer) throws -> String { try QRCode(offer.address).svg }
}
