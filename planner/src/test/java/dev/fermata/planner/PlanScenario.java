package dev.fermata.planner;

import static java.util.Objects.requireNonNull;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.BuildInputs;
import dev.fermata.planner.observed.Builders;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Logins;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.UpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of a golden case. {@code compose.yaml} is what is wanted, {@code command} how it is
 * asked for (by default {@code up}), {@code observed.txt} how it came to what is there, line by
 * line:
 *
 * <pre>
 * image nginx             it is there
 * image nginx for x/y     the same, for this platform
 * pulled nginx 25         it got its name so many hours ago
 * several platforms       what the engine keeps under one name
 * network front           and so is this, made by hand (or volume)
 * network front of other  the same, made by another project
 * twin p_back             a second network of this name, made by the project too
 * p-web-1 joins twin      it is on that one, and not on the first of the name
 * up before.yaml          as after a run
 * up before.yaml until 3  as after a run that was killed after step 3
 * up before.yaml only db  as after a run for one service
 * shop-web-1 is exited 1  a state, and an exit code
 * shop-web-1 begins anew  its engine or somebody else starts it again, under the same id
 * anew shop_data          a volume was made once more, after all that
 * shop-job-1 saw /a gone   what has become of the files that a job mounts (changed, gone, ...)
 * provided db U=x raw:Y=z what a provider gave in this run, with its service's name in front, or not
 * logins                  the docker client is logged in somewhere
 * built p-web p web        an image that labels say was built for a service
 * model llm http://x      where a model is, in this run
 * docker compose          all of it was made by Docker Compose
 * buildkit absent         the engine's (or OF_20_10, ...)
 * classic                 the environment says DOCKER_BUILDKIT=0
 * buildx far              it is installed; the environment names this builder of it, if any
 * </pre>
 */
final class PlanScenario {
  private final Path folder;
  private final TinyWorld world = new TinyWorld();
  private Builders builders = Builders.USUAL;

  PlanScenario(Path folder) {
    this.folder = folder;
  }

  PlanResult plan() throws IOException {
    Path history = folder.resolve("observed.txt");
    if (Files.exists(history)) {
      Files.readAllLines(history).forEach(this::happen);
    }
    Path command = folder.resolve("command");
    String line = Files.exists(command) ? Files.readString(command).strip() : "up";
    return new PlanCommand(List.of(line.split(" ", -1)))
        .plan(() -> project("compose.yaml"), observed());
  }

  private Observed observed() {
    Project project = project("compose.yaml");
    var dockerfiles = new TreeMap<ServiceName, String>();
    Stream.concat(project.services().values().stream(), project.disabled().values().stream())
        .forEach(service ->
            service
                .build()
                .flatMap(build -> build.source().dockerfilePath())
                .flatMap(PlanScenario::read)
                .ifPresent(text ->
                    dockerfiles.put(service.name(), new String(text, StandardCharsets.UTF_8))));
    return world.observe().with(new BuildInputs(builders, dockerfiles));
  }

  private void happen(String line) {
    String[] words = line.strip().split(" ", -1);
    switch (words[0]) {
      case "image" -> world.bring(new ImageRef(words[1]).familiar(), platform(words));
      case "built" -> world.build(new ImageRef(words[1]).familiar(), words[2], words[3]);
      case "pulled" -> world.age(new ImageRef(words[1]).familiar(), Integer.parseInt(words[2]));
      case "several" -> world.imageStore = ImageStore.SEVERAL_PLATFORMS;
      case "network" ->
          world.networks.put(words[1], new ObservedNetwork("made", words[1], owner(words)));
      case "twin" -> {
        ObservedNetwork first = requireNonNull(world.networks.get(words[1]));
        world.networks.put("twin", new ObservedNetwork("twin", words[1], first.labels()));
      }
      case "volume" -> world.volumes.put(words[1], new ObservedVolume(words[1], owner(words)));
      case "anew" ->
          world.volumes.computeIfPresent(
              words[1],
              (name, volume) ->
                  new ObservedVolume(name, volume.labels(), Optional.of(Instant.MAX)));
      case "logins" -> world.logins = Logins.SOME;
      case "provided" -> provided(words);
      case "model" ->
          world.provisions = world.provisions.and(Provisions.ofModel(words[1], words[2]));
      case "up" -> up(words);
      case "docker" -> world.madeByCompose = true;
      case "buildkit" ->
          builders =
              new Builders(
                  Builders.BuildKit.valueOf(words[1].toUpperCase(Locale.ROOT)),
                  builders.use(),
                  builders.buildx(),
                  builders.named());
      case "classic" ->
          builders =
              new Builders(
                  builders.buildKit(),
                  Builders.Use.SWITCHED_OFF,
                  builders.buildx(),
                  builders.named());
      case "buildx" ->
          builders =
              new Builders(
                  builders.buildKit(),
                  builders.use(),
                  Builders.Buildx.INSTALLED,
                  Stream.of(words).skip(1).findFirst());
      default -> change(words);
    }
  }

