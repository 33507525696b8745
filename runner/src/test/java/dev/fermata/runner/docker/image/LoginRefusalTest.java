package dev.fermata.runner.docker.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ImageRef;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Refusals;
import dev.fermata.runner.engine.EngineException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody who has logged in must not be told that a login is wanted, and to which registry. */
class LoginRefusalTest {
  private static EngineException told(String image, Optional<String> login, String words) {
    EngineException refusal = Refusals.of(Call.PULL.about(image), 500, words);
    return new LoginRefusal(new ImageRef(image), login).told(refusal);
  }

  @Test
  void without_a_login_the_registry_to_log_in_to_is_named() {
    var refusal = told("reg:5443/app:1", Optional.empty(), "no basic auth credentials");

    assertThat(refusal).hasMessage("the registry wants a login for `reg:5443/app:1`");
    assertThat(refusal.hint()).startsWith("`docker login reg:5443`");
  }

  @Test
  void a_login_that_is_not_taken_is_another_thing_than_none() {
    var refusal =
        told("reg:5443/app:1", Optional.of("e30="), "unauthorized: authentication required");

    assertThat(refusal)
        .hasMessage(
            "the registry wants another login for `reg:5443/app:1` than the one that is kept for"
                + " `reg:5443`");
    assertThat(refusal.hint()).startsWith("`docker login reg:5443` writes it anew");
  }

  @Test
  void docker_hub_needs_no_name() {
    assertThat(told("acme/app:1", Optional.empty(), "unauthorized").hint())
        .startsWith("`docker login`, ");
  }

  @Test
  void what_has_nothing_to_do_with_logins_is_left() {
    var refusal = told("reg:5443/app:1", Optional.of("e30="), "manifest unknown");

    assertThat(refusal).hasMessage("there is no image `reg:5443/app:1` in the registry");
    assertThat(refusal.hint()).isEmpty();
  }
}
