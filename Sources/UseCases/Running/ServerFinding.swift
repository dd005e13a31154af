import Kernel

/// What keeps a server from opening, or what its keeper should look at.
package enum ServerFinding: String, FindingCode {
    /// Pages without TLS on an address that others reach [host].
    case plainPublic = "server-plain-public"
    /// A certificate of its own, and a public address that begins with `http://` [address].
    case addressPlain = "server-address-plain"
    /// Only one of certificate and key was named [missing].
    case certificateHalf = "certificate-half"
    /// A file that is not there or cannot be read [file].
    case fileUnreadable = "secret-file-unreadable"
    /// A secret that everybody on the machine may read [file].
    case fileExposed = "secret-file-exposed"
    /// No certificate in PEM notation [file].
    case certificateInvalid = "certificate-invalid"
    /// No private key in PEM notation, or one behind a passphrase [file].
    case certificateKeyInvalid = "certificate-key-invalid"
    /// The key is another certificate's [certificate, key].
    case certificateKeyMismatch = "certificate-key-mismatch"
    /// It ended [instant].
    case certificateEnded = "certificate-ended"
    /// It does not hold yet [instant].
    case certificateEarly = "certificate-early"
    /// It ends within a month [instant].
    case certificateEndsSoon = "certificate-ends-soon"
    /// The renewed certificate was not taken; the former one goes on.
    case certificateKept = "certificate-kept"
    /// The renewed one is used from now on [instant].
    case certificateRenewed = "certificate-renewed"
    /// No certificates in PEM notation to trust [file].
    case authoritiesInvalid = "authorities-invalid"
    /// Second factors were sealed with other keys than the installation's [count].
    case sealedElsewhere = "second-factors-sealed-elsewhere"
    /// Not the file that `scripts/setup-passwords` makes [file].
    case passwordListInvalid = "password-list-invalid"
}
