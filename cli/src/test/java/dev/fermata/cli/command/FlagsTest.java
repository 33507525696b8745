package dev.fermata.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.ReadFlags;
import dev.fermata.cli.grammar.Vocabulary;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.GlobalOptions;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A flag that is accepted and that nobody looks at would be a promise that is not kept. */
final class FlagsTest {
  private static final Vocabulary<Command> COMMANDS = CommandName.vocabulary();

  static Stream<String> names() {
    return COMMANDS.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void each_flag_of_a_command_is_read_once(String name) {
    Command command = COMMANDS.command(name);

    List<Flag<?>> read = ReadFlags.by(command, command::read);

    assertThat(read).containsExactlyInAnyOrderElementsOf(ReadFlags.withEffect(command.flags()));
  }

  @Test
  void each_flag_of_all_commands_is_read_once() {
    var nowhere = new PrintStream(new ByteArrayOutputStream());
    var call =
        new Invocation(
            List.of(),
            Map.of(),
            Path.of("/"),
            new ByteArrayInputStream(new byte[0]),
            nowhere,
            nowhere,
            Terminal.NONE);

    List<Flag<?>> read = ReadFlags.by(new VersionCommand(), given -> GlobalOptions.of(given, call));

    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(ReadFlags.withEffect(GlobalOptions.GRAMMAR.flags()));
  }
}
