package dev.fermata.model.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.provenance.Origin.Manner;
import dev.fermata.model.provenance.Provenance.Fact;
import dev.fermata.model.tree.Draw;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/me"));

  @Test
  void a_part_of_a_short_form_names_only_the_variables_in_it() {
    environment.put("PORT", "8081");
    file("compose.yaml", "services: {web: {image: a, ports: ['${PORT}:${INNER-80}']}}");

    assertThat(fact("services.web.ports[0].published").origin().draws())
        .extracting(Draw::variable)
        .containsExactly("PORT");
    assertThat(fact("services.web.ports[0].target").origin().draws())
        .extracting(Draw::variable, Draw::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("INNER", Draw.Kind.DEFAULT));
  }

  @Test
  void what_a_later_file_replaces_is_known_down_to_the_extended_service() {
    file("base.yaml", "services: {base: {image: base}}");
    file(
        "compose.yaml",
        "services:\n  web:\n    extends: {file: base.yaml, service: base}\n    image: own");
    file("compose.override.yaml", "services: {web: {image: over}}");

    Fact image = fact("services.web.image");
    assertThat(image.shown()).isEqualTo("over");
    assertThat(image.origin().place()).hasToString("compose.override.yaml:1:25");
    assertThat(image.origin().replaced())
        .extracting(node -> node.span().toString())
        .containsExactly("compose.yaml:4:12", "base.yaml:1:26");
  }

  @Test
  void a_list_that_replaces_another_one_says_so_as_a_whole() {
    file("compose.yaml", "services: {web: {image: a, command: [x, y]}}");
    file("compose.override.yaml", "services: {web: {command: [z]}}");

    Fact command = fact("services.web.command");
    assertThat(command.shown()).isEqualTo("(list)");
    assertThat(command.origin().replaced()).hasSize(1);
  }

  @Test
  void the_process_hides_the_env_file() {
    environment.put("TAG", "9");
    file(".env", "X=1\nTAG=8\n");
    file("compose.yaml", "services: {web: {image: 'a:$TAG'}}");

    var assignment =
        fact("services.web.image").origin().draws().getFirst().assignment().orElseThrow();
    assertThat(assignment.span()).hasToString("the environment:1:1");
    assertThat(assignment.hidden().orElseThrow().span()).hasToString(".env:2:1");
  }

  @Test
  void values_that_nobody_wrote_say_what_they_follow_from() {
    file(
        "compose.yaml",
        "services: {web: {image: a, links: [db]}, db: {image: b}}\nvolumes:\n  data: {}");

    assertThat(fact("name").origin().place().source().name()).isEqualTo("the directory's name");
    assertThat(fact("services.web.depends_on.db.restart").origin().place().source().name())
        .isEqualTo("implied by links");
    assertThat(fact("networks.default.name").origin().manner()).isEqualTo(Manner.OUTSIDE);
  }

  @Test
  void what_may_be_secret_is_masked_by_its_key_and_by_its_variable() {
    environment.put("DB_PASSWORD", "hidden");
    file(
        "compose.yaml",
        "services: {web: {image: a, environment: {URL: 'x:$DB_PASSWORD', API_KEY: hidden,"
            + " DSN_LIKE: 'pg://u:hidden@db'}, command: ['--token=hidden']}}");

    assertThat(facts()).extracting(Fact::shown).noneMatch(shown -> shown.contains("hidden"));
  }

  @Test
  void a_bare_name_takes_its_value_from_outside_and_shadows_what_is_below() {
    environment.put("A", "shell");
    file(".env", "A=dotenv\n");
    file("web.env", "A=file\nB=file\n");
    file("compose.yaml", "services: {web: {image: a, env_file: web.env, environment: [A, NONE]}}");

    List<ContainerVariable> variables =
        ContainerVariable.of(project().service(new ServiceName("web")).definition().tree());
    assertThat(variables).extracting(ContainerVariable::name).containsExactly("A", "B", "NONE");
    ContainerVariable first = variables.getFirst();
    assertThat(first.origin().manner()).isEqualTo(Manner.NAMED);
    assertThat(first.shown()).contains("shell");
    assertThat(first.shadowed())
        .extracting(shadow -> shadow.shown() + " " + shadow.place())
        .containsExactly("dotenv .env:1:1", "file web.env:1:1");
    assertThat(variables.getLast().shown()).isEmpty();
    assertThat(variables.getLast().origin().manner()).isEqualTo(Manner.NAMED);
  }

  private void file(String name, String text) {
    files.put("/project/" + name, text);
  }

  private Project project() {
    var loader =
        new Loader(path ->
            Sources.Content.of(
                Optional.ofNullable(files.get(path))
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))));
    var loaded = loader.load(LoadRequest.of("/project", environment));
    assertThat(loaded.hasErrors()).as(loaded.diagnostics().toString()).isFalse();
    return loaded.value().orElseThrow();
  }

  private List<Fact> facts() {
    return Provenance.of(project().definition().tree());
  }

  private Fact fact(String path) {
    return facts().stream()
        .filter(fact -> fact.path().toString().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
