/// The order that the law leaves to chance (PRO-130, fourth criterion), so that anyone can reproduce it.
///
/// FNV-1a 64 of the animal's UTF-8 bytes, mixed with the seed by the finaliser of SplitMix64; the seed is stored with
/// the edition (contract `sampling-selection`).
package enum SelectionHash {
    package static func value(seed: UInt64, animal: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in animal.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var mixed = hash &+ seed &* 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
