using Conference.Council;
using Conference.Platform.Hosting;

return await ServiceHost.RunAsync(args, new CouncilModule());
