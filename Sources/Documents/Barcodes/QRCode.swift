import CZint

/// A QR code (ISO/IEC 18004) as rows of dark and light modules.
package struct QRCode: Hashable, Sendable {
    /// Rows from the top, modules from the left; true is dark.
    package let rows: [[Bool]]

    /// White that a reader needs all around, in modules.
    package static let quietModules = 4

    /// - Parameter text: printable ASCII.
    package init(_ text: String) throws(BarcodeFault) {
        var text = text
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else { throw .text(text) }
        guard let symbol = ZBarcode_Create() else { throw .encoder("no memory") }
        defer { ZBarcode_Delete(symbol) }
        symbol.pointee.symbology = BARCODE_QRCODE
        symbol.pointee.option_1 = 2  // error correction M: 15 %
        let code = text.withUTF8 { ZBarcode_Encode(symbol, $0.baseAddress, Int32($0.count)) }
        guard code == 0 else { throw .encoder("QR \(code)") }
        let (height, width) = (Int(symbol.pointee.rows), Int(symbol.pointee.width))
        rows = withUnsafeBytes(of: &symbol.pointee.encoded_data) { bytes in
            let stride = bytes.count / QRCode.mostRows
            return (0..<height).map { row in
                (0..<width).map { bytes[row * stride + $0 >> 3] >> UInt8($0 & 7) & 1 == 1 }
            }
        }
    }

    /// Rows that zint's buffer has (`encoded_data`).
    private static let mostRows = 200

    /// The picture, black on white also where the page is dark: readers expect it so.
    package var svg: String {
        let quiet = QRCode.quietModules
        let size = rows.count + 2 * quiet
        let path = rows.enumerated().flatMap { y, row in
            row.enumerated().filter(\.element).map { x, _ in "M\(x + quiet) \(y + quiet)h1v1h-1z" }
        }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" shape-rendering="crispEdges">\
            <rect width="\(size)" height="\(size)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
            """
    }
}
