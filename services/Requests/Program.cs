using Conference.Requests;
using Conference.Platform.Hosting;

return await ServiceHost.RunAsync(args, new RequestsModule());
