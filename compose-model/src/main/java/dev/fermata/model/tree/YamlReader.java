package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 with the leftovers of 1.1 that Docker Compose keeps. A syntax error ends the file;
 * duplicate keys and the like are reported and read past. Work and memory are bounded for any
 * input.
 */
public final class YamlReader {
  private static final int MAX_CHARACTERS = 32 << 20;

  private YamlReader() {}

  /** The roots of the documents of {@code source}; none for a file without any. */
  public static Result<List<Node>> read(SourceText source) {
    if (source.text().length() > MAX_CHARACTERS) {
      return Result.failed(List.of(tooLarge(source)));
    }
    var builder = new TreeBuilder(source);
    try {
      return Result.of(documents(source, builder), builder.diagnostics());
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

  private static List<Node> documents(SourceText source, TreeBuilder builder) {
    var settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setVersionFunction(version -> version)
            .build();
    var events = new Parse(settings).parseString(source.text()).iterator();
    var documents = new ArrayList<Node>();
    while (events.hasNext()) {
      if (events.next().getEventId() == Event.ID.DocumentStart) {
        documents.add(builder.document(events));
      }
    }
    return documents;
  }

  private static Result<List<Node>> failed(TreeBuilder builder, Diagnostic last) {
    var all = new ArrayList<>(builder.diagnostics());
    all.add(last);
    return Result.failed(all);
  }

  private static Diagnostic tooLarge(SourceText source) {
    return Diagnostic.error(
            Code.YAML_SYNTAX,
            new Span(source, Position.START, Position.START),
            "the file is larger than %d MiB".formatted(MAX_CHARACTERS >> 20))
        .hint("a compose file holds text alone; name large content by `file:` instead");
  }
}
