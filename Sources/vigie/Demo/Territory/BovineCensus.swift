/// Holdings with cattle and cattle of a department, as counted by the ministry in 2016: the size of a demonstration.
///
/// Source: note de service on bluetongue vaccination, annex I «répartition des doses par département» (zoning of
/// 27 November 2016). Facts only: nothing else of the demonstration is taken from anywhere.
struct BovineCensus: Sendable {
    let department: String
    let holdings: Int
    let cattle: Int

    /// nil for a department that the annex does not count (overseas, Corsica where it has no line).
    static func of(_ department: String) -> BovineCensus? {
        rows.first { $0.department == department }
    }

    /// Of each line: department, zone (`R` réglementée, `I` indemne), holdings, cattle.
    private static let rows: [BovineCensus] = table.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: " ")
        guard fields.count == 4, let holdings = Int(fields[2]), let cattle = Int(fields[3]) else { return nil }
        return BovineCensus(department: String(fields[0]), holdings: holdings, cattle: cattle)
    }

    private static let table = """
        01 R 1682 178496
        02 I 1522 197288
        03 R 3282 535958
        04 I 273 13545
        05 R 470 31130
        06 I 93 2111
        07 R 1260 52574
        08 I 1697 255549
        09 I 1187 83274
        10 R 469 50975
        11 R 401 26296
        12 R 5321 480343
        13 R 254 18658
        14 I 3938 399449
        15 R 4600 501135
        16 R 1403 147416
        17 I 1334 97318
        18 R 1253 173009
        19 R 3280 303563
        21 R 1562 222609
        22 I 5014 535521
        23 R 2919 437721
        24 R 3053 241203
        25 R 2324 251832
        26 R 534 34397
        27 I 1716 160222
        28 R 480 39112
        29 I 4033 461296
        30 R 285 15492
        31 I 1573 101236
        32 R 1732 99333
        33 I 971 47091
        34 R 251 12711
        35 I 5972 665801
        36 R 1729 225153
        37 R 802 81530
        38 R 2190 152540
        39 R 1478 155975
        40 I 1033 55051
        41 R 531 50921
        42 R 3654 300730
        43 R 3356 221770
        44 I 3576 494721
        45 R 426 39439
        46 R 1673 132628
        47 R 1395 73862
        48 R 1722 149498
        49 I 3867 520099
        50 I 7116 761685
        51 R 572 64847
        52 R 1189 199554
        53 I 5382 635195
        54 I 1438 188866
        55 I 1555 219805
        56 I 4084 411032
        57 I 2031 248988
        58 R 2082 373891
        59 I 2939 327943
        60 I 1053 112423
        61 I 3852 459543
        62 I 3401 371149
        63 R 3884 346821
        64 I 5547 277631
        65 I 2099 107865
        66 I 233 15894
        67 I 1270 111341
        68 I 914 57949
        69 R 1720 107683
        70 R 1500 197484
        71 R 4145 649087
        72 I 3111 323178
        73 R 1214 72104
        74 R 1806 112706
        75 R 3 7
        76 I 3582 430804
        77 R 239 16252
        78 R 106 6981
        79 I 2698 363414
        80 I 1921 206145
        81 R 1898 152813
        82 R 974 64619
        83 I 75 1001
        84 R 54 647
        85 I 3364 605822
        86 R 1112 144148
        87 R 2763 366231
        88 I 1856 249810
        89 R 936 102963
        90 I 202 18900
        91 R 27 711
        92 R 4 8
        93 R 8 59
        94 R 5 37
        95 R 57 3314
        """
}
