package dev.fermata.cli.text.provenance;

import dev.fermata.cli.text.Columns;
import dev.fermata.model.provenance.Provenance;
import java.util.List;

/** The values of a model with their origins, one per line. */
public final class ProvenanceText {
  private static final int WIDEST = 48;

  private ProvenanceText() {}

  public static String text(List<Provenance.Fact> facts) {
    List<List<String>> rows =
        facts.stream()
            .map(fact ->
                List.of(
                    OneLine.of(fact.path().toString()),
                    onOneLine(fact.shown()),
                    OneLine.of(OriginText.of(fact.origin()))))
            .toList();
    return rows.isEmpty() ? "" : String.join("\n", Columns.lines(rows)) + "\n";
  }

  /** Long values are cut: the file has them whole. */
  static String onOneLine(String value) {
    String line = OneLine.of(value);
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
  }
}
