package dev.fermata.model.load.bind;

import dev.fermata.model.Dependency;
import dev.fermata.model.Hooks;
import dev.fermata.model.Lifecycle;
import dev.fermata.model.Platform;
import dev.fermata.model.Rerun;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.ServiceName;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.normalise.ImpliedDependencies;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.DependencyTable;
import dev.fermata.model.schema.service.DeployTable;
import dev.fermata.model.schema.service.RestartPolicyTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.text.PullPolicyText;
import dev.fermata.model.text.RestartText;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Binds when a service is there and how it comes and goes. */
final class LifecycleBinder {
  private static final String DEFAULT_PLATFORM = "DOCKER_DEFAULT_PLATFORM";

  private final ProjectContext context;

  LifecycleBinder(ProjectContext context) {
    this.context = context;
  }

  Lifecycle lifecycle(Mapping service, Optional<Rerun> rerun, Hooks hooks) {
    Optional<Mapping> deploy = ServiceTable.DEPLOY.in(service);
    return new Lifecycle(
        replicas(service, deploy),
        dependencies(service),
        restart(service, deploy),
        ContainerTable.PULL_POLICY.in(service).map(PullPolicyText::parse).flatMap(Parsed::sound),
        platform(service),
        ContainerTable.STOP_SIGNAL.in(service),
        ContainerTable.STOP_GRACE_PERIOD.in(service),
        ServiceTable.ATTACH.in(service).orElse(true),
        ContainerTable.RUNTIME.in(service),
        ContainerTable.ISOLATION.in(service),
        rerun,
        hooks);
  }

  /** What another program provides has no containers. */
  private static int replicas(Mapping service, Optional<Mapping> deploy) {
    if (ServiceTable.PROVIDER.in(service).isPresent()) {
      return 0;
    }
    return ServiceTable.SCALE
        .in(service)
        .or(() -> deploy.flatMap(DeployTable.REPLICAS::in))
        .map(ServiceBinder::whole)
        .orElse(1);
  }

  private Optional<Platform> platform(Mapping service) {
    return ContainerTable.PLATFORM
        .in(service)
        .or(this::usualPlatform)
        .filter(platform -> !platform.isBlank())
        .map(Platform::of);
  }

  /** What is pulled, built and created where a service says nothing; {@code config} is silent. */
  private Optional<String> usualPlatform() {
    return context.variable(DEFAULT_PLATFORM);
  }

  private static Optional<RestartPolicy> restart(Mapping service, Optional<Mapping> deploy) {
    return deployed(deploy)
        .or(() -> ServiceTable.RESTART.in(service).map(RestartText::parse).flatMap(Parsed::sound));
  }

  /** Wins over {@code restart}. */
  private static Optional<RestartPolicy> deployed(Optional<Mapping> deploy) {
    return deploy.flatMap(DeployTable.RESTART_POLICY::in).flatMap(LifecycleBinder::policy);
  }

  private static Optional<RestartPolicy> policy(Mapping policy) {
    int attempts = RestartPolicyTable.MAX_ATTEMPTS.in(policy).map(ServiceBinder::whole).orElse(0);
    return RestartPolicyTable.CONDITION
        .in(policy)
        .flatMap(condition ->
            switch (condition) {
              case "none" -> Optional.of(new RestartPolicy(RestartPolicy.Condition.NO, 0));
              case "any" -> Optional.of(new RestartPolicy(RestartPolicy.Condition.ALWAYS, 0));
              case "on-failure" ->
                  Optional.of(new RestartPolicy(RestartPolicy.Condition.ON_FAILURE, attempts));
              default -> Optional.empty();
            });
  }

  /** Docker Compose reads any text here and fails later: so {@code config} warns, no more. */
  static Stream<Diagnostic> unsupported(Mapping service) {
    Stream<Diagnostic> pull =
        unsupported(ContainerTable.PULL_POLICY, service, PullPolicyText::parse);
    return deployed(ServiceTable.DEPLOY.in(service)).isPresent()
        ? pull
        : Stream.concat(pull, unsupported(ServiceTable.RESTART, service, RestartText::parse));
  }

  private static <T> Stream<Diagnostic> unsupported(
      Attribute<String> attribute, Mapping service, Function<String, Parsed<T>> parser) {
    Node node = attribute.nodeIn(service).orElse(service);
    return attribute.in(service).stream()
        .flatMap(text -> parser.apply(text).complaint(Nodes.quote(node)).stream())
        .map(complaint ->
            Diagnostic.warning(
                Code.UNMAPPED_ATTRIBUTE,
                node.span(),
                "`%s` is not supported: %s",
                Quote.word(attribute),
                complaint));
  }

  private static List<Dependency> dependencies(Mapping service) {
    var dependencies = new ArrayList<Dependency>();
    if (service.get(WorkloadTable.DEPENDS_ON.name()).orElse(null) instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((name, entry) -> {
            if (entry.value() instanceof Mapping dependency) {
              dependencies.add(dependency(name, dependency));
            }
          });
    }
    return dependencies;
  }

  private static Dependency dependency(String name, Mapping dependency) {
    String condition = DependencyTable.CONDITION.in(dependency).orElse("service_started");
    return new Dependency(
        new ServiceName(name),
        Arrays.stream(Dependency.Condition.values())
            .filter(one -> one.text().equals(condition))
            .findFirst()
            .orElse(Dependency.Condition.STARTED),
        DependencyTable.isExplicit(dependency),
        DependencyTable.RESTART.in(dependency).orElse(false),
        DependencyTable.NEEDED.in(dependency).orElse(true),
        ImpliedDependencies.source(dependency));
  }
}
