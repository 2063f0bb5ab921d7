namespace Platform.Identity;

/// <summary>In which country a network address is. A hint for people and never a reason to refuse anything: such databases err.</summary>
internal interface IAddressCountries
{
    /// <summary>ISO 3166-1 alpha-2, upper case; null when it is not known. Never throws.</summary>
    string? Find(string? address);
}
