import Kernel

/// Whether a line may name a sample that an earlier line named: certain when it says no, to be looked at in SQL when it
/// says yes. Eight megabytes whatever the file's size; one line of a hundred of a million is looked at in vain.
struct RepeatedLines {
    private static let bitCount: UInt64 = 1 << 26
    private var bits = [UInt64](repeating: 0, count: Int(bitCount / 64))

    mutating func seen(_ dossier: String, _ disease: String, _ holding: Int64, _ day: Day) -> Bool {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x0000_0100_0000_01b3 }
        for byte in dossier.utf8 { mix(UInt64(byte)) }
        for byte in disease.utf8 { mix(UInt64(byte)) }
        mix(UInt64(bitPattern: holding))
        mix(UInt64(bitPattern: Int64(day.number)))
        hash ^= hash >> 29
        let bit = hash % RepeatedLines.bitCount
        let mask: UInt64 = 1 << (bit % 64)
        let isSet = bits[Int(bit / 64)] & mask != 0
        bits[Int(bit / 64)] |= mask
        return isSet
    }
}
