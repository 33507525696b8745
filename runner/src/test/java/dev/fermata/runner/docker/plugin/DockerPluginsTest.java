package dev.fermata.runner.docker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.model.LanguageModel;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Provider;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Value;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.spec.ProviderCall;
import dev.fermata.planner.spec.ProviderCall.Command;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With programs that speak the real protocols, and write down how they were called. */
@Timeout(30)
class DockerPluginsTest {
  private static final String METADATA =
      """
      [ "$2" = metadata ] && {
        echo '{"description":"x","up":{"parameters":[{"name":"size","required":true}]},"down":{"parameters":[]}}'
        exit
      }
      """;

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  private DockerPlugins plugins() {
    Map<String, String> environment =
        Map.of("PATH", folder + ":/bin:/usr/bin", "DOCKER_CONFIG", folder.toString());
    return new DockerPlugins(ClientConfig.of(environment), environment);
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\necho \"$@\" >> " + folder + "/calls\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  private Provisions.Variables call(Command command) {
    var options = new TreeMap<String, List<String>>();
    options.put("size", List.of("1", "2"));
    options.put("other", List.of("x"));
    var variables = new TreeMap<String, Value>();
    variables.put("REGION", Value.sensitive("north"));
    variables.put("DOCKER_CONFIG", Value.sensitive("/elsewhere"));
    var call =
        new ProviderCall(
            new ProjectName("shop"),
            new ServiceName("db"),
            new Provider("cloud", options, variables),
            command,
            Value.plain("{\"image\":\"mysql\"}"));
    return plugins().call(call, progress -> told.add(progress.text()));
  }

  private EngineException failure(String script) throws IOException {
    program("cloud", script);
    return catchThrowableOfType(EngineException.class, () -> call(Command.UP));
  }

  @Test
  void a_provider_is_called_and_understood() throws IOException {
    program(
        "cloud",
        METADATA
            + """
            echo '{"type":"info","message":"preparing"}'
            echo '{"type":"debug","message":"nobody asked"}'
            echo '{"type":"get-service-config"}'
            read config
            echo "$config $REGION $COMPOSE_PROVIDER_MESSAGES" >> "$DOCKER_CONFIG/config"
            echo '{"type":"setenv","message":"URL=https://db?a=b"}'
            echo '{"type":"rawsetenv","message":"TOKEN=x"}'
            """);

    Provisions.Variables given = call(Command.UP);

    assertThat(given.prefixed()).containsExactly(Map.entry("URL", "https://db?a=b"));
    assertThat(given.raw()).containsExactly(Map.entry("TOKEN", "x"));
    assertThat(told).containsExactly("preparing");
    assertThat(calls())
        .containsExactly("compose metadata", "compose --project-name=shop up --size=1 --size=2 db");
    assertThat(folder.resolve("config"))
        .hasContent(
            "{\"image\":\"mysql\"} north error,info,setenv,rawsetenv,debug,get-service-config");
  }

  @Test
  void what_it_says_of_itself_is_kept_for_editors() throws IOException {
    program("cloud", METADATA + "exit 0\n");

    call(Command.UP);

    assertThat(folder.resolve("compose/providers/cloud.json"))
        .content()
        .contains("\"name\":\"size\"");
  }

  @Test
  void one_that_says_nothing_of_itself_gets_all_options() throws IOException {
    program("cli-plugins/docker-cloud", "[ \"$2\" = metadata ] && exit 1\nexit 0\n");

    call(Command.DOWN);

    assertThat(calls()).endsWith("compose --project-name=shop down --other=x --size=1 --size=2 db");
  }

  @Test
  void only_one_that_says_so_is_stopped() throws IOException {
    program("cloud", METADATA);

    call(Command.STOP);

    assertThat(calls()).containsExactly("compose metadata");
  }

  @Test
  void its_own_words_say_why_it_fails() throws IOException {
    var refused =
        failure(
            "[ \"$2\" = metadata ] && exit\nprintf '%s\\n' '{\"type\":\"error\",\"message\":\"no credit\\nsee x\"}'; sleep 60");
    assertThat(refused).hasMessage("no credit");
    assertThat(refused.detail()).isEqualTo("see x");

    var ended = failure("[ \"$2\" = metadata ] && exit\necho oops >&2; exit 3");
    assertThat(ended).hasMessage("provider `cloud` of service `db` ended with exit code 3");
    assertThat(ended.detail()).isEqualTo("oops");
  }

  @Test
  void what_is_not_understood_fails() throws IOException {
    assertThat(failure("echo '{\"type\":\"publish-endpoint\",\"message\":\"80=x:1\"}'"))
        .hasMessageStartingWith("invalid message from plugin");
    assertThat(failure("[ \"$2\" = metadata ] && exit\necho hello"))
        .hasMessageStartingWith("invalid message from plugin");
  }

  @Test
  void a_required_parameter_that_is_missing_is_told_before_the_call() throws IOException {
    var refused = failure(METADATA.replace("\"size\"", "\"name\""));

    assertThat(refused)
        .hasMessage("required parameter `name` is missing from provider `cloud` definition");
    assertThat(calls()).containsExactly("compose metadata");
  }

  @Test
  void a_program_that_is_not_there_is_asked_for_in_vain() {
    var absent = catchThrowableOfType(EngineException.class, () -> call(Command.UP));

    assertThat(absent.kind()).isEqualTo(Kind.MISCONFIGURED);
    assertThat(absent.hint()).contains("install it");
  }

  private static final String MODELS =
      """
      case "$1" in
        docker-cli-plugin-metadata) echo '{"Version":"v1.0.6"}' ;;
        ls) echo '[{"id":"x","tags":["ai/there"],"created":1}]' ;;
        pull) echo 'Downloading'; [ "$2" = ai/none ] && { echo 'no such model' >&2; exit 1; } ;;
        status) echo '{"running":true,"endpoint":"http://models/"}' ;;
      esac
      exit 0
      """;

  private String prepare(String model) {
    return plugins()
        .prepare(
            new LanguageModel("llm", model, Optional.of(1024L), List.of("--fast")),
            progress -> told.add(progress.text()));
  }

  @Test
  void a_model_that_is_missing_is_pulled_and_set_up() throws IOException {
    program("cli-plugins/docker-model", MODELS);

    assertThat(prepare("ai/small")).isEqualTo("http://models/");

    assertThat(calls())
        .containsExactly(
            "ls --json",
            "pull ai/small",
            "docker-cli-plugin-metadata",
            "configure --context-size 1024 ai/small -- --fast",
            "status --json");
  }

  @Test
  void one_that_is_there_is_not_pulled_and_an_old_plugin_gets_no_flags() throws IOException {
    program("cli-plugins/docker-model", MODELS.replace("1.0.6", "1.0.5"));

    prepare("ai/there");

    assertThat(calls())
        .containsExactly(
            "ls --json",
            "docker-cli-plugin-metadata",
            "configure --context-size 1024 ai/there",
            "status --json");
  }

  @Test
  void why_a_model_cannot_be_pulled_is_told() throws IOException {
    program("cli-plugins/docker-model", MODELS);

    var failure = catchThrowableOfType(EngineException.class, () -> prepare("ai/none"));

    assertThat(failure).hasMessage("`docker model pull ai/none` ended with exit code 1");
    assertThat(failure.detail()).isEqualTo("no such model");
  }

  @Test
  void without_the_plugin_there_are_no_models() {
    var absent = catchThrowableOfType(EngineException.class, () -> prepare("ai/small"));

    assertThat(absent).hasMessage("model `llm`: 'models' support requires Docker Model plugin");
  }
}
