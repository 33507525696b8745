package dev.fermata.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.text.config.ConfigJson;
import dev.fermata.cli.text.config.ConfigYaml;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.canonical.PrintOrder;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.planner.Planner;
import dev.fermata.planner.digest.ComposeHash;
import dev.fermata.planner.digest.Fingerprints;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.text.PlanText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A project made in Java is the one that its Compose file makes. */
class BuiltProjectTest {
  @ParameterizedTest
  @MethodSource("dev.fermata.cli.BuiltProjects#all")
  void it_prints_compares_and_plans_alike(BuiltProjects.Pair pair) {
    Project built = sound(pair.built().build(sources(BuiltProjects.FILES)));
    Project loaded = loaded(pair.file());

    assertThat(yaml(built)).isEqualTo(yaml(loaded));
    assertThat(json(built)).isEqualTo(json(loaded));
    assertThat(digests(built)).isEqualTo(digests(loaded));
    assertThat(plan(built)).isEqualTo(plan(loaded));
    assertThat(built.toString())
        .isEqualTo(loaded.toString().replace("[/srv/shop/compose.yaml]", "[]"));
  }

  private static Project loaded(String file) {
    var files = new HashMap<>(BuiltProjects.FILES);
    files.put("/srv/shop/compose.yaml", file);
    return sound(
        new Loader(sources(files)).load(LoadRequest.of("/srv/shop", BuiltProjects.ENVIRONMENT)));
  }

  private static Sources sources(Map<String, String> files) {
    return path ->
        files.containsKey(path)
            ? new Sources.Content.Found(files.get(path).getBytes(UTF_8))
            : new Sources.Content.Absent();
  }

  private static Project sound(Result<Project> result) {
    assertThat(result.hasErrors()).as(result.diagnostics().toString()).isFalse();
    return result.value().orElseThrow();
  }

  private static String yaml(Project project) {
    return ConfigYaml.text(PrintOrder.yaml(project.definition().tree()), Dollars.DOUBLED);
  }

  private static String json(Project project) {
    return ConfigJson.text(PrintOrder.json(project.definition().tree()), Dollars.DOUBLED);
  }

  private static List<String> digests(Project project) {
    var fingerprints = new Fingerprints(project);
    return Stream.of(
            project.services().values().stream()
                .flatMap(it -> Stream.of(fingerprints.of(it).label(), hash(it))),
            project.networks().values().stream()
                .flatMap(it -> Stream.of(fingerprints.of(it).label(), ComposeHash.of(it))),
            project.volumes().values().stream()
                .flatMap(it -> Stream.of(fingerprints.of(it).label(), ComposeHash.of(it))))
        .flatMap(one -> one)
        .toList();
  }

  private static String hash(Service service) {
    return ComposeHash.unresolved(service);
  }

  private static String plan(Project project) {
    var up = new Request.Up(project, UpOptions.DEFAULT);
    return switch (Planner.plan(up, Observed.NOTHING)) {
      case PlanResult.Planned planned -> PlanText.of(planned.plan());
      case PlanResult.Refused refused -> refused.problems().toString();
    };
  }
}
