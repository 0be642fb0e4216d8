# The image of one Patina node: built here from the sources, run by a JRE alone, as nobody in particular.
FROM maven:3.9.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl api -am package \
 && java -Djarmode=tools -jar api/target/*-exec.jar extract --destination /app \
 && mv /app/*.jar /app/app.jar \
# Production brings its own stores: without the embedded ones, a forgotten address stops the start instead of hiding.
 && rm -f /app/lib/patina-embedded-*.jar

FROM eclipse-temurin:25.0.1_8-jre-noble
RUN groupadd --system --gid 10001 patina \
 && useradd --system --uid 10001 --gid patina --home-dir /var/lib/patina --shell /usr/sbin/nologin patina \
 && install -d -o patina -g patina /var/lib/patina
COPY --from=build /app /app
USER 10001:10001
ENV PATINA_HOME=/var/lib/patina PATINA_PORT=8080
VOLUME /var/lib/patina
EXPOSE 8080
# The image has no curl, and needs none.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PATINA_PORT} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# Lists of the last minutes live on: collections copy them twice, and no oftener. Training runs at nice 10, which anybody may ask for; Java warns of it all but the superuser.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", \
  "-XX:MaxGCPauseMillis=25", "-XX:MaxTenuringThreshold=2", \
  "-XX:+UnlockDiagnosticVMOptions", "-XX:-PrintWarnings", "-XX:ThreadPriorityPolicy=1", \
  "-XX:JavaPriority1_To_OSPriority=10", "--enable-native-access=ALL-UNNAMED", "-cp", "/app/app.jar", "com.videowindow.patina.api.cli.Commands"]
CMD ["serve"]
