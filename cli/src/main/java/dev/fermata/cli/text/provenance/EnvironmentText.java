package dev.fermata.cli.text.provenance;

import dev.fermata.cli.text.Columns;
import dev.fermata.model.provenance.ContainerVariable;
import dev.fermata.model.provenance.ContainerVariable.Shadow;
import dev.fermata.model.provenance.Origin.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The variables of a service's container: which value each has, why, and which it has not. */
public final class EnvironmentText {
  private EnvironmentText() {}

  public static String of(String service, List<ContainerVariable> variables) {
    if (variables.isEmpty()) {
      return "`%s` sets no variables; its image may\n".formatted(service);
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("NAME", "VALUE", "FROM", "SHADOWED"));
    for (ContainerVariable variable : variables) {
      rows.add(row(variable));
    }
    return Columns.lines(rows).stream()
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n", "", "\n"))
        + "What the image itself sets is not listed.\n";
  }

  private static List<String> row(ContainerVariable variable) {
    String value = variable.shown().map(ProvenanceText::onOneLine).orElse("(not set)");
    return List.of(
        OneLine.of(variable.name()),
        value,
        OneLine.of(from(variable)),
        variable.shadowed().stream()
            .map(EnvironmentText::shadow)
            .collect(Collectors.joining(", ")));
  }

  /** Of a name alone, what gave it the value is the news, and not the place of the name. */
  private static String from(ContainerVariable variable) {
    if (variable.shown().isEmpty()) {
      return OriginText.winner(variable.origin()) + ", which names it alone";
    }
    boolean named = variable.origin().manner() == Manner.NAMED;
    return named
        ? variable.origin().draws().stream()
                .flatMap(draw -> draw.assignment().stream())
                .map(found -> OriginText.place(found.span()))
                .collect(Collectors.joining(", "))
            + ", named at "
            + OriginText.place(variable.origin().place())
        : OriginText.winner(variable.origin());
  }

  private static String shadow(Shadow shadow) {
    String place = OriginText.place(shadow.place());
    return shadow.shown().isEmpty()
        ? place
        : place + " (" + ProvenanceText.onOneLine(shadow.shown()) + ")";
  }
}