  private void provided(String[] words) {
    var prefixed = new TreeMap<String, String>();
    var raw = new TreeMap<String, String>();
    Stream.of(words)
        .skip(2)
        .map(word -> word.split("=", 2))
        .forEach(pair -> {
          boolean isRaw = pair[0].startsWith("raw:");
          (isRaw ? raw : prefixed).put(pair[0].replaceFirst("^raw:", ""), pair[1]);
        });
    world.provisions =
        world.provisions.and(
            Provisions.ofService(
                new ServiceName(words[1]), new Provisions.Variables(prefixed, raw)));
  }

  private static Optional<Platform> platform(String[] words) {
    return words.length > 2 ? Optional.of(Platform.of(words[3])) : Optional.empty();
  }

  private static SortedMap<String, String> owner(String[] words) {
    var labels = new TreeMap<String, String>();
    if (words.length > 2) {
      labels.put(Labels.PROJECT, words[3]);
      labels.put(Labels.CONFIG_HASH, "another");
    }
    return labels;
  }

  private void up(String[] words) {
    Project project = project(words[1]);
    world.file = Optional.of(project);
    boolean killed = words.length > 2 && words[2].equals("until");
    int last = killed ? Integer.parseInt(words[3]) : Integer.MAX_VALUE;
    boolean selected = words.length > 2 && words[2].equals("only");
    UpOptions options =
        selected
            ? UpOptions.DEFAULT.withSelection(
                UpOptions.Selection.of(Set.of(new ServiceName(words[3]))))
            : UpOptions.DEFAULT;
    Plan plan = Plans.up(project, world.observe(), options);
    plan.steps().stream()
        .filter(step -> step.id() <= last)
        .forEach(step -> world.apply(step.action()));
  }

  private void change(String[] words) {
    if (words[1].equals("saw")) {
      world.named(words[0]).orElseThrow().seen =
          Optional.of(
              new EndedJob.FileChange(
                  EndedJob.Kind.valueOf(words[3].toUpperCase(Locale.ROOT)), words[2]));
      return;
    }
    if (words[1].equals("joins")) {
      ObservedNetwork joined = requireNonNull(world.networks.get(words[2]));
      world.named(words[0]).orElseThrow().networks.put(joined.name(), joined.id());
      return;
    }
    if (words[1].equals("begins")) {
      world.beginAnew(world.named(words[0]).orElseThrow());
      return;
    }
    if (words[2].equals("gone")) {
      world.boxes.remove(world.named(words[0]).orElseThrow().id);
      return;
    }
    world.named(words[0]).orElseThrow().state = ContainerState.of(words[2]);
    if (words.length > 3) {
      world.ended.put(words[0], words[3]);
    }
  }

  private Project project(String file) {
    LoadRequest here = LoadRequest.of(folder.toAbsolutePath().toString(), Map.of());
    LoadRequest request =
        new LoadRequest(
            here.currentDirectory(),
            List.of(file),
            here.projectName(),
            here.projectDirectory(),
            here.profiles(),
            here.environmentFiles(),
            here.services(),
            here.environment(),
            here.variants(),
            here.standardInput());
    var loaded = new Loader(path -> Sources.Content.of(read(path))).load(request);
    if (loaded.hasErrors()) {
      throw new AssertionError(loaded.diagnostics());
    }
    return loaded.value().orElseThrow();
  }

  private static Optional<byte[]> read(String path) {
    try {
      Path file = Path.of(path);
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
