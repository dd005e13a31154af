import Testing

@Suite struct SizeCheckTests {
    @Test("a function of 70 lines passes, one of 71 does not")
    func measuresFunctions() {
        for (count, found) in [(70, 0), (71, 1)] {
            let body = String(repeating: "    a()\n", count: count - 2)
            let text = "struct S {\n    func f() {\n\(body)    }\n}\n"
            #expect(Check.functionLength.violations(Source(path: "Sources/Kernel/S.swift", text: text)).count == found)
        }
    }

    @Test(
        "a function is measured from its name to its closing brace",
        arguments: [
            ("func a() {\n}", [1...2]),
            ("protocol P {\n  func a()\n  func b() -> Int\n  var c: Int { get }\n}", []),
            ("init(a: () -> Void = {\n}) {\n  f()\n}", [1...4]),
            ("func a() {\n  func b() {\n  }\n}", [1...4, 2...3]),
            ("let a = S.init(1)\nlet b = 2", []),
            ("subscript(i: Int) -> Int {\n  get { 1 }\n}", [1...3]),
        ])
    func findsFunctions(code: String, expected: [ClosedRange<Int>]) {
        #expect(Check.functions(in: Lexer.tokens(of: code)) == expected)
    }

    @Test("a file of 300 lines passes, one of 301 does not")
    func measuresFiles() {
        for (count, found) in [(300, 0), (301, 1)] {
            let text = String(repeating: "// a line\n", count: count)
            #expect(Check.fileLength.violations(Source(path: "Sources/Kernel/S.swift", text: text)).count == found)
        }
    }

    @Test("columns are characters, not bytes: 120 pass, 121 do not")
    func measuresLines() {
        for (count, found) in [(120, 0), (121, 1)] {
            let text = String(repeating: "é", count: count)
            #expect(Check.lineLength.violations(Source(path: "Sources/Kernel/S.swift", text: text)).count == found)
        }
    }
}
