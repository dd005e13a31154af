import Foundation

/// What a laboratory's scanner reads on each page, rasterised at 200 dots per inch.
func barcodes(_ pdf: [UInt8], dpi: Int = 200) throws -> [[String]] {
    try withFile(pdf) { folder, file in
        try rasters(folder, file, ["-r", String(dpi), "-gray"]).map { page in
            try Tool.zbarimg.run(["--nodbus", "-q", "--raw", page], accepting: [0, 4])
                .split(separator: "\n").map(String.init)
        }
    }
}

/// Text of the whole file, lines as they stand on paper, all spaces alike.
func text(_ pdf: [UInt8]) throws -> String {
    try withFile(pdf) { _, file in try Tool.pdftotext.run(["-layout", file, "-"]) }
        .replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
}

/// The text with every run of white as one space, so that a sentence is found wherever its lines end.
func flatText(_ pdf: [UInt8]) throws -> String {
    try text(pdf).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Those of `expected` that the text does not hold; an empty answer is the good one, and a short one to read.
func missing(_ expected: [String], in text: String) -> [String] { expected.filter { !text.contains($0) } }

/// A line of `pdffonts`.
struct FontLine {
    let line: Substring
    /// The bars of barcodes: glyphs that the file itself draws.
    var isBars: Bool { line.contains(/^\[none\] +Type 3 +Custom +yes/) }
}

func fonts(_ pdf: [UInt8]) throws -> [FontLine] {
    try withFile(pdf) { _, file in try Tool.pdffonts.run([file]) }.split(separator: "\n").dropFirst(2)
        .map { FontLine(line: $0) }
}

/// A word and where it stands, in points from the upper left corner.
struct Word: Hashable {
    let page: Int
    let text: String
    let x: Double
    let y: Double
    let right: Double
    let bottom: Double
}

func words(_ pdf: [UInt8]) throws -> [Word] {
    let page = /<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">(.*)<\/word>/
    var number = 0
    var words: [Word] = []
    for line in try withFile(pdf, { _, file in try Tool.pdftotext.run(["-bbox", file, "-"]) }).split(separator: "\n") {
        if line.contains("<page ") { number += 1 }
        guard let match = line.firstMatch(of: page), let x = Double(match.1), let y = Double(match.2),
            let right = Double(match.3), let bottom = Double(match.4)
        else { continue }
        words.append(Word(page: number, text: String(match.5), x: x, y: y, right: right, bottom: bottom))
    }
    return words
}

/// Paths of the pages as pictures, in order.
func rasters(_ folder: String, _ file: String, _ options: [String]) throws -> [String] {
    _ = try Tool.pdftoppm.run(options + [file, folder + "/page"])
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("page") }.sorted()
        .map { folder + "/" + $0 }
}

/// A page as pixels.
struct Raster {
    let width: Int
    let height: Int
    /// 1 grey or 3 colour bytes a pixel.
    let channels: Int
    let bytes: [UInt8]

    init(_ path: String) throws {
        bytes = Array(try Data(contentsOf: URL(filePath: path)))
        // "P5", width, height, maximum: four words, one white character, then the pixels.
        let head = bytes.prefix(40).split(maxSplits: 4) { $0 == 0x20 || $0 == 0x0a }.prefix(4)
            .map { String(decoding: $0, as: UTF8.self) }
        width = Int(head[1]) ?? 0
        height = Int(head[2]) ?? 0
        channels = head[0] == "P6" ? 3 : 1
    }

    private var start: Int { bytes.count - width * height * channels }

    func isBlack(_ x: Int, _ y: Int) -> Bool { bytes[start + (y * width + x) * channels] < 128 }

    /// Whether every pixel is black, white or grey.
    var isColourless: Bool {
        guard channels == 3 else { return true }
        for index in stride(from: start, to: bytes.count, by: 3) {
            guard bytes[index] == bytes[index + 1], bytes[index] == bytes[index + 2] else { return false }
        }
        return true
    }

    /// Alternating lengths of white and black along a row, white first.
    func runs(_ y: Int, from left: Int, to right: Int) -> [Int] {
        var runs = [0]
        var black = false
        for x in left..<right {
            if isBlack(x, y) != black {
                black.toggle()
                runs.append(0)
            }
            runs[runs.count - 1] += 1
        }
        return runs
    }
}

/// All pages as pixels.
func pixels(_ pdf: [UInt8], dpi: Int, colour: Bool = false) throws -> [Raster] {
    try withFile(pdf) { folder, file in
        try rasters(folder, file, ["-r", String(dpi)] + (colour ? [] : ["-gray"])).map { try Raster($0) }
    }
}
