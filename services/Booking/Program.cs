using Conference.Booking;
using Conference.Platform.Hosting;

return await ServiceHost.RunAsync(args, new BookingModule());
