using Conference.Hospitals;
using Conference.Platform.Hosting;

return await ServiceHost.RunAsync(args, new HospitalsModule());
