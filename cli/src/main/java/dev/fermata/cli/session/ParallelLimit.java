package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.tree.Assignment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** How many engine calls may go on at the same time: the flag says it, else the variable. */
final class ParallelLimit {
  private static final String VARIABLE = "COMPOSE_PARALLEL_LIMIT";

  private ParallelLimit() {}

  /** Zero and less are no limit. */
  static OptionalInt of(OptionalInt flag, Function<String, Optional<Assignment>> variables) {
    OptionalInt number = flag.isPresent() ? flag : number(variables.apply(VARIABLE));
    return number.isPresent() && number.getAsInt() > 0 ? number : OptionalInt.empty();
  }

  /** Refuses a wrong limit before any work; one of an env file is found when it is needed. */
  static void check(OptionalInt flag, Function<String, Optional<Assignment>> process) {
    of(flag, process);
  }

  private static OptionalInt number(Optional<Assignment> variable) {
    return variable.stream().mapToInt(ParallelLimit::number).findFirst();
  }

  private static int number(Assignment variable) {
    try {
      return Integer.parseInt(variable.value());
    } catch (NumberFormatException e) {
      throw noNumber(variable);
    }
  }

  private static RuntimeException noNumber(Assignment variable) {
    Message message =
        Message.of(
            "`%s` is a whole number, not `%s`", Quote.word(VARIABLE), variable.quote(VARIABLE));
    return variable.span().isWritten()
        ? EarlyEnd.rejected(List.of(Diagnostic.error(Code.INVALID_VALUE, variable.span(), message)))
        : new Misuse(message.shown());
  }
}
