// The register's types follow with the register itself.
