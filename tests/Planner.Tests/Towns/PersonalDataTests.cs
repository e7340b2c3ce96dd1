using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("姓名")]
    [InlineData("户主姓名")]
    [InlineData("身份证号码")]
    [InlineData("手机")]
    [InlineData("联系电话")]
    [InlineData("家庭住址")]
    [InlineData("门牌号")]
    [InlineData("name")]
    [InlineData("Full Name")]
    [InlineData("resident_name")]
    [InlineData("lastName")]
    [InlineData("ID card")]
    [InlineData("phone number")]
    [InlineData("E-mail")]
    [InlineData("ｅｍａｉｌ")]
    [InlineData("home address")]
    public void Headers_about_a_person_are_known(string header) => Assert.True(PersonalData.SaysPersonal(header));

    [Theory]
    [InlineData("id")]
    [InlineData("age")]
    [InlineData("household")]
    [InlineData("filename")]
    [InlineData("ID_number")]
    [InlineData("tied")]
    [InlineData("60岁及以上")]
    public void Others_are_not(string header) => Assert.False(PersonalData.SaysPersonal(header));

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440301199001011234")]
    [InlineData("440301 19900101 1234")]
    [InlineData("13812345678")]
    [InlineData("+86 138-1234-5678")]
    [InlineData("老王１３８１２３４５６７８")]
    [InlineData("someone@example.org")]
    public void Values_about_a_person_are_known(string value) => Assert.True(PersonalData.LooksPersonal(value));

    [Theory]
    [InlineData("R100H1")]
    [InlineData("25.396422280012345678")]
    [InlineData("12345678901")]
    [InlineData("3756.402801")]
    [InlineData("999999999999999999")]
    [InlineData("万科@二期")]
    [InlineData("2021-12-22 10:20:30")]
    public void Other_values_are_not(string value) => Assert.False(PersonalData.LooksPersonal(value));
}
