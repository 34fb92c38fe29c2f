using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Azure;
using WhatsAppBots.Messages;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddAzureHost();
builder.Services.AddMessages(builder.Configuration);
builder.Build().Run();
