using Conference.Portal;
using Conference.Platform.Hosting;

return await ServiceHost.RunAsync(args, new PortalModule());
