# syntax=docker/dockerfile:1
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
ARG TARGETARCH
ARG VERSION=0.0.0
ENV NUGET_PACKAGES=/packages
WORKDIR /source
COPY --link src/Directory.Build.props src/Directory.Packages.props src/BannedSymbols.txt src/
COPY --link src/Listening/Listening.csproj src/Listening/
COPY --link src/Listening.Connectors/Listening.Connectors.csproj src/Listening.Connectors/
COPY --link src/Listening.Storage/Listening.Storage.csproj src/Listening.Storage/
COPY --link src/Listening.Worker/Listening.Worker.csproj src/Listening.Worker/
RUN --mount=type=cache,target=/packages dotnet restore src/Listening.Worker -a $TARGETARCH
COPY --link . .
RUN --mount=type=cache,target=/packages \
    dotnet publish src/Listening.Worker -a $TARGETARCH --no-restore -c Release -o /app -p:MinVerVersionOverride=$VERSION \
    && mkdir -p /data

# "extra" brings ICU and time zones: without them hashtags would fold differently, and the worker refuses to start.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS final
LABEL org.opencontainers.image.title="listening" org.opencontainers.image.licenses="MIT"
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false LC_ALL=C.UTF-8 DOTNET_gcServer=0 LISTENING_Storage__Directory=/data
WORKDIR /app
COPY --link --from=build /app .
COPY --link --from=build --chown=1654:1654 /data /data
USER $APP_UID
VOLUME /data
STOPSIGNAL SIGTERM
# The page and the API listen on loopback inside the container until there is a sign-in; share the network namespace to reach them.
ENTRYPOINT ["dotnet", "Listening.Worker.dll"]
CMD ["run"]
