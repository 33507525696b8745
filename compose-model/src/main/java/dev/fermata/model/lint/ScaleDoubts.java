package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.service.DeployTable;
import dev.fermata.model.schema.service.ServiceTable;
import java.util.List;

/**
 * A fixed name for what may become several containers. Where there are several already, the load
 * itself refuses it.
 */
final class ScaleDoubts {
  private ScaleDoubts() {}

  static List<Diagnostic> in(LintContext scene) {
    return scene.all().stream()
        .filter(service -> service.has(ServiceTable.CONTAINER_NAME))
        .filter(ScaleDoubts::isScaled)
        .map(ScaleDoubts::doubt)
        .toList();
  }

  private static boolean isScaled(LintedService service) {
    return service.service().lifecycle().replicas() <= 1
        && (service.has(ServiceTable.SCALE)
            || service.get(ServiceTable.DEPLOY).flatMap(DeployTable.REPLICAS::in).isPresent());
  }

  private static Diagnostic doubt(LintedService service) {
    return service
        .doubt(
            Code.FIXED_CONTAINER_NAME,
            ServiceTable.CONTAINER_NAME,
            "with a fixed `container_name`, `%s` can never have more than one container",
            service.quote())
        .hint("leave `container_name` out: other services reach it by `%s`", service.quote());
  }
}
