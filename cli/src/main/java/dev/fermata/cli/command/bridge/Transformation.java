package dev.fermata.cli.command.bridge;

import dev.fermata.cli.command.exec.AttendedRun;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.planner.request.OneOff;
import dev.fermata.planner.request.Overrides;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.runner.bridge.ModelFolder;
import dev.fermata.runner.bridge.OutputFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A run of an image that transforms: it finds the model in {@code /in}, templates of the user in
 * {@code /templates}, and writes into {@code /out}.
 */
final class Transformation {
  static final String USUAL = "docker/compose-bridge-kubernetes";
  static final String LABEL = "com.docker.compose.bridge=transformation";
  private static final ServiceName SERVICE = new ServiceName("convert");
  private static final Overrides AS_THE_IMAGE_IS =
      new Overrides(
          Optional.empty(),
          Optional.empty(),
          new LinkedHashMap<>(),
          Optional.empty(),
          Optional.empty(),
          new Overrides.Streams(false, false),
          new Overrides.Capabilities(List.of(), List.of()),
          List.of(),
          Optional.empty(),
          new TreeMap<>());

  private Transformation() {}

  /** One image after the other, until one of them fails. */
  static Ending run(
      Session session, List<String> images, String model, Optional<Path> templates, Path out) {
    try (var in = ModelFolder.of(model)) {
      for (String image : images) {
        Project project = project(image, mounts(in.path(), out, templates), in.owner());
        Ending ending = run(session, project);
        if (!(ending instanceof Ending.ProcessEnded ended) || ended.code() != 0) {
          return ending;
        }
      }
      requireOutput(out, images.getLast());
      return Ending.SUCCEEDED;
    }
  }

  private static Ending run(Session session, Project project) {
    var oneOff =
        new OneOff(
            SERVICE,
            Optional.empty(),
            UUID.randomUUID().toString().replace("-", ""),
            OneOff.Aliases.OWN_NAME,
            AfterEnd.REMOVED,
            AS_THE_IMAGE_IS);
    var request = new Request.Run(project, UpOptions.DEFAULT, oneOff);
    return new AttendedRun(session, new Work(session, "bridge convert"), request).stay();
  }

  private static Project project(String image, List<Map<String, Object>> mounts, String user) {
    return EarlyEnd.requireSound(
        ProjectBuilder.named("bridge")
            .service(
                SERVICE.text(),
                service ->
                    service
                        .image(image)
                        .environment("LICENSE_AGREEMENT", "true")
                        .set("user", user)
                        .set("network_mode", "bridge")
                        .set("volumes", mounts))
            .build());
  }

  private static List<Map<String, Object>> mounts(Path in, Path out, Optional<Path> templates) {
    var mounts = new ArrayList<Map<String, Object>>();
    mounts.add(mount(in, "/in"));
    mounts.add(mount(out, "/out"));
    templates.map(folder -> mount(folder, "/templates")).ifPresent(mounts::add);
    return mounts;
  }

  private static Map<String, Object> mount(Path source, String target) {
    return Map.of("type", "bind", "source", source.toString(), "target", target);
  }

  /** An engine on another machine mounts folders of that one. */
  private static void requireOutput(Path out, String image) {
    if (OutputFolder.isEmpty(out)) {
      throw EarlyEnd.refused(
          "`" + image + "` has written nothing into `/out`",
          "the engine mounts folders of its own machine: is it this one?");
    }
  }
}
