package dev.fermata.planner.image;

import dev.fermata.model.ImageRef;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.Service;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.plan.Reason;
import java.time.Duration;
import java.util.Optional;

/** Which images have to come, by what is there and by what the file and the flags say. */
final class ImageNeeds {
  private final UpInput input;

  ImageNeeds(UpInput input) {
    this.input = input;
  }

  Optional<ImageNeed> of(ServiceDecision decision) {
    Service service = decision.service();
    Optional<Reason> lack = lack(service).filter(reason -> !isDispensable(decision, reason));
    return service.isBuilt() ? ofBuilt(service, lack) : ofPulled(service, lack);
  }

  /** Of a container that runs before a service starts: nobody builds it, unless the service is. */
  Optional<ImageNeed> ofHook(Service container) {
    return ofPulled(container, lack(container));
  }

  Optional<ImageNeed> ofMounted(ImageRef image) {
    return input.inventory().image(image).isEmpty() && !image.isId()
        ? Optional.of(new ImageNeed.Pull(image, new Reason.Missing()))
        : Optional.empty();
  }

  /** Why that which is there, if anything is, will not do. */
  private Optional<Reason> lack(Service service) {
    Optional<ObservedImage> there = input.inventory().image(service.image());
    if (there.isEmpty()) {
      return Optional.of(new Reason.Missing());
    }
    return service
        .lifecycle()
        .platform()
        .filter(wanted -> !there.get().isFor(wanted))
        .map(wanted -> new Reason.OtherPlatform(there.get().platforms(), wanted));
  }

  /**
   * Containers that stay as they are were made for their platform, since it is part of what they
   * are compared by: what the name of their image stands for now is no matter of theirs. The
   * platform of the environment is no such part.
   */
  private static boolean isDispensable(ServiceDecision decision, Reason lack) {
    return lack instanceof Reason.OtherPlatform
        && !decision.creates()
        && decision.service().definition().tree().get("platform").isPresent();
  }

  private Optional<ImageNeed> ofBuilt(Service service, Optional<Reason> lack) {
    return switch (input.options().images().building()) {
      case ALWAYS -> Optional.of(new ImageNeed.Build(service, new Reason.Asked("--build")));
      case NEVER -> Optional.empty();
      case WHERE_MISSING -> {
        if (policy(service) == PullPolicy.Kind.BUILD) {
          yield Optional.of(new ImageNeed.Build(service, new Reason.Asked("pull_policy: build")));
        }
        if (wantsPull(service)) {
          yield Optional.of(ImageNeed.Pull.of(service, new Reason.Asked("pull_policy: always")));
        }
        if (isDue(service) && isNamedInFile(service)) {
          yield lack.isEmpty() ? refresh(service) : pulled(service, lack);
        }
        yield lack.map(reason -> new ImageNeed.Build(service, reason));
      }
    };
  }

  /** Only the file says that what can be built here is to be had elsewhere; `--pull` does not. */
  private static boolean wantsPull(Service service) {
    boolean always =
        service
            .lifecycle()
            .pullPolicy()
            .filter(policy -> policy.kind() == PullPolicy.Kind.ALWAYS)
            .isPresent();
    return always && isNamedInFile(service);
  }

  private static boolean isNamedInFile(Service service) {
    return ContainerTable.IMAGE.nodeIn(service.definition().tree()).isPresent();
  }

  private static Optional<ImageNeed> pulled(Service service, Optional<Reason> lack) {
    return lack.map(reason -> ImageNeed.Pull.of(service, reason));
  }

  private static Optional<ImageNeed> refresh(Service service) {
    String policy = ContainerTable.PULL_POLICY.in(service.definition().tree()).orElse("refresh");
    return Optional.of(ImageNeed.Pull.of(service, new Reason.Asked("pull_policy: " + policy)));
  }

  /** Whether the image has its name for longer than its policy lets it go without a look. */
  private boolean isDue(Service service) {
    Optional<Duration> window =
        input.options().images().pull().or(() -> service.lifecycle().pullPolicy()).stream()
            .filter(policy -> policy.kind() == PullPolicy.Kind.REFRESH)
            .flatMap(policy -> policy.window().stream())
            .findFirst();
    Optional<Duration> age =
        input.inventory().image(service.image()).flatMap(ObservedImage::sinceNamed);
    return window.isPresent() && age.map(it -> it.compareTo(window.get()) > 0).orElse(true);
  }

  private Optional<ImageNeed> ofPulled(Service service, Optional<Reason> lack) {
    if (service.image().isId()) {
      return Optional.empty();
    }
    boolean pinned = service.image().digest().isPresent();
    return switch (policy(service)) {
      case ALWAYS ->
          lack.isPresent() || !pinned
              ? Optional.of(ImageNeed.Pull.of(service, new Reason.Asked(pullAskedBy())))
              : Optional.empty();
      case REFRESH ->
          lack.isEmpty() && !pinned && isDue(service) ? refresh(service) : pulled(service, lack);
      case MISSING -> pulled(service, lack);
      case NEVER, BUILD -> Optional.empty();
    };
  }

  private String pullAskedBy() {
    return input.options().images().pull().isPresent() ? "--pull always" : "pull_policy: always";
  }

  PullPolicy.Kind policy(Service service) {
    return input
        .options()
        .images()
        .pull()
        .or(() -> service.lifecycle().pullPolicy())
        .map(PullPolicy::kind)
        .orElse(PullPolicy.Kind.MISSING);
  }
}
