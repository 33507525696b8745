package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Containers that are as good as root on the host. */
final class PrivilegeDoubts {
  private static final Set<String> SOCKETS =
      Set.of("/var/run/docker.sock", "/run/docker.sock", "/run/podman/podman.sock");

  private PrivilegeDoubts() {}

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new ArrayList<Diagnostic>();
    for (LintedService service : scene.all()) {
      privileged(service).ifPresent(doubts::add);
      service.items(ContainerTable.VOLUMES).stream()
          .filter(PrivilegeDoubts::isSocket)
          .map(mount -> socket(mount, service))
          .forEach(doubts::add);
    }
    return doubts;
  }

  private static Optional<Diagnostic> privileged(LintedService service) {
    if (service.service().security().privileged()) {
      return Optional.of(
          service
              .doubt(
                  Code.PRIVILEGED,
                  ContainerTable.PRIVILEGED,
                  "`%s` may do everything on the host",
                  service.quote())
              .hint("give it what it needs alone: `cap_add`, `devices`"));
    }
    return service.items(ContainerTable.CAP_ADD).stream()
        .filter(node -> Nodes.text(node).equalsIgnoreCase("ALL"))
        .findFirst()
        .map(node ->
            Diagnostic.warning(
                    Code.PRIVILEGED, node.span(), "`%s` has all capabilities", service.quote())
                .hint("add those alone that it needs"));
  }

  private static boolean isSocket(Node node) {
    return node instanceof Mapping mount
        && MountTable.SOURCE.in(mount).filter(SOCKETS::contains).isPresent();
  }

  private static Diagnostic socket(Node mount, LintedService service) {
    return Diagnostic.warning(
            Code.DOCKER_SOCKET,
            mount.span(),
            "whoever controls `%s` controls the engine, and so the host: read-only does not help",
            service.quote())
        .hint("put a proxy in between that lets through only the calls that it needs");
  }
}
