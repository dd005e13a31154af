import Kernel

/// How many animals may be missing before a document counts as under-sampled.
///
/// Source: DGAL/SDSPA/2020-653, 10.6.3.1 NB 2 and annex 2 (PRO-227, PRO-306): 1 animal up to 10, above that 10 % of the
/// number rounded down.
package struct SamplingTolerance: Sendable, Codable, Hashable {
    package var share = Ratio(1, over: 10)
    package var smallNumber = 10

    package init() {}

    /// The least number that must be tested of `requested`; never negative.
    package func minimum(of requested: Int) -> Int {
        max(0, requested - (requested > smallNumber ? share.floor(of: requested) : 1))
    }
}
