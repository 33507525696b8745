package dev.fermata.model.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A project of many services, to measure with: 30 attributes each, anchors and merge keys, and two
 * files of overrides. Writes itself into a folder: {@code java LargeProject.java 1000 FOLDER}.
 */
public final class LargeProject {
  private static final String SHARED =
      """
      x-limits: &limits
        nofile: {soft: 1024, hard: 4096}
        nproc: 2048
      x-logging: &logging
        driver: json-file
        options: {max-size: 10m, max-file: "3"}
      x-service: &service
        init: true
        restart: unless-stopped
        stop_grace_period: 20s
        logging: *logging
        ulimits: *limits
        security_opt: ["no-new-privileges:true"]
        cap_drop: [ALL]
        cap_add: [NET_BIND_SERVICE, CHOWN]
      services:
      """;

  private static final String SERVICE =
      """
        service-@:
          <<: *service
          image: registry.example.com/group/service-@:${TAG:-1.0}
          build: {context: ./service-@, args: {REVISION: "${REVISION:-none}"}}
          command: ["serve", "--port", "8080", "--name=service-@"]
          hostname: service-@
          user: "1000:1000"
          working_dir: /srv/app
          environment:
            SERVICE_NAME: service-@
            LOG_LEVEL: ${LOG_LEVEL:-info}
            DATABASE: postgres://db/${DATABASE:-main}?application=service-@
            WORKERS: 4
          labels:
            com.example.team: team-@
            com.example.tier: backend
          ports: ["127.0.0.1::8080", "9090"]
          expose: ["8081"]
          volumes: ["data-@:/var/lib/data", "./config/@:/etc/app:ro", "/srv/cache"]
          tmpfs: [/run, /tmp]
          networks:
            front:
            back: {aliases: [service-@.internal]}
          extra_hosts: ["gateway.internal:10.0.0.1"]
          dns: [10.0.0.2, 10.0.0.3]
          sysctls: {net.core.somaxconn: 1024}
          healthcheck:
            test: curl -fsS http://localhost:8080/health || exit 1
            interval: 10s
            timeout: 2s
            retries: 5
            start_period: 15s
          deploy:
            resources:
              limits: {cpus: "0.50", memory: 256M}
              reservations: {memory: 64M}
          read_only: true
          oom_score_adj: 100
          stop_signal: SIGTERM
          profiles: [all, group-@]
      """;

  private static final String DEPENDENCY =
      """
          depends_on:
            service-@: {condition: service_healthy}
      """;

  private static final String FIRST =
      """
        service-@:
          environment: ["LOG_LEVEL=debug", "REGION=${REGION:-eu}"]
          labels: {com.example.override: first}
          ports: ["127.0.0.1::8082"]
          volumes: ["./override/@:/etc/app:ro"]
          healthcheck: {interval: 30s}
      """;

  private static final String SECOND =
      """
        service-@:
          image: registry.example.com/group/service-@:2.0
          environment: {WORKERS: 8}
          mem_limit: 256M
          tmpfs: !override [/run]
          dns: !reset null
      """;

  private LargeProject() {}

  /** The files by name: {@code compose.yaml}, {@code first.yaml} and {@code second.yaml}. */
  public static Map<String, String> files(int services) {
    var files = new LinkedHashMap<String, String>();
    files.put("compose.yaml", compose(services));
    files.put("first.yaml", overrides(services, FIRST));
    files.put("second.yaml", overrides(services, SECOND));
    return files;
  }

  /** Each service but the first depends on the one with half its number: no chain is long. */
  private static String compose(int services) {
    var text = new StringBuilder(SHARED);
    var volumes = new StringBuilder("volumes:\n");
    for (int i = 0; i < services; i++) {
      text.append(SERVICE.replace("@", Integer.toString(i)));
      if (i > 0) {
        text.append(DEPENDENCY.replace("@", Integer.toString(i / 2)));
      }
      volumes.append("  data-").append(i).append(":\n");
    }
    return text.append("networks: {front: {}, back: {}}\n").append(volumes).toString();
  }

  private static String overrides(int services, String template) {
    var text = new StringBuilder("services:\n");
    for (int i = 0; i < services; i++) {
      text.append(template.replace("@", Integer.toString(i)));
    }
    return text.toString();
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    for (Map.Entry<String, String> file : files(Integer.parseInt(args[0])).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
