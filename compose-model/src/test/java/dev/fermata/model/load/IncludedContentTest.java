package dev.fermata.model.load;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.file.Sources;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncludedContentTest {
  private static final Map<String, String> FILES =
      Map.of(
          "/p/compose.yaml", "include: [sub/compose.yaml]",
          "/p/sub/.env", "KEY=of the included file",
          "/p/sub/compose.yaml",
              """
              include: [{path: deep/compose.yaml, env_file: deep/own.env}]
              services:
                web: {image: busybox, secrets: [key, deep], configs: [key]}
              secrets: {key: {environment: KEY}}
              configs: {key: {environment: KEY}}
              """,
          "/p/sub/deep/own.env", "KEY=hidden\nDEEP=deeper",
          "/p/sub/deep/compose.yaml", "secrets: {deep: {environment: DEEP}}");

  @Test
  void a_secret_of_an_included_file_is_drawn_from_the_env_file_of_that_file() {
    Result<Project> loaded = load(FILES, Map.of());

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(secret(loaded, "key")).isEqualTo(content("of the included file"));
    assertThat(secret(loaded, "deep")).isEqualTo(content("deeper"));
    var config = requireNonNull(loaded.value().orElseThrow().configs().get("key"));
    assertThat(config.source()).isEqualTo(content("of the included file"));
  }

  @Test
  void what_the_project_itself_sets_comes_first() {
    Result<Project> loaded = load(FILES, Map.of("KEY", "of the process", "DEEP", ""));

    assertThat(secret(loaded, "key")).isEqualTo(content("of the process"));
    assertThat(secret(loaded, "deep")).isEqualTo(content(""));
  }

  @Test
  void a_secret_that_the_including_file_redefines_sees_the_variables_of_that_one() {
    var files = new HashMap<>(FILES);
    files.put(
        "/p/compose.yaml",
        """
        include: [sub/compose.yaml]
        secrets: {key: {environment: OTHER}}
        """);

    Result<Project> loaded = load(files, Map.of("OTHER", "of the project"));

    assertThat(secret(loaded, "key")).isEqualTo(content("of the project"));
  }

  private static FileSource secret(Result<Project> loaded, String key) {
    return requireNonNull(loaded.value().orElseThrow().secrets().get(key)).source();
  }

  private static FileSource content(String text) {
    return new FileSource.Content(Value.sensitive(text));
  }

  private static Result<Project> load(Map<String, String> files, Map<String, String> environment) {
    Sources sources =
        path ->
            files.containsKey(path)
                ? new Sources.Content.Found(files.get(path).getBytes(StandardCharsets.UTF_8))
                : new Sources.Content.Absent();
    return new Loader(sources).load(LoadRequest.of("/p", environment));
  }
}
