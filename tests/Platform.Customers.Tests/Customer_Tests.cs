using Platform.Kernel;

namespace Platform.Customers.Tests;

[Trait("Req", "IDN-11")]
public sealed class Customer_Tests
{
    [Fact]
    public void New_SpacesAround_AreTrimmedAndSearchedWithoutAccents()
    {
        var customer = new Customer(new SaveCustomerDto(" c-7 ", " École Saint-Exupéry ", " a@b.example ", "fr"));
        (customer.Code, customer.CodeKey, customer.Name, customer.Email, customer.Language).ShouldBe(("c-7", "C-7", "École Saint-Exupéry", "a@b.example", "fr"));
        customer.SearchText.ShouldBe("c-7 ecole saint-exupery a@b.example");
    }

    [Fact]
    public void New_LongestValues_AreTaken() =>
        new Customer(new SaveCustomerDto(new string('c', Customer.CodeLength), new string('n', Customer.NameLength))).SearchText.Length.ShouldBeLessThanOrEqualTo(Customer.SearchLength);

    [Fact]
    public void New_EverythingWrong_NamesEachFieldAndRule() =>
        Should.Throw<InputException>(() => new Customer(new SaveCustomerDto(" ", new string('n', Customer.NameLength + 1), "nobody", "xx")))
            .Errors.Select(e => (e.Field, e.Code)).ShouldBe(
            [
                ("Code", CustomersErrorCodes.Required), ("Name", CustomersErrorCodes.TooLong),
                ("Email", CustomersErrorCodes.EmailFormat), ("Language", CustomersErrorCodes.LanguageUnknown),
            ]);
}
