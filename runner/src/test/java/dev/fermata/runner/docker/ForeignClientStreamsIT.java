package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.testing.EngineStreamsContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs, events and commands, on somebody else's client. */
class ForeignClientStreamsIT extends EngineStreamsContract {
  @Override
  protected Engine connect() {
    return ForeignClient.connect();
  }

  @Test
  void input_for_a_process_is_refused_before_it_is_made() {
    var streams = StreamRequest.withoutTerminal(Input.JOINED);
    try (Engine engine = connect()) {
      assertThatThrownBy(
              () -> engine.containers().exec("nobody", ExecRequest.of(List.of("cat")), streams))
          .hasMessageContaining("sends no input to a process");
    }
  }
}
