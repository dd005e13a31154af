import Testing

@testable import Store

@Suite("Placeholders")
struct PlaceholderTests {
    @Test(
        "`?` becomes `$n` where it is a placeholder",
        arguments: [
            ("SELECT ?, ?", "SELECT $1, $2", 2),
            ("SELECT '?' || ?", "SELECT '?' || $1", 1),
            ("SELECT 'a''?''' || ?", "SELECT 'a''?''' || $1", 1),
            (#"SELECT "a?""b" FROM t"#, #"SELECT "a?""b" FROM t"#, 0),
            ("SELECT 1 -- ?\n, ?", "SELECT 1 -- ?\n, $1", 1),
            ("SELECT /* ? ' */ ?", "SELECT /* ? ' */ $1", 1),
            ("SELECT $$ ? ' $$, ?", "SELECT $$ ? ' $$, $1", 1),
            ("SELECT $a$ ? $$ $a$, ?", "SELECT $a$ ? $$ $a$, $1", 1),
            ("SELECT 1 - ?, 4 / ?", "SELECT 1 - $1, 4 / $2", 2),
            ("SELECT 'unfinished ?", "SELECT 'unfinished ?", 0),
            ("-- unfinished ?", "-- unfinished ?", 0),
            ("SELECT 5 $", "SELECT 5 $", 0),
            ("é = ?", "é = $1", 1),
            ("", "", 0),
        ])
    func rewriting(_ sql: String, _ expected: String, _ count: Int) {
        let (rewritten, found) = numberedPlaceholders(sql)
        #expect(rewritten == expected)
        #expect(found == count)
    }
}
