extension Migrations {
    /// Ids, stored bytes, the audit: what every later table leans on.
    static let foundation = Migration(number: 1, name: "foundation") { dialect in
        """
        CREATE TABLE id_block (
            name {text} NOT NULL PRIMARY KEY,
            next {int} NOT NULL CHECK (next > 0)
        ){clustered};
        INSERT INTO id_block (name, next) VALUES ('id', 1);

        CREATE TABLE blob (
            digest {text} NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
            media_type {text} NOT NULL,
            size {int} NOT NULL CHECK (size >= 0),
            bytes {bytes},
            stored_at {time} NOT NULL,
            destroyed_at {time},
            destroyed_reason {text},
            CONSTRAINT blob_destroyed CHECK (
                (bytes IS NULL) = (destroyed_at IS NOT NULL)
                AND (destroyed_at IS NULL) = (destroyed_reason IS NULL))
        ){strict};

        CREATE TABLE audit_seal (
            number {int} NOT NULL PRIMARY KEY CHECK (number > 0),
            previous_hash {text} NOT NULL CHECK (length(previous_hash) = 64),
            hash {text} NOT NULL UNIQUE CHECK (length(hash) = 64),
            sealed_at {time} NOT NULL,
            entry_count {int} NOT NULL CHECK (entry_count > 0)
        ){strict};

        CREATE TABLE audit_entry (
            id {id} NOT NULL PRIMARY KEY,
            at {time} NOT NULL,
            actor {text} NOT NULL,
            role {text} NOT NULL,
            intention {text} NOT NULL,
            department {text},
            subject {text},
            payload_digest {text} CHECK (length(payload_digest) = 64),
            digest {text} NOT NULL CHECK (length(digest) = 64),
            seal {int} REFERENCES audit_seal (number) DEFERRABLE INITIALLY DEFERRED
        ){strict};
        CREATE INDEX audit_entry_unsealed ON audit_entry (id) WHERE seal IS NULL;
        CREATE INDEX audit_entry_seal ON audit_entry (seal, id);
        CREATE INDEX audit_entry_subject ON audit_entry (subject, id);
        CREATE INDEX audit_entry_at ON audit_entry (department, at);

        CREATE TABLE audit_detail (
            entry_id {id} NOT NULL REFERENCES audit_entry (id),
            position {int} NOT NULL CHECK (position > 0),
            subject {text} NOT NULL,
            outcome {text} NOT NULL,
            payload_digest {text} CHECK (length(payload_digest) = 64),
            PRIMARY KEY (entry_id, position)
        ){clustered};
        CREATE INDEX audit_detail_subject ON audit_detail (subject, entry_id);

        \(dialect.pick(sqlite: frozenAuditSQLite, postgres: frozenAuditPostgres))
        """
    }

    /// What is written in the audit stays; only an unsealed entry gets its seal, once.
    private static let frozenAuditSQLite = """
        CREATE TRIGGER audit_entry_frozen BEFORE UPDATE OF
            id, at, actor, role, intention, department, subject, payload_digest, digest ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'audit-frozen'); END;
        CREATE TRIGGER audit_entry_sealed BEFORE UPDATE OF seal ON audit_entry WHEN OLD.seal IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'audit-frozen'); END;
        CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'audit-frozen'); END;
        CREATE TRIGGER audit_detail_frozen BEFORE UPDATE ON audit_detail
        BEGIN SELECT RAISE(ABORT, 'audit-frozen'); END;
        CREATE TRIGGER audit_detail_kept BEFORE DELETE ON audit_detail
        BEGIN SELECT RAISE(ABORT, 'audit-frozen'); END;
        CREATE TRIGGER audit_seal_frozen BEFORE UPDATE ON audit_seal
        BEGIN SELECT RAISE(ABORT, 'audit-frozen'); END;
        CREATE TRIGGER audit_seal_kept BEFORE DELETE ON audit_seal
        BEGIN SELECT RAISE(ABORT, 'audit-frozen'); END;
        """

    private static let frozenAuditPostgres = """
        CREATE FUNCTION audit_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'audit-frozen'; END $$;
        CREATE TRIGGER audit_entry_frozen BEFORE UPDATE OF
            id, at, actor, role, intention, department, subject, payload_digest, digest ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_frozen();
        CREATE TRIGGER audit_entry_sealed BEFORE UPDATE OF seal ON audit_entry
        FOR EACH ROW WHEN (OLD.seal IS NOT NULL) EXECUTE FUNCTION audit_frozen();
        CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_frozen();
        CREATE TRIGGER audit_detail_frozen BEFORE UPDATE OR DELETE ON audit_detail
        FOR EACH ROW EXECUTE FUNCTION audit_frozen();
        CREATE TRIGGER audit_seal_frozen BEFORE UPDATE OR DELETE ON audit_seal
        FOR EACH ROW EXECUTE FUNCTION audit_frozen();
        """
}
