package dev.fermata.cli;

import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The training run of the ahead-of-time cache: the usual commands, one after the other in one
 * process, against an engine that is played. What they load is what the cache holds. Part of the
 * distribution's jar only, because a cache fits one class path.
 */
final class Training {
  private static final String STACK =
      """
      name: training
      x-common: &common
        restart: unless-stopped
        environment:
          LEVEL: ${LEVEL:-info}
      services:
        db:
          <<: *common
          image: training:1
          healthcheck:
            test: ["CMD", "true"]
            interval: 30s
          volumes:
            - data:/var/lib/data
        web:
          <<: *common
          image: training:1
          command: sleep 1000
          ports: ["127.0.0.1:8080:80"]
          depends_on:
            db:
              condition: service_healthy
      volumes:
        data:
      """;

  private final Path folder;
  private final Map<String, String> environment;

  private Training(Path folder, Path socket) {
    this.folder = folder;
    this.environment =
        Map.of(
            "DOCKER_HOST", "unix://" + socket, "PATH", "/usr/bin:/bin", "PWD", folder.toString());
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.writeString(folder.resolve("compose.yaml"), STACK);
    Path socket = folder.resolve("engine.sock");
    PlayedSocket.listen(socket);
    var training = new Training(folder, socket);
    training.run("version");
    training.run("--help");
    training.run("config");
    training.run("config", "--format", "json");
    training.run("plan");
    training.run("up", "-d");
    training.run("up", "-d");
    training.run("ps");
    training.run("ps", "-q");
    training.run("ps", "-a", "--format", "json");
    training.run("down", "-v");
    System.exit(0);
  }

  private void run(String... args) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    var invocation =
        new Invocation(
            List.of(args),
            environment,
            folder,
            InputStream.nullInputStream(),
            stream,
            stream,
            Terminal.NONE);
    int code = Main.run(invocation);
    if (code != 0) {
      System.err.println(out.toString(StandardCharsets.UTF_8));
      System.err.println("`" + String.join(" ", args) + "` ended with " + code);
      System.exit(1);
    }
  }
}
