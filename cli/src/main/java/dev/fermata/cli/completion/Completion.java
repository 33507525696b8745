package dev.fermata.cli.completion;

import dev.fermata.cli.completion.Answer.Style;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.HelpPage.Entry;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Named;
import dev.fermata.cli.grammar.Syntax;
import dev.fermata.cli.grammar.TypedLine;
import dev.fermata.cli.grammar.Vocabulary;
import dev.fermata.cli.grammar.Wanted;
import dev.fermata.cli.session.GlobalOptions;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers a shell that asks what may stand at its cursor. */
public final class Completion {
  private static final Map<String, Style> REQUESTS =
      Map.of("__complete", Style.DESCRIBED, "__completeNoDesc", Style.BARE);

  private final Vocabulary<? extends Syntax> vocabulary;
  private final Session.World world;

  public Completion(Vocabulary<? extends Syntax> vocabulary, Session.World world) {
    this.vocabulary = vocabulary;
    this.world = world;
  }

  /** Whether this word, before all others, asks for completion. */
  public static boolean isRequest(String word) {
    return REQUESTS.containsKey(word);
  }

  /** The arguments are the words of the line, the last one being typed: it may be empty. */
  public String answer(String request, String program, Invocation invocation) {
    List<String> words = invocation.args();
    String typed = words.isEmpty() ? "" : words.getLast();
    List<String> before = words.isEmpty() ? words : words.subList(0, words.size() - 1);
    var line = TypedLine.of(vocabulary, GlobalOptions.GRAMMAR, before);
    Style style = Optional.ofNullable(REQUESTS.get(request)).orElse(Style.BARE);
    try {
      GlobalOptions globals = GlobalOptions.of(line.arguments(), invocation).offline();
      try (var session = new Session(program, invocation, globals, world)) {
        return answer(line.wanted(typed), typed, new Names(session)).text(style);
      }
    } catch (Misuse e) {
      // What is wrong so far is said when the line is entered.
      return Answer.SENSELESS.text(style);
    }
  }

  private static Answer answer(Wanted wanted, String typed, Names names) {
    return switch (wanted) {
      case Wanted.CommandWord command -> Answer.of(command.words()).startingWith(typed);
      case Wanted.FlagName flags -> flags(flags.flags()).startingWith(typed);
      case Wanted.FlagValue value ->
          value(value.flag(), names).startingWith(typed.substring(value.before().length()));
      case Wanted.Operand operand ->
          named(operand.named(), names).after(operand.words()).startingWith(typed);
      case Wanted.Nothing nothing -> Answer.NOTHING;
    };
  }

  private static Answer flags(List<Flag<?>> flags) {
    return Answer.of(flags.stream().map(flag -> new Entry(flag.name(), flag.about())).toList());
  }

  private static Answer value(Flag<?> flag, Names names) {
    if (!flag.words().isEmpty()) {
      return Answer.ofWords(flag.words());
    }
    return flag.name().equals("--file")
        ? Answer.COMPOSE_FILES
        : named(Named.by(flag.label()), names);
  }

  private static Answer named(Named named, Names names) {
    return switch (named) {
      case SERVICE -> Answer.ofWords(names.services());
      case SERVICE_COUNT -> Answer.ofWords(with("=", names.services()));
      case FILE_OR_SERVICE_FILE ->
          new Answer(Answer.ofWords(with(":", names.services())).offers(), Set.of());
      case PROFILE -> Answer.ofWords(names.profiles());
      case PROJECT -> Answer.ofWords(names.projects());
      case FILE -> Answer.ANY_FILE;
      case FOLDER -> Answer.FOLDERS;
      case OTHER -> Answer.NOTHING;
    };
  }

  private static List<String> with(String sign, List<String> services) {
    return services.stream().map(service -> service + sign).toList();
  }
}
