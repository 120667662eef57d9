using System.Collections.ObjectModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Conference.Platform.Hosting;

/// <summary>One service, as a host sees it. A host runs one module or all of them; the code is the same.</summary>
public interface IServiceModule
{
    /// <summary>The service's name in lower case: the prefix of its queues, its schema, its file.</summary>
    string Name { get; }

    /// <summary>Registers what the service needs: its store, consumers, sagas, options and services.</summary>
    void Configure(ModuleBuilder module);

    /// <summary>Adds what the service needs in the pipeline, after errors are caught and before the caller is known. Most need nothing.</summary>
    void Use(WebApplication app)
    {
    }

    /// <summary>What the host does in place of serving, by its first argument; the rest are the verb's own. Most have none.</summary>
    IReadOnlyDictionary<string, Func<IReadOnlyList<string>, Task<int>>> Verbs => ReadOnlyDictionary<string, Func<IReadOnlyList<string>, Task<int>>>.Empty;

    /// <summary>Maps the service's HTTP endpoints.</summary>
    void Map(IEndpointRouteBuilder endpoints);
}
