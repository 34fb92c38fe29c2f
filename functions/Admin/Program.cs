using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Admin;
using WhatsAppBots.Azure;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddAzureHost();
builder.Services.AddAdmin(builder.Configuration);
builder.Build().Run();
