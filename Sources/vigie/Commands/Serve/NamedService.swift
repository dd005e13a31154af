import ServiceLifecycle

/// A part of the server that says its own name.
///
/// A group of services names each by its description, which by default is the whole of what it holds: megabytes of
/// text kept for as long as the server runs, with the secrets in it, in every line that the group logs.
protocol NamedService: Service, CustomStringConvertible {}
