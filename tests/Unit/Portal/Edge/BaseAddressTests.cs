using Conference.Portal.Edge;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Portal.Edge;

public sealed class BaseAddressTests
{
    [Theory]
    [InlineData("http://localhost:9123", "http://localhost:9123")]
    [InlineData("http://*:9123", "http://localhost:9123")]
    [InlineData("http://[::]:9123;https://*:9443", "http://localhost:9123")]
    [InlineData("https://conference.example", "https://conference.example")]
    [InlineData("http://127.0.0.1:0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Of_WhatTheProcessListensOn_IsWhatABrowserWrites(string? urls, string? expected) => BaseAddress.Of(urls).ShouldBe(expected);
}
