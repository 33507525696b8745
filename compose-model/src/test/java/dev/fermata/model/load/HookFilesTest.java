package dev.fermata.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.file.Sources;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Containers of {@code pre_start} know what their service knows, and what they say themselves. */
class HookFilesTest {
  private static final String FILE =
      """
      services:
        web:
          image: busybox
          env_file: [service.env]
          label_file: [service.labels]
          pre_start:
            - command: first
            - command: second
              env_file: [hook.env]
              environment: {OWN: mine, BARE: }
      """;

  private static Result<Project> load(String file) {
    Map<String, String> files =
        Map.of(
            "/p/compose.yaml", file,
            "/p/service.env", "FROM=service\nOWN=service\n",
            "/p/service.labels", "level=service\n",
            "/p/hook.env", "FROM=hook\nOWN=hook\n");
    Sources sources =
        path ->
            files.containsKey(path)
                ? new Sources.Content.Found(files.get(path).getBytes(StandardCharsets.UTF_8))
                : new Sources.Content.Absent();
    return new Loader(sources).load(LoadRequest.of("/p", Map.of("BARE", "from outside")));
  }

  private static Service hook(int index) {
    return load(FILE)
        .value()
        .orElseThrow()
        .service(new ServiceName("web"))
        .lifecycle()
        .hooks()
        .preStart()
        .get(index)
        .container();
  }

  private static String variable(int hook, String name) {
    return Optional.ofNullable(hook(hook).process().environment().get(name))
        .flatMap(value -> value.map(Value::reveal))
        .orElse("");
  }

  @Test
  void a_hook_has_the_variables_and_labels_of_its_services_files() {
    assertThat(variable(0, "FROM")).isEqualTo("service");
    assertThat(hook(0).metadata().labels()).containsEntry("level", "service");
  }

  @Test
  void its_own_files_and_words_win() {
    assertThat(variable(1, "FROM")).isEqualTo("hook");
    assertThat(variable(1, "OWN")).isEqualTo("mine");
    assertThat(variable(1, "BARE")).isEqualTo("from outside");
  }

  @Test
  void a_file_of_its_own_that_is_missing_is_a_mistake() {
    assertThat(load(FILE.replace("hook.env", "gone.env")).diagnostics())
        .extracting(it -> it.message().shown())
        .containsExactly("env file gone.env not found");
  }
}
