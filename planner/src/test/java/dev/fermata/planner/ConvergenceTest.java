package dev.fermata.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.model.builder.ServiceBuilder;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.text.PlanText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random projects, carried out on a tiny world, whole or killed at some point. */
class ConvergenceTest {
  private static final int ROUNDS = 300;

  @Test
  void after_up_there_is_nothing_to_do() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      var world = new TinyWorld();
      for (int i = 0; i < 3; i++) {
        Project project = randomProject(random);
        converge(world, project, seed);
      }
    }
  }

  @Test
  void after_a_kill_at_any_point_up_converges_without_losing_a_volume() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      var world = new TinyWorld();
      converge(world, randomProject(random), seed);
      for (int i = 0; i < 3; i++) {
        Map<String, String> before = world.data();
        killed(world, randomProject(random), random, seed);
        Project project = randomProject(random);
        killed(world, project, random, seed);
        converge(world, project, seed);
        assertNothingLost(world, before, seed);
      }
    }
  }

  @Test
  void who_shares_a_namespace_shares_the_present_one_whatever_began_anew() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      var world = new TinyWorld();
      Project project = randomProject(random);
      converge(world, project, seed);
      world.boxes.values().stream()
          .filter(box -> box.state.equals(ContainerState.RUNNING) && random.nextInt(3) == 0)
          .forEach(world::beginAnew);
      converge(world, project, seed);
      List<ServiceName> services = List.copyOf(project.services().keySet());
      ServiceName one = services.get(random.nextInt(services.size()));
      project = randomProject(random);
      world.file = Optional.of(project);
      upAlone(world, project, one, seed);
    }
  }

  private static void upAlone(TinyWorld world, Project project, ServiceName one, int seed) {
    var selection = UpOptions.Selection.of(Set.of(one));
    Plan plan = Plans.up(project, world.observe(), options().withSelection(selection));
    apply(world, plan.steps(), plan, seed);
    assertThat(world.outliving()).as("seed %s after%n%s", seed, PlanText.of(plan)).isEmpty();
  }

  @Test
  void shuffled_observations_give_the_same_text() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      var world = new TinyWorld();
      converge(world, randomProject(random), seed);
      Project project = randomProject(random);
      var observed = world.observe();
      List<dev.fermata.planner.observed.ObservedContainer> containers =
          new ArrayList<>(observed.containers());
      Collections.shuffle(containers, random);
      var shuffled = observed.withContainers(containers);
      assertThat(PlanText.of(Plans.up(project, shuffled, options())))
          .isEqualTo(PlanText.of(Plans.up(project, observed, options())));
    }
  }

  private static void converge(TinyWorld world, Project project, int seed) {
    world.file = Optional.of(project);
    Plan plan = Plans.up(project, world.observe(), options());
    apply(world, plan.steps(), plan, seed);
    assertThat(world.outliving()).as("seed %s after%n%s", seed, PlanText.of(plan)).isEmpty();
    Plan second = Plans.up(project, world.observe(), options());
    assertThat(withoutJobs(second))
        .as("seed %s after%n%s", seed, PlanText.of(plan))
        .containsExactly("nothing to do");
    int wanted = project.services().values().stream().mapToInt(s -> s.lifecycle().replicas()).sum();
    assertThat(world.boxes).as("seed %s", seed).hasSize(wanted);
    assertThat(world.boxes.values())
        .as("seed %s", seed)
        .allMatch(box -> box.name.startsWith("p-"))
        .allMatch(box -> !box.state.equals(ContainerState.CREATED));
  }

  /** That a job is done is told each time. */
  private static List<String> withoutJobs(Plan plan) {
    return PlanText.of(plan)
        .lines()
        .filter(line -> !line.startsWith("note: `job`: done a moment ago, nothing has changed"))
        .toList();
  }

  /** Steps run side by side, so what is done when a run is killed is any part closed by `after`. */
  private static void killed(TinyWorld world, Project project, Random random, int seed) {
    world.file = Optional.of(project);
    Plan plan = Plans.up(project, world.observe(), options());
    Set<Integer> done = new HashSet<>();
    List<Step> steps = new ArrayList<>();
    double alive = random.nextDouble();
    for (Step step : plan.steps()) {
      if (done.containsAll(step.after()) && random.nextDouble() < 0.2 + alive) {
        done.add(step.id());
        steps.add(step);
      }
    }
    apply(world, steps, plan, seed);
  }

  private static void apply(TinyWorld world, List<Step> steps, Plan plan, int seed) {
    for (Step step : steps) {
      try {
        world.apply(step.action());
      } catch (IllegalStateException e) {
        throw new AssertionError(
            "seed "
                + seed
                + ", step "
                + step.id()
                + ": "
                + e.getMessage()
                + "\n"
                + PlanText.of(plan),
            e);
      }
    }
  }

  private static void assertNothingLost(TinyWorld world, Map<String, String> before, int seed) {
    Map<String, String> after = world.data();
    before.forEach((place, volume) -> {
      assertThat(world.removedVolumes).as("seed %s", seed).doesNotContain(volume);
      if (!place.startsWith("web") && volume.length() == 64) {
        assertThat(after.get(place)).as("seed %s, %s", seed, place).isEqualTo(volume);
      }
    });
  }

  private static UpOptions options() {
    return UpOptions.DEFAULT.withOrphans(OrphanPolicy.REMOVE);
  }

  private static Project randomProject(Random random) {
    var project = ProjectBuilder.named("p").network("back").volume("data");
    List<String> names = new ArrayList<>();
    for (String name : List.of("job", "db", "api", "web")) {
      project.service(name, service -> random(service, name, names, random));
      names.add(name);
    }
    String subnet = "10.0." + random.nextInt(2) + ".0/24";
    project.network(
        "front", front -> front.set("ipam", Map.of("config", List.of(Map.of("subnet", subnet)))));
    return project.build().value().orElseThrow();
  }

  private static void random(
      ServiceBuilder service, String name, List<String> earlier, Random random) {
    service.image("image" + random.nextInt(2)).environment("SEED", "" + random.nextInt(2));
    boolean shares = !earlier.isEmpty() && !name.equals("db") && random.nextInt(4) == 0;
    for (String dependency : earlier) {
      if (random.nextInt(3) == 0) {
        service.dependsOn(
            dependency, it -> it.set("condition", "service_started").set("restart", true));
      } else if (random.nextInt(2) == 0) {
        service.dependsOn(
            dependency, dependency.equals("job") ? Condition.COMPLETED : Condition.HEALTHY);
      }
    }
    if (shares && !earlier.getLast().equals("job")) {
      service.set("network_mode", "service:" + earlier.getLast());
    } else {
      service.network("front");
      if (random.nextBoolean()) {
        service.network("back");
      }
      service.scale(name.equals("web") ? 1 + random.nextInt(3) : 1);
    }
    if (random.nextBoolean()) {
      service.volume("data:/data");
    }
    service.volume("/scratch");
  }
}
