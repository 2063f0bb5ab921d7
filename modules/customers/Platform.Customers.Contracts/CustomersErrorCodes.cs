namespace Platform.Customers;

/// <summary>Stable error codes of the Customers module, also the keys of their texts.</summary>
public static class CustomersErrorCodes
{
    /// <summary>A field that may not be empty.</summary>
    public const string Required = "Customers:Required";

    /// <summary>A text longer than its field, or with control characters.</summary>
    public const string TooLong = "Customers:TooLong";

    /// <summary>Another customer of the company has the code.</summary>
    public const string CodeTaken = "Customers:CodeTaken";

    /// <summary>Not an e-mail address.</summary>
    public const string EmailFormat = "Customers:EmailFormat";

    /// <summary>Not one of the product's languages.</summary>
    public const string LanguageUnknown = "Customers:LanguageUnknown";

    /// <summary>Nobody of the company.</summary>
    public const string PersonUnknown = "Customers:PersonUnknown";

    /// <summary>A page size outside 1 to 200.</summary>
    public const string PageSize = "Customers:PageSize";
}
