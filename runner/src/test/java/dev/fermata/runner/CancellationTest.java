package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.Cancellation.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation cancellation = new Cancellation();
  private final List<Stage> told = new ArrayList<>();

  @Test
  void a_listener_is_told_of_each_stage_once_and_in_order() {
    cancellation.subscribe(told::add);

    cancellation.advance();
    cancellation.advance();
    cancellation.advance();

    assertThat(told).containsExactly(Stage.GRACEFUL, Stage.KILL);
  }

  @Test
  void a_late_listener_is_told_of_what_was_reached_before() {
    cancellation.advance();
    cancellation.advance();

    cancellation.subscribe(told::add);

    assertThat(told).containsExactly(Stage.GRACEFUL, Stage.KILL);
  }

  @Test
  void a_closed_registration_is_told_nothing_more() {
    var registration = cancellation.subscribe(told::add);
    cancellation.advance();

    registration.close();
    cancellation.advance();

    assertThat(told).containsExactly(Stage.GRACEFUL);
  }

  @Test
  void a_stage_that_is_reached_is_not_reached_again() {
    cancellation.subscribe(told::add);

    cancellation.reach(Stage.GRACEFUL);
    cancellation.reach(Stage.GRACEFUL);

    assertThat(told).containsExactly(Stage.GRACEFUL);
    assertThat(cancellation.stage()).isEqualTo(Stage.GRACEFUL);
  }

  @Test
  void a_stage_is_not_taken_back() {
    cancellation.advance();
    cancellation.advance();

    cancellation.reach(Stage.GRACEFUL);

    assertThat(cancellation.stage()).isEqualTo(Stage.KILL);
  }
}
