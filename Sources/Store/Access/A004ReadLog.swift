extension Migrations {
    /// Who read which herd, animal, intervention or paper, and when. Names sort by the second of the first read.
    static let readLog = Migration(number: 4, name: "read-log") { _ in
        """
        CREATE TABLE read_log (
            id {text} NOT NULL PRIMARY KEY,
            login {text} NOT NULL,
            role {text} NOT NULL,
            door {text} NOT NULL CHECK (door IN ('page', 'api')),
            kind {text} NOT NULL,
            subject {text} NOT NULL,
            department {text},
            began_at {int} NOT NULL,
            last_at {int} NOT NULL,
            count {int} NOT NULL
        ){clustered};
        CREATE INDEX read_log_login ON read_log (login, id);
        CREATE INDEX read_log_subject ON read_log (subject, id);
        CREATE INDEX read_log_department ON read_log (department, id);
        """
    }
}
