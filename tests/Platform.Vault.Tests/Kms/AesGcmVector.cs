namespace Platform.Vault.Tests;

/// <summary>
/// Vectors for AES-256-GCM with nonces of 96 and tags of 128 bits, from Project Wycheproof (github.com/C2SP/wycheproof,
/// testvectors_v1/aes_gcm_test.json, Apache License 2.0), by their number there.
/// </summary>
internal sealed record AesGcmVector(
    string Comment, byte[] Key, byte[] Nonce, byte[] Context, byte[] Plain, byte[] Cipher, byte[] Tag, bool Valid)
{
    private const string Tampered = "|000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f|505152535455565758595a5b||" +
        "202122232425262728292a2b2c2d2e2f|b2061457c0759fc1749f174ee1ccadfa|";

    private static readonly Dictionary<int, string> Vectors = new()
    {
        [98] = "17 bytes|3b2458d8176e1621c0cc24c0c0e24c1e80d72f7ee9149a4b166176629616d011|45aaa3e5d16d2d42dc03445d||" +
            "3ff1514b1c503915918f0c0c31094a6e1f|73a6b6f45f6ccc5131e07f2caa1f2e2f56|2d7379ec1db5952d4e95d30c340b1b1d",
        [99] = "24 bytes|0212a8de5007ed87b33f1a7090b6114f9e08cefd9607f2c276bdcfdbc5ce9cd7|e6b1adf2fd58a8762c65f31b||" +
            "10f1ecf9c60584665d9ae5efe279e7f7377eea6916d2b111|0843fff52d934fc7a071ea62c0bd351ce85678cde3ea2c9e|" +
            "7355fde599006715053813ce696237a8",
        [100] = "context of 1 byte|b279f57e19c8f53f2f963f5f2519fdb7c1779be2ca2b3ae8e1128b7d6c627fc4|98bc2c7438d5cd7665d76f6e|c0|" +
            "fcc515b294408c8645c9183e3f4ecee5127846d1|eb5500e3825952866d911253f8de860c00831c81|ecb660e1fb0541ec41e8d68a64141b3a",
        [101] = "context of 8 bytes|cdccfe3f46d782ef47df4e72f0c02d9c7f774def970d23486f11a57f54247f17|376187894605a8d45e30de51|" +
            "956846a209e087ed|" +
            "e28e0e9f9d22463ac0e42639b530f42102fded75|feca44952447015b5df1f456df8ca4bb4eee2ce2|082e91924deeb77880e1b1c84f9b8d30",
        [102] = "context of 16 bytes|f32364b1d339d82e4f132d8f4a0ec1ff7e746517fa07ef1a7f422f4e25a48194|5a86a50a0e8a179c734b996d|" +
            "ab2ac7c44c60bdf8228c7884adb20184|43891bccb522b1e72a6b53cf31c074e9d6c2df8e|43dda832e942e286da314daa99bef5071d9d2c78|" +
            "c3922583476ced575404ddb85dd8cd44",
        [103] = "context of 24 bytes|ff0089ee870a4a39f645b0a5da774f7a5911e9696fc9cad646452c2aa8595a12|bc2a7757d0ce2d8b1f14ccd9|" +
            "972ab4e06390caae8f99dd6e2187be6c7ff2c08a24be16ef|748b28031621d95ee61812b4b4f47d04c6fc2ff3|" +
            "a929ee7e67c7a2f91bbcec6389a3caf43ab49305|ebec6774b955e789591c822dab739e12",
        [104] = "63 bytes|6efca98126918ab564d88c6bec02e8998b2be50e3f906ff9adfdd185f373e756|4abd6cfc83bd06b11efaa2a7||" +
            "bbec79c086d41e602d090f7e40494d6bf3faa1dc6df0ab8a88ea5d35d426b248c2ad880351e223f6170d37cc9655e10459e59cbd6d1c092ed31d72" +
            "ccc7af20|" +
            "97b4c73a4d8b5b21bc4b50dbb70dfa77b1a7bf0bbe7cf16ecf5bb60ba8070acc5740780435ed145a62a613dd9881b721168fbb3f5af385ee5d4f85" +
            "6cf93cba|" +
            "27ac8c4010d8e81b7051ceb06b30fe2d",
        [105] = "64 bytes|5b1d1035c0b17ee0b0444767f80a25b8c1b741f4b50a4d3052226baa1c6fb701|d61040a313ed492823cc065b||" +
            "d096803181beef9e008ff85d5ddc38ddacf0f09ee5f7e07f1e4079cb64d0dc8f5e6711cd4921a7887de76e2678fdc67618f1185586bfea9d4c685d" +
            "50e4bb9a82|" +
            "c7d191b601f86c28b6a1bdef6a57b4f6ee3ae417bc125c381cdf1c4dac184ed1d84f1196206d62cad112b038845720e02c061179a8836f02b93fa7" +
            "008379a6bf|" +
            "f15612f6c40f2e0db6dc76fc4822fcfe",
        [116] = "context of 63 bytes|0f112e59cdccd851c3b8e76c9f05a3b7c2e4feca5846afeb351c1cbcace82f04|7147973339d86789a2c9a958|" +
            "37128be45f0a7f329546e1492c3c9c2d2534d5b1f5147e49ab91221e7c3edea21bbe47bfe3619437ce3c61e6e946c504f348296918219e51bf2c55" +
            "98589cff|" +
            "102e5804dda1fb5d656077edb15cadb5d0bdee8c|618ac626ae0e8d06c2fd2fb66be253dc26ed6e38|d8d93ff975cb988f09174dcd439cb6a4",
        [117] = "context of 64 bytes|2ce6b4c15f85fb2da5cc6c269491eef281980309181249ebf2832bd6d0732d0b|c064fae9173b173fd6f11f34|" +
            "498d3075b09fed998280583d61bb36b6ce41f130063b80824d1586e143d349b126b16aa10fe57343ed223d6364ee602257fe313a7fc9bf9088f027" +
            "795b8dc1d3|" +
            "f8a27a4baf00dc0555d222f2fa4fb42dc666ea3c|aed58d8a252f740dba4bf6d36773bd5b41234bba|01f93d7456aa184ebb49bea472b6d65d",
        [128] = "tag of ones|00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f|000000000000000000000000||" +
            "561008fa07a68f5c61285cd013464eaf|23293e9b07ca7d1b0cae7cc489a973b3|ffffffffffffffffffffffffffffffff",
        [129] = "tag of zeroes|00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f|ffffffffffffffffffffffff||" +
            "c6152244cea1978d3e0bc274cf8c0b3b|7cb6fc7c6abc009efe9551a99f36a421|00000000000000000000000000000000",
        [130] = "flipped bit 0 in tag" + Tampered + "9de8fef6d8ab1bf1bf887232eab590dd",
        [134] = "flipped bit 31 in tag" + Tampered + "9ce8fe76d8ab1bf1bf887232eab590dd",
        [138] = "flipped bit 64 in tag" + Tampered + "9ce8fef6d8ab1bf1be887232eab590dd",
        [145] = "flipped bit 120 in tag" + Tampered + "9ce8fef6d8ab1bf1bf887232eab590dc",
        [148] = "flipped bit 127 in tag" + Tampered + "9ce8fef6d8ab1bf1bf887232eab5905d",
        [149] = "flipped bits 0 and 64 in tag" + Tampered + "9de8fef6d8ab1bf1be887232eab590dd",
        [152] = "all bits of tag flipped" + Tampered + "631701092754e40e40778dcd154a6f22",
        [153] = "tag changed to all zero" + Tampered + "00000000000000000000000000000000",
        [154] = "tag changed to all 1" + Tampered + "ffffffffffffffffffffffffffffffff",
        [155] = "msbs changed in tag" + Tampered + "1c687e76582b9b713f08f2b26a35105d",
    };

    public static TheoryData<int> Numbers => [.. Vectors.Keys];

    public static AesGcmVector Of(int number)
    {
        var fields = Vectors[number].Split('|');
        var bytes = fields[1..].Select(Convert.FromHexString).ToArray();
        return new AesGcmVector(fields[0], bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], Valid: number < 130);
    }
}
