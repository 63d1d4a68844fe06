using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Clock;
using RenkeiBot.Service.Health;
using RenkeiBot.Service.Telemetry;
using RenkeiBot.Service.WebChat;

if (HealthProbe.IsAskedFor(args))
    return await HealthProbe.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddClock(builder.Configuration);
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddRecords(builder.Configuration);
builder.Services.AddAnswers();
builder.Services.AddHealth(builder.Configuration);
builder.Services.AddBotFramework(builder.Configuration);

var app = builder.Build();
app.MapBotFramework("/api/messages");
app.MapHealth();
app.MapWebChat();
app.Run();
return 0;
