import CZint

/// A Code 128 symbol as the widths of its bars and spaces.
///
/// The symbology of French sampling documents is published nowhere; Code 128 holds country letters and digits in one
/// symbol and is what laboratory scanners read (`docs/formats/sampling-document.md`).
package struct Code128: Hashable, Sendable {
    package let text: String
    /// In modules, a bar first, bars and spaces in turn, a bar last.
    package let widths: [UInt8]
    /// Width of the symbol in modules, quiet zones apart.
    package let modules: Int

    /// White that a scanner needs on both sides, in modules (ISO/IEC 15417).
    package static let quietModules = 10
    /// Narrowest module that laboratory scanners read after laser printing, in millimetres.
    package static let narrowestModule = 0.25

    package var modulesWithQuietZones: Int { modules + 2 * Code128.quietModules }

    /// The widest module up to `wanted` with which symbol and quiet zones fit in `width`; nil when it would be
    /// narrower than `narrowestModule`. All in millimetres.
    package func module(fitting width: Double, wanted: Double) -> Double? {
        let widest = min(wanted, width / Double(modulesWithQuietZones))
        return widest >= Code128.narrowestModule ? widest : nil
    }
}

/// Encodes with zint; one instance for many symbols saves the allocation of its large workspace.
package final class Code128Encoder {
    private let symbol: UnsafeMutablePointer<zint_symbol>

    package init() throws(BarcodeFault) {
        guard let symbol = ZBarcode_Create() else { throw .encoder("no memory") }
        self.symbol = symbol
    }

    deinit { ZBarcode_Delete(symbol) }

    /// - Parameter text: printable ASCII.
    package func encode(_ text: String) throws(BarcodeFault) -> Code128 {
        var text = text
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else { throw .text(text) }
        ZBarcode_Clear(symbol)
        symbol.pointee.symbology = BARCODE_CODE128
        let code = text.withUTF8 { ZBarcode_Encode(symbol, $0.baseAddress, Int32($0.count)) }
        guard code == 0, symbol.pointee.rows == 1 else { throw .encoder(message) }
        let modules = Int(symbol.pointee.width)
        return Code128(text: text, widths: runs(modules), modules: modules)
    }

    /// Lengths of equal modules in the first row, which holds eight modules a byte, lowest bit first.
    private func runs(_ modules: Int) -> [UInt8] {
        withUnsafeBytes(of: &symbol.pointee.encoded_data) { row in
            var widths: [UInt8] = []
            widths.reserveCapacity(modules / 2)
            var isBar = true
            var run: UInt8 = 0
            for module in 0..<modules {
                let black = row[module >> 3] >> UInt8(module & 7) & 1 == 1
                if black == isBar {
                    run += 1
                } else {
                    widths.append(run)
                    isBar.toggle()
                    run = 1
                }
            }
            widths.append(run)
            return widths
        }
    }

    private var message: String {
        withUnsafeBytes(of: &symbol.pointee.errtxt) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
