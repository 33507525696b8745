package dev.fermata.model.leak;

import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.model.tree.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for secrets in documents, in files of variables, and in any text. */
public final class LeakScan {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?m)^[\\t ]*(?:export[\\t ]+)?([\\w.-]+)[\\t ]*=[\\t ]*(.*?)[\\t ]*\\r?$");

  /** Whoever keeps more than that in a file keeps no secrets in it. */
  private static final int MOST = 1 << 20;

  private LeakScan() {}

  /** Keys are paths: {@code services.web.environment.TOKEN}. */
  public static List<Leak> in(Mapping document) {
    var values = new LinkedHashMap<String, String>();
    flatten("", document, values);
    return in(values);
  }

  /** A file by its name and text: what it holds is told by both. */
  public static List<Leak> in(String name, String text) {
    if (text.length() > MOST || text.indexOf('\0') >= 0) {
      return List.of();
    }
    Map<String, String> assigned = assigned(name, text);
    if (!assigned.isEmpty()) {
      return in(assigned);
    }
    Optional<Mapping> document = document(name, text);
    return document.isPresent() ? in(document.get()) : in(Map.of("", text));
  }

  private static List<Leak> in(Map<String, String> values) {
    var leaks = new ArrayList<Leak>();
    var told = new HashSet<String>();
    for (Detector detector : Detector.ALL) {
      for (var value : values.entrySet()) {
        boolean first = value.getKey().isEmpty() || !told.contains(value.getKey());
        if (first && value.getValue().length() <= MOST) {
          List<Leak> found = detector.in(value.getKey(), value.getValue()).toList();
          leaks.addAll(found);
          found.forEach(leak -> told.add(leak.key()));
        }
      }
    }
    return leaks.stream().distinct().toList();
  }

  /** Of a text that has nothing but assignments. */
  private static Map<String, String> assigned(String name, String text) {
    var values = new LinkedHashMap<String, String>();
    Matcher matcher = ASSIGNMENT.matcher(text);
    while (matcher.find()) {
      values.put(matcher.group(1), unquoted(matcher.group(2)));
    }
    long lines = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).count();
    boolean known = name.endsWith(".env") || name.endsWith(".properties");
    return known || values.size() == lines ? values : Map.of();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.matches("(?s)(['\"]).*\\1");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static Optional<Mapping> document(String name, String text) {
    Result<List<Node>> read = YamlReader.read(SourceText.confidential(name, text));
    return read.hasErrors()
        ? Optional.empty()
        : read.value().stream()
            .flatMap(List::stream)
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .findFirst();
  }

  private static void flatten(String path, Node node, Map<String, String> values) {
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach((key, entry) ->
                  flatten(path.isEmpty() ? key : path + "." + key, entry.value(), values));
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          flatten(path + "[" + i + "]", sequence.items().get(i), values);
        }
      }
      case Scalar scalar -> values.put(path, scalar.text());
      case Faulty faulty -> {}
    }
  }
}
