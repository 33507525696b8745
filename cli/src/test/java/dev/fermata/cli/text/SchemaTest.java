package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.fermata.cli.text.config.ConfigJson;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors make of compose files with our schema. */
class SchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(SchemaJson.text());

  private static List<String> mistakes(String yaml) {
    var found = new ArrayList<String>();
    for (Node root : YamlReader.read(new SourceText("a", yaml)).value().orElse(List.of())) {
      if (root instanceof Mapping document) {
        SCHEMA.validate(ConfigJson.text(document, Dollars.KEPT), InputFormat.JSON).stream()
            .map(ValidationMessage::getMessage)
            .forEach(found::add);
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ports: [80, '8080:80', {target: 80, published: 8080}]",
        "build: .",
        "build: {context: ., args: [A=b, C]}",
        "environment: {A: 1, B: true, C: , D: text}",
        "environment: [A=1, B]",
        "command: echo hello",
        "command: [echo, hello]",
        "depends_on: {x: {condition: service_healthy}}",
        "depends_on: [x]",
        "scale: 2",
        "scale: ${COUNT:-2}",
        "tty: ${TTY}",
        "tty: 'yes'",
        "pull_policy: every_12h",
        "volumes: [data:/data, {type: bind, source: ., target: /app}]",
        "ulimits: {nproc: 100, nofile: {soft: 1, hard: 2}}",
        "gpus: all",
        "networks: {back: , front: {aliases: [a]}}",
        "x-own: [1, {a: b}]"
      })
  void what_may_be_written_is_accepted(String attribute) {
    assertThat(mistakes("services: {a: {image: b, " + attribute + "}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port: [80]",
        "ports: 80",
        "ports: [{published: 80}]",
        "image: [b]",
        "environment: text",
        "scale: many",
        "tty: maybe",
        "pull_policy: sometimes",
        "depends_on: {x: {condition: ready}}",
        "depends_on: {x: }",
        "volumes: [{type: bnd, target: /a}]",
        "healthcheck: {tset: a}",
        "oom_score_adj: 1001",
        "ulimits: {nofile: {soft: 1}}",
        "security_opt: [a, a]"
      })
  void typical_mistakes_are_rejected(String attribute) {
    assertThat(mistakes("services: {a: {" + attribute + "}}")).isNotEmpty();
  }

  @Test
  void mistakes_at_the_top_are_rejected() {
    assertThat(mistakes("service: {a: {image: b}}")).isNotEmpty();
    assertThat(mistakes("services: [a]")).isNotEmpty();
    assertThat(mistakes("services: {'a b': {image: b}}")).isNotEmpty();
  }

  @Test
  void files_that_can_be_loaded_are_accepted() {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(10);
    assertThat(files).allSatisfy(file -> assertThat(mistakes(text(file))).isEmpty());
  }

  /** Those of the examples and of the doubts; and the corpus, where it is. */
  private static List<Path> files() {
    var files = new ArrayList<Path>();
    files.addAll(below(Path.of("../examples"), 3));
    files.addAll(below(Path.of("../compose-model/src/test/cases/lint"), 2));
    files.removeIf(file -> file.endsWith(Path.of("silence", "compose.yaml")));
    String shared = System.getenv("FERMATA_SHARED");
    if (shared == null) {
      System.out.println("NOT RUN: schema on the corpus (FERMATA_SHARED does not name it)");
      return files;
    }
    below(Path.of(shared, "conformance", "cases"), 3).stream()
        .filter(file -> Files.exists(file.resolveSibling("expected.json")))
        .forEach(files::add);
    return files;
  }

  private static List<Path> below(Path folder, int depth) {
    try (Stream<Path> found = Files.walk(folder, depth)) {
      return found.filter(file -> file.endsWith("compose.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
