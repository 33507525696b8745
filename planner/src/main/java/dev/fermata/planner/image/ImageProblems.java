package dev.fermata.planner.image;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Platform;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.source.Span;
import dev.fermata.planner.conflict.SourceSpans;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.request.UpOptions.Building;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the way of containers that are to be made: images that there will not be. */
record ImageProblems(UpInput input, ImageNeeds needs) {

  /** Of platforms that are none. */
  List<Problem> unknownPlatforms() {
    List<Problem> problems = new ArrayList<>();
    for (Service service : input.services()) {
      service
          .lifecycle()
          .platform()
          .filter(platform -> !platform.isWellFormed())
          .map(platform ->
              new Problem(
                  "`%s` is the `platform` of service `%s`%s, and there is none of that name"
                      .formatted(platform, service.name(), origin(service)),
                  "a platform is `os/architecture`, as in `linux/arm64`",
                  places(service)))
          .ifPresent(problems::add);
    }
    return problems;
  }

  /** Of services whose image is neither there nor going to come. */
  Problem absent(Service service) {
    List<Span> platform = platformIsLacking(service) ? places(service) : List.of();
    String message = lack(service);
    if (service.isBuilt() && input.options().images().building() == Building.NEVER) {
      return new Problem(message, "`--no-build` forbids to build it: leave it out", platform);
    }
    if (service.image().isId()) {
      String hint =
          platformIsLacking(service)
              ? "an id is of one image, for one platform: write the id of another, or its name"
              : "an id is of images of this machine and cannot be pulled: load it, or write its"
                  + " name";
      return new Problem(message, hint, SourceSpans.of(service, "image"));
    }
    String load =
        platformIsLacking(service) ? "load the image for that platform" : "load the image";
    return new Problem(
        message,
        "its pull policy is `%s`: %s, or change the policy"
            .formatted(needs.policy(service).name().toLowerCase(Locale.ROOT), load),
        platform);
  }

  private String lack(Service service) {
    String needed = "service `%s` needs the image `%s`".formatted(service.name(), service.image());
    var there = input.inventory().image(service.image()).map(ObservedImage::platforms);
    return service
        .lifecycle()
        .platform()
        .filter(wanted -> there.isPresent())
        .map(wanted ->
            "%s for the platform `%s`%s, and it is there for %s"
                .formatted(needed, wanted, origin(service), quoted(there.orElseThrow())))
        .orElse(needed + ", which is not there");
  }

  private boolean platformIsLacking(Service service) {
    return input.inventory().image(service.image()).isPresent();
  }

  private static String origin(Service service) {
    return service.definition().tree().get("platform").isPresent()
        ? ""
        : " (by `DOCKER_DEFAULT_PLATFORM`)";
  }

  private static List<Span> places(Service service) {
    return SourceSpans.of(service, "platform");
  }

  /**
   * Of services that want one image for several platforms, all of it in this plan: what is pulled
   * for one takes the name from the other. What is built has one platform wherever it is kept.
   */
  List<Problem> contested(Collection<Service> users) {
    var byImage = new TreeMap<String, List<Service>>();
    for (Service user : users) {
      byImage.computeIfAbsent(user.image().familiar(), name -> new ArrayList<>()).add(user);
    }
    return byImage.values().stream().filter(this::isContested).map(ImageProblems::contest).toList();
  }

  private boolean isContested(List<Service> users) {
    boolean single =
        input.inventory().imageStore() == ImageStore.ONE_PLATFORM
            || users.stream().anyMatch(Service::isBuilt);
    return single && platforms(users).size() > 1;
  }

  static NavigableSet<Platform> platforms(Collection<Service> users) {
    NavigableSet<Platform> platforms = new TreeSet<>();
    users.forEach(user -> user.lifecycle().platform().ifPresent(platforms::add));
    return platforms;
  }

  private static Problem contest(List<Service> users) {
    String wanted =
        platforms(users).stream()
            .map(platform -> "for `%s` by %s".formatted(platform, named(wanting(platform, users))))
            .collect(joining(" and "));
    return new Problem(
        "the image `%s` is wanted %s, and the engine keeps one of them by that name"
            .formatted(users.getFirst().image(), wanted),
        "give the image a name for each platform: another tag, or the digest of each",
        users.stream().flatMap(user -> places(user).stream()).toList());
  }

  private static List<ServiceName> wanting(Platform platform, List<Service> users) {
    return users.stream()
        .filter(user -> user.lifecycle().platform().filter(platform::equals).isPresent())
        .map(Service::name)
        .toList();
  }

  private static String named(List<ServiceName> services) {
    return (services.size() == 1 ? "service " : "services ") + quoted(services);
  }

  private static String quoted(Collection<?> items) {
    return items.stream().map(item -> "`" + item + "`").collect(joining(" and "));
  }
}
