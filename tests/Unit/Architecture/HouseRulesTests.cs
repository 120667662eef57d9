using System.Reflection;
using Conference.Contracts;
using Conference.Platform.Hosting;
using MassTransit;
using NetArchTest.Rules;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Architecture;

public sealed class HouseRulesTests
{
    private static readonly Assembly Contracts = typeof(Remark).Assembly;
    private static readonly Assembly Platform = typeof(IServiceModule).Assembly;

    public static TheoryData<string> ServiceNames => new(House.Services.Select(service => service.GetName().Name!));

    [Theory]
    [MemberData(nameof(ServiceNames))]
    public void Service_References_ContractsAndPlatformOnly(string name) =>
        HouseReferences(Service(name)).ShouldBeSubsetOf(["Conference.Contracts", "Conference.Platform"]);

    [Fact]
    public void Platform_References_NothingOfTheHouse() => HouseReferences(Platform).ShouldBeEmpty();

    [Fact]
    public void Contracts_References_NothingButTheFramework() =>
        Contracts.GetReferencedAssemblies().Select(reference => reference.Name!).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(ServiceNames))]
    public void Consumers_AreInternalAndSealed(string name) =>
        Offenders(Types.InAssembly(Service(name)).That().ImplementInterface(typeof(IConsumer)).Should().NotBePublic().And().BeSealed()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ServiceNames))]
    public void Consumers_AreNamedAfterTheirEffect(string name) =>
        Offenders(Types.InAssembly(Service(name)).That().ImplementInterface(typeof(IConsumer)).Should().HaveNameEndingWith("Consumer")).ShouldBeEmpty();

    [Fact]
    public void Messages_AreSealedRecordsOfInitOnlyProperties()
    {
        var settable = Contracts.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && !type.Name.EndsWith("Converter`1", StringComparison.Ordinal))
            .Where(type => !type.IsSealed || type.GetProperties().Any(property => property.SetMethod is { } setter && !IsInitOnly(setter)))
            .Select(type => type.FullName);

        settable.ShouldBeEmpty();
    }

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static IEnumerable<string> HouseReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("Conference.", StringComparison.Ordinal));

    private static Assembly Service(string name) => House.Services.Single(service => service.GetName().Name == name);

    private static IEnumerable<string> Offenders(ConditionList rule) => rule.GetResult().FailingTypeNames ?? [];
}
