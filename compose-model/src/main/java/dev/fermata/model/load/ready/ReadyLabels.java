package dev.fermata.model.load.ready;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.ready.Readiness;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.service.ReadyTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What makes a container ready as its labels say it, for images that know it of themselves: {@code
 * fermata.ready=postgres}, {@code fermata.ready.http.port=80}. Their names are the attributes of
 * {@code x-ready} with dots between; lists cannot be said so.
 */
public final class ReadyLabels {
  private static final String NAME = "fermata.ready";
  private static final Span PLACE = Span.of("a label");

  private ReadyLabels() {}

  /** Empty where the labels say nothing of it. */
  public static Optional<Result<Readiness>> in(SortedMap<String, String> labels) {
    SortedMap<String, String> ours = labels.subMap(NAME, NAME + ".\uffff");
    if (ours.isEmpty()) {
      return Optional.empty();
    }
    String whole = ours.getOrDefault(NAME, "");
    return Optional.of(read(whole.isEmpty() ? below(NAME + ".", ours) : text(whole)));
  }

  private static Result<Readiness> read(Node written) {
    List<Diagnostic> findings = new ArrayList<>();
    Site site = Site.root(findings).key(NAME);
    Node checked = ReadyTable.shape().check(written, site);
    Node canonical = ReadyTable.shape().canonical(checked, site);
    return findings.isEmpty()
        ? new Result<>(ReadinessBinder.readiness(canonical), findings)
        : Result.failed(findings);
  }

  private static Node below(String prefix, Map<String, String> labels) {
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    labels.forEach((name, text) -> {
      if (name.startsWith(prefix)) {
        String key = name.substring(prefix.length()).replaceFirst("\\..*", "");
        boolean isLeaf = name.length() == prefix.length() + key.length();
        Node value = isLeaf ? text(text) : below(prefix + key + ".", labels);
        entries.put(key, new Mapping.Entry(PLACE, value));
      }
    });
    return Mapping.of(entries, PLACE);
  }

  private static Node text(String text) {
    return text.isEmpty() ? Scalar.nothing(PLACE) : Scalar.string(text, PLACE);
  }
}
