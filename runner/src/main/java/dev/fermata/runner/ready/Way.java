package dev.fermata.runner.ready;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** One way from here to a port of a container. */
sealed interface Way permits Way.Direct, Way.Forwarded, Inside {

  /** What became of a try. */
  sealed interface Attempt {
    record Opened(Line line) implements Attempt {}

    /** Somebody was there and refused. */
    record Refused() implements Attempt {}

    /** Nobody was there. */
    record Closed(String why) implements Attempt {}
  }

  Attempt open(Duration timeout) throws InterruptedException;

  /** Whether a refusal is the container's own: then there is no need to look for another way. */
  boolean isConclusive();

  /** To the container's own address. */
  record Direct(String host, int port) implements Way {
    @Override
    public Attempt open(Duration timeout) throws InterruptedException {
      return connect(new Target(host, port, port, Duration.ZERO), timeout);
    }

    @Override
    public boolean isConclusive() {
      return true;
    }
  }

  /**
   * By a port of the engine's machine. What forwards it takes connections before anybody listens.
   */
  record Forwarded(String host, int hostPort, int port) implements Way {
    private static final Duration DOUBT = Duration.ofMillis(300);

    @Override
    public Attempt open(Duration timeout) throws InterruptedException {
      return connect(new Target(host, hostPort, port, DOUBT), timeout);
    }

    @Override
    public boolean isConclusive() {
      return false;
    }
  }

  /** Where to connect, for which port of the container. */
  record Target(String host, int hostPort, int port, Duration doubt) {
    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + hostPort;
    }
  }

  private static Attempt connect(Target target, Duration timeout) throws InterruptedException {
    int millis = Math.toIntExact(timeout.toMillis());
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(target.host(), target.hostPort()), millis);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(millis);
      return new Attempt.Opened(new Line(socket, target.port(), target.doubt()));
    } catch (ConnectException refused) {
      close(socket);
      // Other failures to connect come as the same exception.
      return String.valueOf(refused.getMessage()).contains("refused")
          ? new Attempt.Refused()
          : closed(target, refused);
    } catch (IOException nobody) {
      close(socket);
      return closed(target, nobody);
    }
  }

  private static Attempt closed(Target target, IOException why) throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException(why.getMessage());
    }
    return new Attempt.Closed(
        "`" + target + "` cannot be reached from here (" + why.getMessage() + ")");
  }

  /** A connection that is given up has nothing more to say. */
  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      return;
    }
  }
}
