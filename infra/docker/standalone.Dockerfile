# The Standalone host: all five apps in one process, PostgreSQL as the only server. The same image migrates (`migrate`), and
# runs the simulator alone (--entrypoint dotnet, WhatsAppBots.Simulator.dll).
#   docker build -f infra/docker/standalone.Dockerfile -t whatsappbots .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The context has no history to take it from: --build-arg VERSION=1.4.0
ARG VERSION=0.0.0
WORKDIR /src
COPY . .
# Compiled ahead: a fresh process answers at full speed from its first messages.
RUN dotnet publish infra/standalone --configuration Release --no-self-contained -p:PublishReadyToRun=true -p:MinVerVersionOverride="$VERSION" --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# ffmpeg makes the example videos of packs. PostgreSQL's client is for the nightly backup: as new as the server, or pg_dump refuses it; the distribution's
# own is older.
ARG POSTGRES=17
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates curl ffmpeg postgresql-common \
 && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
 && apt-get install --yes --no-install-recommends "postgresql-client-$POSTGRES" \
 && rm -rf /var/lib/apt/lists/* \
 && mkdir /data && chown "$APP_UID" /data
WORKDIR /app
COPY --from=build /app .
# By number: Kubernetes cannot tell from a name that it is not root.
USER $APP_UID
# It is reached from outside: development has to be said.
ENV ENVIRONMENT=production PORT=7070 DATA_FOLDER=/data MEDIA_STORE=/data/media
EXPOSE 7070
# Down where the database is: for people and for `depends_on`. Docker restarts nothing for it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD curl --fail --silent --output /dev/null "http://127.0.0.1:$PORT/health"
ENTRYPOINT ["dotnet", "WhatsAppBots.Standalone.dll"]
