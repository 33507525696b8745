package dev.fermata.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {
  private static final Fact NETWORK = Fact.networkReady("front");
  private static final Fact NAMED = Fact.named("web");
  private static final Fact RUNS = Fact.runs(ContainerRef.named("web"));

  private static Draft draft(String name) {
    return Draft.of(new Action.RemoveVolume(name), new Reason.Missing());
  }

  private static List<Step> numbered(Draft... drafts) {
    return new Numbering(List.of(drafts), fact -> fact.equals(NETWORK)).steps();
  }

  private static List<String> texts(List<Step> steps) {
    return steps.stream()
        .map(step -> step.action().subject().replace("volume ", "") + " " + step.after())
        .toList();
  }

  @Test
  void steps_keep_the_order_in_which_they_were_added() {
    assertThat(texts(numbered(draft("one"), draft("other")))).containsExactly("one []", "other []");
  }

  @Test
  void what_provides_a_fact_comes_before_what_requires_it() {
    Draft start = draft("start").requiring(NAMED).providing(RUNS);
    Draft create = draft("create").providing(NAMED);
    Draft await = draft("await").requiring(RUNS);

    assertThat(texts(numbered(await, start, create)))
        .containsExactly("create []", "start [1]", "await [2]");
  }

  @Test
  void all_who_provide_a_fact_are_waited_for() {
    Fact cleared = Fact.cleared(new ServiceName("web"));

    assertThat(
            texts(
                numbered(
                    draft("one").providing(cleared),
                    draft("other").providing(cleared),
                    draft("next").requiring(cleared))))
        .last()
        .isEqualTo("next [1, 2]");
  }

  @Test
  void what_is_so_before_is_not_waited_for() {
    assertThat(texts(numbered(draft("create").requiring(NETWORK)))).containsExactly("create []");
  }

  @Test
  void a_step_takes_back_another_by_what_that_provides() {
    Action undo = new Action.RemoveVolume("undo");
    Draft start = draft("start").requiring(NAMED);

    List<Step> steps =
        numbered(
            start.otherwise(List.of(new Draft.Reversal(NAMED, undo))),
            draft("create").providing(NAMED));

    assertThat(steps.getLast().otherwise()).containsExactly(new Undo(1, undo));
  }

  @Test
  void that_nobody_provides_a_fact_is_a_bug_with_a_name() {
    assertThatThrownBy(() -> numbered(draft("data").requiring(NAMED)))
        .hasMessage(
            "a bug: `RemoveVolume volume data` requires `NAMED web`, which no step provides");
  }

  @Test
  void that_steps_wait_for_each_other_is_a_bug_with_a_name() {
    Draft one = draft("one").requiring(NAMED).providing(NETWORK);
    Draft other = draft("other").requiring(NETWORK).providing(NAMED);

    assertThatThrownBy(() -> numbered(one, other))
        .hasMessage("a bug: `RemoveVolume volume one` waits for itself");
  }
}
