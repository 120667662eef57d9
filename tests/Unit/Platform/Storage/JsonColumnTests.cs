using System.Reflection;
using Conference.Platform.Storage;
using Conference.Requests;
using Conference.UnitTests.Architecture;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Storage;

public sealed class JsonColumnTests
{
    private static readonly Type[] Lists = [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlySet<>), typeof(IReadOnlyDictionary<,>), typeof(IEnumerable<>)];

    public static TheoryData<Type> Factories => [.. House.StoreFactories];

    // What is changed in its place would not be saved: the store compares a value with itself.
    [Theory]
    [MemberData(nameof(Factories))]
    public void Values_NeverChangeThemselves(Type factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        using var store = House.Open(factory);

        var changeable = JsonColumns(store).SelectMany(column => Changeable(column.ClrType, []).Select(what => $"{NameOf(column)}: {what}"));

        changeable.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_AreFoundByTheirConversion()
    {
        using var store = House.Open(House.StoreFactories.First(factory => factory.Assembly == typeof(RequestsModule).Assembly));

        JsonColumns(store).Select(NameOf).ShouldContain("ConferenceState.Request");
    }

    [Fact]
    public void WhatCanChangeItself_IsFound() =>
        Changeable(typeof(Basket), []).ShouldBe([$"{nameof(Basket)} can change its <Owner>k__BackingField", typeof(List<string>).ToString()], ignoreOrder: true);

    [Fact]
    public void AnotherValue_IsSaved_AndAnEqualOneIsNot()
    {
        using var shelf = new Shelf();
        var box = new Box { Id = 1, Things = new Things { Names = ["a", "b"] } };
        shelf.Attach(box);

        box.Things = new Things { Names = ["a", "b"] };
        shelf.ChangeTracker.HasChanges().ShouldBeFalse();
        box.Things = box.Things with { Names = ["a", "c"] };
        shelf.ChangeTracker.HasChanges().ShouldBeTrue();
    }

    private static IEnumerable<IProperty> JsonColumns(ServiceStore store) => store.Model.GetEntityTypes()
        .SelectMany(entity => entity.GetProperties())
        .Where(property => property.GetValueConverter()?.GetType() is { IsGenericType: true } converter && converter.GetGenericTypeDefinition() == typeof(ValueConverter<,>));

    private static string NameOf(IProperty column) => $"{column.DeclaringType.DisplayName()}.{column.Name}";

    private static IEnumerable<string> Changeable(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return [];
        if (type.IsGenericType && (Lists.Contains(type.GetGenericTypeDefinition()) || Nullable.GetUnderlyingType(type) is not null))
            return type.GetGenericArguments().SelectMany(part => Changeable(part, seen));
        if (type.IsEnum)
            return [];
        if (type.Assembly == typeof(string).Assembly)
            return type.IsValueType || type == typeof(string) || type == typeof(object) ? [] : [type.ToString()];
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return fields.Where(field => !field.IsInitOnly).Select(field => $"{type.Name} can change its {field.Name}")
            .Concat(fields.SelectMany(field => Changeable(field.FieldType, seen)))
            .Concat(Changeable(type.BaseType!, seen));
    }

    private sealed class Shelf : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Box>().Property(box => box.Things).HasJsonConversion();
    }

    private sealed class Box
    {
        public int Id { get; set; }

        public required Things Things { get; set; }
    }

    private sealed record Basket(List<string> Things)
    {
        public string? Owner { get; set; }
    }

    private sealed record Things
    {
        public required IReadOnlyList<string> Names { get; init; }
    }
}
