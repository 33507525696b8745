package dev.fermata.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.grammar.Grammar;
import dev.fermata.cli.grammar.Grammar.Parsed;
import dev.fermata.cli.grammar.Syntax.Example;
import dev.fermata.cli.grammar.Vocabulary;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.GlobalOptions;
import dev.fermata.model.text.CommandText;
import dev.fermata.model.text.Parsed.Good;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What help teaches must be right. */
final class ExamplesTest {
  private static final Vocabulary<Command> COMMANDS = CommandName.vocabulary();

  static Stream<String> names() {
    return COMMANDS.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void each_command_teaches_by_two_calls_of_it_or_more(String name) {
    Command command = COMMANDS.command(name);

    assertThat(command.examples()).hasSizeGreaterThanOrEqualTo(2);
    for (Example example : command.examples()) {
      assertThat(example.arguments() + " ").startsWith(name + " ");
      assertThat(called(example.arguments())).hasSameClassAs(command);
    }
  }

  private static Command called(String line) {
    String own = line.split(" [|>] ", 2)[0];
    var words = ((Good<List<String>>) CommandText.parse(own)).value();
    var grammar = new Grammar<>("fermata", GlobalOptions.GRAMMAR, COMMANDS);
    Parsed.Called<Command> parsed = (Parsed.Called<Command>) grammar.parse(words);
    parsed.command().read(parsed.arguments());
    return parsed.command();
  }
}
