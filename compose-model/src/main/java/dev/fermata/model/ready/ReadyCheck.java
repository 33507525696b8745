package dev.fermata.model.ready;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/** What is asked of a container. */
public sealed interface ReadyCheck {

  /** For readers, in the words of the file: {@code tcp 5432}. */
  String text();

  /** Something takes connections at a port. */
  record Tcp(int port) implements ReadyCheck {
    @Override
    public String text() {
      return "tcp " + port;
    }
  }

  /** A GET is answered with one of {@code statuses}, and with {@code body} in it. */
  record Http(
      int port,
      String path,
      List<StatusRange> statuses,
      Optional<TextMatch> body,
      Transport transport)
      implements ReadyCheck {

    /** What is below HTTP. Certificates are not judged: that is not what is asked. */
    public enum Transport {
      PLAIN,
      TLS
    }

    public Http {
      statuses = List.copyOf(statuses);
    }

    @Override
    public String text() {
      return (transport == Transport.TLS ? "https " : "http ")
          + port
          + (path.equals("/") ? "" : " " + path)
          + body.map(wanted -> " with " + wanted.text()).orElse("");
    }
  }

  /** The health service of gRPC says that {@code service} is served; empty: the server as such. */
  record Grpc(int port, String service) implements ReadyCheck {
    @Override
    public String text() {
      return "grpc " + port + (service.isEmpty() ? "" : " " + service);
    }
  }

  /** The container has written such a line since it was started. */
  record Log(TextMatch line) implements ReadyCheck {
    @Override
    public String text() {
      return "log " + line.text();
    }
  }

  /** A command in the container ends well. */
  record Exec(List<String> command) implements ReadyCheck {
    public Exec {
      command = List.copyOf(command);
    }

    @Override
    public String text() {
      return "exec " + String.join(" ", command);
    }
  }

  /** A server of a known kind answers as one that takes work. */
  record Served(KnownServer server, int port) implements ReadyCheck {
    @Override
    public String text() {
      return server.text() + (port == server.port() ? "" : " " + port);
    }
  }

  record All(List<ReadyCheck> checks) implements ReadyCheck {
    public All {
      checks = List.copyOf(checks);
    }

    @Override
    public String text() {
      return checks.stream().map(ReadyCheck::text).collect(joining(" and "));
    }
  }

  record Any(List<ReadyCheck> checks) implements ReadyCheck {
    public Any {
      checks = List.copyOf(checks);
    }

    @Override
    public String text() {
      return checks.stream().map(ReadyCheck::text).collect(joining(" or ", "(", ")"));
    }
  }
}
