package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands written for a shell that nobody starts. */
final class CommandDoubts {
  private static final Pattern OPERATOR =
      Pattern.compile("(?:^|\\s)(&&|\\|\\|?|;|>>?|<|2>&1)(?:\\s|$)");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]*\\s*\\n");

  private static final Set<String> OPERATORS = Set.of("&&", "||", "|", ">", ">>", "2>&1");

  private CommandDoubts() {}

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new ArrayList<Diagnostic>();
    for (LintedService service : scene.all()) {
      doubt(service, ContainerTable.COMMAND).ifPresent(doubts::add);
      doubt(service, ContainerTable.ENTRYPOINT).ifPresent(doubts::add);
    }
    return doubts;
  }

  private static Optional<Diagnostic> doubt(
      LintedService service, Attribute<List<String>> attribute) {
    Optional<Message> message =
        isOneText(service, attribute) ? inText(service, attribute) : inWords(service, attribute);
    return message.map(text ->
        service
            .doubt(Code.COMMAND_WITHOUT_SHELL, attribute, text)
            .hint("start a shell: `[\"sh\", \"-c\", \"one && other\"]`"));
  }

  /** The words of a text all stand where the text does. */
  private static boolean isOneText(LintedService service, Attribute<List<String>> attribute) {
    return service.node(attribute).orElse(null) instanceof Sequence words
        && !words.items().isEmpty()
        && words.items().getFirst().span().equals(words.span());
  }

  /** A text is split into words up to the first operator: the rest is lost. */
  private static Optional<Message> inText(
      LintedService service, Attribute<List<String>> attribute) {
    String text = service.node(attribute).map(node -> node.span().text()).orElse("");
    Matcher operator = OPERATOR.matcher(QUOTED.matcher(unwrapped(text)).replaceAll("_"));
    return operator.find()
        ? Optional.of(
            Message.of(
                "no shell runs the `%s` of `%s`: what follows `%s` is dropped",
                Quote.word(attribute), service.quote(), Quote.word(operator.group(1))))
        : Optional.empty();
  }

  /** A scalar without the quotes around it, or the sign of a block in front of it. */
  private static String unwrapped(String scalar) {
    if (scalar.startsWith("\"") || scalar.startsWith("'")) {
      return scalar.substring(1, scalar.length() - 1).replace("\\\"", "\"");
    }
    Matcher block = BLOCK.matcher(scalar);
    return block.lookingAt() ? scalar.substring(block.end()) : scalar;
  }

  private static Optional<Message> inWords(
      LintedService service, Attribute<List<String>> attribute) {
    return service.get(attribute).orElse(List.of()).stream()
        .filter(word -> OPERATORS.contains(word))
        .findFirst()
        .map(word ->
            Message.of(
                "no shell runs the `%s` of `%s`: `%s` is a word like any other to the program",
                Quote.word(attribute), service.quote(), Quote.word(word)));
  }
}
