extension Migrations {
    /// Ids, documents' bytes, the audit: what every later table leans on.
    static let foundation = Migration(number: 1, name: "foundation") { _ in
        """
        CREATE TABLE id_block (
            name {text} PRIMARY KEY,
            next {int} NOT NULL CHECK (next > 0)
        ){clustered};
        INSERT INTO id_block (name, next) VALUES ('id', 1);
        """
    }
}
