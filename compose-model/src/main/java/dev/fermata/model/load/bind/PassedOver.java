package dev.fermata.model.load.bind;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What of services cannot be bound. Their values are read without it, and may be read again after a
 * change: so it is reported here, once.
 */
final class PassedOver {
  private final List<Diagnostic> findings = new ArrayList<>();

  private PassedOver() {}

  static List<Diagnostic> in(ProjectDocument canonical) {
    var passedOver = new PassedOver();
    passedOver.look(canonical.services());
    passedOver.look(canonical.disabled());
    return passedOver.findings;
  }

  private void look(Map<String, Mapping.Entry> services) {
    services
        .values()
        .forEach(entry -> {
          if (entry.value() instanceof Mapping service) {
            LifecycleBinder.unsupported(service).forEach(findings::add);
            findings.addAll(OwnServiceSettings.rerun(service).diagnostics());
          }
        });
  }
}
