import Register

/// What an installation decides about signing in; the file of `vigie serve --sign-in` sets it (docs/manual/comptes.md).
package struct SignInRules: Sendable {
    /// A session ends after so long without a page.
    package var idleSeconds = 1800
    /// And so long after it began, whatever happens.
    package var longestSeconds = 36_000
    /// Who needs a second factor; who has none yet gets no further than the page that sets it up.
    package var secondFactorRoles: Set<Role> = []
    /// How long an invitation's link opens.
    package var invitationSeconds = 7 * 86_400
    /// How accounts kept elsewhere become accounts here; nil: none do.
    package var claims: ClaimMapping?

    package init() {}

    /// Those who decide, and those who can let others in.
    package static let recommendedSecondFactor: Set<Role> = [
        .nationalAuthority, .authority, .inspector, .administrator,
    ]
}
