package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.load.LoadReport;
import dev.fermata.model.source.Position;
import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** Says all that there is to say about a project's files: the load's mistakes, and doubts. */
public final class Linter {

  /** A theme: looks at a project, and answers with what it finds doubtful. */
  private interface Theme extends Function<LintContext, List<Diagnostic>> {}

  private static final List<Theme> THEMES =
      List.of(
          DependencyDoubts::in,
          PortDoubts::in,
          ImageDoubts::in,
          SecretDoubts::in,
          ScaleDoubts::in,
          VolumeDoubts::in,
          GrantDoubts::in,
          PrivilegeDoubts::in,
          HealthcheckDoubts::in,
          CommandDoubts::in,
          UnusedResources::in,
          ReferenceDoubts::in);

  private Linter() {}

  /** In the order of the files; {@code ignored} are the codes that the caller does not want. */
  public static List<Diagnostic> lint(LoadReport reading, List<String> ignored) {
    var found = new LinkedHashSet<>(reading.project().diagnostics());
    reading
        .project()
        .value()
        .map(project -> LintContext.of(project, reading.documents()))
        .ifPresent(scene -> THEMES.forEach(theme -> found.addAll(theme.apply(scene))));
    found.addAll(YamlTraps.in(reading.documents()));
    found.addAll(ObsoleteSettings.in(reading.documents()));
    var silence = Suppressions.of(reading.documents(), ignored);
    var all = new ArrayList<>(silence.withoutEffect());
    found.stream().filter(silence::allows).forEach(all::add);
    all.sort(Comparator.comparing(Linter::file).thenComparing(Linter::start));
    return all;
  }

  private static String file(Diagnostic diagnostic) {
    return diagnostic.span().map(span -> span.source().name()).orElse("");
  }

  private static Position start(Diagnostic diagnostic) {
    return diagnostic.span().map(Span::start).orElse(Position.START);
  }
}
