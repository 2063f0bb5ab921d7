namespace Platform.Vault.Tests;

/// <summary>
/// Vectors for AES key wrap with padding (RFC 5649) under keys of 256 bits, from Project Wycheproof (github.com/C2SP/wycheproof,
/// testvectors_v1/aes_kwp_test.json, Apache License 2.0), by their number there.
/// </summary>
internal sealed record AesKeyWrapVector(byte[] Key, byte[] Plain, byte[] Wrapped, bool Valid)
{
    private const string Small = "1abf4b7fa2bb62a78f09ddab04625dcacdd9e551d1a69b6b162baa53d2700093|";
    private const string Modified = "4f710eb6b5e28703becfc3dc52fa8bc1dd44a4a6d38a84b4f94e89ac32d987e7|";

    private static readonly Dictionary<int, string> Vectors = new()
    {
        [162] = "0dda6da5123e2c37c6fa16ba0d334cd01acd652f8994211751dfab4faac2fc22|b40b6828729b456322a8d065abc0d081|" +
            "9d2b42fb2fdb92c89fb0c3bcd9e1600d3334b4e35e791369",
        [163] = "d6925914cd06308f81ad91e23073593d99d4e50351b20eb2a8d1a1ac4ced6588|037b27b3dc95b19d15bd4091e320bfe1|" +
            "5291e05abd55f5886850855e3f9f2f576b101acc222d6766",
        [164] = "07518a82cbc8da1dcec55f3763a206d277487abd03cedd0b8bef9ee2fb157121|faa4664d79fce3c7d2fdd462f6c1c423c2f8e6b69be2e071|" +
            "4b1220525c537aec30ebcd562b694b4e9e2ccd819de22ef608b5d8090779d9de",
        [165] = "ea46991d4e71f53dd624e7fe7fde11944a7c5942d232369b8065d42b8cd2dde1|dffc5cf1dd5411d015d84601fa38df5effe885c7f26a4825|" +
            "67b2cbd68f6a208d647bdc5af7d0bccf6711a9e8fd0d9434363006addd4b9696",
        [167] = "38e1b1d075d9d852b9a6c01c8ff6965af01bac457a4e339ae3e1d7b2ffacc0cd|" +
            "80ad6820f1c90981e2ca42b817a345c1179d0a11d8e23a8adc0505e13d87295a|" +
            "b63b7e0fec7e315816233db6758fd3e744b9f6a40862bdf866487e53bcb950d8b2649269e51b4475",
        [168] = "c641f1689d81caa8ba37d895272240664054ed974cfffc40e6c5c0cad1b916c7|" +
            "3fd0ba19955e46749f54d88e99d080b7339d588fe612ec0f4021ca3ca2104270|" +
            "837cfc316b49299edaf427e0988020ee876204b29d847669daab72c8660b0d860e9de3bd851198ff",
        [169] = "aa0ab9d68ed4a04e723f81b44c0c88d0bcde7a80cfd476eb4b8836d9aa01ec4c|" +
            "57faa8766f6d6a0aa1cf643f857c150df5b31303b50af480e21c4b5e8c8a15d5|" +
            "0e9e2e9aa34bbf973d67bc534ac86fc5b5a5f9da5f026866177894ec6077a5c84501510e1bf4afb3",
        [179] = Small + "1723eb9d000916996a|db7e73da22219e1baac0f4e955c3db2b900b5d3078f94b59",
        [182] = Small + "b3be5e5397df5f46b099e821|660f645b02405a18f7225b68c0a09a949b2b5ba784922cfe",
        [185] = Small + "72aaee126a822184806c7d22eed66b|de497acf18a177a3a9b3d8da46d74dfa58dcc537a3a95323",
        [186] = Modified + "a828cbda9b5ff0ae37|98428fb83dc207033c1585e0242e699be98e0001f1ee15ba",
        [187] = Modified + "a828cbda9b5ff0ae37|60107f4c60c04c987c7c5810130303bd83fbc35d924f4482",
        [188] = Modified + "a828cbda9b5ff0ae37|38e8d42ffc1a26278c6fad73bd699f207251f6e1b622bf92",
        [194] = Modified + "a828cbda9b5ff0ae374f84fa01d070|f795cf444efd94bd6a561d8cb0703ee0e979c073aa66fdaa",
        [198] = Modified + "a828cbda9b5ff0ae374f84fa01d070|86b9f13e871ecb5aa009c80a31693336e59ae1ed3c8d7aaf",
        [202] = Modified + "a828cbda9b5ff0ae374f84fa01d070a5|7fd3ad3aee0545da1ed3a54d5a198a2c76cf8290c011c042",
        [206] = Modified + "a828cbda9b5ff0ae374f84fa01d070a5|b42bcb4161f40b30f3d2f740f43e441d3c9a39613914f1c6",
        [210] = Modified + "a828cbda9b5ff0ae374f84fa01d070a5f0a17a0c462be4f1|" +
            "8b011408049eab81cc185796b9636982c1ad28e940e5c35ab1219434c23e8c59",
    };

    public static TheoryData<int> Numbers => [.. Vectors.Keys];

    public static AesKeyWrapVector Of(int number)
    {
        var bytes = Vectors[number].Split('|').Select(Convert.FromHexString).ToArray();
        return new AesKeyWrapVector(bytes[0], bytes[1], bytes[2], Valid: number < 186);
    }
}
