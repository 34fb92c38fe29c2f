# One function app on the Azure Functions host; which one is an argument.
#   docker build -f infra/docker/functions.Dockerfile --build-arg APP=Messages -t whatsappbots-messages .
ARG APP

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG APP
ENV FunctionsHost=Azure
WORKDIR /src
COPY . .
RUN test -n "$APP" && dotnet publish "functions/$APP" --configuration Release --output /app

FROM mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ffmpeg fonts-noto-core \
 && rm -rf /var/lib/apt/lists/*
ENV AzureWebJobsScriptRoot=/home/site/wwwroot AzureFunctionsJobHost__Logging__Console__IsEnabled=true
COPY --from=build /app /home/site/wwwroot
