using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Azure;
using WhatsAppBots.Images;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddAzureHost();
builder.Services.AddImages(builder.Configuration);
builder.Build().Run();
