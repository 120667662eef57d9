using Conference.Hospitals.Closures;
using Conference.Hospitals.ConnectionTests;
using Conference.Hospitals.Contacts;
using Conference.Hospitals.Holidays;
using Conference.Hospitals.Professions;
using Conference.Hospitals.Register;
using Conference.Hospitals.Registry;
using Conference.Hospitals.Sites;
using Conference.Hospitals.Storage;
using Conference.Platform.Hosting;
using Conference.Platform.Storage;

namespace Conference.Hospitals;

/// <summary>What a host needs to run the Hospitals service.</summary>
public sealed class HospitalsModule : IServiceModule
{
    public string Name => "hospitals";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddStore<HospitalsStore, SqliteHospitalsStore, PostgresHospitalsStore>();
        module.AddConsumer<RepublishHospitalsConsumer>();
        module.Services.AddSetting<HospitalsOptions>(HospitalsOptions.Section);
        module.Services.AddScoped<RegistryImport>();
        module.Services.AddScoped<IStoreContents, RegisterContents>();
        module.Services.AddHostedService<FirstImport>();
        module.Services.AddSingleton<RegistryKnown>();
        module.Services.AddHealthChecks().AddCheck<RegistryKnown>("registry", tags: ["ready"]);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var hospitals = endpoints.MapGroup("").WithTags("Hospitals").AddEndpointFilter<RouteGroupBuilder, ChangedMeanwhile>();
        ListHospitalsEndpoint.Map(hospitals);
        ShowHospitalEndpoint.Map(hospitals);
        RegisterHospitalEndpoint.Map(hospitals);
        ChangeHospitalEndpoint.Map(hospitals);
        WithdrawHospitalEndpoint.Map(hospitals);
        ImportRegistryEndpoint.Map(hospitals);
        ListPrefecturesEndpoint.Map(hospitals);
        AddSiteEndpoint.Map(hospitals);
        ChangeSiteEndpoint.Map(hospitals);
        ReplaceContactsEndpoint.Map(hospitals);
        ReplaceProfessionsEndpoint.Map(hospitals);
        ReplaceClosuresEndpoint.Map(hospitals);
        RecordConnectionTestEndpoint.Map(hospitals);
        ListHolidaysEndpoint.Map(hospitals);
        ReplaceHolidaysEndpoint.Map(hospitals);
    }
}
