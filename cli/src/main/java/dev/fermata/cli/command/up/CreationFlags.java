package dev.fermata.cli.command.up;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.Session;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.PullPolicy.Kind;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Replaced;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.planner.request.UpOptions.Recreate;
import java.util.List;
import java.util.Optional;

/** The flags that say how images come and what is made of them, started or not. */
public record CreationFlags(
    UpOptions.Images images, Recreate recreate, boolean removeOrphans, List<Scale> scales) {

  public static final Flag<Boolean> BUILD = Flag.off("Build images first", "--build");
  static final Flag<Boolean> NO_BUILD =
      Flag.off("Build no image, even if it is missing", "--no-build");
  public static final Flag<Optional<PullPolicy>> PULL =
      Flag.text("POLICY", "Pull images: always, missing, never, build", "--pull")
          .offering("always", "missing", "never", "build")
          .as((flag, text) -> text.map(word -> policy(flag, word)));
  public static final Flag<Boolean> REMOVE_ORPHANS =
      Flag.off("Remove containers of services that are gone", "--remove-orphans");
  private static final Flag<List<Scale>> SCALE =
      Flag.texts("SERVICE=N", "Run N containers of the service", Scale.FLAG)
          .as((flag, texts) -> texts.stream().map(Scale::ofFlag).toList());
  private static final Flag<Boolean> FORCE_RECREATE =
      Flag.off("Recreate containers even if nothing changed", "--force-recreate");
  public static final Flag<Boolean> NO_RECREATE =
      Flag.off("Recreate no container", "--no-recreate");

  public static final Flag<Boolean> PRUNE_REPLACED =
      Flag.off("Remove images that builds have replaced", "--prune-replaced");

  static final List<Flag<?>> ALL =
      List.of(
          BUILD,
          NO_BUILD,
          PULL,
          PRUNE_REPLACED,
          REMOVE_ORPHANS,
          SCALE,
          FORCE_RECREATE,
          NO_RECREATE);

  static final List<Exclusion> EXCLUSIONS =
      List.of(new Exclusion(BUILD, NO_BUILD), new Exclusion(FORCE_RECREATE, NO_RECREATE));

  static CreationFlags of(Arguments given) {
    Recreate usual = given.has(NO_RECREATE) ? Recreate.NEVER : Recreate.DIVERGED;
    return new CreationFlags(
        new UpOptions.Images(building(given), given.get(PULL)).with(replaced(given)),
        given.has(FORCE_RECREATE) ? Recreate.FORCE : usual,
        given.has(REMOVE_ORPHANS),
        given.get(SCALE));
  }

  /** When what the services depend on is made anew, unless more is asked for. */
  Recreate recreateDependencies() {
    return recreate == Recreate.NEVER ? Recreate.NEVER : Recreate.DIVERGED;
  }

  OrphanPolicy orphans(Session session) {
    return removeOrphans ? OrphanPolicy.REMOVE : UpProject.usualOrphans(session);
  }

  public static Replaced replaced(Arguments given) {
    return given.has(PRUNE_REPLACED) ? Replaced.REMOVED : Replaced.TOLD;
  }

  private static Building building(Arguments given) {
    Building building = given.has(BUILD) ? Building.ALWAYS : Building.WHERE_MISSING;
    return given.has(NO_BUILD) ? Building.NEVER : building;
  }

  private static PullPolicy policy(String flag, String word) {
    return switch (word) {
      case "always" -> PullPolicy.of(Kind.ALWAYS);
      case "missing", "if_not_present" -> PullPolicy.of(Kind.MISSING);
      case "never" -> PullPolicy.of(Kind.NEVER);
      case "build" -> PullPolicy.of(Kind.BUILD);
      default ->
          throw new Misuse(
              "`" + flag + "` is one of always, missing, never, build, not `" + word + "`");
    };
  }
}
