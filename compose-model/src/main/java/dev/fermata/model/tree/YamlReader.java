package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.source.SourceText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 with the leftovers of 1.1 that Docker Compose keeps. A syntax error ends the file;
 * duplicate keys and the like are reported and read past. Work and memory are bounded by the length
 * of the text.
 */
public final class YamlReader {
  private static final int USUAL_BUFFER = 1024;

  /** The scanner copies a token at each read that it takes: few reads keep that linear. */
  private static final int READS = 16;

  private YamlReader() {}

  /** The roots of the documents of {@code source}; none for a file without any. */
  public static Result<List<Node>> read(SourceText source) {
    var names = AnchorNames.of(source.text());
    var builder = new TreeBuilder(source, names);
    try {
      return Result.of(documents(source, names.text(), builder), builder.diagnostics());
    } catch (UnreadableException unreadable) {
      return failed(builder, unreadable.diagnostic());
    } catch (YamlEngineException mistake) {
      return failed(builder, new SyntaxMistake(source).explain(mistake));
    }
  }

  /** Whether {@code plain}, written without quotes, is text rather than a number, a date, ... */
  public static boolean readsAsText(String plain) {
    var meaning = PlainText.meaning(plain);
    return meaning.kind() == Scalar.Kind.STRING && meaning.text().equals(plain);
  }

  /** What the parser finds in a text, one after the other; at a mistake it throws. */
  static Iterator<Event> events(SourceText source) {
    return events(source, AnchorNames.of(source.text()).text());
  }

  private static Iterator<Event> events(SourceText source, String text) {
    var settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(Math.max(USUAL_BUFFER, text.length() / READS))
            .setVersionFunction(version -> version)
            .build();
    return new Parse(settings).parseString(text).iterator();
  }

  private static List<Node> documents(SourceText source, String text, TreeBuilder builder) {
    Iterator<Event> events = events(source, text);
    var documents = new ArrayList<Node>();
    while (events.hasNext()) {
      if (events.next().getEventId() == Event.ID.DocumentStart) {
        documents.add(builder.document(events));
        Limits.documents(documents.size(), documents.getLast().span());
      }
    }
    return documents;
  }

  private static Result<List<Node>> failed(TreeBuilder builder, Diagnostic last) {
    var all = new ArrayList<>(builder.diagnostics());
    all.add(last);
    return Result.failed(all);
  }
}
