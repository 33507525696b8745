package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Whether the parts of a project fit together. Only enabled services are looked at. */
public final class Consistency {
  private final ProjectDocument project;
  private final List<Diagnostic> findings = new ArrayList<>();

  private Consistency(ProjectDocument project) {
    this.project = project;
  }

  public static List<Diagnostic> check(ProjectDocument project, List<String> profiles) {
    var consistency = new Consistency(project);
    consistency.check();
    JobRules.check(project, profiles, consistency.findings);
    return consistency.findings;
  }

  private void check() {
    project
        .services()
        .forEach((name, entry) -> {
          if (entry.value() instanceof Mapping service) {
            var subject = new CheckedService(name, entry.keySpan(), service, findings);
            BuildRules.check(subject, project);
            ReferenceRules.check(subject, project);
            ScaleRules.check(subject);
            ContainerRules.check(subject);
            DependencyRules.check(subject, project);
          }
        });
    project.section(ProjectTable.SECRETS).forEach(this::secret);
    DependencyCycles.ofServices(project.services()).ifPresent(findings::add);
  }

  private void secret(String key, Mapping.Entry entry) {
    if (!(entry.value() instanceof Mapping secret)
        || SecretTables.EXTERNAL.in(secret).orElse(false)) {
      return;
    }
    boolean sourced =
        !SecretTables.FILE.in(secret).orElse("").isEmpty()
            || !SecretTables.ENVIRONMENT.in(secret).orElse("").isEmpty();
    if (!sourced && SecretTables.DRIVER.nodeIn(secret).isPresent()) {
      findings.add(
          Diagnostic.error(
              Code.MISSING_ATTRIBUTE,
              entry.keySpan(),
              "secret `%s` needs a `file` or an `environment`",
              Quote.name(key)));
    }
  }
}
