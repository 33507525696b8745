package dev.fermata.runner.ready;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import java.time.Duration;
import java.util.List;

/** From inside the container's network namespace, by a program of its image that carries bytes. */
record Inside(Engine engine, String container, String address, int port, Carrier carrier)
    implements Way {
  /** A program has to be started before it can be refused. */
  private static final Duration DOUBT = Duration.ofSeconds(1);

  /** What may be in an image. */
  enum Carrier {
    NC("nc", List.of("nc", "-h")) {
      @Override
      List<String> to(String address, int port) {
        // It ends by itself soon after we have left: an exec cannot be killed.
        return List.of("nc", "-w", "5", address, Integer.toString(port));
      }
    },
    BASH("bash", List.of("bash", "-c", "true")) {
      @Override
      List<String> to(String address, int port) {
        return List.of(
            "bash",
            "-c",
            "exec 3<>/dev/tcp/%s/%d && { cat <&3 & cat >&3; kill $!; }".formatted(address, port));
      }
    };

    private final String program;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> trial;

    Carrier(String program, List<String> trial) {
      this.program = program;
      this.trial = trial;
    }

    abstract List<String> to(String address, int port);

    String program() {
      return program;
    }

    /** What shows that it is there, by being run at all. */
    List<String> trial() {
      return trial;
    }
  }

  @Override
  public Attempt open(Duration timeout) {
    var request = ExecRequest.of(carrier.to(address, port));
    var process =
        engine.containers().exec(container, request, StreamRequest.withoutTerminal(Input.JOINED));
    return new Attempt.Opened(new Line(new CarriedSocket(process, timeout), port, DOUBT));
  }

  @Override
  public boolean isConclusive() {
    return true;
  }
}
